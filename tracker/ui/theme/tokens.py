"""Which colours are there, by name, in light and in dark?

Widgets name tokens and never a colour. Which of the two sets is in force is read off the palette,
so a widget follows a switch by being repainted and need not be told.
"""

from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget


class Tokens(NamedTuple):
    """One set of colours.

    `bg`, `surface` and `sunken` are the window, a card and a well in it; `line` is a hairline. A
    colour named `…_soft` is a ground for text in the colour before it.
    """

    bg: QColor
    surface: QColor
    sunken: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    clay: QColor
    clay_soft: QColor
    rest: QColor
    rest_soft: QColor
    warn: QColor
    warn_soft: QColor
    danger: QColor


def _tokens(*colours: str) -> Tokens:
    return Tokens(*(QColor(f"#{colour}") for colour in colours))


LIGHT: Final = _tokens(
    *("F6F4F1", "FFFFFF", "EFECE7", "E2DED7"),
    *("22201D", "6B665E"),
    *("2F6B5E", "DDEBE6", "FFFFFF"),
    *("9A4A26", "F5E3D9"),
    *("5E5480", "E8E4F1"),
    *("8A5800", "FBEBCB", "B3261E"),
)
DARK: Final = _tokens(
    *("161514", "201F1D", "1A1918", "35332F"),
    *("ECE8E1", "A59F95"),
    *("7FC4B1", "233A34", "10201C"),
    *("E39A73", "3B271D"),
    *("B3A8D6", "2B2738"),
    *("E8B657", "3A2E14", "F2958E"),
)


def is_dark(palette: QPalette) -> bool:
    """Whether the palette is of the dark set."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def tokens_of(widget: QWidget) -> Tokens:
    """The set in force for the widget."""
    return DARK if is_dark(widget.palette()) else LIGHT
