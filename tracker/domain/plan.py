"""What is the status of every step on every day of a range?"""

from collections.abc import Iterator
from datetime import timedelta

from tracker.domain.course import Course
from tracker.domain.day import Day
from tracker.domain.log import Log
from tracker.domain.routine import Routine, Step, StepId
from tracker.domain.row import Row
from tracker.domain.rule.base import Standing


def plan(routine: Routine, log: Log, first: Day, last: Day, today: Day) -> list[Row]:
    """The rows from `first` to `last`, by day, then slot and position.

    Days before `today` are judged, days after it forecast. Raises `LogTooShort` where `log` does
    not reach back far enough.
    """
    return list(rows(Course(routine, log, today), first, last))


def rows(course: Course, first: Day, last: Day) -> Iterator[Row]:
    """The rows of a course from `first` to `last`, by day, then slot and position."""
    steps = course.routine.ordered()
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        standings = course.standings(day)
        for step in steps:
            standing = standings.get(step.id)
            if standing is not None:
                yield _row(course, step, day, standing)


def row_of(course: Course, step_id: StepId, day: Day) -> Row | None:
    """The row of one step; None where it is no part of the routine that day."""
    standing = course.standings(day).get(step_id)
    return None if standing is None else _row(course, course.routine.step(step_id), day, standing)


def _row(course: Course, step: Step, day: Day, standing: Standing) -> Row:
    deed = course.log.deed(step.id, day)
    if deed == "tick":
        if standing.is_asked:
            return Row(day, step.id, "done")
        return Row(day, step.id, "off_plan", standing.reason, standing.until)
    if not standing.is_asked:
        return Row(day, step.id, standing.state, standing.reason, standing.until)
    if deed == "skip":
        return Row(day, step.id, "skipped")
    if day >= course.today or standing.state == "optional":
        return Row(day, step.id, standing.state)
    version = step.version_on(day)
    if version is None:
        raise AssertionError(step.id, day)
    seen_by = course.in_hindsight(day) if version.rule.reach else course
    sight = seen_by.sight(step, version, day)
    return Row(day, step.id, version.rule.judge(day, sight, course.today))
