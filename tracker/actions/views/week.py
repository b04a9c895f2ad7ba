"""How did each day of a week go, and what did a phase that is over come to?"""

from datetime import timedelta
from typing import Final

from tracker.actions.views.today import Changeover, DayMark, PhaseBar, WeekDay
from tracker.domain.course import Course
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.plan import rows
from tracker.domain.row import Row
from tracker.domain.turn import turns_of

TELLING: Final = 3
"""For how many days a new phase is told of: not everybody looks in on its first day."""


def week_of(course: Course, first: Day) -> tuple[WeekDay, ...]:
    """The seven days from `first`, judged up to today."""
    days = [first + timedelta(days=number) for number in range(7)]
    known = list(rows(course, first, min(days[-1], course.today)))
    return tuple(WeekDay(day, mark_of([row for row in known if row.day == day])) for day in days)


def mark_of(of_day: list[Row]) -> DayMark | None:
    """How a day up to today went; None where nothing was asked, or nothing is decided yet."""
    outcomes = [turn.outcome for turn in turns_of(of_day)]
    done, missed = outcomes.count("done"), outcomes.count("missed")
    if not outcomes:
        return "paused" if any(row.status == "paused" for row in of_day) else None
    if any(row.status == "due" for row in of_day):
        return None
    if missed == 0:
        return "done" if done else None
    return "some" if done else "missed"


def turned(bars: tuple[PhaseBar, ...], day: Day) -> tuple[PhaseBar, ...]:
    """The cycles in which another phase began on `day`, or a little before."""
    return tuple(
        bar for bar in bars if bar.before is not None and (day - bar.running.first).days < TELLING
    )


def changeovers(course: Course, bars: tuple[PhaseBar, ...]) -> tuple[Changeover, ...]:
    """What the phases that are just over came to."""
    return tuple(_changeover(course, bar) for bar in bars)


def _changeover(course: Course, bar: PhaseBar) -> Changeover:
    over = bar.before
    if over is None:
        raise AssertionError(bar)
    own = [row for row in rows(course, over.first, over.until - ONE_DAY) if row.step == bar.step]
    outcomes = [turn.outcome for turn in turns_of(own) if turn.is_decided]
    done = outcomes.count("done")
    slot = course.routine.step(bar.step).slot
    return Changeover(bar.step, bar.name, slot, over, done, len(outcomes), bar.running)
