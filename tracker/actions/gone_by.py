"""What would another routine make of days gone by?

What a person did stays what it was: a pause that is entered afterwards excuses what was missed,
and nothing else that was logged, judged or made up reads differently for it.
"""

from datetime import timedelta
from typing import NamedTuple, TypeAlias

from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Reading
from tracker.actions.supposed import Supposed
from tracker.domain.course import reach
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import Routine, StepId
from tracker.domain.row import Row

Place: TypeAlias = tuple[StepId, Day]

_LOGGED = frozenset(("done", "skipped"))
_NOT_DONE = frozenset(("missed", "open"))


class Harm(NamedTuple):
    """What a routine would spoil: deeds that no longer count, and days newly missed."""

    deeds: list[Place]
    missed: list[Place]


def harm_of(reading: Reading, today: Day, after: Routine, first: Day) -> Harm:
    """What the routine `after` would spoil from `first` to today."""
    if first >= today:
        return Harm([], [])
    began = min((step.start for step in after.steps), default=today)
    was, would_be = _rows(reading, today, after, max(first, began), today)
    changed = [(row, would_be[place]) for place, row in was.items() if place in would_be]
    return Harm(
        [_place(row) for row, now in changed if row.status in _LOGGED and now.status != row.status],
        [
            _place(row)
            for row, now in changed
            if now.status in _NOT_DONE and row.status not in _NOT_DONE
        ],
    )


def keeps_the_past(reading: Reading, today: Day, after: Routine, first: Day) -> bool:
    """Whether every day before `first` is what it is now, however long its rests.

    In which order a day's steps stand does not matter.
    """
    if first > today:
        return True
    since = first - timedelta(days=reach(after))
    was, would_be = _rows(reading, today, after, since, first - ONE_DAY)
    return {row[:4] for row in was.values()} == {row[:4] for row in would_be.values()}


def _rows(
    reading: Reading, today: Day, after: Routine, first: Day, last: Day
) -> tuple[dict[Place, Row], dict[Place, Row]]:
    """The rows as they are and as they would be, by step and day."""
    was = plan_rows(reading, first, last, today)
    would_be = plan_rows(Supposed(reading, after), first, last, today)
    return {_place(row): row for row in was}, {_place(row): row for row in would_be}


def _place(row: Row) -> Place:
    return row.step, row.day
