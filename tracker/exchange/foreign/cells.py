"""Which day, and what was done, does a cell of another program's table say?"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, Literal, TypeAlias

from tracker.domain.day import Day

Order: TypeAlias = Literal["mdy", "dmy"]
"""Whether the month or the day comes first in a day such as 03/04/2026."""
ORDERS: Final[tuple[Order, ...]] = ("mdy", "dmy")
Meaning: TypeAlias = Literal["tick", "skip", "nothing", "automatic", "unknown"]

_ISO: Final = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:[T ,].*)?")
_OTHER: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?:[T ,].*)?")
_NUMBER: Final = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,6})?")
_MEANINGS: Final[dict[str, Meaning]] = {
    **dict.fromkeys(("yes", "y", "true", "x", "done", "tick", "yes_manual", "✓", "✔"), "tick"),
    **dict.fromkeys(("skip", "skipped"), "skip"),
    **dict.fromkeys(("", "no", "n", "false", "unknown", "-1"), "nothing"),
    "yes_auto": "automatic",
}


def read_day(text: str, order: Order | None) -> Day | None:
    """The day; None where it is none, or could be two."""
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return _day(iso[1], iso[3], iso[4])
    other = _OTHER.fullmatch(text)
    if other is None:
        return None
    if other[2] == ".":
        order = "dmy"
    if order is None:
        return None
    month, day = (other[1], other[3]) if order == "mdy" else (other[3], other[1])
    return _day(other[4], month, day)


def _day(year: str, month: str, day: str) -> Day | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def order_of(texts: Iterable[str]) -> Order | None:
    """Which order the days are written in; None where none of them tells."""
    for text in texts:
        other = _OTHER.fullmatch(text)
        first, second = (int(other[1]), int(other[3])) if is_ambiguous(text) and other else (0, 0)
        if first > 12 >= second:
            return "dmy"
        if second > 12 >= first:
            return "mdy"
    return None


def is_ambiguous(text: str) -> bool:
    """Whether it takes an order to tell which day it is."""
    other = _OTHER.fullmatch(text)
    return other is not None and other[2] != "."


def read_meaning(text: str) -> Meaning:
    """What was done: a word that programs use for it, or a number, of which 0 is nothing."""
    word = text.strip().casefold()
    if _NUMBER.fullmatch(word):
        return "tick" if word.strip("0.,") else "nothing"
    return _MEANINGS.get(word, "unknown")
