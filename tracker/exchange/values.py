"""Is a single value of a transfer document one that we can keep?

What `Outside` reads for every document is not repeated; these are the forms that only the
transfer document has.
"""

import re
from datetime import UTC, datetime
from typing import Final

from tracker.domain.day import FIRST_DAY, LAST_DAY, Day
from tracker.domain.outside import NOTE_LENGTH, Outside
from tracker.domain.routine import Price, StepId

MOST_ML: Final = 100_000
_AMOUNT: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{1,4})?")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


def maybe_text(outside: Outside, name: str) -> str | None:
    """The short text under `name`, if there is one."""
    found = outside.maybe(name)
    return None if found is None else found.text()


def maybe_note(outside: Outside, name: str = "note") -> str | None:
    """The long text under `name`, if there is one."""
    found = outside.maybe(name)
    return None if found is None else found.text(NOTE_LENGTH)


def maybe_day(outside: Outside, name: str) -> Day | None:
    """The day under `name`, if there is one."""
    found = outside.maybe(name)
    return None if found is None else found.day()


def maybe_number(outside: Outside, name: str, least: int, most: int) -> int | None:
    """The whole number under `name`, if there is one."""
    found = outside.maybe(name)
    return None if found is None else found.number(least, most)


def maybe_flag(outside: Outside, name: str) -> bool | None:
    """True or false under `name`, if it is there."""
    found = outside.maybe(name)
    return None if found is None else found.flag()


def maybe_ids(outside: Outside, name: str) -> tuple[StepId, ...] | None:
    """The ids under `name`, none twice; None where it is absent or null."""
    found = outside.maybe(name)
    return None if found is None else ids(found)


def ids(outside: Outside) -> tuple[StepId, ...]:
    """A list of ids, none twice."""
    found: dict[StepId, None] = {}
    for item in outside.elements():
        if item.text() in found:
            raise item.error("same_twice")
        found[item.text()] = None
    return tuple(found)


def maybe_volume(outside: Outside, name: str) -> float | None:
    """Millilitres under `name`, above 0 and up to 100,000, if they are there."""
    found = outside.maybe(name)
    if found is None:
        return None
    value = found.value
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= MOST_ML:
        raise found.error("not_a_quantity", most=MOST_ML, got=ascii(value)[:60])
    return value


def maybe_price(outside: Outside) -> Price | None:
    """The price, if there is one; its amount is kept digit for digit."""
    found = outside.maybe("price")
    if found is None:
        return None
    amount = _matching(found.key("amount"), _AMOUNT, "not_an_amount")
    currency = _matching(found.key("currency"), _CURRENCY, "not_a_currency")
    found.close()
    return Price(amount, currency)


def maybe_time(outside: Outside, name: str) -> str | None:
    """A time of day "HH:MM" under `name`, if it is there."""
    found = outside.maybe(name)
    return None if found is None else f"{found.time():%H:%M}"


def maybe_instant(outside: Outside, name: str) -> datetime | None:
    """An aware instant under `name`, in UTC, if it is there."""
    found = outside.maybe(name)
    if found is None:
        return None
    text = found.value if isinstance(found.value, str) else ""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not _is_near(moment.year):
        raise found.error("not_an_instant", got=ascii(found.value)[:60])
    return moment.astimezone(UTC)


def _is_near(year: int) -> bool:
    return FIRST_DAY.year <= year <= LAST_DAY.year


def file_name(outside: Outside) -> str:
    """A file's bare name, which leads out of no folder."""
    name = outside.text()
    if name.startswith(".") or any(char in name for char in '/\\:*?"<>|'):
        raise outside.error("not_a_file_name", got=ascii(name)[:60])
    return name


def _matching(outside: Outside, form: re.Pattern[str], code: str) -> str:
    value = outside.value
    if not isinstance(value, str) or not form.fullmatch(value):
        raise outside.error(code, got=ascii(value)[:60])
    return value
