"""How many days in a row, now and at best, kept up to date without planning all time anew?"""

from datetime import timedelta

from tracker.actions.change import Change
from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Reading
from tracker.actions.views.today import StreakView
from tracker.domain.course import Course, reach
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.measure import day_streak
from tracker.domain.plan import rows
from tracker.domain.settings import day_threshold
from tracker.domain.turn import Turn, turns_of


class StreakKeeper:
    """Keeps the turns of days that today's deeds cannot touch, and plans only those since."""

    def __init__(self) -> None:
        self._settled: list[Turn] = []
        self._settled_to: Day | None = None
        self._reach = timedelta()

    def view(self, reading: Reading, today: Day) -> StreakView:
        """The day streak as at `today`."""
        routine = reading.routine()
        begins = min((step.start for step in routine.steps), default=today)
        if self._settled_to is None:
            self._reach = timedelta(days=reach(routine))
            course = Course(routine, reading.log(), today)
            self._settled_to = max(begins, today - 2 * self._reach) - ONE_DAY
            self._settled = turns_of(rows(course, begins, self._settled_to))
        turns = self._settled + self._recent(reading, self._settled_to + ONE_DAY, today)
        found = day_streak(turns, today, day_threshold(reading.settings()))
        return StreakView(found.current, found.best)

    def forget(self, change: Change) -> None:
        """Drop what is kept where `change` may have moved it."""
        touched = change.first
        is_recent = touched is not None and self._untouched_by(touched)
        if not (is_recent and change.kinds <= {"entry", "rating"}):
            self._settled_to = None

    def _untouched_by(self, day: Day) -> bool:
        """Whether a deed on `day` is too late for the rules to look at it from a kept day."""
        return self._settled_to is not None and day > self._settled_to + self._reach

    @staticmethod
    def _recent(reading: Reading, first: Day, today: Day) -> list[Turn]:
        return turns_of(plan_rows(reading, first, today, today))
