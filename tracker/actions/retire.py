"""Let a step end, or begin again with one that ended."""

from tracker.actions.change import Change
from tracker.actions.edit import with_step
from tracker.actions.find import known_step
from tracker.actions.from_a_day import check_day, check_past
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.step_days import check_logged
from tracker.actions.supposed import settle
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import Pause, Routine, StepId


def retired(
    reading: Reading, today: Day, step_id: StepId, last: Day, *, rewrites: bool = False
) -> Routine:
    """The routine in which `last` is the last day of the step; what was logged stays.

    Raises `BadInput` for a day before its first, for a step that ends by then anyway, and for days
    gone by without `rewrites`.
    """
    check_day(last)
    routine = reading.routine()
    known = known_step(routine, step_id)
    if known.end is not None and known.end < last:
        raise BadInput("retired_already", name=known.name, day=known.end, today=today)
    if last < known.start:
        raise BadInput("retired_unbegun", name=known.name, day=known.start, today=today)
    if known.end == last:
        return routine
    step = known._replace(end=last)
    check_logged(reading, known, step)
    after = with_step(routine, step)
    return check_past(reading, today, after, last + ONE_DAY, rewrites=rewrites)


def retire(
    store: Store, clock: Clock, step_id: StepId, last: Day, *, rewrites: bool = False
) -> Change | None:
    """Let the step end with `last`; None where it does."""
    with store.writing("retire", last=last.isoformat()) as work:
        after = retired(work, present_day(work, clock), step_id, last, rewrites=rewrites)
        work.tell(step=step_id, name=after.step(step_id).name)
        settle(work, after)
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
    ended = known.end + ONE_DAY
    after = with_step(routine, known._replace(end=None))
    if ended < first:
        between = Pause(ended, first - ONE_DAY, (step_id,))
        after = after._replace(pauses=(*routine.pauses, between))
    if first < today and not rewrites:
        raise BadInput("day_is_past", day=first, today=today)
    return check_past(reading, today, after, min(ended, first), rewrites=True)


def bring_back(
    store: Store, clock: Clock, step_id: StepId, first: Day, *, rewrites: bool = False
) -> Change | None:
    """Go on with the step from `first`."""
    with store.writing("bring_back", step=step_id, first=first.isoformat()) as work:
        after = brought_back(work, present_day(work, clock), step_id, first, rewrites=rewrites)
        work.tell(name=after.step(step_id).name)
        settle(work, after)
    return work.change
