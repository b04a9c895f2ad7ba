"""Does a setting change what it says and nothing that is past, and can it be taken back?"""

from datetime import date, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.plan_rows import plan_rows
from tracker.actions.present import today
from tracker.actions.settings import set_setting, start_days_at, start_weeks_on
from tracker.actions.tick import tick
from tracker.actions.undo import undo
from tracker.actions.views.settings import SettingsView, settings_view
from tracker.domain.day import WEEKDAYS, Day, Weekday
from tracker.domain.errors import BadInput
from tracker.domain.routine import WeekStart
from tracker.domain.row import Row
from tracker.store.store import SqlStore

WEDNESDAY = date(2026, 11, 18)
NEXT_MONDAY = date(2026, 11, 23)


def view(store: SqlStore, clock: StillClock) -> SettingsView:
    with store.reading() as reading:
        return settings_view(reading, clock.now())


def rows_until(store: SqlStore, last: Day) -> list[Row]:
    with store.reading() as reading:
        return plan_rows(reading, date(2026, 10, 1), last, WEDNESDAY)


def week_start(store: SqlStore) -> object:
    with store.reading() as reading:
        return reading.settings().get("week_start")


def at(clock: StillClock, hour: int, minute: int = 0) -> None:
    clock.moment = clock.moment.replace(hour=hour, minute=minute)


def test_without_any_setting_the_usual_is_seen(store: SqlStore, clock: StillClock) -> None:
    seen = view(store, clock)

    assert (seen.day_starts_at, seen.week_start, seen.week_next) == (4, "mon", None)
    assert (seen.morning_at, seen.evening_at) == ("07:30", "21:00")
    assert (seen.reminders, seen.reminder_names, seen.forgive_slip) == (True, False, False)
    assert (seen.day_threshold, seen.theme, seen.language) == ("all", "system", "system")


def test_what_is_set_is_seen(store: SqlStore, clock: StillClock) -> None:
    for key, value in (("evening_at", "20:15"), ("forgive_slip", True), ("theme", "dark")):
        assert set_setting(store, key, value) is not None

    seen = view(store, clock)
    assert (seen.evening_at, seen.forgive_slip, seen.theme) == ("20:15", True, "dark")


# --- when the day begins ---


@pytest.mark.parametrize(
    ("hour", "minute", "starts_at", "goes"),
    [(8, 0, 12, False), (4, 30, 6, False), (4, 30, 5, False), (3, 0, 6, True), (21, 30, 12, True)],
)
def test_it_is_never_yesterday_again(
    oily: SqlStore, clock: StillClock, hour: int, minute: int, starts_at: int, goes: bool
) -> None:
    at(clock, hour, minute)
    with oily.reading() as reading:
        before = today(reading, clock)

    if goes:
        assert start_days_at(oily, clock, starts_at) is not None
    else:
        with pytest.raises(BadInput) as caught:
            start_days_at(oily, clock, starts_at)
        assert caught.value.code == "day_would_go_back"

    with oily.reading() as reading:
        assert today(reading, clock) == before


def test_the_hours_that_must_wait_are_told(store: SqlStore, clock: StillClock) -> None:
    at(clock, 4, 30)
    assert view(store, clock).closed_hours == {5, 6}
    at(clock, 6)
    assert view(store, clock).closed_hours == set()


def test_an_earlier_hour_at_night_begins_the_next_day(oily: SqlStore, clock: StillClock) -> None:
    at(clock, 3)
    assert view(oily, clock).today == WEDNESDAY - timedelta(days=1)

    start_days_at(oily, clock, 2)

    assert view(oily, clock).today == WEDNESDAY


def test_an_hour_that_cannot_be_is_refused(store: SqlStore, clock: StillClock) -> None:
    with pytest.raises(BadInput):
        start_days_at(store, clock, 13)


def test_what_was_logged_keeps_its_day(oily: SqlStore, clock: StillClock) -> None:
    at(clock, 1)
    tick(oily, clock, "cleanse-evening", None)
    at(clock, 21)
    before = rows_until(oily, WEDNESDAY)

    start_days_at(oily, clock, 0)

    assert rows_until(oily, WEDNESDAY) == before


# --- when the week begins ---


@pytest.mark.parametrize("weekday", [day for day in WEEKDAYS if day != "mon"])
def test_another_first_weekday_holds_from_next_week_on(
    oily: SqlStore, clock: StillClock, weekday: Weekday
) -> None:
    tick(oily, clock, "clay-mask", WEDNESDAY - timedelta(days=10))
    tick(oily, clock, "clay-mask", WEDNESDAY)
    before = rows_until(oily, WEDNESDAY)

    change = start_weeks_on(oily, clock, weekday)

    assert change is not None
    assert rows_until(oily, WEDNESDAY) == before
    seen = view(oily, clock)
    assert (seen.week_start, seen.week_next) == ("mon", WeekStart(weekday, NEXT_MONDAY))
    clock.forward(days=5)
    assert (view(oily, clock).week_start, view(oily, clock).week_next) == (weekday, None)


def test_a_first_weekday_that_was_chosen_by_mistake_leaves_nothing(
    store: SqlStore, clock: StillClock
) -> None:
    start_weeks_on(store, clock, "sun")
    start_weeks_on(store, clock, "mon")

    assert week_start(store) == "mon"
    assert start_weeks_on(store, clock, "mon") is None


def test_each_change_of_the_week_is_remembered(store: SqlStore, clock: StillClock) -> None:
    start_weeks_on(store, clock, "sun")
    clock.forward(days=14)
    start_weeks_on(store, clock, "sat")

    assert week_start(store) == [
        {"from": "1900-01-01", "day": "mon"},
        {"from": "2026-11-23", "day": "sun"},
        {"from": "2026-12-06", "day": "sat"},
    ]


def test_before_a_first_start_that_is_still_to_come_weeks_begin_on_monday(
    store: SqlStore, clock: StillClock
) -> None:
    set_setting(store, "week_start", [{"from": "2026-12-07", "day": "sun"}])
    assert view(store, clock).week_start == "mon"

    start_weeks_on(store, clock, "mon")

    assert week_start(store) == "mon"


def test_a_week_start_for_good_stays_so_for_the_past(store: SqlStore, clock: StillClock) -> None:
    set_setting(store, "week_start", "sun")

    start_weeks_on(store, clock, "mon")

    assert week_start(store) == [
        {"from": "1900-01-01", "day": "sun"},
        {"from": "2026-11-22", "day": "mon"},
    ]


def test_a_week_start_is_taken_back_whole(store: SqlStore, clock: StillClock) -> None:
    start_weeks_on(store, clock, "sun")

    undo(store)

    assert week_start(store) is None
