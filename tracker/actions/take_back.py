"""Take back a change of a step's schedule that is still to come."""

from tracker.actions.change import Change
from tracker.actions.edit import with_step
from tracker.actions.find import known_step
from tracker.actions.from_a_day import check_past
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.supposed import settle
from tracker.actions.versions import without_version
from tracker.domain.day import Day
from tracker.domain.routine import Routine, StepId


def taken_back(reading: Reading, today: Day, step_id: StepId, begins: Day) -> Routine:
    """The routine in which what was to hold of the step from `begins` on never does.

    What holds before goes on, up to the next change. Raises `BadInput` where nothing was to begin
    that day, and where it has begun before today.
    """
    routine = reading.routine()
    after = with_step(routine, without_version(known_step(routine, step_id), begins))
    return check_past(reading, today, after, begins, rewrites=False)


def take_back(store: Store, clock: Clock, step_id: StepId, begins: Day) -> Change | None:
    """Let what holds before `begins` go on."""
    with store.writing("take_back", step=step_id, first=begins.isoformat()) as work:
        after = taken_back(work, present_day(work, clock), step_id, begins)
        work.tell(name=after.step(step_id).name)
        settle(work, after)
    return work.change
