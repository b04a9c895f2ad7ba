"""Which days are compared before a change is agreed to?"""

from typing import NamedTuple

from tracker.actions.views.difference import compared_until
from tracker.domain.day import Day
from tracker.domain.routine import Routine


class Compared(NamedTuple):
    """The first and last day; `cut_after` is the last where later ones might be others too."""

    first: Day
    last: Day
    cut_after: Day | None


def compared_days(after: Routine, concerned: Day, present: Day) -> Compared:
    """Those from the day `concerned`, from today, or from where the routine begins."""
    begun = min((step.start for step in after.steps), default=present)
    first, ahead = max(min(concerned, present), begun), max(concerned, present)
    last = compared_until(first, ahead)
    return Compared(first, last, last if last < compared_until(ahead, ahead) else None)
