"""Which day or amount did the person mean by what they typed?

A day may be typed as it is shown, with its weekday and its month in words; in figures, in the
order that the person's language has them; or as YYYY-MM-DD. What is left out is what is nearest.
"""

import re
from datetime import date
from typing import Final

from tracker.domain.day import FIRST_DAY, LAST_DAY, Day
from tracker.words.dates import month_name, month_short, weekday_name, weekday_short

_PART: Final = re.compile(r"[^\W\d_]+|\d+")
_MONTHS: Final = tuple(Day(2024, month, 1) for month in range(1, 13))
_WEEK: Final = tuple(Day(2024, 1, number) for number in range(1, 8))
_LEAST: Final = 3
"""The letters from which the beginning of a name is as good as all of it."""
_GROUPED: Final = re.compile(r"[\s'\N{RIGHT SINGLE QUOTATION MARK}]")
_THOUSANDS: Final = 3
_AMOUNT: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{1,4})?")


def day_in(text: str, seen_from: Day, *, is_month_first: bool = False) -> Day | None:
    """The day that was typed, in the years that we take; None where it is none."""
    parts = [part.casefold() for part in _PART.findall(text)]
    words = [part for part in parts if not part.isdecimal()]
    figures = [part for part in parts if part.isdecimal()]
    months = [month for word in words for month in _named(word)]
    if any(not _named(word) and not _is_weekday(word) for word in words) or len(months) > 1:
        return None
    found = _day(figures, months[0] if months else None, seen_from, is_month_first=is_month_first)
    return found if found is not None and FIRST_DAY <= found <= LAST_DAY else None


def amount_in(text: str, point: str = ".") -> str | None:
    """The amount in decimal digits, as a price keeps it; None where it is none.

    `point` is the decimal point of the person's language. The other one is taken for a point as
    well, but where three digits follow it, as they do after thousands; three digits after its own
    point are no amount, since they may be meant as either.
    """
    bare = _GROUPED.sub("", text)
    marks = [char for char in bare if char in ".,"]
    if not marks:
        plain = bare
    elif _is_grouping(bare, marks, point):
        plain = re.sub(r"[.,]", "", bare)
    else:
        whole, _mark, rest = bare.rpartition(marks[-1])
        if len(rest) == _THOUSANDS and len(marks) == 1:
            return None  # nobody can tell thousands from thousandths
        plain = re.sub(r"[.,]", "", whole) + "." + rest
    return plain if _AMOUNT.fullmatch(plain) and plain.isascii() else None


def _is_grouping(bare: str, marks: list[str], point: str) -> bool:
    """Whether no mark is a decimal point."""
    if len(marks) > 1:
        return len(set(marks)) == 1
    return marks[0] != point and len(bare.rpartition(marks[0])[2]) == _THOUSANDS


def _day(
    figures: list[str], month: int | None, seen_from: Day, *, is_month_first: bool
) -> Day | None:
    """The day of these figures, beside which the month may stand in words."""
    if figures and len(figures[0]) == 4:
        year, rest, is_month_first = figures[0], figures[1:], True
    else:
        count = 2 if month is None else 1
        year, rest = figures[count] if len(figures) == count + 1 else "", figures[:count]
        if len(figures) > count + 1:
            return None
    if month is not None:
        return _nearest(year, month, rest, seen_from) if len(rest) == 1 else None
    if len(rest) == 1 and not year:
        return _nearest(str(seen_from.year), seen_from.month, rest, seen_from)
    if len(rest) != 2:
        return None
    first, second = rest if is_month_first else reversed(rest)
    return _nearest(year, int(first), [second], seen_from)


def _nearest(year: str, month: int, rest: list[str], seen_from: Day) -> Day | None:
    """The day of that year; of the year in which it is nearest, where none was typed."""
    if year:
        years = [int(year) + (2000 if len(year) == 2 else 0)]
    else:
        years = [seen_from.year + by for by in (0, -1, 1)]
    found = [day for one in years if (day := _made(one, month, int(rest[0])))]
    return min(found, key=lambda day: abs(day - seen_from), default=None)


def _made(year: int, month: int, number: int) -> Day | None:
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def _named(word: str) -> list[int]:
    """The month that a word names, in whole or by its beginning."""
    exact = [one.month for one in _MONTHS if word == month_short(one).casefold().rstrip(".")]
    begun = [one.month for one in _MONTHS if _begins(month_name(one), word)]
    return exact[:1] or (begun if len(begun) == 1 else [])


def _is_weekday(word: str) -> bool:
    names = [said(day) for day in _WEEK for said in (weekday_name, weekday_short)]
    return any(_begins(name, word) or name.casefold().rstrip(".") == word for name in names)


def _begins(name: str, word: str) -> bool:
    return len(word) >= _LEAST and name.casefold().startswith(word)
