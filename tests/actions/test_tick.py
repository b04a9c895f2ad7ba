"""Is a tick logged within the rules, refused outside them, and recorded when done anyway?"""

from datetime import date, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.plan_rows import plan_rows
from tracker.actions.tick import tick, tick_all, untick
from tracker.actions.undo import redo, undo
from tracker.domain.day import Day
from tracker.domain.errors import BadInput, Refused
from tracker.domain.log import Entry
from tracker.domain.product import Product
from tracker.domain.routine import Pause, Treatment
from tracker.domain.row import Row
from tracker.store.store import SqlStore

WEDNESDAY = date(2026, 11, 18)


def row(store: SqlStore, step: str, day: Day = WEDNESDAY, today: Day = WEDNESDAY) -> Row:
    with store.reading() as reading:
        return next(one for one in plan_rows(reading, day, day, today) if one.step == step)


def entry(store: SqlStore, step: str, day: Day = WEDNESDAY) -> Entry | None:
    with store.reading() as reading:
        return reading.entry(step, day)


def test_a_due_step_is_ticked_with_its_moment(oily: SqlStore, clock: StillClock) -> None:
    change = tick(oily, clock, "clay-mask")

    assert change is not None
    assert (change.verb, change.facts["name"]) == ("tick", "Clay mask")
    assert (change.first, change.last, change.kinds) == (
        WEDNESDAY,
        WEDNESDAY,
        frozenset(("entry",)),
    )
    assert entry(oily, "clay-mask") == Entry(WEDNESDAY, "clay-mask", "tick", clock.now(), 0)
    assert row(oily, "clay-mask").status == "done"


def test_what_is_ticked_already_stays_and_leaves_nothing_to_undo(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, "clay-mask")
    journal = oily.journal()

    assert tick(oily, clock, "clay-mask") is None
    assert oily.journal() == journal


def test_a_resting_lotion_is_refused_with_reason_and_end(oily: SqlStore, clock: StillClock) -> None:
    with pytest.raises(Refused) as caught:
        tick(oily, clock, "refining-lotion")

    assert caught.value.code == "month_off"
    assert caught.value.facts["until"] == date(2026, 12, 1)
    assert caught.value.facts["enforce"] == "strict"
    assert entry(oily, "refining-lotion") is None


def test_a_strict_step_wants_a_reason_to_be_used_anyway(oily: SqlStore, clock: StillClock) -> None:
    for empty in (None, "  "):
        with pytest.raises(BadInput) as caught:
            tick(oily, clock, "refining-lotion", anyway=True, reason=empty)
        assert caught.value.code == "reason_needed"

    tick(oily, clock, "refining-lotion", anyway=True, reason="A party")

    logged = entry(oily, "refining-lotion")
    assert logged is not None
    assert (logged.anyway, logged.reason) == (True, "A party")
    assert row(oily, "refining-lotion").status == "off_plan"


