"""Follow steps and groups from elsewhere, such as a file, from a day on."""

from collections.abc import Iterable
from typing import NamedTuple

from tracker.actions.change import Change
from tracker.actions.followed_step import with_followed
from tracker.actions.from_a_day import check_day, check_past
from tracker.actions.group import begins_on, check_apart, with_group
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.reorder import in_order
from tracker.actions.retire import ended
from tracker.actions.supposed import settle
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import SLOTS, Group, Routine, Step


class Followed(NamedTuple):
    """Steps, known by their ids, and groups, known by their names; with `only`, all others end."""

    steps: tuple[Step, ...]
    groups: tuple[Group, ...] = ()
    only: bool = False


def followed(
    reading: Reading, today: Day, wanted: Followed, begins: Day, *, rewrites: bool = False
) -> Routine:
    """The routine that is as wanted from `begins` on, and before it as it was.

    What needs no day, such as a name or the order, holds at once. Raises `BadInput` for what
    cannot be, and for a day gone by without `rewrites`.
    """
    check_day(begins, "from")
    routine = reading.routine()
    for step in wanted.steps:
        routine = with_followed(reading, routine, step, begins)
    if wanted.only:
        routine = _without_others(reading, routine, wanted, begins)
    ids = [one.id for one in Routine(wanted.steps).ordered()]
    for slot in SLOTS:
        there = {one.id for one in routine.steps if one.slot == slot}
        routine = in_order(routine, slot, [one for one in ids if one in there])
    after = _with_groups(routine, wanted, begins)
    return check_past(reading, today, after, begins, rewrites=rewrites)


def follow(
    store: Store, clock: Clock, wanted: Followed, begins: Day, *, rewrites: bool = False
) -> Change | None:
    """Follow them from `begins` on; None where it is so already."""
    with store.writing("follow", first=begins.isoformat()) as work:
        settle(work, followed(work, present_day(work, clock), wanted, begins, rewrites=rewrites))
    return work.change


def _without_others(reading: Reading, routine: Routine, wanted: Followed, begins: Day) -> Routine:
    """The routine in which all steps that are not among the wanted ones end before `begins`."""
    named = {step.id for step in wanted.steps}
    others = [one.id for one in routine.steps if one.id not in named]
    for other in others:
        step = routine.step(other)
        if step.end is None or step.end >= begins:
            routine = ended(reading, routine, step, begins - ONE_DAY)
    return routine


def _with_groups(routine: Routine, wanted: Followed, begins: Day) -> Routine:
    """The routine with the groups that are wanted from `begins` on."""
    names = dict.fromkeys(one.name for one in wanted.groups)
    others = [one.name for one in routine.groups if wanted.only and one.name not in names]
    for name in names:
        theirs = _since(wanted.groups, name, begins)
        if theirs != _since(routine.groups, name, begins):
            for one in theirs:
                there = {step.id for step in routine.steps}
                members = tuple(step for step in one.priority if step in there)
                routine = with_group(routine, one._replace(priority=members))
    for name in others:
        routine = with_group(routine, Group(name, (), begins))
    for name in names:
        check_apart(routine, name, begins)
    return routine


def _since(groups: Iterable[Group], name: str, begins: Day) -> list[Group]:
    """The group's versions from `begins` on, the one in force then among them."""
    own = sorted((one for one in groups if one.name == name), key=begins_on)
    before = [one for one in own if begins_on(one) <= begins][-1:]
    later = [one for one in own if begins_on(one) > begins]
    return [*(one._replace(begins=begins) for one in before), *later]
