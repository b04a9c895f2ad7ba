"""How do lines of text stand in columns, and which characters may a terminal see?"""

from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import category, combining, east_asian_width

_JOINERS: Final = "\u200c\u200d"
"""Shape a word or an emoji, and cannot turn a line around."""


def table(
    rows: Iterable[Sequence[str]], indent: int = 2, right: frozenset[int] = frozenset()
) -> str:
    """The rows in aligned columns, those in `right` to the right; no space at a line's end."""
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        padded = [
            _padded(cell, width, to_right=place in right)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append((" " * indent + "  ".join(padded)).rstrip())
    return "\n".join(lines)


def plain(text: str) -> str:
    """Text on one line, without what could steer a terminal or turn the line around."""
    return "".join(map(_plain, text))


def _plain(char: str) -> str:
    if category(char) in ("Zs", "Zl", "Zp") or char in "\n\r\t":
        return " "
    return char if char.isprintable() or char in _JOINERS else "\ufffd"


def _width(text: str) -> int:
    """How many columns a terminal gives to it."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if combining(char) or char in _JOINERS:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def _padded(text: str, width: int, *, to_right: bool) -> str:
    gap = " " * (width - _width(text))
    return gap + text if to_right else text + gap
