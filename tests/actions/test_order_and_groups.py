"""Do steps stand in the order they are put in, and share their turns from a day on?"""

from collections.abc import Sequence
from datetime import date

import pytest

from tests.still_clock import StillClock
from tracker.actions.edit import StepDraft, edit
from tracker.actions.group import group, grouped
from tracker.actions.reorder import reorder, reordered
from tracker.actions.undo import undo
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import Group, Routine, Slot, StepId
from tracker.domain.rule.daily import Daily
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
BEGUN = date(2026, 10, 1)
EVENING = "Evening treatment"
MEMBERS = ("clay-mask", "refining-lotion", "overnight-serum")
MORNING = ["cleanse-morning", "pore-serum", "moisturise-morning"]


def routine_of(store: SqlStore) -> Routine:
    with store.reading() as look:
        return look.routine()


def mornings(store: SqlStore) -> list[StepId]:
    return [one.id for one in routine_of(store).ordered() if one.slot == "morning"]


def code_of_order(store: SqlStore, slot: Slot, ids: Sequence[StepId]) -> str:
    with store.reading() as look, pytest.raises(BadInput) as caught:
        reordered(look, slot, ids)
    return caught.value.code


def code_of_group(store: SqlStore, name: str, ids: Sequence[StepId], begins: Day = TODAY) -> str:
    with store.reading() as look, pytest.raises(BadInput) as caught:
        grouped(look, TODAY, name, ids, begins)
    return caught.value.code


def test_steps_stand_in_the_order_they_are_put_in(oily: SqlStore) -> None:
    assert mornings(oily) == MORNING

    change = reorder(oily, "morning", MORNING[::-1])

    assert change is not None
    assert change.facts == {"slot": "morning"}
    assert mornings(oily) == MORNING[::-1]
    assert reorder(oily, "morning", MORNING[::-1]) is None
    undo(oily)
    assert mornings(oily) == MORNING


def test_those_not_named_come_after(oily: SqlStore) -> None:
    reorder(oily, "morning", ["pore-serum"])

    assert mornings(oily) == ["pore-serum", "cleanse-morning", "moisturise-morning"]


def test_the_order_in_which_they_were_entered_needs_no_positions(oily: SqlStore) -> None:
    reorder(oily, "morning", MORNING[::-1])
    reorder(oily, "morning", MORNING)

    assert {step.position for step in routine_of(oily).steps} == {None}


def test_a_new_step_comes_after_those_that_were_ordered(oily: SqlStore, clock: StillClock) -> None:
    reorder(oily, "morning", MORNING[::-1])

    edit(oily, clock, StepDraft(None, "Sun", "sunscreen", "morning", Daily()), TODAY)

    assert mornings(oily) == [*MORNING[::-1], "sun"]


def test_an_order_that_cannot_be_is_told(oily: SqlStore) -> None:
    assert code_of_order(oily, "morning", ["pore-serum", "pore-serum"]) == "step_twice"
    assert code_of_order(oily, "morning", ["clay-mask"]) == "not_of_slot"
    assert code_of_order(oily, "morning", ["gone"]) == "no_such_step"


def test_a_group_changes_from_a_day_on(oily: SqlStore, clock: StillClock) -> None:
    change = group(oily, clock, EVENING, MEMBERS[::-1], TODAY)

    assert change is not None
    assert (change.verb, change.facts) == ("group", {"name": EVENING, "first": "2026-11-18"})
    routine = routine_of(oily)
    assert [one.priority for one in routine.groups_on(TODAY - ONE_DAY)] == [MEMBERS]
    assert [one.priority for one in routine.groups_on(TODAY)] == [MEMBERS[::-1]]
    assert group(oily, clock, EVENING, MEMBERS[::-1], TODAY) is None


def test_later_versions_of_a_group_give_way(oily: SqlStore, clock: StillClock) -> None:
    group(oily, clock, EVENING, MEMBERS[:2], TODAY + 2 * ONE_DAY)
    group(oily, clock, EVENING, MEMBERS[::-1], TODAY)
    assert len(routine_of(oily).groups) == 2

    group(oily, clock, EVENING, MEMBERS, TODAY)

    assert routine_of(oily).groups == (Group(EVENING, MEMBERS),)


def test_a_group_ends(oily: SqlStore, clock: StillClock) -> None:
    change = group(oily, clock, EVENING, (), TODAY)

    assert change is not None
    assert change.verb == "ungroup"
    assert routine_of(oily).groups_on(TODAY) == []
    assert group(oily, clock, "None such", (), TODAY) is None
    group(oily, clock, "Other", MEMBERS[:2], TODAY)
    undo(oily)
    undo(oily)
    assert routine_of(oily).groups == (Group(EVENING, MEMBERS),)


def test_a_group_that_was_to_come_is_given_up(oily: SqlStore, clock: StillClock) -> None:
    group(oily, clock, "Morning", MORNING[:2], TODAY + ONE_DAY)

    group(oily, clock, "Morning", (), TODAY + ONE_DAY)

    assert [one.name for one in routine_of(oily).groups] == [EVENING]


def test_a_group_from_its_steps_first_day_needs_no_day(oily: SqlStore, clock: StillClock) -> None:
    for name in ("One", "Two"):
        edit(oily, clock, StepDraft(None, name, "serum", "morning", Daily()), TODAY)

    group(oily, clock, "New", ("two", "one"), TODAY)

    assert routine_of(oily).groups[-1] == Group("New", ("two", "one"))


def test_a_group_that_cannot_be_is_told(oily: SqlStore, clock: StillClock) -> None:
    assert code_of_group(oily, "", MORNING) == "empty_text"
    assert code_of_group(oily, "A", ("clay-mask", "clay-mask")) == "step_twice"
    assert code_of_group(oily, "A", ("gone",)) == "no_such_step"
    assert code_of_group(oily, "A", ("clay-mask",)) == "in_another_group"
    assert code_of_group(oily, "A", MORNING, date(1800, 1, 1)) == "day_out_of_range"
    assert code_of_group(oily, "A", MORNING, TODAY - ONE_DAY) == "day_is_past"
    group(oily, clock, EVENING, MEMBERS[:1], TODAY)
    group(oily, clock, EVENING, MEMBERS, TODAY + ONE_DAY)
    assert code_of_group(oily, "A", MEMBERS[2:]) == "in_another_group"
    assert group(oily, clock, "A", MORNING, BEGUN, rewrites=True) is not None
