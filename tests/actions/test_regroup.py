"""Does a group keep what it was when it is called something else?"""

from datetime import date

import pytest

from tests.still_clock import StillClock
from tracker.actions.group import group
from tracker.actions.plan_rows import plan_rows
from tracker.actions.regroup import regroup
from tracker.actions.undo import undo
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import Group
from tracker.domain.row import Row
from tracker.store.store import SqlStore
from tracker.words.changes import change_line

TODAY = date(2026, 11, 18)
EVENING = "Evening treatment"
MEMBERS = ("clay-mask", "refining-lotion", "overnight-serum")


def groups(store: SqlStore) -> tuple[Group, ...]:
    with store.reading() as look:
        return look.routine().groups


def rows(store: SqlStore, last: Day) -> list[Row]:
    with store.reading() as look:
        return plan_rows(look, date(2026, 10, 1), last, TODAY)


def test_every_version_of_a_group_has_the_other_name(oily: SqlStore, clock: StillClock) -> None:
    group(oily, clock, EVENING, MEMBERS[::-1], TODAY + ONE_DAY)
    before, planned = groups(oily), rows(oily, TODAY + 9 * ONE_DAY)

    change = regroup(oily, clock, EVENING, "Acids", MEMBERS, TODAY)

    assert change is not None
    assert (change.verb, change.facts) == ("group", {"name": "Acids"})
    assert groups(oily) == tuple(one._replace(name="Acids") for one in before)
    assert rows(oily, TODAY + 9 * ONE_DAY) == planned
    assert regroup(oily, clock, "Acids", "Acids", MEMBERS, TODAY) is None
    undo(oily)
    assert groups(oily) == before


def test_name_and_steps_change_in_one_go(oily: SqlStore, clock: StillClock) -> None:
    before, planned = groups(oily), rows(oily, TODAY - ONE_DAY)

    change = regroup(oily, clock, EVENING, "Acids", MEMBERS[:2], TODAY)

    assert change is not None
    assert change.facts == {"name": "Acids", "first": "2026-11-18"}
    assert [one.priority for one in groups(oily)] == [MEMBERS, MEMBERS[:2]]
    assert rows(oily, TODAY - ONE_DAY) == planned
    undo(oily)
    assert groups(oily) == before


def test_an_end_that_is_there_already_is_told_as_another_name(
    oily: SqlStore, clock: StillClock
) -> None:
    group(oily, clock, EVENING, (), TODAY + ONE_DAY)
    before = groups(oily)

    change = regroup(oily, clock, EVENING, "Acids", (), TODAY + ONE_DAY)

    assert change is not None
    assert change_line(change, TODAY) == "The group is called Acids now"
    assert groups(oily) == tuple(one._replace(name="Acids") for one in before)
    undone = undo(oily)
    assert undone is not None
    assert change_line(undone, TODAY) == "Undone: The group is called Acids now"


def test_a_group_is_called_something_else_and_ends_in_one_go(
    oily: SqlStore, clock: StillClock
) -> None:
    change = regroup(oily, clock, EVENING, "Acids", (), TODAY + ONE_DAY)

    assert change is not None
    assert change_line(change, TODAY) == "Ended the group Acids from 19 November on"


@pytest.mark.parametrize(("called", "code"), [("", "empty_text"), ("Other", "group_name_taken")])
def test_a_group_has_a_name_of_its_own(
    oily: SqlStore, clock: StillClock, called: str, code: str
) -> None:
    group(oily, clock, "Other", ("cleanse-morning", "pore-serum"), TODAY)

    with pytest.raises(BadInput) as caught:
        regroup(oily, clock, EVENING, called, MEMBERS, TODAY)

    assert caught.value.code == code


OTHERS = ("cleanse-morning", "pore-serum")


def test_the_name_of_a_group_that_is_over_is_free(oily: SqlStore, clock: StillClock) -> None:
    group(oily, clock, EVENING, (), TODAY)
    planned = rows(oily, TODAY - ONE_DAY)

    regroup(oily, clock, None, EVENING, OTHERS, TODAY + ONE_DAY)

    assert [one.priority for one in groups(oily)] == [MEMBERS, (), OTHERS]
    assert rows(oily, TODAY - ONE_DAY) == planned


@pytest.mark.parametrize("over", [TODAY, TODAY + ONE_DAY])
def test_a_group_may_be_called_as_one_that_was_over_before_it(
    oily: SqlStore, clock: StillClock, over: Day
) -> None:
    group(oily, clock, EVENING, (), over)
    group(oily, clock, "Other", MEMBERS[:2], TODAY + ONE_DAY)
    before, planned = groups(oily), rows(oily, TODAY + 9 * ONE_DAY)

    regroup(oily, clock, "Other", EVENING, MEMBERS[:2], TODAY + ONE_DAY)

    assert {one.name for one in groups(oily)} == {EVENING}
    assert rows(oily, TODAY + 9 * ONE_DAY) == planned
    undo(oily)
    assert groups(oily) == before


@pytest.mark.parametrize("name", [None, "Other"])
def test_a_name_that_is_there_or_will_be_is_taken(
    oily: SqlStore, clock: StillClock, name: str | None
) -> None:
    group(oily, clock, "Other", OTHERS, TODAY)
    group(oily, clock, EVENING, (), TODAY + 2 * ONE_DAY)

    with pytest.raises(BadInput) as caught:
        regroup(oily, clock, name, EVENING, OTHERS, TODAY + ONE_DAY)

    assert caught.value.code == "group_name_taken"
