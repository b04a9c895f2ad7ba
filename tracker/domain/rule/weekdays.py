"""On certain weekdays."""

from dataclasses import dataclass
from datetime import timedelta

from tracker.domain.day import ONE_DAY, WEEKDAYS, Day, Weekday
from tracker.domain.outside import Outside
from tracker.domain.rule.named import NamedDays


def read_weekdays(outside: Outside) -> tuple[Weekday, ...]:
    """A list of at least one weekday, none twice, in the order of the week."""
    found = [item.one_of(WEEKDAYS) for item in outside.elements()]
    if not found or len(set(found)) != len(found):
        raise outside.error("weekdays_not_distinct")
    return tuple(day for day in WEEKDAYS if day in found)


@dataclass(frozen=True)
class Weekdays(NamedDays):
    """Due on the weekdays `days`, at least one, in the order of the week."""

    days: tuple[Weekday, ...]
    kind = "weekdays"

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
        return next(later for later in _from(day + ONE_DAY, 1) if self._names(later))

    def last_named(self, day: Day, anchor: Day) -> Day:
        """The latest of the weekdays."""
        del anchor
        return next(earlier for earlier in _from(day, -1) if self._names(earlier))

    def _names(self, day: Day) -> bool:
        return WEEKDAYS[day.weekday()] in self.days


def _from(day: Day, step: int) -> tuple[Day, ...]:
    return tuple(day + timedelta(days=step * n) for n in range(7))
