"""Put the steps of a slot into another order."""

from collections.abc import Sequence

from tracker.actions.change import Change
from tracker.actions.find import known_step
from tracker.actions.ports import Reading, Store
from tracker.actions.supposed import settle
from tracker.domain.errors import BadInput
from tracker.domain.routine import Routine, Slot, StepId

_LAST = 9999


def reordered(reading: Reading, slot: Slot, step_ids: Sequence[StepId]) -> Routine:
    """The routine with those steps of the slot first, and its others after them as they were.

    An order is shown and not asked for, so it holds on days gone by too. Raises `BadInput` for a
    step that is not of the slot, or is named twice.
    """
    routine = reading.routine()
    if len(set(step_ids)) != len(step_ids):
        raise BadInput("step_twice", name=_twice(routine, step_ids))
    for step_id in step_ids:
        step = known_step(routine, step_id)
        if step.slot != slot:
            raise BadInput("not_of_slot", name=step.name)
    others = [one.id for one in routine.ordered() if one.slot == slot and one.id not in step_ids]
    return in_order(routine, slot, [*step_ids, *others])


def reorder(store: Store, slot: Slot, step_ids: Sequence[StepId]) -> Change | None:
    """Put the slot's steps into that order, which holds on every day; None where they are in it."""
    with store.writing("reorder", slot=slot) as work:
        settle(work, reordered(work, slot, step_ids))
    return work.change


def in_order(routine: Routine, slot: Slot, step_ids: Sequence[StepId]) -> Routine:
    """The routine with those steps of the slot in that order, in the places that they have now."""
    now = [one.id for one in routine.ordered() if one.slot == slot]
    following = iter(step_ids)
    wanted = [next(following) if one in step_ids else one for one in now]
    if wanted == now:
        return routine
    places = _places(routine, slot, wanted)
    return routine._replace(
        steps=tuple(
            one._replace(position=places[one.id]) if one.slot == slot else one
            for one in routine.steps
        )
    )


def last_place(routine: Routine, slot: Slot) -> int | None:
    """The position that puts a step after all others of the slot; None where none is needed."""
    placed = [one.position for one in routine.steps if one.slot == slot]
    highest = max((place for place in placed if place is not None), default=None)
    return None if highest is None else min(max(highest, len(routine.steps)) + 1, _LAST)


def _places(routine: Routine, slot: Slot, ids: list[StepId]) -> dict[StepId, int | None]:
    """Positions that give that order, and none where the steps were entered in it."""
    if ids == [one.id for one in routine.steps if one.slot == slot]:
        return dict.fromkeys(ids)
    return dict(zip(ids, range(len(ids)), strict=True))


def _twice(routine: Routine, step_ids: Sequence[StepId]) -> str:
    found = next(one for one in step_ids if step_ids.count(one) > 1)
    return known_step(routine, found).name
