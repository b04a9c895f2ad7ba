"""Which day is it, for this person?"""

from tracker.actions.ports import Clock, Reading
from tracker.domain.day import Day, day_of
from tracker.domain.errors import BadInput
from tracker.domain.settings import day_starts_at


def today(reading: Reading, clock: Clock) -> Day:
    """The day that runs now, by the hour at which the person's days begin."""
    return day_of(clock.now(), day_starts_at(reading.settings()))


def past_or_present(day: Day | None, present: Day) -> Day:
    """`day`, or today for None.

    Raises `BadInput` for a day to come: nothing is logged ahead.
    """
    if day is not None and day > present:
        raise BadInput("day_in_future", day=day, today=present)
    return present if day is None else day
