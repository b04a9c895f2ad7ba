"""Which form stands beside the month, and what becomes of it?"""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tracker.actions.pause import end
from tracker.actions.treat import untreat
from tracker.domain.routine import Pause, Treatment
from tracker.ui.desk import Desk
from tracker.ui.forms.asking import Asking
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Occasion
from tracker.ui.pages.calendar.forms.opening import form_for
from tracker.ui.pages.calendar.page import CalendarPage


class Beside(QObject):
    """Opens the form that is wanted, one at a time, and removes what is no longer wanted."""

    supposed = Signal(object)
    """A `Supposing`: the month is to be shown so; None: as it is."""

    def __init__(self, page: CalendarPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        page.form_wanted.connect(self._on_form_wanted)
        page.panel.pause_ended.connect(partial(self._open, "resume"))
        page.panel.removed.connect(self._on_removed)

    @Slot(str)
    def _on_form_wanted(self, wanted: str) -> None:
        self._open(wanted)

    def _open(self, wanted: str, pause: Pause | None = None) -> None:
        if isinstance(self._page.form, Form):
            self._page.form.left.emit()
        occasion = self._occasion()
        form = None if occasion is None else form_for(wanted, occasion, pause)
        if form is None:
            return
        asking = Asking(form, self._desk)
        asking.supposed.connect(self.supposed)
        asking.ended.connect(self._on_ended)
        self._page.show_form(form)
        form.begin()

    def _occasion(self) -> Occasion | None:
        view = self._page.view
        if view is None:
            return None
        return Occasion(view.routine, view.day, view.today, self._desk.clock, view.pauses)

    @Slot()
    def _on_ended(self) -> None:
        """The day stands in its place again, and the month is as it is."""
        self._page.show_form(None)
        self.supposed.emit(None)
        self._page.take_focus()

    @Slot(object)
    def _on_removed(self, record: Pause | Treatment) -> None:
        """At once, since it can be undone."""
        if isinstance(record, Pause):
            self._remove_pause(record)
        else:
            self._desk.run(untreat, record)

    def _remove_pause(self, pause: Pause) -> None:
        """One that is kept in parts goes whole, as it was entered."""
        view = self._page.view
        known = () if view is None else view.pauses
        parts = next((one.parts for one in known if pause in one.parts), (pause,))
        self._desk.run(end, parts, min(one.begins for one in parts))
