"""What comes next: the next turn of each step, and where its cycle stands?"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby
from typing import Final

from tracker.actions.views.today import Coming, ComingKind, PhaseBar
from tracker.domain.course import Course
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.phases import phase_of
from tracker.domain.routine import Routine, Step, StepId
from tracker.domain.row import Row

HORIZON: Final = 100
"""How many days ahead a next turn is looked for; in some groups one never comes."""
_MOST: Final = 4
_LONG_RESTS: Final = frozenset(("month_off", "phase_off", "paused", "recovery", "not_started"))


def next_turns(course: Course, day: Day) -> dict[StepId, Day]:
    """For each step, the first day after `day` that the plan asks for it."""
    first = day + ONE_DAY
    wanted = {step.id for step in course.routine.steps if _will_come(course, step.id, first)}
    found: dict[StepId, Day] = {}
    for number in range(HORIZON):
        if not wanted:
            break
        ahead = first + timedelta(days=number)
        turns = [s for s, standing in course.standings(ahead).items() if standing.state == "due"]
        found.update((step, ahead) for step in turns if step in wanted)
        wanted.difference_update(turns)
    return found


def back_days(course: Course, rows: Sequence[Row]) -> dict[tuple[Day, StepId], Day]:
    """For each row, given by day, the next day on which the plan asks for its step."""
    if not rows:
        return {}
    first, last = rows[0].day, rows[-1].day
    ahead, found = next_turns(course, last), {}
    by_day = {day: list(own) for day, own in groupby(rows, key=lambda row: row.day)}
    for number in range((last - first).days, -1, -1):
        day = first + timedelta(days=number)
        for row in by_day.get(day, ()):
            back = ahead.get(row.step)
            if back is not None and (back - day).days <= HORIZON:
                found[day, row.step] = back
        turns = course.standings(day).items()
        ahead.update((step, day) for step, standing in turns if standing.state == "due")
    return found


def last_of(step: Step, row: Row) -> Day | None:
    """The step's last day, where it is over before the reason is that rests it."""
    is_over = step.end is not None and row.until is not None and step.end < row.until
    return step.end if is_over else None


def _will_come(course: Course, step: StepId, first: Day) -> bool:
    """Whether it is worth looking: the step has not ended, waits for no one, and is ever due."""
    known = next(one for one in course.routine.steps if one.id == step)
    version = known.version_on(max(first, known.start))
    if (known.end is not None and known.end < first) or (version and not version.rule.ever_asks):
        return False
    standing = course.standings(first).get(step)
    return standing is None or standing.state != "paused" or standing.until is not None


def coming_of(course: Course, day: Day, ahead: dict[StepId, Day]) -> tuple[Coming, ...]:
    """The next turns after `day` of steps that are not everyday ones, soonest first, at most four.

    `ahead` are the next turns of all.
    """
    tomorrow = day + ONE_DAY
    standings = course.standings(day)
    found = []
    for step in course.routine.ordered():
        turn = ahead.get(step.id)
        standing = standings.get(step.id)
        if turn is None or standing is None or (standing.state == "due" and turn == tomorrow):
            continue
        kind: ComingKind = "back" if standing.reason in _LONG_RESTS else "turn"
        found.append(Coming(step.id, step.name, turn, kind))
    return tuple(sorted(found, key=lambda coming: coming.day)[:_MOST])


def phase_bars(routine: Routine, day: Day) -> tuple[PhaseBar, ...]:
    """The cycles that run on `day`, each with the phases around it."""
    found = []
    for step in routine.ordered():
        running = phase_of(step, day) if step.exists_on(day) else None
        if running is None:
            continue
        after = phase_of(step, running.until)
        before = phase_of(step, running.first - ONE_DAY)
        number = (day - running.first).days + 1
        if after is not None:
            found.append(PhaseBar(step.id, step.name, before, running, after, number))
    return tuple(found)
