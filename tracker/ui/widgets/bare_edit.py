"""How does a line behave in which the person writes, and one that holds a short value?"""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from tracker.ui.theme.type import BODY, font
from tracker.ui.widgets.spoken import name

_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class Line(QLineEdit):
    """A line that leaves undo and redo to the window, unless something was just typed in it."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.setFont(font(BODY))
        name(self, spoken)

    def event(self, event: QEvent) -> bool:
        """What Undo takes back here is only what was typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            is_undo = event.matches(keys.Undo) or event.matches(keys.Redo)
            if is_undo and not self.isModified():
                event.ignore()
                return False
        return super().event(event)


class BareEdit(Line):
    """A line without a frame, all of which is selected when one comes to it."""

    stepped = Signal(int)
    """Up (1) or Down (-1) was pressed."""

    def __init__(self, spoken: str) -> None:
        super().__init__(spoken)
        self._is_fresh = False
        self.setFrame(False)

    def write(self, text: str) -> None:
        """Write what is not the person's; the next key writes over it."""
        self.setText(text)
        if self.hasFocus():
            self.selectAll()

    def write_over(self, text: str) -> None:
        """Write as if the person had typed it."""
        self.selectAll()
        self.insert(text)
        if self.hasFocus():
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes here wants to write another value."""
        super().focusInEvent(event)
        self._is_fresh = event.reason() == Qt.FocusReason.MouseFocusReason
        self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press that led here has put the cursor somewhere, and selected nothing."""
        super().mouseReleaseEvent(event)
        if self._is_fresh and not self.hasSelectedText():
            self.selectAll()
        self._is_fresh = False
