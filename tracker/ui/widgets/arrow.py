"""What leads a step back or on: to another week, to another month?"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent

from tracker.ui.theme.paint import CARD_RADIUS, focus_ring, ground, painter_on, pointer
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.widgets.pressable import Pressable


class Arrow(Pressable):
    """Back, or on."""

    def __init__(self, text: str, *, is_right: bool) -> None:
        super().__init__(text)
        self._is_right = is_right
        self.setFixedSize(32, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrow on a small card."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        fill = tokens.sunken if self.underMouse() else tokens.surface
        ground(painter, self.rect(), fill, tokens.line, CARD_RADIUS - 4)
        focus_ring(painter, self, self.rect(), CARD_RADIUS - 4)
        middle = QRectF(self.rect()).center()
        ink = tokens.text if self.isEnabled() else tokens.line
        pointer(painter, middle, ink, is_right=self._is_right)
        painter.end()
