"""Call a group something else, and say anew which steps it has."""

from collections.abc import Sequence

from tracker.actions.change import Change
from tracker.actions.group import grouped
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.supposed import Supposed, settle
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import NAME_LENGTH, Outside
from tracker.domain.routine import Routine, StepId


def regrouped(
    reading: Reading, today: Day, name: str, called: str, priority: Sequence[StepId], begins: Day
) -> Routine:
    """The routine with those steps as the group from `begins` on, as in `grouped`.

    The group of that `name` is `called` so at once: a name is shown and not asked for. Raises
    `BadInput` for a name that another group has or had.
    """
    named = _renamed(reading.routine(), name, called)
    return grouped(Supposed(reading, named), today, called, priority, begins)


def regroup(
    store: Store, clock: Clock, name: str, called: str, priority: Sequence[StepId], begins: Day
) -> Change | None:
    """Change the group; None where it is so already."""
    with store.writing("group" if priority else "ungroup", name=called) as work:
        known = _renamed(work.routine(), name, called)
        after = regrouped(work, present_day(work, clock), name, called, priority, begins)
        if after.groups != known.groups:
            work.tell(first=begins.isoformat())
        settle(work, after)
    return work.change


def _renamed(routine: Routine, name: str, called: str) -> Routine:
    Outside(called, "name").text(NAME_LENGTH)
    if called == name:
        return routine
    if any(one.name == called for one in routine.groups):
        raise BadInput("group_name_taken", where="name", name=called)
    groups = (one._replace(name=called) if one.name == name else one for one in routine.groups)
    return routine._replace(groups=tuple(groups))
