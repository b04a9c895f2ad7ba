"""What do all things share that can be pressed?"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractButton


class Pressable(QAbstractButton):
    """A button that draws itself and warms up under the mouse.

    It is reached by Tab only, unless told otherwise: a press with the mouse leaves the keyboard
    where it is.
    """

    def __init__(self, text: str = "", focus: Qt.FocusPolicy = Qt.FocusPolicy.TabFocus) -> None:
        super().__init__()
        self.setText(text)
        self.setFocusPolicy(focus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Warm up under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Cool down."""
        super().leaveEvent(event)
        self.update()
