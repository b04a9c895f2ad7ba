"""May an edit hold from that day on? What is past is only rewritten by one who says so."""

from tracker.actions.gone_by import keeps_the_past
from tracker.actions.ports import Reading
from tracker.domain.day import FIRST_DAY, LAST_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import Routine


def check_day(day: Day, where: str = "day") -> None:
    """Raise `BadInput` for a day of no year that we take."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadInput("day_out_of_range", where=where, got=day.isoformat())


def check_past(
    reading: Reading, today: Day, after: Routine, first: Day, *, rewrites: bool
) -> Routine:
    """The routine `after`, which differs from `first` on.

    Raises `BadInput` where that is past and not meant to be rewritten, or where what was logged
    outside a step's days would make an earlier day another one.
    """
    if first < today and not rewrites:
        raise BadInput("day_is_past", day=first, today=today)
    if not keeps_the_past(reading, today, after, first):
        raise BadInput("earlier_days_change", day=first, today=today)
    return after
