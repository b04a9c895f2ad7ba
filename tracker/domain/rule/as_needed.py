"""When the skin asks for it: never due, always at hand (a spot treatment)."""

from tracker.domain.day import Day
from tracker.domain.rule.base import OPTIONAL, Rule, Sight, Standing


class AsNeeded(Rule):
    """Optional every day."""

    kind = "as_needed"

    @classmethod
    def nearest(cls, share: float) -> tuple[Rule, float] | None:
        """Only for what is never asked for."""
        return (cls(), 0.0) if share == 0 else None

    @property
    def ever_asks(self) -> bool:
        """Never: it is only at hand."""
        return False

    def standing(self, day: Day, sight: Sight) -> Standing:
        """Always optional."""
        del day, sight
        return OPTIONAL
