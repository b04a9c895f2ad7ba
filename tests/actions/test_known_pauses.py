"""Is a pause that is kept in parts one, and are two pauses two?"""

from datetime import date

import pytest

from tests.still_clock import StillClock
from tracker.actions.known_pauses import KnownPause, known_pauses
from tracker.actions.pause import Wish, pause
from tracker.actions.tick import tick
from tracker.domain.day import Day
from tracker.domain.log import Entry
from tracker.domain.routine import Group, Pause, Step, StepId, Version
from tracker.domain.rule.base import Rule
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.weekdays import Weekdays
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
"""A Wednesday."""


def on(number: int) -> Day:
    """That day of November 2026."""
    return date(2026, 11, number)


def step(step_id: StepId, rule: Rule) -> Step:
    return Step(step_id, step_id, "serum", "evening", on(2), (Version(on(2), rule),))


def known(store: SqlStore) -> list[KnownPause]:
    with store.reading() as look:
        return list(known_pauses(look, TODAY))


def wholes(store: SqlStore) -> list[Pause]:
    return [one.whole for one in known(store)]


def put(store: SqlStore, *pauses: Pause) -> None:
    with store.writing("merge") as work:
        work.put(*pauses)


@pytest.mark.parametrize("ends", [None, on(25), on(16)])
def test_a_pause_around_what_was_logged_is_one(
    oily: SqlStore, clock: StillClock, ends: Day | None
) -> None:
    for number in (11, 13, 14, 16):
        tick(oily, clock, "pore-serum", on(number))
    tick(oily, clock, "cleanse-evening", on(14))
    wish = Wish(on(11), ends, reason="Holiday")
    pause(oily, clock, wish)

    (one,) = known(oily)

    assert one.whole == Pause(on(11), ends, None, "Holiday")
    with oily.reading() as look:
        assert set(one.parts) == set(look.routine().pauses)
    assert len(one.parts) > 2
    assert one.holds(on(14))
    assert not one.is_over(on(16))
    assert one.is_over(on(26)) is (ends is not None)


def test_days_left_out_of_all_steps_part_nothing(oily: SqlStore, clock: StillClock) -> None:
    for number in (12, 13, 14):
        for one in ("pore-serum", "cleanse-evening"):
            tick(oily, clock, one, on(number))
    pause(oily, clock, Wish(on(11), on(17), ("cleanse-evening", "pore-serum")))

    assert len(known(oily)[0].parts) == 2
    assert wholes(oily) == [Pause(on(11), on(17), ("pore-serum", "cleanse-evening"))]


def test_a_day_that_was_made_up_is_a_day_left_out(store: SqlStore, clock: StillClock) -> None:
    with store.writing("set_up") as work:
        work.put(step("mask", Weekdays(("tue",))), step("acid", Weekdays(("mon",))))
        work.put(Entry(on(12), "mask", "tick"), Entry(on(18), "acid", "tick"))
    pause(store, clock, Wish(on(8), on(16)))

    assert len(known(store)[0].parts) > 1
    assert wholes(store) == [Pause(on(8), on(16))]


def test_a_step_that_gave_way_is_paused_with_the_one_that_was_chosen(
    store: SqlStore, clock: StillClock
) -> None:
    with store.writing("set_up") as work:
        work.put(step("mask", Daily()), step("lotion", Daily()))
        work.put(Group("Evening", ("mask", "lotion")))
    pause(store, clock, Wish(on(15), on(25), ("mask",)))

    assert len(known(store)[0].parts) > 1
    assert wholes(store) == [Pause(on(15), on(25), ("mask",))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Pause(on(1), on(20), ("clay-mask",)), Pause(on(15), on(25), ("pore-serum",))),
        (Pause(on(1), on(5), ("clay-mask",)), Pause(on(6), on(9), ("clay-mask",))),
        (Pause(on(1), on(9), ("clay-mask",)), Pause(on(5), on(12), ("clay-mask",))),
        (Pause(on(1), on(9), ("clay-mask",)), Pause(on(1), on(9), None)),
        (Pause(on(1), on(5), ("pore-serum",)), Pause(on(7), on(9), ("pore-serum",))),
        (Pause(on(20), None, ("pore-serum",)), Pause(on(20), on(25), ("clay-mask",))),
        (Pause(on(20), on(21)), Pause(on(23), on(25))),
        (Pause(on(1), on(5), None, "Illness"), Pause(on(2), on(5), ("pore-serum",), "Holiday")),
    ],
)
def test_two_pauses_stay_two(oily: SqlStore, one: Pause, other: Pause) -> None:
    put(oily, one, other)

    assert wholes(oily) == [one, other]
