"""Let a step end, or go on with one that ended."""

from tracker.actions.change import Change
from tracker.actions.edit import with_step
from tracker.actions.find import known_step
from tracker.actions.from_a_day import check_day, check_past
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.step_days import check_logged, logged_days
from tracker.actions.supposed import settle
from tracker.actions.take_out import without_step
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import Pause, Routine, Step, StepId


def retired(
    reading: Reading, today: Day, step_id: StepId, last: Day, *, rewrites: bool = False
) -> Routine:
    """The routine in which `last` is the last day of the step; what was logged of it stays.

    A step that would end before it starts is taken out whole, references to it included. Raises
    `BadInput` for a step that ended before, for one that is logged on a later day, and for days
    gone by without `rewrites`.
    """
    check_day(last)
    routine = reading.routine()
    known = known_step(routine, step_id)
    if known.end is not None and known.end < last:
        raise BadInput("retired_already", name=known.name, day=known.end, today=today)
    if known.end == last:
        return routine
    after = ended(reading, routine, known, last)
    first = max(last + ONE_DAY, known.start)
    return check_past(reading, today, after, first, rewrites=rewrites)


def retire(
    store: Store, clock: Clock, step_id: StepId, last: Day, *, rewrites: bool = False
) -> Change | None:
    """Let the step end with `last`; None where it does."""
    with store.writing("retire") as work:
        known = known_step(work.routine(), step_id)
        settle(work, retired(work, present_day(work, clock), step_id, last, rewrites=rewrites))
        work.tell(step=step_id, name=known.name)
        if known.start <= last:
            work.tell(last=last.isoformat())
    return work.change


def brought_back(
    reading: Reading, today: Day, step_id: StepId, first: Day, *, rewrites: bool = False
) -> Routine:
    """The routine in which a step that ended goes on from `first`.

    On the days between it is paused: nobody missed it then. Raises `BadInput` for a step that did
    not end, and for a `first` gone by without `rewrites`.
    """
    check_day(first)
    routine = reading.routine()
    known = known_step(routine, step_id)
    if known.end is None:
        raise BadInput("not_retired", name=known.name)
    if first < today and not rewrites:
        raise BadInput("day_is_past", day=first, today=today)
    after = going_on(routine, known, first)
    return check_past(reading, today, after, known.end + ONE_DAY, rewrites=True)


def bring_back(
    store: Store, clock: Clock, step_id: StepId, first: Day, *, rewrites: bool = False
) -> Change | None:
    """Go on with the step from `first`."""
    with store.writing("bring_back", step=step_id, first=first.isoformat()) as work:
        after = brought_back(work, present_day(work, clock), step_id, first, rewrites=rewrites)
        work.tell(name=after.step(step_id).name)
        settle(work, after)
    return work.change


def ended(reading: Reading, routine: Routine, known: Step, last: Day) -> Routine:
    """The routine in which the step ends; raises `BadInput` where it is logged on a later day."""
    if last < known.start:
        if logged := logged_days(reading, known.id):
            raise BadInput("logged_after_end", name=known.name, day=max(logged))
        return without_step(routine, known.id)
    step = known._replace(end=last)
    check_logged(reading, known, step)
    return with_step(routine, step)


def going_on(routine: Routine, known: Step, first: Day, end: Day | None = None) -> Routine:
    """The routine in which a step that ended is paused until `first`, and then goes on to `end`."""
    after = with_step(routine, known._replace(end=end))
    if known.end is None or known.end + ONE_DAY >= first:
        return after
    between = Pause(known.end + ONE_DAY, first - ONE_DAY, (known.id,))
    return after._replace(pauses=tuple(dict.fromkeys((*after.pauses, between))))
