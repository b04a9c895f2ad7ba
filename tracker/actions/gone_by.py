"""What would another routine make of days gone by?

What a person did stays what it was: a pause that is entered afterwards excuses what was missed,
and nothing else that was logged, judged or made up reads differently for it.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple, TypeAlias

from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Reading
from tracker.actions.supposed import Supposed
from tracker.domain.course import reach
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import Routine, StepId
from tracker.domain.rule.base import Status

Place: TypeAlias = tuple[StepId, Day]

_LOGGED = frozenset(("done", "skipped"))
_NOT_DONE = frozenset(("missed", "open"))


class Harm(NamedTuple):
    """What a routine would spoil: deeds that no longer count, and days newly missed."""

    deeds: list[Place]
    missed: list[Place]


def statuses_from(reading: Reading, today: Day, first: Day) -> dict[Place, Status]:
    """How each step stands on each day from `first` to today; nothing where that is to come."""
    began = min((step.start for step in reading.routine().steps), default=today)
    since = max(first, began)
    if first >= today:
        return {}
    return {(row.step, row.day): row.status for row in plan_rows(reading, since, today, today)}


def harm_of(was: Mapping[Place, Status], now: Mapping[Place, Status]) -> Harm:
    """What it would spoil that things stand as they do `now`."""
    return Harm(
        [place for place, one in was.items() if one in _LOGGED and now[place] != one],
        [place for place, one in was.items() if one not in _NOT_DONE and now[place] in _NOT_DONE],
    )


def keeps_the_past(reading: Reading, today: Day, after: Routine, first: Day) -> bool:
    """Whether every day before `first` is what it is now, however long its rests.

    In which order a day's steps stand does not matter.
    """
    if first > today:
        return True
    span = (first - timedelta(days=reach(after)), first - ONE_DAY)
    was = plan_rows(reading, *span, today)
    now = plan_rows(Supposed(reading, after), *span, today)
    return {row[:4] for row in was} == {row[:4] for row in now}
