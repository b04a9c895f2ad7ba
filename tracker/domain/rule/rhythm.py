"""Which rule comes nearest to so many times in so many days, as other programs count?"""

from typing import NamedTuple

from tracker.domain.rule.as_needed import AsNeeded
from tracker.domain.rule.base import Rule
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.rule.per_week import PerWeek


class Rhythm(NamedTuple):
    """The rule that was found; `is_exact` where it asks for neither more nor less."""

    rule: Rule
    is_exact: bool


def rhythm_of(times: int, days: int) -> Rhythm:
    """The rule for `times` uses in `days` days, both 1 or more."""
    if times >= days:
        return Rhythm(Daily(), times == days)
    if days == 7:
        return Rhythm(_a_week(times), is_exact=True)
    if times == 1:
        return Rhythm(Every(min(days, 366)), days <= 366)
    return Rhythm(_nearest(times / days), is_exact=False)


def at_hand() -> Rule:
    """The rule of what is done and never asked for, so that nothing of it was ever missed."""
    return AsNeeded()


def _nearest(share: float) -> Rule:
    """The rule that asks for nearly that share of all days, more than none and less than all."""
    apart = min(max(round(1 / share), 1), 366)
    times = min(max(round(7 * share), 1), 7)
    if abs(times / 7 - share) <= abs(1 / apart - share):
        return _a_week(times)
    return Every(apart)


def _a_week(times: int) -> Rule:
    """On any days of the week: the other programs ask for no day between."""
    return PerWeek(times, min_gap=1)
