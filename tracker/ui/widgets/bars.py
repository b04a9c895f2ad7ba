"""How do a few shares stand below each other, each with its name and its figure?"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.theme.measure import text_width, wrapped_height
from tracker.ui.theme.paint import (
    LEFT,
    RIGHT,
    focus_ring,
    painter_on,
    rounded,
    write,
    write_wrapped,
)
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import BODY
from tracker.ui.widgets.spoken import name
from tracker.words.progress_charts import Bar

_ROW: Final = 25
_THICK: Final = 8
_APART: Final = 12
_EDGE: Final = 6
_BAR: Final = 64
"""The width of a bar that is left to it even by long names, where there is that much."""
_WAITING: Final = 4
"""How many empty bars stand there until they are known."""


class Bars(QWidget):
    """A row a share; a name that is too long goes on in a second line."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: Sequence[Bar] = (Bar("", 0, ""),) * _WAITING
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_bars(self, bars: Sequence[Bar], spoken: str) -> None:
        """Show them; `spoken` is what a screen reader says of them all."""
        self.bars = bars
        name(self, spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line a bar."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(0, len(self.bars) * _ROW)

    def heightForWidth(self, width: int) -> int:
        """As tall as the names need."""
        label = self._label_width(width)
        return sum(_height(bar, label) for bar in self.bars) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each name, its bar in a groove, its figure."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        label, top = self._label_width(self.width()), 0
        for bar in self.bars:
            height = _height(bar, label)
            self._draw(painter, QRect(0, top, self.width(), height), bar, tokens)
            top += height
        focus_ring(painter, self, self.rect(), _EDGE)
        painter.end()

    def _draw(self, painter: QPainter, row: QRect, bar: Bar, tokens: Tokens) -> None:
        label, figure = self._label_width(row.width()), self._figure_width()
        words = QRect(row.x() + _EDGE, row.y(), label, row.height())
        if text_width(bar.label, BODY) <= label:
            write(painter, words, bar.label, BODY, tokens.text, LEFT)
        else:
            write_wrapped(painter, words.adjusted(0, 3, 0, 0), bar.label, BODY, tokens.text)
        said = row.adjusted(0, 0, -_EDGE, 0)
        write(painter, said, bar.figure, BODY, tokens.muted, RIGHT)
        left = words.right() + 1 + (_APART if label else 0)
        middle = row.y() + row.height() / 2
        groove = QRectF(left, middle - _THICK / 2, said.right() + 1 - figure - left, _THICK)
        painter.fillPath(rounded(groove, _THICK / 2), tokens.line)
        if bar.share > 0:
            groove.setWidth(max(_THICK, groove.width() * bar.share))
            painter.fillPath(rounded(groove, _THICK / 2), tokens.accent)

    def _figure_width(self) -> int:
        widest = max((text_width(bar.figure, BODY) for bar in self.bars), default=0)
        return widest + _APART if widest else 0

    def _label_width(self, width: int) -> int:
        """As wide as the widest name, as far as that leaves room for the bars."""
        widest = max((text_width(bar.label, BODY) for bar in self.bars), default=0)
        room = width - 2 * _EDGE - _APART - _BAR - self._figure_width()
        return min(widest, max(room, width // 3))


def _height(bar: Bar, label: int) -> int:
    if text_width(bar.label, BODY) <= label:
        return _ROW
    return max(_ROW, wrapped_height(bar.label, BODY, label) + 6)
