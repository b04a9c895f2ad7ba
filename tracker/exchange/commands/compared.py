"""Which days are compared before a change is agreed to?"""

from tracker.actions.views.difference import compared_until
from tracker.domain.day import Day
from tracker.domain.routine import Routine


def compared_days(after: Routine, concerned: Day, present: Day) -> tuple[Day, Day]:
    """The first and last day: from the day `concerned`, today, or where the routine begins."""
    begun = min((step.start for step in after.steps), default=present)
    first = max(min(concerned, present), begun)
    return first, compared_until(first, max(concerned, present))
