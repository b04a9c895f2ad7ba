"""Every so many days."""

from datetime import timedelta
from typing import Final

from tracker.domain.day import Day
from tracker.domain.outside import Outside
from tracker.domain.rule.named import NamedDays


class Every(NamedDays):
    """Due on every `days`-th day (1 to 366), counted from the anchor."""

    kind = "every"

    def __init__(self, days: int) -> None:
        self.days: Final = days

    @classmethod
    def read(cls, outside: Outside) -> "Every":
        """The rule from a document; raises `BadInput`."""
        return cls(outside.key("days").number(1, 366))

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
