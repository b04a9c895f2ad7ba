"""How much room does text need? Asked over and over by layouts, so each answer is kept."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from tracker.ui.theme.type import Style, font

_KEPT: Final = 1024
_TALL: Final = 100_000


@lru_cache(_KEPT)
def text_width(text: str, style: Style) -> int:
    """The width of a line of text."""
    return QFontMetrics(font(style)).horizontalAdvance(text)


@lru_cache(_KEPT)
def wrapped_height(text: str, style: Style, width: int) -> int:
    """The height of text in lines of that width."""
    room = QRect(0, 0, width, _TALL)
    return QFontMetrics(font(style)).boundingRect(room, wrapping(text, style, width), text).height()


@lru_cache(_KEPT)
def wrapping(text: str, style: Style, width: int) -> Qt.TextFlag:
    """Break between words; inside one only where it alone is wider than the line."""
    if text_width(text, style) <= width:
        return Qt.TextFlag.TextWordWrap
    widest = max((text_width(word, style) for word in text.split()), default=0)
    return Qt.TextFlag.TextWrapAnywhere if widest > width else Qt.TextFlag.TextWordWrap
