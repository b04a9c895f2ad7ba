"""How does a step become, from a day on, what it is elsewhere?"""

from typing import TypeAlias

from tracker.actions.edit import with_step
from tracker.actions.ports import Reading
from tracker.actions.reorder import last_place
from tracker.actions.retire import ended, going_on
from tracker.actions.step_days import check_logged, moved_to
from tracker.actions.versions import Terms, enforced, extended, plans_alike, terms_on
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import Routine, Step, Version

_Timeline: TypeAlias = list[tuple[Day, Terms]]


def with_followed(reading: Reading, routine: Routine, wanted: Step, begins: Day) -> Routine:
    """The routine with the step as it is wanted from `begins` on, and before it as it was."""
    known = next((one for one in routine.steps if one.id == wanted.id), None)
    if known is None:
        return _with_new(routine, wanted, begins)
    moved = moved_to(known, _start(known, wanted, begins))
    step = _at_once(routine, _rescheduled(moved, wanted, begins), wanted)
    check_logged(reading, known, step)
    return _with_end(reading, with_step(routine, step), step, wanted.end, begins)


def _with_new(routine: Routine, wanted: Step, begins: Day) -> Routine:
    """The routine with a step that it has not known, unless that is over by then."""
    if wanted.end is not None and wanted.end < begins:
        return routine
    schedule = _since(wanted, begins)
    step = wanted._replace(start=max(wanted.start, begins), schedule=schedule)
    return routine._replace(steps=(*routine.steps, step))


def _start(known: Step, wanted: Step, begins: Day) -> Day:
    """The first day: as it was where that is before `begins`, for no such day changes."""
    if known.start >= begins:
        return max(wanted.start, begins)
    if wanted.start > begins:
        where = f"steps[{known.id}].start"
        raise BadInput("starts_later", where=where, name=known.name, day=begins)
    return known.start


def _rescheduled(step: Step, wanted: Step, begins: Day) -> Step:
    """The step with the wanted schedule from `begins` on."""
    theirs = _timeline(wanted, begins)
    if theirs == _timeline(step, begins):
        return step
    kept = tuple(version for version in step.schedule if version.begins < begins)
    if not kept:
        schedule = _since(wanted, begins)
        return step._replace(schedule=schedule, not_after=wanted.not_after, enforce=wanted.enforce)
    step = step._replace(schedule=kept)
    day, terms = theirs[0]
    if day == begins and plans_alike(terms, terms_on(step, begins)):
        step, theirs = enforced(step, terms[2], begins), theirs[1:]
    for day, terms in theirs:
        step = extended(step, terms, day)
    return step


def _at_once(routine: Routine, step: Step, wanted: Step) -> Step:
    """The step with all that holds on days gone by too."""
    is_moved = wanted.slot != step.slot
    position = last_place(routine, wanted.slot) if is_moved else step.position
    return step._replace(
        name=wanted.name,
        kind=wanted.kind,
        slot=wanted.slot,
        position=position if wanted.position is None else wanted.position,
        product=wanted.product,
        used_before=wanted.used_before,
        remind_at=wanted.remind_at,
        note=wanted.note,
    )


def _with_end(
    reading: Reading, routine: Routine, step: Step, end: Day | None, begins: Day
) -> Routine:
    """The routine in which the step ends as is wanted, which is no day before `begins`."""
    if step.end is not None and step.end < begins - ONE_DAY:
        is_over = end is not None and end < begins
        return routine if is_over else going_on(routine, step, begins, end)
    if end is None:
        return with_step(routine, step._replace(end=None))
    return ended(reading, routine, step, max(end, begins - ONE_DAY))


def _timeline(step: Step, begins: Day) -> _Timeline:
    """What holds from `begins` on, and from which days."""
    return [(one.begins, terms_on(step, one.begins)) for one in _since(step, begins)]


def _since(step: Step, begins: Day) -> tuple[Version, ...]:
    """The versions from `begins` on, the one in force then among them."""
    later = tuple(one for one in step.schedule if one.begins > begins)
    version = step.version_on(begins)
    return later if version is None else (version._replace(begins=begins), *later)
