"""Every so many days."""

from datetime import timedelta
from typing import Final

from tracker.domain.day import Day
from tracker.domain.outside import Outside
from tracker.domain.rule.base import Rule
from tracker.domain.rule.named import NamedDays

_LONGEST: Final = 366


class Every(NamedDays):
    """Due on every `days`-th day (1 to 366), counted from the anchor."""

    kind = "every"

    def __init__(self, days: int) -> None:
        self.days: Final = days

    @classmethod
    def nearest(cls, share: float) -> tuple[Rule, float] | None:
        """Each day, and once a week on any of its days, are other kinds'."""
        days = min(round(1 / share), _LONGEST) if share else 0
        return (cls(days), 1 / days) if days not in (0, 1, 7) else None

    @classmethod
    def read(cls, outside: Outside) -> "Every":
        """The rule from a document; raises `BadInput`."""
        return cls(outside.key("days").number(1, _LONGEST))

    def document(self) -> dict[str, object]:
        """The rule as it stands in a document."""
        return {"kind": self.kind, "days": self.days}

    @property
    def reach(self) -> int:
        """One round: the named day before is less than that far back."""
        return self.days

    def next_named(self, day: Day, anchor: Day) -> Day:
        """The first day of the next round."""
        return self.last_named(day, anchor) + timedelta(days=self.days)

    def last_named(self, day: Day, anchor: Day) -> Day:
        """The first day of the running round."""
        return day - timedelta(days=(day - anchor).days % self.days)
