"""Is a skip a skip only where there is something to skip, and is a rating kept mark by mark?"""

from datetime import date, timedelta

import pytest

from tests.actions.test_tick import WEDNESDAY, entry, row
from tests.still_clock import StillClock
from tracker.actions.rate import rate
from tracker.actions.skip import skip, unskip
from tracker.actions.tick import tick
from tracker.domain.errors import BadInput, Refused
from tracker.domain.log import Rating
from tracker.store.store import SqlStore


def test_a_skip_keeps_its_reason_and_passes_the_turn_on(oily: SqlStore, clock: StillClock) -> None:
    skip(oily, clock, "clay-mask", "Out of clay")

    logged = entry(oily, "clay-mask")
    assert logged is not None
    assert (logged.do, logged.reason) == ("skip", "Out of clay")
    assert row(oily, "clay-mask").status == "skipped"
    assert row(oily, "overnight-serum").status == "due"


def test_the_same_skip_again_changes_nothing_and_another_reason_does(
    oily: SqlStore, clock: StillClock
) -> None:
    skip(oily, clock, "clay-mask", "Out of clay")

    assert skip(oily, clock, "clay-mask", "Out of clay") is None
    assert skip(oily, clock, "clay-mask", "Tired") is not None


def test_there_is_nothing_to_skip_where_a_step_rests(oily: SqlStore, clock: StillClock) -> None:
    with pytest.raises(Refused) as caught:
        skip(oily, clock, "refining-lotion", "Tired")

    assert (caught.value.code, caught.value.facts["enforce"]) == ("month_off", "never")
    assert entry(oily, "refining-lotion") is None


def test_a_skip_replaces_a_tick_and_a_tick_a_skip(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask")
    skip(oily, clock, "clay-mask", None)
    assert row(oily, "clay-mask").status == "skipped"

    tick(oily, clock, "clay-mask")
    assert row(oily, "clay-mask").status == "done"


def test_a_skip_is_taken_back_and_a_tick_is_not_one(oily: SqlStore, clock: StillClock) -> None:
    skip(oily, clock, "clay-mask", None)

    assert unskip(oily, clock, "clay-mask") is not None
    assert row(oily, "clay-mask").status == "due"
    tick(oily, clock, "clay-mask")
    assert unskip(oily, clock, "clay-mask") is None


def test_marks_are_added_to_those_of_the_day(store: SqlStore, clock: StillClock) -> None:
    rate(store, clock, {"overall": 7}, note="Calm")
    rate(store, clock, {"oiliness": 3, "overall": 6})

    assert rating(store) == Rating(WEDNESDAY, overall=6, oiliness=3, note="Calm")
    assert rate(store, clock, {"overall": 6}) is None


def test_marks_and_the_note_are_taken_back_and_with_the_last_of_them_the_rating(
    store: SqlStore, clock: StillClock
) -> None:
    rate(store, clock, {"overall": 7, "redness": 0}, note="Calm")

    rate(store, clock, {"overall": None})
    assert rating(store) == Rating(WEDNESDAY, redness=0, note="Calm")
    rate(store, clock, {}, note="")
    assert rating(store) == Rating(WEDNESDAY, redness=0)
    rate(store, clock, {"redness": None})
    assert rating(store) is None


@pytest.mark.parametrize(
    "marks", [{"overall": 0}, {"overall": 11}, {"pores": 5}, {"pores": -1}, {"glow": 3}]
)
def test_marks_out_of_range_are_refused(
    store: SqlStore, clock: StillClock, marks: dict[str, int]
) -> None:
    with pytest.raises(BadInput):
        rate(store, clock, marks)

    with store.reading() as reading:
        assert reading.rating(WEDNESDAY) is None


def test_tomorrow_cannot_be_rated(store: SqlStore, clock: StillClock) -> None:
    with pytest.raises(BadInput) as caught:
        rate(store, clock, {"overall": 7}, day=WEDNESDAY + timedelta(days=1))

    assert caught.value.code == "day_in_future"
    assert rate(store, clock, {"overall": 7}, day=date(2026, 1, 1)) is not None
    assert rating(store, date(2026, 1, 1)) == Rating(date(2026, 1, 1), overall=7)


def rating(store: SqlStore, day: date = WEDNESDAY) -> Rating | None:
    with store.reading() as reading:
        return reading.rating(day)
