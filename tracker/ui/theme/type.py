"""Which sizes and weights does text have, and where does the typeface come from?"""

from functools import cache
from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from tracker.words.resources import resource

FAMILY: Final = "Inter"


class Style(NamedTuple):
    """A size in pixels at 100 %, and a weight."""

    pixels: int
    weight: QFont.Weight = QFont.Weight.Normal


TINY: Final = Style(12)
SMALL: Final = Style(13)
BODY: Final = Style(14)
NAME: Final = Style(14, QFont.Weight.Medium)
CARD_TITLE: Final = Style(15, QFont.Weight.DemiBold)
PAGE_TITLE: Final = Style(24, QFont.Weight.DemiBold)
FIGURE: Final = Style(30, QFont.Weight.DemiBold)


def load_typeface() -> None:
    """Make the bundled typeface known; without its files the system's own serves."""
    for weight in ("Regular", "Medium", "SemiBold"):
        path = resource("fonts", f"{FAMILY}-{weight}.ttf")
        if path.is_file():
            QFontDatabase.addApplicationFont(str(path))


@cache
def font(style: Style) -> QFont:
    """The font of a style; made once, since resolving one takes a while."""
    found = QFont(FAMILY)
    found.setPixelSize(style.pixels)
    found.setWeight(style.weight)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return found
