"""Every day."""

from tracker.domain.day import Day
from tracker.domain.rule.base import DUE, Rule, Sight, Standing


class Daily(Rule):
    """Due every day."""

    kind = "daily"

    @classmethod
    def nearest(cls, share: float) -> tuple[Rule, float]:
        """However often it is wanted, no more than each day."""
        del share
        return cls(), 1.0

    def standing(self, day: Day, sight: Sight) -> Standing:
        """Always due."""
        del day, sight
        return DUE
