"""On which days was each step used or rightly skipped, or is expected to be?"""

from bisect import bisect_left, insort
from collections.abc import Iterable

from tracker.domain.day import Day
from tracker.domain.log import Log
from tracker.domain.routine import StepId


class Answers:
    """The days that answer turns, of every step; it grows while a course is worked out.

    Uses are all ticks. A skip is entered once it is known to have been one (it is none on a day
    of rest). Expected uses are on today and days to come that ask for the step.
    """

    def __init__(self, steps: Iterable[StepId], log: Log) -> None:
        self._logged = {step: list(log.ticks.get(step, ())) for step in steps}
        self._expected: dict[StepId, list[Day]] = {step: [] for step in self._logged}
        self._uses = log.ticks

    def enter_skip(self, step: StepId, day: Day) -> None:
        """The skip on `day` was a skip."""
        insort(self._logged[step], day)

    def expect(self, step: StepId, day: Day) -> None:
        """Take the step as used on `day`, later than every day expected so far."""
        self._expected[step].append(day)

    def logged(self, step: StepId, first: Day, before: Day) -> list[Day]:
        """Uses and skips from `first` to the day before `before`, oldest first."""
        days = self._logged[step]
        return days[bisect_left(days, first) : bisect_left(days, before)]

    def all(self, step: StepId, first: Day, before: Day) -> list[Day]:
        """The same, with the expected uses among them."""
        days = self._expected[step]
        expected = days[bisect_left(days, first) : bisect_left(days, before)]
        return (
            sorted(self.logged(step, first, before) + expected)
            if expected
            else (self.logged(step, first, before))
        )

    def last_use(self, step: StepId, before: Day) -> Day | None:
        """The latest use before `before`, expected ones too."""
        found = [_last(days.get(step), before) for days in (self._uses, self._expected)]
        return max((day for day in found if day is not None), default=None)


def _last(days: list[Day] | None, before: Day) -> Day | None:
    if not days:
        return None
    place = bisect_left(days, before)
    return days[place - 1] if place else None
