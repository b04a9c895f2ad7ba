"""What does a plan for people hold, beyond its rows?"""

from collections.abc import Mapping
from typing import NamedTuple

from tracker.actions.courses import ask_course
from tracker.actions.ports import Reading
from tracker.actions.views.coming import back_days
from tracker.domain.course import Course
from tracker.domain.day import Day
from tracker.domain.plan import rows
from tracker.domain.routine import Routine, StepId
from tracker.domain.row import Row
from tracker.domain.slip import Slip, slip_of


class Planned(NamedTuple):
    """The rows of a routine by day, and for each the next turn of its step, where one is near.

    `slips` are turns that can still be made up, where today is among the days.
    """

    routine: Routine
    rows: tuple[Row, ...]
    back_on: Mapping[tuple[Day, StepId], Day]
    slips: Mapping[tuple[Day, StepId], Slip]


def planned(reading: Reading, first: Day, last: Day, today: Day) -> Planned:
    """The plan from `first` to `last` as at `today`."""
    routine = reading.routine()

    def ask(course: Course) -> Planned:
        found = tuple(rows(course, first, last))
        back_on = back_days(course, found)
        return Planned(routine, found, back_on, _slips(course) if first <= today <= last else {})

    return ask_course(reading, routine, first, today, ask)


def _slips(course: Course) -> dict[tuple[Day, StepId], Slip]:
    slips = (slip_of(course, step) for step in course.routine.steps)
    return {(course.today, slip.step): slip for slip in slips if slip is not None}
