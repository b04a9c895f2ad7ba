"""Call a group something else, and say anew which steps it has."""

from collections.abc import Sequence

from tracker.actions.change import Change
from tracker.actions.group import begins_on, grouped
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.supposed import Supposed, settle
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import NAME_LENGTH, Outside
from tracker.domain.routine import Routine, StepId


def regrouped(
    reading: Reading,
    today: Day,
    name: str | None,
    called: str,
    priority: Sequence[StepId],
    begins: Day,
) -> Routine:
    """The routine with those steps as the group from `begins` on, as in `grouped`.

    The group of that `name` is `called` so at once: a name is shown and not asked for. None is a
    new group. Raises `BadInput` for a name that `is_taken`.
    """
    named = _renamed(reading.routine(), name, called, begins)
    return grouped(Supposed(reading, named), today, called, priority, begins)


def regroup(
    store: Store,
    clock: Clock,
    name: str | None,
    called: str,
    priority: Sequence[StepId],
    begins: Day,
) -> Change | None:
    """Change the group, or make it; None where it is so already."""
    with store.writing("group", name=called) as work:
        known = _renamed(work.routine(), name, called, begins)
        after = regrouped(work, present_day(work, clock), name, called, priority, begins)
        if after.groups != known.groups:
            work.call("group" if priority else "ungroup")
            work.tell(first=begins.isoformat())
        settle(work, after)
    return work.change


def is_taken(routine: Routine, name: str | None, called: str, begins: Day) -> bool:
    """Whether another group is `called` so while the group of that `name` is there.

    A new one, None, is there from `begins` on. The name of a group that was over by then is free.
    """
    if called == name:
        return False
    since = _since(routine, name, begins)
    others = (*routine.groups_on(since), *(one for one in routine.groups if begins_on(one) > since))
    return any(one.name == called and one.priority for one in others)


def _since(routine: Routine, name: str | None, begins: Day) -> Day:
    """The first day of the group of that name; of a new one `begins`."""
    return min((begins_on(one) for one in routine.groups if one.name == name), default=begins)


def _renamed(routine: Routine, name: str | None, called: str, begins: Day) -> Routine:
    """The routine with that group called so; what was called so and was over by then stays."""
    Outside(called, "name").text(NAME_LENGTH)
    if is_taken(routine, name, called, begins):
        raise BadInput("group_name_taken", where="name", name=called)
    if name in (None, called):
        return routine
    since = _since(routine, name, begins)
    kept = (one for one in routine.groups if one.name != called or begins_on(one) < since)
    groups = (one._replace(name=called) if one.name == name else one for one in kept)
    return routine._replace(groups=tuple(groups))
