"""Which text would a spreadsheet take for a formula, and how is it kept from that?

Every such text gets an apostrophe in front, and so does one that begins with an apostrophe: taking
one away again gives back exactly what was there.
"""

from typing import Final

_LIVE: Final = frozenset("=+-@\uff1d\uff0b\uff0d\uff20|%")
"""With the wide forms, which some of them take for the same."""
_LEADING: Final = frozenset("'\t\r\n")
_GUARD: Final = "'"


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet works out, whatever it makes of spaces before it."""
    first = text.lstrip()[:1]
    return _GUARD + text if text[:1] in _LEADING or first in _LIVE else text


def unguarded(cell: str) -> str:
    """The text that was guarded."""
    return cell.removeprefix(_GUARD)
