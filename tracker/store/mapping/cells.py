"""In which form does the database hold a day, an instant, JSON, and how is each read back?"""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Final, TypeAlias, TypeVar

from tracker.domain.day import Day
from tracker.domain.outside import NOTE_LENGTH, Outside
from tracker.domain.routine import NotAfter, Price, StepId

Cell: TypeAlias = str | int | float | None
"""A value as SQLite's driver takes and gives it."""
Row: TypeAlias = tuple[Cell, ...]

Value = TypeVar("Value")

day_of_text: Final[Callable[[str], Day]] = cache(date.fromisoformat)
"""The day of a text, remembered: ten years of log hold few days and name each many times.

Raises ValueError where it is none.
"""
json_text: Final[Callable[[object], str]] = json.JSONEncoder(separators=(",", ":")).encode
"""A value as JSON in ASCII, which keeps every character there is."""


def day_text(day: Day | None) -> str | None:
    """A day as it is stored."""
    return None if day is None else day.isoformat()


def instant_text(moment: datetime) -> str:
    """An aware moment as it is stored: in UTC, to the microsecond.

    Raises ValueError for a moment without a zone, which names no instant.
    """
    if moment.tzinfo is None:
        raise ValueError(moment)
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def instant_of(text: str) -> datetime:
    """The aware instant of a stored text; raises ValueError where it is none."""
    return datetime.fromisoformat(text)


def flag_cell(flag: bool | None) -> int | None:
    """A flag as it is stored."""
    return None if flag is None else int(flag)


def text(outside: Outside) -> str:
    """Any text as long as a note may be. The rest was judged when it came in, and is not again."""
    found = _any_text(outside)
    # Written by hand it may be of any length, and to lay it out would take minutes.
    if len(found) > NOTE_LENGTH:
        raise outside.error("text_too_long", longest=NOTE_LENGTH, got=len(found))
    return found


def _any_text(outside: Outside) -> str:
    if not isinstance(outside.value, str):
        raise outside.error("not_text", got=type(outside.value).__name__)
    return outside.value


def number(outside: Outside) -> int:
    """Any whole number."""
    if not isinstance(outside.value, int):
        raise outside.error("not_a_number", got=type(outside.value).__name__)
    return outside.value


def measure(outside: Outside) -> float:
    """Any number."""
    if not isinstance(outside.value, int | float):
        raise outside.error("not_a_number", got=type(outside.value).__name__)
    return float(outside.value)


def flag(outside: Outside) -> bool:
    """True or false, stored as 1 or 0."""
    return bool(number(outside))


def maybe(read: Callable[[Outside], Value], outside: Outside | None) -> Value | None:
    """What `read` reads; None where nothing is stored."""
    return None if outside is None else read(outside)


def from_json(outside: Outside) -> Outside:
    """The value that a text of JSON holds, at the same place."""
    try:
        return Outside(json.loads(_any_text(outside)), outside.where)
    except (ValueError, RecursionError) as error:
        raise outside.error("not_json") from error


def named(names: Sequence[str], row: Row, where: str) -> Outside:
    """A row as a mapping from outside, to be read cell by cell."""
    return Outside(dict(zip(names, row, strict=True)), where)


def price_cells(price: Price | None) -> tuple[str | None, str | None]:
    """A price as its two cells."""
    return (None, None) if price is None else price


def price(row: Outside) -> Price | None:
    """The price that a row's two cells hold."""
    amount, currency = row.maybe("price_amount"), row.maybe("price_currency")
    return None if amount is None or currency is None else Price(text(amount), text(currency))


def not_after_cell(rules: tuple[NotAfter, ...] | None) -> str | None:
    """Not-after rules as JSON; none at all is not the same as an empty list."""
    return None if rules is None else json_text([rule._asdict() for rule in rules])


def not_after(outside: Outside) -> tuple[NotAfter, ...]:
    """The not-after rules that a cell of JSON holds."""
    return tuple(
        NotAfter(text(rule.key("step")), number(rule.key("days")))
        for rule in from_json(outside).elements()
    )


def step_parts(steps: Sequence[StepId] | None) -> tuple[Row, ...]:
    """A list of steps as the rows of its parts."""
    return tuple((step,) for step in steps or ())


def step_list(parts: Sequence[Row], where: str) -> tuple[StepId, ...]:
    """The list of steps that rows of parts hold."""
    return tuple(text(Outside(step, where)) for (step,) in parts)
