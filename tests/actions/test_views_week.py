"""Does Today say how the week went, how the skin is, and what a phase came to?"""

from datetime import date, timedelta

import pytest

from tests.actions.test_views_today import slot, view
from tests.still_clock import StillClock
from tracker.actions.rate import rate
from tracker.actions.skip import skip
from tracker.actions.tick import tick, tick_all
from tracker.actions.views.today import Changeover, Quota, StepCard
from tracker.domain.log import Rating
from tracker.domain.routine import Pause, Step, Version
from tracker.domain.rule.as_needed import AsNeeded
from tracker.domain.rule.base import Phase
from tracker.store.store import SqlStore

MONDAY = date(2026, 11, 16)
TUESDAY = date(2026, 11, 17)
WEDNESDAY = date(2026, 11, 18)
DAILY = (
    "cleanse-morning",
    "pore-serum",
    "moisturise-morning",
    "cleanse-evening",
    "moisturise-evening",
)


def tick_day(store: SqlStore, clock: StillClock, day: date) -> None:
    """Everything that is due on a day."""
    shown = view(store, clock, day)
    cards = [card for slot in shown.slots for card in slot.cards]
    steps = [card.step for card in cards if card.status not in ("resting", "paused", "optional")]
    tick_all(store, clock, steps, day)


def marks(store: SqlStore, clock: StillClock) -> list[str | None]:
    return [day.mark for day in view(store, clock).week]


def test_each_day_of_the_week_says_how_it_went(oily: SqlStore, clock: StillClock) -> None:
    tick_day(oily, clock, MONDAY)
    tick(oily, clock, "cleanse-morning", TUESDAY)

    assert [day.day for day in view(oily, clock).week][::6] == [MONDAY, date(2026, 11, 22)]
    assert marks(oily, clock) == ["done", "some", None, None, None, None, None]

    tick_day(oily, clock, WEDNESDAY)
    assert marks(oily, clock)[2] == "done"


def test_a_day_on_which_nothing_was_done_is_missed_and_skips_count_for_nothing(
    oily: SqlStore, clock: StillClock
) -> None:
    for step in DAILY:
        tick(oily, clock, step, MONDAY)
    skip(oily, clock, "overnight-serum", "Away", MONDAY)

    assert marks(oily, clock)[:2] == ["done", "missed"]


def test_a_day_of_which_everything_was_paused_says_so(oily: SqlStore, clock: StillClock) -> None:
    with oily.writing("pause") as work:
        work.put(Pause(MONDAY, MONDAY))

    assert marks(oily, clock)[:2] == ["paused", "missed"]


def test_the_rating_is_that_of_the_day_that_is_shown(oily: SqlStore, clock: StillClock) -> None:
    rate(oily, clock, {"overall": 7})

    assert view(oily, clock).rating == Rating(WEDNESDAY, overall=7)
    assert view(oily, clock, TUESDAY).rating is None


def test_what_is_only_at_hand_stands_last_and_is_not_asked_for(
    oily: SqlStore, clock: StillClock
) -> None:
    begins = date(2026, 10, 1)
    spot = Step(
        "spot", "Spot gel", "spot treatment", "evening", begins, (Version(begins, AsNeeded()),)
    )
    with oily.writing("merge") as work:
        work.put(spot._replace(position=0))

    evening = slot(view(oily, clock), "evening")

    assert evening.cards[-1].step == "spot"
    assert "spot" not in [card.step for card in evening.cards if card.status == "due"]
    assert evening.asked == 3


@pytest.mark.parametrize(("days_in", "is_told"), [(0, True), (2, True), (3, False)])
def test_a_phase_that_has_just_turned_is_told_of(
    oily: SqlStore, clock: StillClock, days_in: int, is_told: bool
) -> None:
    for number in range(27):
        tick(oily, clock, "refining-lotion", date(2026, 10, 1) + timedelta(days=number))
    clock.moment = clock.moment.replace(month=11, day=1) + timedelta(days=days_in)

    told = view(oily, clock).changeovers

    assert bool(told) == is_told
    if is_told:
        over = Phase(True, date(2026, 10, 1), date(2026, 11, 1))
        running = Phase(False, date(2026, 11, 1), date(2026, 12, 1))
        turns = 27 + _turns_after_the_27th(oily, clock)
        step, name = "refining-lotion", "Refining lotion"
        assert told == (Changeover(step, name, "evening", over, 27, turns, running),)


def _turns_after_the_27th(store: SqlStore, clock: StillClock) -> int:
    """The nights of 28 to 31 October on which the plan itself asked for the lotion."""
    found = 0
    for number in range(28, 32):
        shown = view(store, clock, date(2026, 10, number))
        found += sum(
            card.step == "refining-lotion" and card.status in ("missed", "done")
            for card in slot(shown, "evening").cards
        )
    return found


def test_of_another_day_no_changeover_is_told(oily: SqlStore, clock: StillClock) -> None:
    assert view(oily, clock, date(2026, 11, 1)).changeovers == ()


def test_a_day_to_come_shows_the_plan_and_asks_for_nothing_yet(
    oily: SqlStore, clock: StillClock
) -> None:
    shown = view(oily, clock, date(2026, 11, 22))

    assert all(card.is_ahead for card in slot(shown, "evening").cards)
    assert not any(card.is_ahead for card in slot(view(oily, clock), "evening").cards)


def test_a_turn_to_come_counts_those_planned_before_it_in_its_week(
    oily: SqlStore, clock: StillClock
) -> None:
    thursday, sunday = date(2026, 11, 26), date(2026, 11, 29)

    def mask(day: date) -> StepCard:
        cards = slot(view(oily, clock, day), "evening").cards
        return next(card for card in cards if card.step == "clay-mask")

    assert mask(sunday).quota == Quota(2, 2)
    assert mask(thursday).quota is None or mask(thursday).quota == Quota(2, 2)
    assert mask(WEDNESDAY).quota == Quota(1, 2)


def test_a_rest_of_a_day_gone_by_ends_when_it_ended_then(oily: SqlStore, clock: StillClock) -> None:
    clock.moment = clock.moment.replace(month=12, day=20)
    cards = slot(view(oily, clock, date(2026, 11, 10)), "evening").cards

    lotion = next(card for card in cards if card.step == "refining-lotion")

    assert lotion.back_on == date(2026, 12, 1)


def test_beside_a_day_gone_by_nothing_is_said_to_come(oily: SqlStore, clock: StillClock) -> None:
    assert view(oily, clock, TUESDAY).coming == ()
