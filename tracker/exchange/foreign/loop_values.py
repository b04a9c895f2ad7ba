"""What does a check mark of Loop Habit Tracker mean, and how often was the habit asked for?"""

from typing import Final, NamedTuple

from tracker.domain.day import Day
from tracker.domain.foreign import Habit, HabitKey
from tracker.domain.rule.rhythm import rhythm_of
from tracker.exchange.foreign.gathering import Gathering

UNKNOWN, NO, AUTOMATIC, DONE, SKIP = -1, 0, 1, 2, 3
WORDS: Final = {
    "UNKNOWN": UNKNOWN,
    "NO": NO,
    "YES_AUTO": AUTOMATIC,
    "YES_MANUAL": DONE,
    "SKIP": SKIP,
}
_LONGEST: Final = 366


class Goal(NamedTuple):
    """What an amount is measured by: at least, or `is_most` at most, so many thousandths."""

    thousandths: float
    is_most: bool = False

    def is_met(self, amount: int) -> bool:
        """Whether the amount, in thousandths, is enough and not too much."""
        if self.is_most:
            return amount <= self.thousandths
        return amount > 0 and amount >= self.thousandths


class Known(NamedTuple):
    """A habit that is known by its key; `goal` where it is measured in an amount."""

    key: HabitKey
    goal: Goal | None


def loop_habit(name: str, note: str | None, often: tuple[int, int], *, is_over: bool) -> Habit:
    """A habit; `often` is how many times in how many days, anything but two counts if unknown."""
    times, days = often
    if not (1 <= times <= _LONGEST and 1 <= days <= _LONGEST):
        return Habit(name, name, note=note, is_over=is_over)
    rule, is_exact = rhythm_of(times, days)
    return Habit(name, name, rule, is_exact=is_exact, note=note, is_over=is_over)


def read_mark(
    gathering: Gathering, row: int, known: Known, day: Day, marked: tuple[int, str]
) -> None:
    """Take a check mark in: its value and its note."""
    value, note = marked
    if value == SKIP:
        gathering.entry(row, known.key, day, "skip", note)
    elif value <= NO and (known.goal is None or value < NO or not known.goal.is_most):
        gathering.nothing(row, note)
    elif known.goal is not None:
        if known.goal.is_met(value):
            gathering.entry(row, known.key, day, "tick", note)
        else:
            gathering.leave(row, "goal_missed", {"got": f"{value / 1000:g}"})
    elif value == DONE:
        gathering.entry(row, known.key, day, "tick", note)
    else:
        code = "automatic" if value == AUTOMATIC else "unknown_value"
        gathering.leave(row, code, {"got": str(value)[:40]})
