"""What was there before an edit, and what is there after it, as it stands in a document?"""

from collections.abc import Callable, Mapping
from typing import Final

from tracker.actions.versions import terms_on
from tracker.actions.views.edits import Edit, EditCode
from tracker.domain.day import Day
from tracker.domain.routine import Group, Routine, Step
from tracker.exchange.answers import Item, iso
from tracker.exchange.writing import write_details, write_not_after, write_step


def edit_value(edit: Edit, routine: Routine) -> object:
    """What the edit is about as `routine` has it, before or after; None where it has none."""
    if edit.code == "order":
        return [step.id for step in routine.ordered() if step.slot == edit.text]
    if edit.step is None:
        return _priority(edit, routine)
    step = next((one for one in routine.steps if one.id == edit.step), None)
    if step is None:
        return None
    if edit.day is not None and edit.code in _FROM_A_DAY:
        return _FROM_A_DAY[edit.code](_terms(step, edit.day))
    return _AT_ONCE[edit.code](step)


def _terms(step: Step, day: Day) -> Item:
    """What holds from a day on; before the step's first version, what will."""
    rule, not_after, enforce = terms_on(step, day)
    return {"rule": rule.document(), "not_after": write_not_after(not_after), "enforce": enforce}


_FROM_A_DAY: Final[Mapping[EditCode, Callable[[Item], object]]] = {
    "rule": lambda terms: terms["rule"],
    "not_after": lambda terms: terms["not_after"],
    "enforce": lambda terms: terms["enforce"],
    "given_up": lambda terms: terms,
}
_AT_ONCE: Final[Mapping[EditCode, Callable[[Step], object]]] = {
    "added": write_step,
    "taken_out": write_step,
    "renamed": lambda step: step.name,
    "kind": lambda step: step.kind,
    "slot": lambda step: step.slot,
    "details": write_details,
    "starts": lambda step: iso(step.start),
    "ends": lambda step: iso(step.end),
    "goes_on": lambda step: iso(step.end),
}


def _priority(edit: Edit, routine: Routine) -> list[str] | None:
    """The ids in the group as it is from that day on; None where it is no group then."""
    groups = [one for one in routine.groups if one.name == edit.name]
    begun = [one for one in groups if one.begins is None or _is_by(one, edit.day)]
    held = max(begun, key=lambda one: one.begins or Day.min, default=None)
    return list(held.priority) if held is not None and held.priority else None


def _is_by(group: Group, day: Day | None) -> bool:
    return group.begins is not None and day is not None and group.begins <= day
