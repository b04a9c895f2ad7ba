"""Is what someone was about to change thrown away? Only by one who has said so."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tracker.ui.pages.routine.page import RoutinePage
from tracker.ui.widgets.panel import Panel
from tracker.words.routine_editor import leaving_asking, leaving_line

_LEFT = 18


class Leaving(QObject):
    """Esc leaves what stands on the page, wherever the keyboard is; with changes in it, asks first.

    Esc again leaves all the same. Whoever goes to another page finds all of it when they return.
    """

    def __init__(self, page: RoutinePage) -> None:
        super().__init__(page)
        self._page = page
        self._has_changed: Callable[[], bool] | None = None
        self._end: Callable[[], None] | None = None
        self._then: Callable[[], None] | None = None
        self._before: QWidget | None = None
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.leave)

    def watch(self, has_changed: Callable[[], bool] | None, end: Callable[[], None] | None) -> None:
        """What stands on the page now: whether it was changed, and how it ends; None for nothing.

        What was asked of something else is asked no more.
        """
        self._has_changed, self._end = has_changed, end
        self._page.show_question(None)
        self._escape.setEnabled(end is not None)

    @Slot()
    def leave(self) -> None:
        """It is to end; asked for twice, it does."""
        if self._end is not None:
            self.go(self._end)

    def go(self, then: Callable[[], None]) -> None:
        """Do what leaves it; where that would throw something away, ask before."""
        is_asked = self._page.question is not None
        if not is_asked and self._has_changed is not None and self._has_changed():
            self._then = then
            self._ask()
        else:
            self._page.show_question(None)
            then()

    def _ask(self) -> None:
        self._before = self._page.window().focusWidget()
        panel = Panel(leaving_line(), _LEFT)
        panel.offer(leaving_asking())
        panel.confirmed.connect(self._on_kept)
        panel.declined.connect(self._on_given_up)
        self._page.show_question(panel)
        panel.take_focus()

    @Slot()
    def keep(self) -> None:
        """Whoever goes on changing it has answered; what they had just typed is told only now."""
        question, where = self._page.question, self._page.window().focusWidget()
        if question is not None and not question.isAncestorOf(where):
            self._page.show_question(None)

    @Slot()
    def _on_kept(self) -> None:
        """The keyboard goes on where it was."""
        before = self._before
        self._page.show_question(None)
        if before is not None and isValid(before) and self._page.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._page.take_focus()

    @Slot()
    def _on_given_up(self) -> None:
        then = self._then
        self._page.show_question(None)
        if then is not None:
            then()
