"""What would another routine change, day by day?"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Reading
from tracker.actions.supposed import Supposed
from tracker.domain.day import ONE_DAY, Day, later
from tracker.domain.routine import Routine, StepId
from tracker.domain.row import Row

AHEAD: Final = timedelta(days=60)
"""How many days one looks ahead where nothing ends what would be another."""
_FARTHEST: Final = timedelta(days=400)
"""How many days are compared at most, however long the first is gone: nobody waits for more."""


class Difference(NamedTuple):
    """A step on a day, as it is and as it would be; None where it is no part of the routine."""

    day: Day
    step: StepId
    before: Row | None
    after: Row | None


def differences(
    reading: Reading, after: Routine, first: Day, last: Day, today: Day
) -> list[Difference]:
    """Where the routine `after` differs from the one that is kept, by day, slot and position.

    A row that only rests longer for the same reason is no other row: that is told by the days on
    which it would rest otherwise.
    """
    known = {(row.day, row.step): row for row in plan_rows(reading, first, last, today)}
    rows = plan_rows(Supposed(reading, after), first, last, today)
    supposed = {(row.day, row.step): row for row in rows}
    places = dict.fromkeys((*supposed, *known))
    found = (Difference(*place, known.get(place), supposed.get(place)) for place in places)
    differing = (one for one in found if _said(one.before) != _said(one.after))
    return sorted(differing, key=lambda one: one.day)


def compared_until(first: Day, today: Day, last: Day | None = None) -> Day:
    """The last day that is compared where the plan may be another from `first` to `last`.

    What goes on (`last` is None) is looked at for 60 days, from today or, where that is later, from
    `first`; of anything, 400 days are looked at.
    """
    ahead = later(max(first, today), AHEAD - ONE_DAY) if last is None else last
    return min(ahead, later(first, _FARTHEST))


def is_another(rows: Sequence[Row], before: Sequence[Row]) -> bool:
    """Whether the rows of a day differ from those before, in the same sense."""
    return [(row.step, _said(row)) for row in rows] != [(row.step, _said(row)) for row in before]


def _said(row: Row | None) -> tuple[str, str | None] | None:
    return None if row is None else (row.status, row.reason)
