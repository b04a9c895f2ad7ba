"""What do all things share that can be pressed?"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from tracker.ui.widgets.spoken import name


class Pressable(QAbstractButton):
    """A button that draws itself and warms up under the mouse.

    It is reached by Tab only, unless told otherwise: a press with the mouse leaves the keyboard
    where it is.
    """

    def __init__(self, label: str = "", focus: Qt.FocusPolicy = Qt.FocusPolicy.TabFocus) -> None:
        super().__init__()
        self.label = ""
        """What is written on it. Not Qt's own text, in which "&" is no "&", and which costs more
        to set than all else here."""
        self.set_label(label)
        self.setFocusPolicy(focus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_label(self, label: str) -> None:
        """Write something else on it, and have a screen reader say it."""
        self.label = label
        name(self, label)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space, once however long it is held."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Warm up under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Cool down."""
        super().leaveEvent(event)
        self.update()
