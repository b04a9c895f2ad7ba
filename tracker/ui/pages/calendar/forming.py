"""Which form stands in the day's place, and what follows from it?"""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tracker.actions.pause import unpause
from tracker.actions.treat import untreat
from tracker.domain.routine import Pause, Treatment
from tracker.ui.desk import Desk
from tracker.ui.pages.calendar.forms.asking import Asking
from tracker.ui.pages.calendar.forms.occasion import Occasion
from tracker.ui.pages.calendar.forms.opening import form_for
from tracker.ui.pages.calendar.page import CalendarPage


class Forming(QObject):
    """Opens a form on the selected day, one at a time, and takes out what is to be removed."""

    supposed = Signal(object)
    """A `Supposing`: the month is to be shown so. None: as it is."""

    def __init__(self, page: CalendarPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        page.form_wanted.connect(self.open)
        page.panel.pause_ended.connect(partial(self.open, "resume"))
        page.panel.removed.connect(self._on_removed)

    @Slot(str)
    def open(self, wanted: str, pause: Pause | None = None) -> None:
        """Let a form stand in the day's place; what another one supposed is forgotten."""
        view = self._page.view
        if view is None:
            return
        form = form_for(
            wanted, Occasion(view.routine, view.day, view.today, self._desk.clock), pause
        )
        if form is None:
            return
        self.supposed.emit(None)
        asking = Asking(form, self._desk)
        asking.supposed.connect(self.supposed)
        asking.ended.connect(self._on_ended)
        self._page.show_form(form)
        form.begin()

    @Slot()
    def _on_ended(self) -> None:
        self.supposed.emit(None)
        self._page.show_form(None)
        self._page.take_focus()

    @Slot(object)
    def _on_removed(self, record: Pause | Treatment) -> None:
        """At once, since it can be undone."""
        if isinstance(record, Pause):
            self._desk.run(unpause, record)
        else:
            self._desk.run(untreat, record)
