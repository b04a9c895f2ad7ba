"""Which day is it, which weekday is that, and when did its week begin?

A day is a `datetime.date` and never a midnight: midnight does not exist everywhere on every day.
"""

from datetime import date, datetime, timedelta
from typing import Final, Literal, TypeAlias, get_args

Day: TypeAlias = date
Weekday: TypeAlias = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

WEEKDAYS: Final[tuple[Weekday, ...]] = get_args(Weekday)
ONE_DAY: Final = timedelta(days=1)

FIRST_DAY: Final = date(1900, 1, 1)
"""The earliest day that we take from outside; leaves room for arithmetic on both sides."""
LAST_DAY: Final = date(2999, 12, 31)
"""The latest day that we take from outside."""
FIRST_PLANNED: Final = date(101, 1, 1)
"""The earliest day of which a plan is asked; leaves room for what the rules look back on."""
LAST_PLANNED: Final = date(9899, 12, 31)
"""The latest day of which a plan is asked; leaves room for the phases of a cycle that hold it."""

EVENING_FROM: Final = 15
"""The hour from which it is the evening's turn."""


def day_of(moment: datetime, day_starts_at: int) -> Day:
    """The day to which a local wall-clock moment belongs.

    `day_starts_at` is the hour, 0 to 12, at which a new day begins: with 4, an evening routine at
    01:30 belongs to the day before. Decided once, when a thing is logged, and stored.
    """
    return (moment.replace(tzinfo=None) - timedelta(hours=day_starts_at)).date()


def is_evening(moment: datetime, day: Day) -> bool:
    """Whether at a local moment of `day` its morning is over; the night after it counts to it."""
    return moment.hour >= EVENING_FROM or moment.date() > day


def weekday_of(day: Day) -> Weekday:
    """The weekday's code, "mon" to "sun"."""
    return WEEKDAYS[day.weekday()]


def later(day: Day, by: timedelta) -> Day:
    """That much later, or the last day there is."""
    return min(day + by, LAST_DAY)


def week_first(day: Day, starts_on: Weekday) -> Day:
    """The first day of the week that holds `day`, for weeks that begin on `starts_on`."""
    return day - timedelta(days=(day.weekday() - WEEKDAYS.index(starts_on)) % 7)


def add_months(start: Day, months: int) -> Day:
    """`months` calendar months after `start`, its day of the month clamped to the month's length.

    31 January and one month is 28 or 29 February; add to the start, never to a clamped result.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return first.replace(day=min(start.day, (following - first).days))


def months_between(start: Day, day: Day) -> int:
    """The greatest n for which `add_months(start, n)` is not after `day`; negative before."""
    months = (day.year - start.year) * 12 + day.month - start.month
    return months if add_months(start, months) <= day else months - 1
