"""Is what someone was about to change thrown away? Only by one who has said so."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tracker.ui.pages.routine.page import RoutinePage
from tracker.ui.widgets.panel import Panel
from tracker.words.routine_editor import leaving_asking, leaving_line

_LEFT = 18
_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Leaving(QObject):
    """Esc leaves what stands on the page, wherever the keyboard is; with changes in it, asks first.

    Only the button that says so throws it away: Esc goes on with it, and whatever else would leave
    it asks anew. To undo what is kept is no way to undo what is not, and asks as well. Whoever goes
    to another page finds all of it when they return; the window asks once before it closes.
    """

    sought = Signal()
    """Something is asked on the page, which may not be the one that is shown."""

    def __init__(self, page: RoutinePage) -> None:
        super().__init__(page)
        self._page = page
        self._has_changed: Callable[[], bool] | None = None
        self._end: Callable[[], None] | None = None
        self._then: Callable[[], None] | None = None
        self._before: QWidget | None = None
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self._on_escaped)
        page.installEventFilter(self)

    def watch(self, has_changed: Callable[[], bool] | None, end: Callable[[], None] | None) -> None:
        """What stands on the page now: whether it was changed, and how it ends; None for nothing.

        What was asked of something else is asked no more.
        """
        self._has_changed, self._end = has_changed, end
        self._page.show_question(None)
        self._escape.setEnabled(end is not None)
        self._page.window().installEventFilter(self)

    @Slot()
    def leave(self) -> None:
        """It is to end."""
        if self._end is not None:
            self.go(self._end)

    def go(self, then: Callable[[], None]) -> None:
        """Do what leaves it; where that would throw something away, ask before."""
        if self._is_half_made():
            self._then = then
            self._ask()
        else:
            self._page.show_question(None)
            then()

    def _is_half_made(self) -> bool:
        return self._has_changed is not None and self._has_changed()

    def _ask(self) -> None:
        question, where = self._page.question, self._page.window().focusWidget()
        if question is None or not question.isAncestorOf(where):
            self._before = where
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is about to close, or a key is about to undo something else."""
        if isinstance(event, QCloseEvent) and watched is self._page.window():
            return self._holds(event)
        if isinstance(event, QKeyEvent) and _undoes(event) and self._is_half_made():
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.leave()
            return True
        return super().eventFilter(watched, event)

    def _holds(self, closing: QCloseEvent) -> bool:
        """Whether the window stays, and asks; it does so once."""
        is_asked = self._page.question is not None and self._then == self._close
        if is_asked or not self._is_half_made():
            return False
        closing.ignore()
        self.sought.emit()
        self.go(self._close)
        return True

    def _close(self) -> None:
        if self._end is not None:
            self._end()
        self._page.window().close()

    @Slot()
    def _on_escaped(self) -> None:
        if self._page.question is None:
            self.leave()
        else:
            self._on_kept()

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


def _undoes(event: QKeyEvent) -> bool:
    """Whether its keys undo or redo."""
    return event.type() != QEvent.Type.KeyRelease and any(map(event.matches, _UNDOING))
