"""When is the calendar read, and what follows from a wish on it?"""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal, Slot

from tracker.actions.change import Change, RecordKind
from tracker.actions.ports import Everything
from tracker.actions.supposed import Supposing
from tracker.actions.views.calendar import CalendarView
from tracker.actions.views.calendar_view import CalendarKeeper
from tracker.actions.views.why import Why, why_view
from tracker.domain.day import Day
from tracker.domain.errors import BadInput, Refused, TrackerError
from tracker.domain.routine import StepId
from tracker.ui.conductor import Conductor
from tracker.ui.desk import Desk
from tracker.ui.pages.calendar.beside import Beside
from tracker.ui.pages.calendar.page import CalendarPage
from tracker.words.why import why_of


class CalendarConductor(Conductor):
    """Reads the month that is looked at, one at a time, and hears what is wished on the page."""

    kinds: ClassVar[frozenset[RecordKind]] = frozenset(
        ("entry", "rating", "step", "group", "pause", "treatment", "setting")
    )
    day_opened = Signal(object)
    """A `Day` is to be opened on Today."""

    def __init__(self, desk: Desk) -> None:
        self.calendar = CalendarPage()
        super().__init__(self.calendar, desk)
        self._keeper = CalendarKeeper()
        self._day: Day | None = None
        self._supposing: Supposing | None = None
        self._wanted = self._answered = 0
        page = self.calendar
        page.day_wanted.connect(self._on_day_wanted)
        page.day_opened.connect(self.day_opened)
        Beside(page, desk).supposed.connect(self._on_supposed)
        page.panel.why_wanted.connect(self._on_why_wanted)
        desk.failed.connect(self._on_failed)

    def read(self) -> None:
        """Read the month; of several wishes in a row only the last is worked out."""
        self._wanted += 1
        look = partial(self._view, self._wanted, self._day, self._supposing)
        self.desk.read(look, partial(self._on_view_read, self._wanted))

    def take_focus(self) -> None:
        """Begin in the month."""
        self.calendar.take_focus()

    # --- on the store's thread, which alone touches the keeper ---

    def _view(
        self, number: int, day: Day | None, supposing: Supposing | None, reading: Everything
    ) -> CalendarView | None:
        """None where something else was wished meanwhile."""
        if number != self._wanted:
            return None
        now = self.desk.clock.now()
        if supposing is not None:
            try:
                return self._keeper.view(reading, day, now, supposing)
            except (BadInput, Refused):
                pass  # it cannot be any more, which the form says
        return self._keeper.view(reading, day, now)

    # --- what happens ---

    def _on_view_read(self, number: int, view: CalendarView | None) -> None:
        """A month on the way to the one that is wished is shown, and what is selected stays so."""
        self._answered = number
        if view is None:
            return
        self.calendar.show_view(view)
        if number != self._wanted and self._day is not None:
            self.calendar.select(self._day)
        elif view.day == view.today:
            self._day = None  # the day that runs is followed over midnight

    @Slot(object)
    def _on_day_wanted(self, day: Day | None) -> None:
        """Named at once; the month follows when it is read."""
        self._day = day
        if day is not None:
            self.calendar.select(day)
        self.refresh()

    @Slot(object)
    def _on_supposed(self, supposing: Supposing | None) -> None:
        """The month is shown as it would be, while a form stands beside it."""
        if supposing is not self._supposing:
            self._supposing = supposing
            self.refresh()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """What is kept is dropped before the page is read anew."""
        self.desk.aside(partial(self._keeper.forget, change), _nothing)
        super()._on_changed(change)

    @Slot(str)
    def _on_why_wanted(self, step: StepId) -> None:
        view = self.calendar.view
        if view is not None:
            look = partial(why_view, step_id=step, day=view.day, today=view.today)
            self.desk.read(look, partial(self._on_why_read, view.today))

    def _on_why_read(self, today: Day, why: Why) -> None:
        self.calendar.panel.tell(why.step, why.day, why_of(why, today))

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """Somebody else says it; what may not have been read is read when it is next looked at."""
        del error
        self.is_stale = self.is_stale or self._answered != self._wanted


def _nothing(answer: None) -> None:
    """Nothing follows."""
    del answer
