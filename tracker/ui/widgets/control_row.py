"""How does one thing that can be chosen stand on its card: its name, what follows, its control?"""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tracker.ui.theme.paint import fill, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import NAME, SMALL
from tracker.ui.widgets.text import Text

_WORDS_LEAST: Final = 230
"""The width of a line of words under which the control moves below them."""
_GAP: Final = 20


class ControlRow(QWidget):
    """Words at the left and a control at the right, or below where it is narrow."""

    def __init__(self, title: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self._effect = Text("", SMALL, muted=True, wraps=True)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(Text(title, NAME, wraps=True))
        words.addWidget(self._effect)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 12, 0, 12)
        self._box.setSpacing(_GAP)
        self._box.addLayout(words, 1)
        self._box.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, effect: str) -> None:
        """Say what follows from what is chosen."""
        self._effect.setText(effect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        room = event.size().width() - self.control.sizeHint().width() - _GAP
        is_narrow = room < _WORDS_LEAST
        direction = (
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        self._box.setDirection(direction)
        self._box.setSpacing(8 if is_narrow else _GAP)
        self._box.setAlignment(
            self.control,
            Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignVCenter,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above, which keeps it apart from what stands before."""
        del event
        painter = painter_on(self)
        fill(painter, QRectF(0, 0, self.width(), 1), tokens_of(self).line)
        painter.end()
