"""Which days are compared before a change is agreed to?"""

from datetime import timedelta
from typing import Final

from tracker.domain.day import LAST_DAY, Day
from tracker.domain.routine import Routine

_AHEAD: Final = timedelta(days=60)
"""How far ahead one looks."""
_FARTHEST: Final = timedelta(days=400)
"""How far from the first day one looks, however long that is gone."""


def compared_days(after: Routine, concerned: Day, present: Day) -> tuple[Day, Day]:
    """The first and last day: from the day `concerned`, today, or where the routine begins."""
    begun = min((step.start for step in after.steps), default=present)
    first = max(min(concerned, present), begun)
    farthest = min(first, LAST_DAY - _FARTHEST) + _FARTHEST
    return first, min(present + _AHEAD, farthest)
