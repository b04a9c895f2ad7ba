"""What does the Progress page show?"""

from typing import NamedTuple

from tracker.actions.stats import Stats
from tracker.domain.day import Day, Weekday
from tracker.domain.measure import DayRun
from tracker.domain.routine import StepId
from tracker.domain.rule.base import Phase


class DayCell(NamedTuple):
    """One day of the year: `done` of the steps `asked`, both 0 where nothing was asked.

    Today's open steps are asked already. `is_paused` where nothing was asked because of a pause.
    """

    day: Day
    done: int
    asked: int
    is_paused: bool = False

    @property
    def share(self) -> float | None:
        """How much of what was asked is done, 0 to 1; None where nothing was asked."""
        return self.done / self.asked if self.asked else None


class YearView(NamedTuple):
    """The 365 days that end today, oldest first, in weeks that begin on `week_start`."""

    cells: tuple[DayCell, ...]
    week_start: Weekday


class RatingPoint(NamedTuple):
    """The skin's overall rating on a day, 1 to 10, and the mean of the seven days that end then."""

    day: Day
    overall: int
    mean: float


class Mean(NamedTuple):
    """A mean over so many days."""

    value: float
    days: int


class StepPhases(NamedTuple):
    """The phases of one step's cycle, oldest first, cut off at the ends of a range."""

    step: StepId
    name: str
    phases: tuple[Phase, ...]


class ProgressView(NamedTuple):
    """How it went, as at `stats.day`, over the range that begins on `first`.

    The year, the streaks and the two means of the skin (the last 30 days, and the 30 before; None
    where nothing was rated) are the same whatever the range. `streaks` are the longest four, and
    the running one where it is none of them, oldest last among equals. `uses` and `off_plan` are
    the uses of the range, and those that the rules had not asked for. `has_ratings` says whether
    any day at all was rated.
    """

    first: Day
    stats: Stats
    uses: int
    off_plan: int
    skin: Mean | None
    skin_before: Mean | None
    year: YearView
    streaks: tuple[DayRun, ...]
    ratings: tuple[RatingPoint, ...]
    phases: tuple[StepPhases, ...]
    has_ratings: bool

    @property
    def day(self) -> Day:
        """The day on which every range ends."""
        return self.stats.day

    @property
    def has_steps(self) -> bool:
        """Whether there is a routine."""
        return bool(self.stats.steps)
