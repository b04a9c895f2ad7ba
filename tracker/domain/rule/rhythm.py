"""Which rule comes nearest to so many times in so many days, as other programs count?"""

from math import isclose
from typing import NamedTuple

from tracker.domain.rule.base import KINDS, Rule


class Rhythm(NamedTuple):
    """The rule that was found; `is_exact` where it asks for neither more nor less."""

    rule: Rule
    is_exact: bool


def rhythm_of(times: int, days: int) -> Rhythm:
    """The rule for `times` uses (0 or more) in `days` days (1 or more), of whatever kind."""
    wanted = times / days
    found = [near for kind in KINDS.values() if (near := kind.nearest(wanted)) is not None]
    rule, share = min(found, key=lambda near: abs(near[1] - wanted))
    return Rhythm(rule, isclose(share, wanted))


def at_hand() -> Rule:
    """The rule of what is done and never asked for, so that nothing of it was ever missed."""
    return rhythm_of(0, 1).rule
