"""Is what a person types understood as it was meant, and nothing else?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.day import FIRST_DAY, LAST_DAY, Day
from tracker.words.dates import day_month, short_day, weekday_day
from tracker.words.typed import amount_in, day_in

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-03", date(2026, 11, 3)),
        (" 2026/11/3 ", date(2026, 11, 3)),
        ("3.11.2026", date(2026, 11, 3)),
        ("3/11/26", date(2026, 11, 3)),
        ("3.11.", date(2026, 11, 3)),
        ("3", date(2026, 11, 3)),
        ("3 Nov", date(2026, 11, 3)),
        ("Nov 3", date(2026, 11, 3)),
        ("3 november", date(2026, 11, 3)),
        ("Tue 3 Nov 2026", date(2026, 11, 3)),
        ("Tuesday, 3 November", date(2026, 11, 3)),
        ("2026 Nov 3", date(2026, 11, 3)),
        ("5 Jan", date(2027, 1, 5)),
        ("5.1.", date(2027, 1, 5)),
        ("1 Jul", date(2026, 7, 1)),
        ("29 Feb", None),
        ("31.11.2026", None),
        ("", None),
        ("soon", None),
        ("3 Nov Dec", None),
        ("3 Nov 2026 4", None),
        ("1 2 3 4", None),
        ("2026", None),
        ("1899-12-31", None),
        ("3000-01-01", None),
        ("99999999999.1.2026", None),
    ],
)
def test_a_day_is_read(typed: str, meant: Day | None) -> None:
    assert day_in(typed, TODAY) == meant


def test_the_month_comes_first_where_the_language_has_it_so() -> None:
    assert day_in("11/3", TODAY, is_month_first=True) == date(2026, 11, 3)
    assert day_in("11/3/2027", TODAY, is_month_first=True) == date(2027, 11, 3)


@given(st.dates(FIRST_DAY, LAST_DAY), st.integers(-180, 180))
def test_a_day_is_read_back_as_it_is_shown(day: Day, away: int) -> None:
    assert day_in(day.isoformat(), TODAY) == day
    assert day_in(short_day(day, Day.min), TODAY) == day
    near = TODAY + timedelta(days=away)
    assert day_in(short_day(near, TODAY), TODAY) == near
    assert day_in(weekday_day(near, TODAY), TODAY) == near
    assert day_in(day_month(day, Day.min), TODAY) == day


@given(st.text(max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    found = day_in(text, TODAY)
    assert found is None or FIRST_DAY <= found <= LAST_DAY
    amount = amount_in(text)
    assert amount is None or amount.isascii()


@pytest.mark.parametrize(
    ("typed", "point", "amount"),
    [
        ("140", ".", "140"),
        ("140.00", ".", "140.00"),
        ("140,50", ".", "140.50"),
        ("140,50", ",", "140.50"),
        ("1,234", ".", "1234"),
        ("1,234", ",", None),
        ("1.234", ",", "1234"),
        ("1,234.50", ".", "1234.50"),
        ("1.234,50", ".", "1234.50"),
        ("1.234.567", ".", "1234567"),
        ("1 234,5", ",", "1234.5"),
        ("1'234.50", ".", "1234.50"),
        ("", ".", None),
        (".5", ".", None),
        ("-5", ".", None),
        ("12.34567", ".", None),
        ("1234567890", ".", None),
        ("free", ".", None),
        ("\N{ARABIC-INDIC DIGIT FIVE}", ".", None),
    ],
)
def test_an_amount_is_read(typed: str, point: str, amount: str | None) -> None:
    assert amount_in(typed, point) == amount
