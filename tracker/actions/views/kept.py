"""How does all that was lived stay up to date without planning all time anew?"""

from datetime import timedelta

from tracker.actions.change import Change
from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Reading
from tracker.actions.stats import Lived
from tracker.domain.course import Course, reach
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.plan import rows
from tracker.domain.row import Row
from tracker.domain.turn import Turn, turns_of


class LivedKeeper:
    """Keeps the days that today's deeds cannot touch, and plans only those since.

    One of them can serve several pages; whoever hears of a change tells it, in any order.
    """

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._turns: list[Turn] = []
        self._settled_to: Day | None = None
        self._reach = timedelta()

    @property
    def is_settled(self) -> bool:
        """Whether all but the last days is known."""
        return self._settled_to is not None

    def lived(self, reading: Reading, today: Day) -> Lived:
        """All days from the first step's start to `today`."""
        routine = reading.routine()
        begins = min((step.start for step in routine.steps), default=today)
        if self._settled_to is None:
            self._reach = timedelta(days=reach(routine))
            last = max(begins, today - 2 * self._reach) - ONE_DAY
            course = Course(routine, reading.log(), today)
            self._rows = list(rows(course, begins, last))
            self._turns = turns_of(self._rows)
            self._settled_to = last
        recent = plan_rows(reading, self._settled_to + ONE_DAY, today, today)
        turns = self._turns + turns_of(recent)
        return Lived(today, routine, reading.settings(), self._rows + recent, turns)

    def forget(self, change: Change) -> None:
        """Drop what is kept where `change` may have moved it."""
        if change.kinds == {"rating"}:
            return
        touched = change.first
        is_recent = touched is not None and self._is_untouched_by(touched)
        if not (is_recent and change.kinds <= {"entry", "rating"}):
            self._settled_to = None

    def _is_untouched_by(self, day: Day) -> bool:
        """Whether a deed on `day` is too late for the rules to look at it from a kept day."""
        return self._settled_to is not None and day > self._settled_to + self._reach
