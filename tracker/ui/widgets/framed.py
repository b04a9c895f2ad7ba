"""How does a field look that is more than a line to write in?"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.theme.paint import CONTROL_RADIUS, ground, painter_on, ring
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.widgets.bare_edit import BareEdit

HEIGHT: Final = 36
"""Of every field, in pixels."""


class Framed(QWidget):
    """A frame around a line, to which the keyboard comes, and whatever stands beside it."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.edit = BareEdit(spoken)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.setFixedHeight(HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring comes and goes with the keyboard."""
        if isinstance(event, QFocusEvent):
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is beside the line belongs to it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field of its own, with a ring where the keyboard is."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        ground(painter, self.rect(), tokens.surface, tokens.muted, CONTROL_RADIUS)
        if self.edit.hasFocus():
            ring(painter, self.rect(), CONTROL_RADIUS, tokens.accent)
        painter.end()
