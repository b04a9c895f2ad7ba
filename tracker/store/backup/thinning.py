"""Which backups have others near enough that they can go?

Pure, and in numbers of days, weeks and months that have a backup, not in their age: a clock that
ran ahead for a while makes no backup old. Days are those of UTC, which has no summer time.
"""

from collections.abc import Callable, Collection, Hashable
from datetime import UTC, datetime, timedelta
from typing import Final, TypeAlias

_Period: TypeAlias = Callable[[datetime], Hashable]

_ALL_OF: Final = timedelta(days=2)
"""Within it, every backup stays; and so it does on the last two days that have any."""
_DAYS, _WEEKS, _MONTHS = 12, 10, 9


def surplus(moments: Collection[datetime], now: datetime) -> set[datetime]:
    """The moments, all aware, whose backups can go.

    Every one of the last two days stays, then the last of each of 12 days, 10 weeks and 9 months
    before. What a clock that ran ahead dated later than `now` neither goes nor counts.
    """
    past = sorted((moment for moment in moments if moment <= now), reverse=True)
    fresh = sorted({_day(moment) for moment in past}, reverse=True)[:2]
    older = [moment for moment in past if now - moment > _ALL_OF and _day(moment) not in fresh]
    gone: set[datetime] = set()
    tiers: tuple[tuple[int, _Period], ...] = ((_DAYS, _day), (_WEEKS, _week), (_MONTHS, _month))
    for most, period in tiers:
        older = _tier(older, most, period, gone)
    return gone | set(older)


def _tier(
    moments: list[datetime], most: int, period: _Period, gone: set[datetime]
) -> list[datetime]:
    """Keep the last backup of each of `most` periods; what is left is older than all of these."""
    seen: set[Hashable] = set()
    for place, moment in enumerate(moments):
        if period(moment) in seen:
            gone.add(moment)
        elif len(seen) == most:
            return moments[place:]
        else:
            seen.add(period(moment))
    return []


def _day(moment: datetime) -> str:
    return moment.astimezone(UTC).date().isoformat()


def _week(moment: datetime) -> tuple[int, int]:
    year, week, _ = moment.astimezone(UTC).isocalendar()
    return year, week


def _month(moment: datetime) -> tuple[int, int]:
    moment = moment.astimezone(UTC)
    return moment.year, moment.month
