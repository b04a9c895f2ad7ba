"""How do rows of all time stay up to date without planning all time anew?"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Final, Generic, TypeVar

from tracker.actions.change import Change
from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Reading
from tracker.domain.course import Course, reach
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.plan import rows
from tracker.domain.row import Row

Part = TypeVar("Part")


class Kept(Generic[Part]):
    """Keeps what was made of the days that today's deeds cannot touch, and plans only the rest."""

    def __init__(self, make: Callable[[Iterable[Row]], list[Part]]) -> None:
        """`make` is what is read off the rows; it takes them in any pieces."""
        self._make: Final = make
        self._settled: list[Part] = []
        self._settled_to: Day | None = None
        self._reach = timedelta()

    def up_to(self, reading: Reading, today: Day) -> list[Part]:
        """What `make` reads off the rows from the first step's start to `today`."""
        if self._settled_to is None:
            self._settled_to = self._settle(reading, today)
        first = self._settled_to + ONE_DAY
        return self._settled + self._make(plan_rows(reading, first, today, today))

    def forget(self, change: Change) -> None:
        """Drop what is kept where `change` may have moved it."""
        if change.kinds == {"rating"}:
            return
        touched = change.first
        is_recent = touched is not None and self._is_untouched_by(touched)
        if not (is_recent and change.kinds <= {"entry", "rating"}):
            self._settled_to = None

    def _settle(self, reading: Reading, today: Day) -> Day:
        routine = reading.routine()
        begins = min((step.start for step in routine.steps), default=today)
        self._reach = timedelta(days=reach(routine))
        last = max(begins, today - 2 * self._reach) - ONE_DAY
        course = Course(routine, reading.log(), today)
        self._settled = self._make(rows(course, begins, last))
        return last

    def _is_untouched_by(self, day: Day) -> bool:
        """Whether a deed on `day` is too late for the rules to look at it from a kept day."""
        return self._settled_to is not None and day > self._settled_to + self._reach
