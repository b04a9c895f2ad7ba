"""Are days and times said as people say them?"""

from datetime import date, datetime

import pytest

from tracker.words import dates, language

DAY = date(2026, 12, 1)


def test_a_day_is_said_in_four_lengths() -> None:
    assert dates.long_day(DAY) == "Tuesday, 1 December"
    assert dates.weekday_day(DAY) == "Tuesday 1 December"
    assert dates.short_day(DAY) == "Tue 1 Dec"
    assert dates.day_month(DAY) == "1 December"


def test_the_year_is_said_where_it_is_another() -> None:
    said = [say(DAY, date(2027, 1, 1)) for say in (dates.long_day, dates.weekday_day)]
    said += [say(DAY, date(2027, 1, 1)) for say in (dates.short_day, dates.day_month)]
    assert said == [
        "Tuesday, 1 December 2026",
        "Tuesday 1 December 2026",
        "Tue 1 Dec 2026",
        "1 December 2026",
    ]
    assert dates.weekday_day(DAY, date(2026, 1, 1)) == "Tuesday 1 December"


def test_months_hours_and_counts() -> None:
    assert dates.month_name(DAY) == "December"
    assert dates.clock_time(datetime(2026, 12, 1, 7, 5)) == "07:05"  # noqa: DTZ001
    assert [dates.day_count(count) for count in (1, 18)] == ["1 day", "18 days"]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_own_names(month: int) -> None:
    day = date(2026, month, 1)
    assert dates.month_name(day).startswith(dates.month_short(day))
    assert dates.day_month(day) == f"1 {dates.month_name(day)}"


@pytest.mark.parametrize("day", range(1, 8))
def test_every_weekday_has_its_own_names(day: int) -> None:
    assert dates.weekday_name(date(2026, 6, day)).startswith(
        dates.weekday_short(date(2026, 6, day))
    )


def test_a_translator_may_turn_the_order_around(monkeypatch: pytest.MonkeyPatch) -> None:
    class American(language._English):
        def gettext(self, message: str) -> str:
            turned = {"{weekday}, {day} {month}": "{weekday}, {month} {day}"}
            return turned.get(message, message)

    monkeypatch.setattr(language._spoken, "catalogue", American())
    assert dates.long_day(DAY) == "Tuesday, December 1"
