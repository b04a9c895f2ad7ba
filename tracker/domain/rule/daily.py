"""Every day."""

from tracker.domain.day import Day
from tracker.domain.rule.base import DUE, Rule, Sight, Standing


class Daily(Rule):
    """Due every day."""

    kind = "daily"

    def standing(self, day: Day, sight: Sight) -> Standing:
        """Always due."""
        del day, sight
        return DUE
