"""Does the Today view show what the plan says, and what comes next?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.rate import rate
from tracker.actions.set_up import set_up
from tracker.actions.skip import skip
from tracker.actions.stats import stats
from tracker.actions.tick import tick
from tracker.actions.undo import undo
from tracker.actions.views.streak import StreakKeeper
from tracker.actions.views.today import Coming, Quota, SlotCard, StepCard, StreakView, TodayView
from tracker.actions.views.today_view import today_view
from tracker.domain.day import Day
from tracker.domain.routine import Pause, Step, Version
from tracker.domain.rule.as_needed import AsNeeded
from tracker.domain.rule.base import Phase
from tracker.domain.rule.daily import Daily
from tracker.exchange.preset import load_preset
from tracker.store.store import SqlStore

WEDNESDAY = date(2026, 11, 18)


def view(store: SqlStore, clock: StillClock, day: Day | None = None) -> TodayView:
    with store.reading() as reading:
        return today_view(reading, day, clock.now())


def card(shown: TodayView, step: str) -> StepCard:
    return next(one for slot in shown.slots for one in slot.cards if one.step == step)


def slot(shown: TodayView, name: str) -> SlotCard:
    return next(one for one in shown.slots if one.slot == name)


def test_without_a_routine_there_is_nothing_to_show(store: SqlStore, clock: StillClock) -> None:
    shown = view(store, clock)

    assert (shown.has_routine, shown.slots, shown.phases, shown.coming) == (False, (), (), ())


@pytest.mark.parametrize(
    ("hour", "first"),
    [(7, "morning"), (14, "morning"), (15, "evening"), (23, "evening"), (2, "evening")],
)
def test_the_slot_of_the_hour_stands_first(
    oily: SqlStore, clock: StillClock, hour: int, first: str
) -> None:
    clock.moment = datetime(2026, 11, 18, hour, tzinfo=UTC)

    shown = view(oily, clock)

    assert (shown.slots[0].slot, shown.slots[0].is_now) == (first, True)
    assert [one.is_now for one in shown.slots] == [True, False]


def test_another_day_has_no_slot_of_now(oily: SqlStore, clock: StillClock) -> None:
    shown = view(oily, clock, WEDNESDAY - timedelta(days=1))

    assert (shown.day, shown.today) == (WEDNESDAY - timedelta(days=1), WEDNESDAY)
    assert [(one.slot, one.is_now) for one in shown.slots] == [
        ("morning", False),
        ("evening", False),
    ]


def test_a_resting_lotion_says_why_and_when_it_is_back(oily: SqlStore, clock: StillClock) -> None:
    lotion = card(view(oily, clock), "refining-lotion")

    assert lotion.is_resting
    assert (lotion.reason, lotion.until, lotion.enforce) == (
        "month_off",
        date(2026, 12, 1),
        "strict",
    )
    assert lotion.back_on == date(2026, 12, 1)


def test_back_on_is_the_next_turn_and_not_the_reason_s_end(
    oily: SqlStore, clock: StillClock
) -> None:
    with oily.writing("pause") as work:
        work.put(Pause(WEDNESDAY, date(2026, 12, 4), ("refining-lotion",)))

    lotion = card(view(oily, clock), "refining-lotion")

    assert (lotion.status, lotion.until) == ("paused", date(2026, 12, 5))
    assert lotion.back_on == date(2026, 12, 5)


def test_an_open_pause_promises_no_day(oily: SqlStore, clock: StillClock) -> None:
    with oily.writing("pause") as work:
        work.put(Pause(WEDNESDAY, None))

    shown = view(oily, clock)

    assert card(shown, "clay-mask").back_on is None
    assert shown.coming == ()


def test_a_displaced_step_can_be_swapped_until_one_of_the_group_is_ticked(
    oily: SqlStore, clock: StillClock
) -> None:
    assert card(view(oily, clock), "overnight-serum").can_swap

    tick(oily, clock, "clay-mask")

    serum = card(view(oily, clock), "overnight-serum")
    assert (serum.is_resting, serum.can_swap) == (True, False)


def test_a_mask_knows_its_place_in_the_week_and_what_comes_before_it(
    oily: SqlStore, clock: StillClock
) -> None:
    mask = card(view(oily, clock), "clay-mask")
    assert (mask.quota, mask.before) == (Quota(1, 2), ("cleanse-evening",))

    tick(oily, clock, "cleanse-evening")
    tick(oily, clock, "clay-mask")
    clock.forward(days=4)

    sunday = view(oily, clock)
    assert card(sunday, "clay-mask").quota == Quota(2, 2)
    assert card(view(oily, clock, WEDNESDAY), "clay-mask").before == ()


def test_a_slot_counts_what_was_asked_and_is_finished_when_none_is_open(
    oily: SqlStore, clock: StillClock
) -> None:
    evening = slot(view(oily, clock), "evening")
    assert (evening.done, evening.asked, evening.is_finished) == (0, 3, False)

    tick(oily, clock, "cleanse-evening")
    skip(oily, clock, "clay-mask", "Tired")
    tick(oily, clock, "overnight-serum")
    clock.moment += timedelta(minutes=10)
    tick(oily, clock, "moisturise-evening")

    evening = slot(view(oily, clock), "evening")
    assert (evening.done, evening.asked, evening.is_finished) == (3, 3, True)
    assert evening.finished_at is not None
    assert evening.finished_at.isoformat() == "2026-11-18T21:40:00"


def test_the_hour_is_shown_only_of_what_was_ticked_on_its_day(
    oily: SqlStore, clock: StillClock
) -> None:
    yesterday = WEDNESDAY - timedelta(days=1)
    tick(oily, clock, "cleanse-evening", yesterday)

    assert card(view(oily, clock, yesterday), "cleanse-evening").ticked_at is None


def test_reasons_given_are_shown(oily: SqlStore, clock: StillClock) -> None:
    skip(oily, clock, "clay-mask", "Tired")
    tick(oily, clock, "refining-lotion", anyway=True, reason="A party")

    shown = view(oily, clock)

    assert card(shown, "clay-mask").said == "Tired"
    lotion = card(shown, "refining-lotion")
    assert (lotion.status, lotion.said) == ("off_plan", "A party")


def test_the_phase_bar_stands_in_the_month_off(oily: SqlStore, clock: StillClock) -> None:
    (bar,) = view(oily, clock).phases

    assert (bar.step, bar.day_number) == ("refining-lotion", 18)
    assert bar.before == Phase(is_on=True, first=date(2026, 10, 1), until=date(2026, 11, 1))
    assert bar.running == Phase(is_on=False, first=date(2026, 11, 1), until=date(2026, 12, 1))
    assert bar.after.first == date(2026, 12, 1)


def test_the_first_phase_has_none_before_it(store: SqlStore, clock: StillClock) -> None:
    set_up(store, load_preset("oily", WEDNESDAY), "oily")

    (bar,) = view(store, clock).phases

    assert (bar.before, bar.day_number) == (None, 1)


def test_what_is_next_leaves_everyday_steps_out(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask")

    assert view(oily, clock).coming == (
        Coming("overnight-serum", "Overnight serum", date(2026, 11, 19), "turn"),
        Coming("clay-mask", "Clay mask", date(2026, 11, 22), "turn"),
        Coming("refining-lotion", "Refining lotion", date(2026, 12, 1), "back"),
    )


def test_what_ended_or_is_only_at_hand_is_not_awaited(store: SqlStore, clock: StillClock) -> None:
    ending = Step(
        "ending",
        "Ending",
        "serum",
        "evening",
        WEDNESDAY,
        (Version(WEDNESDAY, Daily()),),
        end=WEDNESDAY,
    )
    at_hand = Step(
        "spot", "Spot", "spot treatment", "evening", WEDNESDAY, (Version(WEDNESDAY, AsNeeded()),)
    )
    with store.writing("edit") as work:
        work.put(ending, at_hand)

    shown = view(store, clock)

    assert shown.coming == ()
    assert card(shown, "spot").status == "optional"


def test_the_streak_grows_falls_and_comes_back(oily: SqlStore, clock: StillClock) -> None:
    keeper = StreakKeeper()

    def seen() -> StreakView:
        with oily.reading() as reading:
            found = keeper.view(reading, clock.now().date())
            assert found == StreakKeeper().view(reading, clock.now().date())
            return found

    assert seen() == StreakView(0, 0)
    for step in ("cleanse-morning", "pore-serum", "moisturise-morning", "cleanse-evening"):
        change = tick(oily, clock, step)
        assert change is not None
        keeper.forget(change)
    assert seen() == StreakView(0, 0)
    for step in ("clay-mask", "moisturise-evening"):
        change = tick(oily, clock, step)
        assert change is not None
        keeper.forget(change)
    assert seen() == StreakView(1, 1)
    undone = undo(oily)
    assert undone is not None
    keeper.forget(undone)
    assert seen() == StreakView(0, 0)


def test_a_deed_long_ago_moves_the_streak_too(oily: SqlStore, clock: StillClock) -> None:
    keeper = StreakKeeper()
    long_ago = date(2026, 10, 2)
    with oily.reading() as reading:
        keeper.view(reading, clock.now().date())
    for step in (
        "cleanse-morning",
        "pore-serum",
        "moisturise-morning",
        "cleanse-evening",
        "refining-lotion",
        "moisturise-evening",
    ):
        change = tick(oily, clock, step, long_ago)
        assert change is not None
        keeper.forget(change)

    with oily.reading() as reading:
        assert keeper.view(reading, clock.now().date()) == StreakView(0, 1)


def test_a_rating_leaves_the_streak_alone(oily: SqlStore, clock: StillClock) -> None:
    rate(oily, clock, {"overall": 7})
    with oily.reading() as reading:
        assert StreakKeeper().view(reading, clock.now().date()) == StreakView(0, 0)


def test_a_range_counts_only_its_days_but_streaks_look_at_all_time(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, "cleanse-evening", date(2026, 10, 2))
    with oily.reading() as reading:
        month = stats(reading, WEDNESDAY, "30d")
        whole = stats(reading, WEDNESDAY, "all")

    of_month = next(one for one in month.steps if one.step == "cleanse-evening")
    of_whole = next(one for one in whole.steps if one.step == "cleanse-evening")
    assert (of_month.done, of_month.turns) == (0, 29)
    assert (of_whole.done, of_whole.turns) == (1, 48)
    assert of_month.streak == of_whole.streak == (0, 1)
    assert (month.turns.done, month.on_plan) == (0, None)
    assert (whole.turns.done, whole.on_plan) == (1, 1.0)


def test_without_a_routine_there_are_no_figures(store: SqlStore) -> None:
    with store.reading() as reading:
        found = stats(reading, WEDNESDAY)

    assert (found.overall, found.on_plan, found.steps, found.day_streak.best) == (None, None, (), 0)
