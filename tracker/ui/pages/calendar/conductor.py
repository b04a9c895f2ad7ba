"""When is the calendar read, and what follows from a wish on it?"""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal, Slot

from tracker.actions.change import Change, RecordKind
from tracker.actions.ports import Everything
from tracker.actions.supposed import Supposing
from tracker.actions.views.calendar import CalendarView
from tracker.actions.views.calendar_view import CalendarKeeper
from tracker.domain.day import Day
from tracker.domain.errors import BadInput, Refused, TrackerError
from tracker.ui.conductor import Conductor
from tracker.ui.desk import Desk
from tracker.ui.pages.calendar.asked import Asked
from tracker.ui.pages.calendar.page import CalendarPage


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
        self._is_reading = self._is_outdated = False
        page = self.calendar
        page.day_wanted.connect(self._on_day_wanted)
        page.day_opened.connect(self.day_opened)
        Asked(page, desk).supposed.connect(self._on_supposed)
        desk.failed.connect(self._on_failed)

    def read(self) -> None:
        """Read the month; what is wished while it is being read is read after it, and only that."""
        if self._is_reading:
            self._is_outdated = True
            return
        self._is_reading, self._is_outdated = True, False
        self.desk.read(partial(self._view, self._day, self._supposing), self._on_view_read)

    def take_focus(self) -> None:
        """Begin in the month."""
        self.calendar.take_focus()

    # --- on the store's thread, which alone touches the keeper ---

    def _view(
        self, day: Day | None, supposing: Supposing | None, reading: Everything
    ) -> CalendarView:
        now = self.desk.clock.now()
        if supposing is not None:
            try:
                return self._keeper.view(reading, day, now, supposing)
            except (BadInput, Refused):
                pass  # it cannot be any more, which the form says
        return self._keeper.view(reading, day, now)

    # --- what happens ---

    def _on_view_read(self, view: CalendarView) -> None:
        self._is_reading = False
        if self._is_outdated:
            self.read()
            return
        if view.day == view.today:
            self._day = None  # the day that runs is followed over midnight
        self.calendar.show_view(view)

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

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """Somebody else says it; what was being read is read when it is next looked at."""
        del error
        if self._is_reading:
            self._is_reading = False
            self.is_stale = True


def _nothing(answer: None) -> None:
    """Nothing follows."""
    del answer
