"""Does a step end without losing what was done, and go on without anything missed between?"""

from datetime import date, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.edit import StepDraft, edit
from tracker.actions.group import group
from tracker.actions.pause import Wish, pause
from tracker.actions.plan_rows import plan_rows
from tracker.actions.retire import bring_back, brought_back, retire, retired
from tracker.actions.tick import tick
from tracker.actions.treat import treat
from tracker.actions.undo import undo
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.log import Entry
from tracker.domain.product import Question
from tracker.domain.routine import NotAfter, Pause, Routine, StepId, Treatment
from tracker.domain.rule.daily import Daily
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
NEW = StepDraft(None, "Azelaic acid", "serum", "evening", Daily())


def on(number: int) -> Day:
    """That day of November 2026."""
    return date(2026, 11, number)


def routine_of(store: SqlStore) -> Routine:
    with store.reading() as look:
        return look.routine()


def statuses(store: SqlStore, step: StepId, first: Day, last: Day, today: Day) -> list[str]:
    with store.reading() as look:
        return [row.status for row in plan_rows(look, first, last, today) if row.step == step]


def test_a_step_ends_and_its_days_stay(oily: SqlStore, clock: StillClock) -> None:
    change = retire(oily, clock, "clay-mask", TODAY)

    assert change is not None
    assert (change.verb, change.facts) == (
        "retire",
        {"step": "clay-mask", "name": "Clay mask", "last": "2026-11-18"},
    )
    assert statuses(oily, "clay-mask", on(17), on(20), TODAY) == ["optional", "due"]
    assert routine_of(oily).groups[0].priority[0] == "clay-mask"
    assert retire(oily, clock, "clay-mask", TODAY) is None
    undo(oily)
    assert routine_of(oily).step("clay-mask").end is None


def test_a_step_does_not_end_before_what_was_done(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask")

    with oily.reading() as look, pytest.raises(BadInput) as logged:
        retired(look, TODAY, "clay-mask", on(17))
    with oily.reading() as look, pytest.raises(BadInput) as past:
        retired(look, TODAY, "pore-serum", on(16))

    assert logged.value.code == "logged_after_end"
    assert past.value.code == "day_is_past"
    assert retire(oily, clock, "pore-serum", on(16), rewrites=True) is not None
    with oily.reading() as look, pytest.raises(BadInput) as ended:
        retired(look, TODAY, "pore-serum", on(17))
    assert (ended.value.code, ended.value.facts["day"]) == ("retired_already", on(16))


def test_a_step_that_never_began_is_taken_out_whole(oily: SqlStore, clock: StillClock) -> None:
    new, other = "azelaic-acid", "azelaic-acid-2"
    edit(oily, clock, NEW, on(25))
    edit(oily, clock, NEW._replace(not_after=(NotAfter(new, 1), NotAfter("clay-mask", 1))), on(25))
    before = routine_of(oily)
    group(oily, clock, "Acids", (new, other), on(25))
    pause(oily, clock, Wish(on(26), on(27), (new,)))
    pause(oily, clock, Wish(on(28), None, (new, other)))
    treat(oily, clock, [Treatment(on(25), "Peel", 3, (new, other)), Treatment(TODAY, "Laser", 1)])

    change = retire(oily, clock, new, TODAY)

    assert change is not None
    assert change.facts == {"step": new, "name": "Azelaic acid"}
    routine = routine_of(oily)
    assert [step.id for step in routine.steps] == [
        step.id for step in before.steps if step.id != new
    ]
    assert routine.step(other).not_after == (NotAfter("clay-mask", 1),)
    assert [one.priority for one in routine.groups if one.name == "Acids"] == [(other,)]
    assert routine.pauses == (Pause(on(28), None, (other,)),)
    assert {one.name: one.steps for one in routine.treatments} == {"Peel": (other,), "Laser": None}
    undo(oily)
    assert routine_of(oily).step(new).start == on(25)


def test_questions_about_a_step_that_is_taken_out_go_along(
    oily: SqlStore, clock: StillClock
) -> None:
    edit(oily, clock, NEW, on(25))
    asked = Question("clay-mask", "pores", "down", TODAY)
    with oily.writing("merge") as work:
        work.put(Question("azelaic-acid", "redness", "down", TODAY), asked)

    retire(oily, clock, "azelaic-acid", TODAY)

    with oily.reading() as look:
        assert look.diary().questions == (asked,)
    undo(oily)
    with oily.reading() as look:
        assert len(look.diary().questions) == 2


def test_a_step_that_was_used_before_it_began_is_not_taken_out(
    oily: SqlStore, clock: StillClock
) -> None:
    edit(oily, clock, NEW, on(25))
    with oily.writing("merge") as work:
        work.put(Entry(on(17), "azelaic-acid", "tick"))

    with oily.reading() as look, pytest.raises(BadInput) as caught:
        retired(look, TODAY, "azelaic-acid", TODAY)

    assert caught.value.code == "logged_after_end"


def test_between_its_end_and_its_return_a_step_is_paused(oily: SqlStore, clock: StillClock) -> None:
    retire(oily, clock, "pore-serum", on(10), rewrites=True)
    before = statuses(oily, "pore-serum", on(1), on(30), TODAY)

    change = bring_back(oily, clock, "pore-serum", on(20))

    assert change is not None
    assert change.facts == {"step": "pore-serum", "name": "Pore serum", "first": "2026-11-20"}
    assert statuses(oily, "pore-serum", on(1), on(10), TODAY) == before
    assert statuses(oily, "pore-serum", on(11), on(20), TODAY) == ["paused"] * 9 + ["due"]
    undo(oily)
    assert statuses(oily, "pore-serum", on(1), on(30), TODAY) == before


def test_a_step_goes_on_that_was_still_to_end(oily: SqlStore, clock: StillClock) -> None:
    retire(oily, clock, "pore-serum", on(25))

    bring_back(oily, clock, "pore-serum", on(26))

    assert routine_of(oily).pauses == ()
    assert routine_of(oily).step("pore-serum").end is None


def test_what_cannot_be_brought_back_is_told(oily: SqlStore, clock: StillClock) -> None:
    with oily.reading() as look, pytest.raises(BadInput) as there:
        brought_back(look, TODAY, "pore-serum", TODAY)
    retire(oily, clock, "pore-serum", on(10), rewrites=True)
    with oily.reading() as look, pytest.raises(BadInput) as past:
        brought_back(look, TODAY, "pore-serum", on(12))

    assert (there.value.code, past.value.code) == ("not_retired", "day_is_past")
    bring_back(oily, clock, "pore-serum", on(12), rewrites=True)
    assert routine_of(oily).pauses == (Pause(on(11), on(11), ("pore-serum",)),)
    yesterday = TODAY - timedelta(days=1)
    assert statuses(oily, "pore-serum", yesterday, TODAY, TODAY) == ["missed", "due"]
