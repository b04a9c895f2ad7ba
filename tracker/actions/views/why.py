"""What is there to say of why a step stands on a day as it does?

A `Why` holds what the sentence is made of: `tracker.words.why` makes it, the same for the window
and the command line.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final, NamedTuple

from tracker.actions.courses import ask_course
from tracker.actions.find import known_step
from tracker.actions.ports import Reading
from tracker.actions.views.coming import last_of, next_turns
from tracker.domain.course import Course
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.log import Deed, Entry
from tracker.domain.phases import phase_of
from tracker.domain.plan import rows
from tracker.domain.routine import Pause, Routine, Slot, Step, StepId, Treatment
from tracker.domain.row import Row
from tracker.domain.rule.base import Phase, Rule, Status
from tracker.domain.slip import Slip, slip_of

_MAY_SLIP: Final = frozenset(("due", "optional", "resting", "missed", "open"))
_WEEK: Final = timedelta(days=7)
_SPOKEN_BY_ANOTHER: Final = ("displaced_by", "too_close_to")


class Other(NamedTuple):
    """Another step that speaks: it has the turn, or was used too short a while ago.

    `did` is what was logged of it on the day itself, `last_use` its use before that day, `apart`
    for how many days after one the step rests. `is_first`: it stands before the step in their
    group.
    """

    name: str
    did: Deed | None
    last_use: Day | None = None
    apart: int = 0
    is_first: bool = False


class Why(NamedTuple):
    """A step on a day, and what speaks for how it stands.

    `reason` and `until` are the plan's, `back_on` the next turn by the forecast; None where that
    is over. `rule` is the one in force and `phase` the one of its cycle that holds the day.
    `pauses` and `treatments` are those that cover it, `other` the step to which it gave way, on a
    missed day too. `answered_on` is the day on which a moved turn was made up, `said` the
    reason that was logged, `slip` how the turn can still be made up: on its day, and today. `last`
    is the step's last day, where it is over before the reason is.
    """

    day: Day
    step: StepId
    name: str
    slot: Slot
    status: Status
    reason: str | None = None
    until: Day | None = None
    back_on: Day | None = None
    rule: Rule | None = None
    phase: Phase | None = None
    last_use: Day | None = None
    pauses: tuple[Pause, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    other: Other | None = None
    answered_on: Day | None = None
    said: str | None = None
    slip: Slip | None = None
    last: Day | None = None


def whys_of(reading: Reading, day: Day, today: Day) -> tuple[Why, ...]:
    """Why each step that is part of the routine that day stands as it does, in their order."""
    entries = {entry.step: entry for entry in reading.entries(day, day)}

    def ask(course: Course) -> tuple[Why, ...]:
        ahead = next_turns(course, day)
        return tuple(_why(course, row, ahead, entries) for row in rows(course, day, day))

    return ask_course(reading, reading.routine(), day, today, ask)


def why_view(reading: Reading, step_id: StepId, day: Day, today: Day) -> Why:
    """Why the step stands on `day` as it does.

    Raises `BadInput` where it is no part of the routine that day.
    """
    step = known_step(reading.routine(), step_id)
    found = next((why for why in whys_of(reading, day, today) if why.step == step_id), None)
    if found is None:
        raise BadInput("step_not_on_day", name=step.name, day=day, today=today)
    return found


def why_by(reading: Reading, row: Row, today: Day) -> Why:
    """Why the step stands as `row` says, which need not be the plan's: a refusal has its own."""

    def ask(course: Course) -> Why:
        return _why(course, row, next_turns(course, row.day), {})

    return ask_course(reading, reading.routine(), row.day, today, ask)


def _why(
    course: Course, row: Row, ahead: Mapping[StepId, Day], entries: Mapping[StepId, Entry]
) -> Why:
    step, entry = course.routine.step(row.step), entries.get(row.step)
    version = step.version_on(row.day)
    back_on = ahead.get(step.id)
    return Why(
        day=row.day,
        step=step.id,
        name=step.name,
        slot=step.slot,
        status=row.status,
        reason=row.reason,
        until=row.until,
        back_on=None if back_on is None or back_on < course.today else back_on,
        rule=None if version is None else version.rule,
        phase=phase_of(step, row.day),
        last_use=course.last_use(step.id, row.day),
        pauses=_pauses(course.routine, row),
        treatments=_treatments(course.routine, row),
        other=_gave_way(course, row) if row.status == "missed" else _other(course, step, row),
        answered_on=_answered_on(course, row) if row.status == "moved" else None,
        said=None if entry is None else entry.reason,
        slip=_slip(course, step, row),
        last=last_of(step, row),
    )


def _slip(course: Course, step: Step, row: Row) -> Slip | None:
    version = step.version_on(course.today)
    near = timedelta() if version is None else max(_WEEK, timedelta(days=version.rule.reach))
    if not course.today - near <= row.day <= course.today or row.status not in _MAY_SLIP:
        return None
    slip = slip_of(course, step)
    return slip if slip is not None and row.day in (slip.turn, course.today) else None


def _pauses(routine: Routine, row: Row) -> tuple[Pause, ...]:
    return tuple(
        one
        for one in routine.pauses
        if one.begins <= row.day
        and (one.ends is None or row.day <= one.ends)
        and (one.steps is None or row.step in one.steps)
    )


def _treatments(routine: Routine, row: Row) -> tuple[Treatment, ...]:
    return tuple(
        one
        for one in routine.treatments
        if one.day <= row.day <= one.day + timedelta(days=one.rest_days)
        and (one.steps is None or row.step in one.steps)
    )


def _other(course: Course, step: Step, row: Row) -> Other | None:
    """The step that the reason names."""
    code, _colon, other_id = (row.reason or "").partition(":")
    if code not in _SPOKEN_BY_ANOTHER:
        return None
    known = next((one for one in course.routine.steps if one.id == other_id), None)
    return Other(
        other_id if known is None else known.name,
        course.log.deed(other_id, row.day),
        course.last_use(other_id, row.day),
        next((one.days for one in step.not_after_on(row.day) if one.step == other_id), 0),
        _is_first(course, other_id, row),
    )


def _is_first(course: Course, other: StepId, row: Row) -> bool:
    orders = (group.priority for group in course.routine.groups_on(row.day))
    shared = next((order for order in orders if other in order and row.step in order), None)
    return shared is not None and shared.index(other) < shared.index(row.step)


def _gave_way(course: Course, row: Row) -> Other | None:
    """To which step a missed one gave way on the day itself, before anything was logged."""
    step, log = course.routine.step(row.step), course.log
    group = [one for one in course.routine.groups_on(row.day) if step.id in one.priority]
    if not group:
        return None
    for member in group[0].priority:
        log = log.with_deed(member, row.day, None)
    then = Course(course.routine, log, row.day).standings(row.day)[step.id]
    return _other(course, step, row._replace(reason=then.reason))


def _answered_on(course: Course, row: Row) -> Day | None:
    """The day of the deed that made up a moved turn.

    Without it, and without what was logged later, the turn would not have been moved.
    """
    log, version = course.log, course.routine.step(row.step).version_on(row.day)
    near = 0 if version is None else version.rule.reach
    logged: list[Day] = [*log.ticks.get(row.step, ()), *log.skips.get(row.step, ())]
    for day in sorted((day for day in logged if abs((day - row.day).days) <= near), reverse=True):
        log = log.with_deed(row.step, day, None)
        judged = rows(Course(course.routine, log, course.today), row.day, row.day)
        if not any(one.step == row.step and one.status == "moved" for one in judged):
            return day
    return None
