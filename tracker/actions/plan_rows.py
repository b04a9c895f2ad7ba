"""What is due from one day to another, and why not?"""

from tracker.actions.courses import ask_course
from tracker.actions.ports import Reading
from tracker.domain.day import Day
from tracker.domain.plan import rows
from tracker.domain.row import Row


def plan_rows(reading: Reading, first: Day, last: Day, today: Day) -> list[Row]:
    """The plan from `first` to `last` as at `today`, by day, then slot and position.

    Of days long gone no later log is read than judges them.
    """
    routine = reading.routine()
    return ask_course(
        reading, routine, first, today, lambda course: list(rows(course, first, last)), last
    )
