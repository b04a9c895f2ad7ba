"""Where does a day begin, and what may settings be?"""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from tracker.domain.day import add_months, day_of, months_between, weekday_of
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput
from tracker.domain.outside import Outside
from tracker.domain.routine import Routine, WeekStart
from tracker.domain.settings import (
    check_setting,
    day_starts_at,
    day_threshold,
    forgives_slip,
    names_steps,
    slot_time,
    wants_reminders,
    was_asked_to_step_up,
    week_starts,
)


@pytest.mark.parametrize(
    ("hour", "minute", "starts_at", "day"),
    [(1, 30, 4, 20), (3, 59, 4, 20), (4, 0, 4, 21), (0, 0, 0, 21), (11, 59, 12, 20)],
)
def test_the_night_belongs_to_the_evening_before(
    hour: int, minute: int, starts_at: int, day: int
) -> None:
    moment = datetime(2026, 11, 21, hour, minute, tzinfo=UTC)

    assert day_of(moment, starts_at) == date(2026, 11, day)


def test_a_day_is_read_off_the_wall_clock_whatever_the_zone() -> None:
    far = timezone(timedelta(hours=14))

    assert day_of(datetime(2026, 11, 21, 5, tzinfo=far), 4) == date(2026, 11, 21)


def test_months_clamp_to_the_end_of_short_ones() -> None:
    start = date(2027, 1, 31)

    assert [add_months(start, n).day for n in (0, 1, 2, 3, 13)] == [31, 28, 31, 30, 29]
    assert add_months(start, -2) == date(2026, 11, 30)


def test_months_between_counts_whole_ones() -> None:
    start = date(2027, 1, 31)

    assert months_between(start, date(2027, 2, 27)) == 0
    assert months_between(start, date(2027, 2, 28)) == 1
    assert months_between(start, date(2027, 1, 30)) == -1


def test_weekdays_have_codes() -> None:
    assert weekday_of(date(2026, 11, 21)) == "sat"


def test_unset_settings_are_the_usual() -> None:
    assert (week_starts({}), day_starts_at({})) == ((WeekStart("mon"),), 4)
    assert (day_threshold({}), forgives_slip({})) == (1.0, False)


def test_settings_that_are_set() -> None:
    assert day_threshold({"day_threshold": "most"}) == 0.8
    assert forgives_slip({"forgive_slip": True}) is True
    assert day_starts_at({"day_starts_at": 0}) == 0
    assert slot_time({"evening_at": "20:15"}, "evening") == time(20, 15)
    assert wants_reminders({"reminders": False}) is False
    assert names_steps({"reminder_names": True}) is True
    assert was_asked_to_step_up({"step_up_answered": True}) is True


def test_what_holds_where_nothing_is_set_tells_of_mask_days_and_names_none() -> None:
    assert (slot_time({}, "morning"), slot_time({}, "evening")) == (time(7, 30), time(21))
    assert (wants_reminders({}), names_steps({})) == (True, False)
    assert was_asked_to_step_up({}) is False


def test_a_week_start_changed_from_a_day_on_leaves_earlier_weeks() -> None:
    changed = Diary(
        {"week_start": [{"from": "2026-11-18", "day": "sun"}, {"from": "2026-01-01", "day": "mon"}]}
    )
    routine = changed.routine()

    assert routine.week_of(date(2026, 11, 17)) == date(2026, 11, 16)
    assert routine.week_of(date(2026, 11, 18)) == date(2026, 11, 15)


@pytest.mark.parametrize(
    ("key", "value", "where"),
    [
        ("day_starts_at", 13, "here"),
        ("week_start", "someday", "here"),
        ("week_start", [{"from": "2026-11-18"}], "here[0].day"),
        ("theme", "blue", "here"),
        ("day_threshold", 0.8, "here"),
        ("forgive_slip", "yes", "here"),
        ("morning_at", "7:30", "here"),
        ("evening_at", "24:00", "here"),
        ("evening_at", 21, "here"),
        ("reminders", "no", "here"),
        ("language", 1, "here"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(key: str, value: object, where: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_setting(key, Outside(value, "here"))

    assert caught.value.facts["where"] == where


def test_a_setting_that_nobody_knows_is_no_setting() -> None:
    assert check_setting("colour", Outside("red")) is False
    assert check_setting("theme", Outside("dark")) is True


def test_a_routine_knows_its_steps() -> None:
    with pytest.raises(KeyError):
        Routine().step("toner")
