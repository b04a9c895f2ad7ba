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


@pytest.mark.parametrize(("called", "code"), [("", "empty_text"), ("Other", "group_name_taken")])
def test_a_group_has_a_name_of_its_own(
    oily: SqlStore, clock: StillClock, called: str, code: str
) -> None:
    group(oily, clock, "Other", ("cleanse-morning", "pore-serum"), TODAY)

    with pytest.raises(BadInput) as caught:
        regroup(oily, clock, EVENING, called, MEMBERS, TODAY)

    assert caught.value.code == code
