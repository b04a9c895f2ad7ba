"""How do two columns stand beside each other, and below each other where it is narrow?"""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

GAP: Final = 18
_NARROW: Final = 640
"""The width of both columns under which the right one moves below the left."""
_RIGHT_LEAST: Final = 268
"""What the marks of a facet beside their word need; with less, heights are worked out wrongly."""
_RIGHT_MOST: Final = 340


class Columns(QWidget):
    """A wide left column and a narrow right one, each filled from the top."""

    def __init__(self) -> None:
        super().__init__()
        self.left = _column()
        self.right = _column()
        self._right_side = _side(self.right)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._box.addWidget(_side(self.left), 1)
        self._box.addWidget(self._right_side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        self.arrange(event.size().width())

    def arrange(self, width: int) -> None:
        """Arrange the columns for a width."""
        if width < _NARROW:
            self._box.setDirection(QBoxLayout.Direction.TopToBottom)
            self._right_side.setMinimumWidth(0)
            self._right_side.setMaximumWidth(16777215)
        else:
            self._box.setDirection(QBoxLayout.Direction.LeftToRight)
            share = round(width * 0.354)
            self._right_side.setFixedWidth(min(_RIGHT_MOST, max(_RIGHT_LEAST, share)))


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    return column


def _side(column: QVBoxLayout) -> QWidget:
    side = QWidget()
    whole = QVBoxLayout(side)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addLayout(column)
    whole.addStretch(1)
    side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return side
