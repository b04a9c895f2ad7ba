"""What do pause, resume, shift and treat ask for?"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

from tracker.actions.treat import FARTHEST_APART, LONGEST_REST, MOST_IN_SERIES
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import NAME_LENGTH, NOTE_LENGTH, Outside
from tracker.domain.routine import Price
from tracker.exchange.values import maybe_price

Given: TypeAlias = Mapping[str, object]
FARTHEST: Final = 3660
"""The most days by which a turn can be asked to move; whether it may is the action's to say."""
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,9}")


class LifeAsked(NamedTuple):
    """What the four take besides a step and a day; what a command does not take stays as it is.

    `first` and `last` are the days of a pause. `by` is how much later than planned a phase turns.
    """

    first: Day | None = None
    last: Day | None = None
    steps: tuple[str, ...] | None = None
    reason: str | None = None
    turn: Day | None = None
    by: int | None = None
    name: str = ""
    series: int = 1
    every: int = 1
    rest_days: int = 0
    clinic: str | None = None
    price: Price | None = None
    removes: bool = False


def life_of(given: Given) -> LifeAsked:
    """What the parsed values ask for; raises `BadInput` with the argument's name."""
    first, last = _span(given)
    turn, by = _turn(given)
    series, every = _series(given)
    steps = given.get("steps")
    return LifeAsked(
        first=first,
        last=last,
        steps=tuple(steps) if isinstance(steps, list) else None,
        reason=_text(given, "reason", NAME_LENGTH),
        turn=turn,
        by=by,
        name=_name(given),
        series=series,
        every=every,
        rest_days=_number(given, "rest", "--rest", 0, LONGEST_REST) or 0,
        clinic=_text(given, "clinic", NAME_LENGTH),
        price=_price(_text(given, "price", NAME_LENGTH)),
        removes=given.get("remove") is True,
    )


def _span(given: Given) -> tuple[Day | None, Day | None]:
    """The first and last day of "FROM" or "FROM..TO"."""
    text = given.get("span")
    if not isinstance(text, str):
        return None, None
    begins, dots, ends = text.partition("..")
    first = Outside(begins, "FROM").day()
    last = Outside(ends, "TO").day() if dots else None
    if last is not None and last < first:
        raise BadInput("range_backwards", got=text)
    return first, last


def _turn(given: Given) -> tuple[Day | None, int | None]:
    """A day, or how much later than planned."""
    turn, by = given.get("turn"), _number(given, "by", "--by", -FARTHEST, FARTHEST)
    if turn is not None and by is not None:
        raise BadInput("day_and_by")
    return (None if turn is None else Outside(turn, "DAY").day()), by


def _series(given: Given) -> tuple[int, int]:
    """How many treatments, and how many days apart; one needs no distance."""
    count = _number(given, "series", "--series", 1, MOST_IN_SERIES)
    every = _number(given, "apart", "--every", 1, FARTHEST_APART)
    if (count is None) != (every is None):
        raise BadInput("series_in_part")
    return count or 1, every or 1


def _name(given: Given) -> str:
    name = given.get("name")
    return "" if name is None else Outside(name, "NAME").text()


def _text(given: Given, name: str, longest: int = NOTE_LENGTH) -> str | None:
    value = given.get(name)
    return None if value is None else Outside(value, f"--{name}").text(longest)


def _number(given: Given, name: str, option: str, least: int, most: int) -> int | None:
    text = given.get(name)
    if not isinstance(text, str):
        return None
    value = int(text) if _WHOLE.fullmatch(text) else text
    return Outside(value, option).number(least, most)


def _price(text: str | None) -> Price | None:
    """A price such as "140.00 USD"."""
    if text is None:
        return None
    amount, _space, currency = text.strip().partition(" ")
    written = {"amount": amount, "currency": currency.strip()}
    try:
        return maybe_price(Outside({"price": written}))
    except BadInput as error:
        raise BadInput("not_a_price", where="--price", got=text) from error