def test_an_advising_step_asks_once_and_wants_no_reason(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask")
    with pytest.raises(Refused) as caught:
        tick(oily, clock, "overnight-serum")
    assert (caught.value.code, caught.value.facts["enforce"]) == (
        "displaced_by:clay-mask",
        "advise",
    )

    tick(oily, clock, "overnight-serum", anyway=True)

    assert row(oily, "overnight-serum").status == "off_plan"


def test_a_step_that_only_advises_nothing_is_ticked_without_a_word(
    oily: SqlStore, clock: StillClock
) -> None:
    with oily.writing("edit") as work:
        work.put(work.routine().step("refining-lotion")._replace(enforce="off"))

    tick(oily, clock, "refining-lotion")

    logged = entry(oily, "refining-lotion")
    assert logged is not None
    assert logged.anyway is False
    assert row(oily, "refining-lotion").status == "off_plan"


def test_anyway_within_the_rules_is_no_off_plan_use(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask", anyway=True, reason="Just so")

    logged = entry(oily, "clay-mask")
    assert logged is not None
    assert (logged.anyway, logged.reason) == (False, None)


def test_a_displaced_step_may_be_swapped_in_while_nothing_of_the_group_is_ticked(
    oily: SqlStore, clock: StillClock
) -> None:
    assert row(oily, "overnight-serum").reason == "displaced_by:clay-mask"

    tick(oily, clock, "overnight-serum")

    assert row(oily, "overnight-serum").status == "done"
    assert row(oily, "clay-mask").reason == "displaced_by:overnight-serum"


def test_once_one_of_the_group_is_ticked_no_other_is_within_the_rules(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, "overnight-serum")

    with pytest.raises(Refused) as caught:
        tick(oily, clock, "clay-mask")

    assert caught.value.code == "displaced_by:overnight-serum"


def test_a_day_gone_by_takes_no_second_one_of_the_group_either(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, "overnight-serum")
    clock.forward(days=1)
    assert row(oily, "clay-mask", WEDNESDAY, WEDNESDAY + timedelta(days=1)).status == "open"

    with pytest.raises(Refused) as caught:
        tick(oily, clock, "clay-mask", WEDNESDAY)

    assert caught.value.code == "displaced_by:overnight-serum"


def test_an_off_plan_use_of_the_group_leaves_no_swap(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "refining-lotion", anyway=True, reason="A party")

    with pytest.raises(Refused):
        tick(oily, clock, "overnight-serum")


def test_in_recovery_every_step_is_strict_on_the_treatment_s_own_day_too(
    oily: SqlStore, clock: StillClock
) -> None:
    with oily.writing("treat") as work:
        work.put(Treatment(WEDNESDAY, "Peel", 3))

    with pytest.raises(Refused) as caught:
        tick(oily, clock, "cleanse-evening")

    assert (caught.value.code, caught.value.facts["enforce"]) == ("recovery", "strict")
    assert caught.value.facts["until"] == WEDNESDAY + timedelta(days=4)


def test_a_pause_over_a_recovery_does_not_make_it_less_strict(
    oily: SqlStore, clock: StillClock
) -> None:
    with oily.writing("treat") as work:
        work.put(Treatment(WEDNESDAY, "Peel", 3), Pause(WEDNESDAY, None))

    with pytest.raises(Refused) as caught:
        tick(oily, clock, "cleanse-evening")

    assert (caught.value.code, caught.value.facts["enforce"]) == ("paused", "strict")


def test_several_steps_are_one_action(oily: SqlStore, clock: StillClock) -> None:
    change = tick_all(oily, clock, ("cleanse-evening", "clay-mask"))

    assert change is not None
    assert (change.verb, change.facts["count"]) == ("tick_all", "2")
    undo(oily)
    assert entry(oily, "cleanse-evening") is None
    assert entry(oily, "clay-mask") is None


def test_of_several_steps_none_is_ticked_where_one_is_refused(
    oily: SqlStore, clock: StillClock
) -> None:
    with pytest.raises(Refused):
        tick_all(oily, clock, ("cleanse-evening", "refining-lotion"))

    assert entry(oily, "cleanse-evening") is None


def test_a_tick_that_could_not_be_logged_today_can_still_be_taken_back(
    oily: SqlStore, clock: StillClock
) -> None:
    for odd in (WEDNESDAY + timedelta(days=9), date(2020, 1, 1)):
        with oily.writing("merge") as work:
            work.put(Entry(odd, "clay-mask", "tick"))

        assert untick(oily, clock, "clay-mask", odd) is not None
        assert entry(oily, "clay-mask", odd) is None


def test_a_paused_step_is_refused(oily: SqlStore, clock: StillClock) -> None:
    with oily.writing("pause") as work:
        work.put(Pause(WEDNESDAY, None))

    with pytest.raises(Refused) as caught:
        tick(oily, clock, "cleanse-evening")

    assert (caught.value.code, caught.value.facts["until"]) == ("paused", None)


def test_the_past_may_be_filled_in_and_the_future_may_not(
    oily: SqlStore, clock: StillClock
) -> None:
    yesterday, tomorrow = WEDNESDAY - timedelta(days=1), WEDNESDAY + timedelta(days=1)

    assert tick(oily, clock, "cleanse-evening", yesterday) is not None
    with pytest.raises(BadInput) as caught:
        tick(oily, clock, "cleanse-evening", tomorrow)
    assert caught.value.code == "day_in_future"


def test_after_midnight_it_is_still_the_evening_before(oily: SqlStore, clock: StillClock) -> None:
    clock.moment += timedelta(hours=4)

    tick(oily, clock, "clay-mask")

    assert entry(oily, "clay-mask") is not None


def test_days_on_which_the_step_was_no_part_of_the_routine_are_refused(
    oily: SqlStore, clock: StillClock
) -> None:
    with pytest.raises(BadInput) as caught:
        tick(oily, clock, "clay-mask", date(2026, 9, 30))

    assert caught.value.code == "step_not_on_day"


def test_an_unknown_step_is_refused(oily: SqlStore, clock: StillClock) -> None:
    with pytest.raises(BadInput) as caught:
        tick(oily, clock, "snake-oil")

    assert caught.value.code == "no_such_step"


def test_a_tick_is_taken_back_undone_and_done_again(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask")
    logged = entry(oily, "clay-mask")

    assert untick(oily, clock, "clay-mask") is not None
    assert untick(oily, clock, "clay-mask") is None
    assert entry(oily, "clay-mask") is None

    taken_back = undo(oily)
    assert taken_back is not None
    assert (taken_back.verb, taken_back.direction) == ("untick", "undone")
    assert entry(oily, "clay-mask") == logged
    assert redo(oily) is not None
    assert entry(oily, "clay-mask") is None


def test_the_product_in_use_is_noted_with_the_tick(oily: SqlStore, clock: StillClock) -> None:
    with oily.writing("edit") as work:
        work.put(Product("pink-clay", "Pink clay", "mask"))
        work.put(work.routine().step("clay-mask")._replace(product="pink-clay"))

    tick(oily, clock, "clay-mask")

    logged = entry(oily, "clay-mask")
    assert logged is not None
    assert logged.product == "pink-clay"
