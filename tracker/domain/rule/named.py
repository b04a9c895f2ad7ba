"""What do rules share that name their days: weekdays, rest between, making up for what passed?"""

from abc import abstractmethod

from tracker.domain.day import ONE_DAY, WEEKDAYS, Day, Weekday
from tracker.domain.outside import Outside
from tracker.domain.rule.base import DUE, OPTIONAL, Rule, Sight, Standing, Status, rest


def read_weekdays(outside: Outside) -> tuple[Weekday, ...]:
    """A list of at least one weekday, none twice, in the order in which they are written."""
    found = [item.one_of(WEEKDAYS) for item in outside.elements()]
    if not found or len(set(found)) != len(found):
        raise outside.error("weekdays_not_distinct")
    return tuple(found)


class NamedDays(Rule):
    """Due on days that the rule names; a named day that passed can be made up before the next."""

    @abstractmethod
    def next_named(self, day: Day, anchor: Day) -> Day:
        """The first named day after `day`."""

    @abstractmethod
    def last_named(self, day: Day, anchor: Day) -> Day:
        """The last named day that is not after `day`; it may lie before the anchor."""

    def standing(self, day: Day, sight: Sight) -> Standing:
        """Due on named days, optional while one can be made up, resting on the others."""
        named = self.last_named(day, sight.anchor)
        if named == day:
            return DUE
        if named >= sight.anchor and _is_open(named, day, sight):
            return OPTIONAL
        return rest("not_today", self.next_named(day, sight.anchor))

    def judge(self, day: Day, sight: Sight, today: Day) -> Status:
        """`moved` where it was made up on an optional day before the next named one."""
        following = self.next_named(day, sight.anchor)
        made_up = sight.answers(day + ONE_DAY, min(following, today + ONE_DAY))
        return "moved" if any(map(sight.is_optional, made_up)) else "missed"


def _is_open(named: Day, day: Day, sight: Sight) -> bool:
    """Whether the turn of the day `named` can still be made up on `day`."""
    return not sight.answers(named, day) and not sight.was_rested(named)
