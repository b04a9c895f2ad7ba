"""Which edits lie between one routine and another?"""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from tracker.actions.versions import Terms, terms_on
from tracker.domain.day import Day
from tracker.domain.routine import SLOTS, Group, NotAfter, Routine, Step, StepId
from tracker.domain.rule.base import Rule

EditCode: TypeAlias = Literal[
    "added",
    "taken_out",
    "renamed",
    "kind",
    "slot",
    "details",
    "starts",
    "ends",
    "goes_on",
    "rule",
    "not_after",
    "enforce",
    "given_up",
    "order",
    "group",
    "group_ended",
]


class Edit(NamedTuple):
    """One thing that is another one, of the step `step` or of the group called `name`.

    `day` is the day from which it is so, None for at once or for always. What it becomes is in
    `text` (a name or a code), `rule`, `apart` or `steps`.
    """

    code: EditCode
    name: str
    step: StepId | None = None
    day: Day | None = None
    text: str = ""
    rule: Rule | None = None
    apart: tuple[NotAfter, ...] = ()
    steps: tuple[StepId, ...] = ()


def edits_between(before: Routine, after: Routine) -> tuple[Edit, ...]:
    """What makes `after` of `before`: the steps by slot and position, their order, the groups."""
    known = {step.id: step for step in before.steps}
    kept = {step.id for step in after.steps}
    gone = [step for step in before.ordered() if step.id not in kept]
    return (
        *(Edit("taken_out", step.name, step.id) for step in gone),
        *(one for step in after.ordered() for one in _of_step(known.get(step.id), step)),
        *_orders(before, after),
        *_of_groups(before, after),
    )


def _of_step(known: Step | None, step: Step) -> Iterator[Edit]:
    if known is None:
        yield Edit("added", step.name, step.id, step.start)
        for day, terms in _timeline(step).items():
            yield from _terms(step, day, None, terms)
        return
    yield from _at_once(known, step)
    yield from _days(known, step)
    was, now = _timeline(known), _timeline(step)
    for day, terms in now.items():
        if was.get(day) != terms:
            yield from _terms(step, day, terms_on(known, day), terms)
    for day in sorted(was.keys() - now.keys()):
        if terms_on(step, day) != was[day]:
            yield Edit("given_up", step.name, step.id, day)


def _at_once(known: Step, step: Step) -> Iterator[Edit]:
    if known.name != step.name:
        yield Edit("renamed", known.name, step.id, text=step.name)
    if known.kind != step.kind:
        yield Edit("kind", step.name, step.id, text=step.kind)
    if known.slot != step.slot:
        yield Edit("slot", step.name, step.id, text=step.slot)
    if _details(known) != _details(step):
        yield Edit("details", step.name, step.id)


def _details(step: Step) -> tuple[object, ...]:
    return step.product, step.note, step.remind_at, step.used_before


def _days(known: Step, step: Step) -> Iterator[Edit]:
    if known.start != step.start:
        yield Edit("starts", step.name, step.id, step.start)
    if known.end != step.end:
        code: EditCode = "goes_on" if step.end is None else "ends"
        yield Edit(code, step.name, step.id, step.end)


def _timeline(step: Step) -> dict[Day, Terms]:
    return {version.begins: terms_on(step, version.begins) for version in step.schedule}


def _terms(step: Step, day: Day, known: Terms | None, terms: Terms) -> Iterator[Edit]:
    """What of the terms is another; of a new step all that is said."""
    rule, apart, enforce = terms
    if known is None or known[0] != rule:
        yield Edit("rule", step.name, step.id, day, rule=rule)
    if apart != (known[1] if known else ()):
        yield Edit("not_after", step.name, step.id, day, apart=apart)
    if enforce != (known[2] if known else None):
        yield Edit("enforce", step.name, step.id, day, text=enforce or "")


def _orders(before: Routine, after: Routine) -> Iterator[Edit]:
    """The slots in which steps that were there stand in another order."""
    for slot in SLOTS:
        was = [one.id for one in before.ordered() if one.slot == slot]
        now = [one.id for one in after.ordered() if one.slot == slot]
        common = set(was) & set(now)
        if [one for one in was if one in common] != [one for one in now if one in common]:
            yield Edit("order", "", text=slot, steps=tuple(now))


def _of_groups(before: Routine, after: Routine) -> Iterator[Edit]:
    known = {(one.name, one.begins): one for one in before.groups}
    kept = {(one.name, one.begins) for one in after.groups}
    for one in after.groups:
        if known.get((one.name, one.begins)) != one:
            yield _group(one)
    for gone in before.groups:
        if (gone.name, gone.begins) not in kept:
            yield Edit("given_up", gone.name, day=gone.begins)


def _group(group: Group) -> Edit:
    code: EditCode = "group" if group.priority else "group_ended"
    return Edit(code, group.name, day=group.begins, steps=group.priority)
