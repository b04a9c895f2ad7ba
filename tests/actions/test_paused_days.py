"""Are the days of a wanted pause its range but for those left out, and none asked for twice?"""

from datetime import date

from tests.still_clock import StillClock
from tracker.actions.paused_days import WantedDays
from tracker.actions.tick import tick
from tracker.domain.routine import Pause
from tracker.store.store import SqlStore


def on(number: int) -> date:
    """That day of November 2026."""
    return date(2026, 11, number)


def test_days_are_left_out_backwards_as_far_as_the_range_goes(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, "clay-mask", on(12))
    with oily.reading() as look:
        wanted = WantedDays(look, (on(11), on(14)), ["clay-mask"])

    assert wanted.leave_out_before("clay-mask", on(18))
    assert wanted.leave_out_before("clay-mask", on(13))
    assert not wanted.leave_out_before("clay-mask", on(13))
    assert not wanted.leave_out_before("pore-serum", on(13))
    assert wanted.pauses(None, "Away") == [Pause(on(13), on(13), None, "Away")]


def test_another_step_is_paused_too_within_the_range_alone(oily: SqlStore) -> None:
    with oily.reading() as look:
        wanted = WantedDays(look, (on(11), on(14)), ["clay-mask"])

    assert wanted.add("pore-serum", on(12))
    assert not wanted.add("pore-serum", on(12))
    assert not wanted.add("pore-serum", on(15))
    assert not wanted.add("clay-mask", on(12))
    assert wanted.pauses(("clay-mask",), None) == [
        Pause(on(11), on(14), ("clay-mask",)),
        Pause(on(12), on(12), ("pore-serum",)),
    ]
