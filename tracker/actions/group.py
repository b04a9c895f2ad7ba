"""Say which steps have at most one turn a day among them, and which of them comes first."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from tracker.actions.change import Change
from tracker.actions.find import known_step
from tracker.actions.from_a_day import check_day, check_past
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.supposed import settle
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import NAME_LENGTH, Outside
from tracker.domain.routine import Group, Routine, StepId

_Groups: TypeAlias = tuple[Group, ...]


def grouped(
    reading: Reading,
    today: Day,
    name: str,
    priority: Sequence[StepId],
    begins: Day,
    *,
    rewrites: bool = False,
) -> Routine:
    """The routine with those steps as the group of that name from `begins` on; none end it.

    Versions of the group that were to begin then or later give way; where it is so then already,
    all stay. Raises `BadInput` for a step that is unknown, named twice or in another group then,
    and for what would change past days without `rewrites`.
    """
    routine = reading.routine()
    wanted = Group(name, tuple(priority), begins)
    _check(routine, wanted)
    in_force = next((one for one in routine.groups_on(begins) if one.name == name), None)
    if wanted.priority == (() if in_force is None else in_force.priority):
        return routine
    after = with_group(routine, wanted)
    check_apart(after, name, begins)
    return check_past(reading, today, after, begins, rewrites=rewrites)


def group(
    store: Store,
    clock: Clock,
    name: str,
    priority: Sequence[StepId],
    begins: Day,
    *,
    rewrites: bool = False,
) -> Change | None:
    """Make those steps the group of that name from `begins` on; None where they are it."""
    facts = {"name": name, "first": begins.isoformat()}
    with store.writing("group" if priority else "ungroup", **facts) as work:
        present = present_day(work, clock)
        settle(work, grouped(work, present, name, priority, begins, rewrites=rewrites))
    return work.change


def _check(routine: Routine, wanted: Group) -> None:
    """Raise `BadInput` for what a document could not hold either."""
    Outside(wanted.name, "name").text(NAME_LENGTH)
    check_day(begins_on(wanted), "from")
    for place, step in enumerate(wanted.priority):
        known = known_step(routine, step)
        if step in wanted.priority[:place]:
            raise BadInput("step_twice", name=known.name)


def with_group(routine: Routine, wanted: Group) -> Routine:
    """The routine with that version of the group, in place of those from its day on."""
    others = tuple(one for one in routine.groups if one.name != wanted.name)
    return routine._replace(groups=(*others, *_versions(routine, others, wanted)))


def check_apart(after: Routine, name: str, since: Day) -> None:
    """Raise `BadInput` where a step of the group is in another one on a day from `since` on."""
    later = {begins_on(one) for one in after.groups if begins_on(one) > since}
    for day in sorted({since, *later}):
        groups = after.groups_on(day)
        own = {step for one in groups if one.name == name for step in one.priority}
        for other in groups:
            shared = [step for step in other.priority if step in own]
            if other.name != name and shared:
                raise BadInput(
                    "in_another_group", name=after.step(shared[0]).name, group=other.name
                )


def begins_on(group: Group) -> Day:
    """The day from which the version holds; before all others for always."""
    return group.begins or Day.min


def _versions(routine: Routine, others: _Groups, wanted: Group) -> _Groups:
    """The group's versions with the wanted one, which needs no day where none of it was before."""
    own = [one for one in routine.groups if one.name == wanted.name]
    before = tuple(
        sorted((one for one in own if begins_on(one) < begins_on(wanted)), key=begins_on)
    )
    if _is_first(routine, (*before, wanted)) and not _shares(wanted, others):
        wanted, before = wanted._replace(begins=None), ()
    if wanted.priority == (before[-1].priority if before else ()):
        return before
    return (*before, wanted)


def _is_first(routine: Routine, versions: _Groups) -> bool:
    """Whether no step of them is there before the last one begins."""
    steps = {step for one in versions for step in one.priority}
    return all(routine.step(step).start >= begins_on(versions[-1]) for step in steps)


def _shares(wanted: Group, others: Iterable[Group]) -> bool:
    return any(set(wanted.priority) & set(one.priority) for one in others)
