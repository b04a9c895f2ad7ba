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


class Planned(NamedTuple):
    """The rows of a routine by day, and for each the next turn of its step, where one is near."""

    routine: Routine
    rows: tuple[Row, ...]
    back_on: Mapping[tuple[Day, StepId], Day]


def planned(reading: Reading, first: Day, last: Day, today: Day) -> Planned:
    """The plan from `first` to `last` as at `today`."""
    routine = reading.routine()

    def ask(course: Course) -> Planned:
        found = tuple(rows(course, first, last))
        return Planned(routine, found, back_days(course, found))

    return ask_course(reading, routine, first, today, ask)
