"""On certain weekdays."""

from datetime import timedelta
from typing import Final

from tracker.domain.day import WEEKDAYS, Day, Weekday
from tracker.domain.outside import Outside
from tracker.domain.rule.named import NamedDays, read_weekdays


class Weekdays(NamedDays):
    """Due on the weekdays `days`, at least one."""

    kind = "weekdays"

    def __init__(self, days: tuple[Weekday, ...]) -> None:
        self.days: Final = days

    @classmethod
    def read(cls, outside: Outside) -> "Weekdays":
        """The rule from a document; raises `BadInput`."""
        return cls(read_weekdays(outside.key("days")))

    def document(self) -> dict[str, object]:
        """The rule as it stands in a document."""
        return {"kind": self.kind, "days": list(self.days)}

    @property
    def reach(self) -> int:
        """A week: the named day before is at most that far back."""
        return 7

    def next_named(self, day: Day, anchor: Day) -> Day:
        """The next of the weekdays."""
        del anchor
        return day + timedelta(days=min((n - day.weekday() - 1) % 7 for n in self._numbers()) + 1)

    def last_named(self, day: Day, anchor: Day) -> Day:
        """The latest of the weekdays."""
        del anchor
        return day - timedelta(days=min((day.weekday() - n) % 7 for n in self._numbers()))

    def _numbers(self) -> list[int]:
        return [WEEKDAYS.index(name) for name in self.days]
