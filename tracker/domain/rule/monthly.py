"""Once a month, on one of its Mondays or Tuesdays: a home peel, clean brushes, a photo."""

from datetime import timedelta
from typing import Final, Literal, TypeAlias

from tracker.domain.day import WEEKDAYS, Day, Weekday, add_months, weekday_of
from tracker.domain.outside import Outside
from tracker.domain.rule.named import NamedDays

Which: TypeAlias = Literal["first", "second", "third", "fourth", "last"]
WHICH: Final[tuple[Which, ...]] = ("first", "second", "third", "fourth", "last")
"""Which of a month's days with the same weekday: four there always are, a fifth may be the last."""
_WEEK: Final = timedelta(days=7)


class Monthly(NamedDays):
    """Due on the first, second, third, fourth or last such `weekday` of every month."""

    kind = "monthly"

    def __init__(self, which: Which, weekday: Weekday) -> None:
        self.which: Final = which
        self.weekday: Final = weekday

    @classmethod
    def read(cls, outside: Outside) -> "Monthly":
        """The rule from a document; raises `BadInput`."""
        which = outside.key("which").one_of(WHICH)
        return cls(which, outside.key("weekday").one_of(WEEKDAYS))

    @classmethod
    def holding(cls, day: Day) -> "Monthly":
        """The rule that names `day`: a month's fifth Monday is its last."""
        return cls(WHICH[(day.day - 1) // 7], weekday_of(day))

    def document(self) -> dict[str, object]:
        """The rule as it stands in a document."""
        return {"kind": self.kind, "which": self.which, "weekday": self.weekday}

    @property
    def reach(self) -> int:
        """Five weeks: the named day before is at most that far back."""
        return 35

    def next_named(self, day: Day, anchor: Day) -> Day:
        """This month's day, or the next month's where that has come."""
        del anchor
        named = self._in_month(day)
        return named if named > day else self._in_month(add_months(day, 1))

    def last_named(self, day: Day, anchor: Day) -> Day:
        """This month's day, or the former month's where that is still to come."""
        del anchor
        named = self._in_month(day)
        return named if named <= day else self._in_month(add_months(day, -1))

    def _in_month(self, day: Day) -> Day:
        """The named day of the month that holds `day`."""
        first = day.replace(day=1)
        first += timedelta(days=(WEEKDAYS.index(self.weekday) - first.weekday()) % 7)
        if self.which != "last":
            return first + WHICH.index(self.which) * _WEEK
        fifth = first + 4 * _WEEK
        return fifth if fifth.month == day.month else fifth - _WEEK
