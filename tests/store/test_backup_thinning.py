"""Do the backups stay few, near ones close together and old ones far apart?"""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.store.backup.thinning import surplus

NOW = datetime(2026, 11, 21, 21, 30, tzinfo=UTC)
DAY = timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def kept(moments: list[datetime], now: datetime = NOW) -> list[datetime]:
    return sorted(set(moments) - surplus(moments, now))


@pytest.mark.parametrize(
    ("moments", "gone"),
    [
        pytest.param([], [], id="none"),
        pytest.param(["2020-01-01 08:00"], [], id="a single old one"),
        pytest.param(
            ["2026-11-21 08:00", "2026-11-21 09:00", "2026-11-19 22:00", "2026-11-19 23:00"],
            [],
            id="all of two days",
        ),
        pytest.param(
            ["2026-11-21 08:00", "2026-11-20 08:00", "2026-11-18 08:00", "2026-11-18 20:00"],
            ["2026-11-18 08:00"],
            id="two a day: the later one stays",
        ),
        pytest.param(
            ["2026-03-01 08:00", "2026-03-01 09:00", "2026-01-01 08:00", "2026-01-01 09:00"],
            [],
            id="the last two days that have any, however long ago",
        ),
        pytest.param(
            ["2026-11-21 08:00", "2026-11-20 08:00", "2026-11-10 00:00", "2026-11-10 23:59"],
            ["2026-11-10 00:00"],
            id="a day ends at midnight",
        ),
    ],
)
def test_what_goes(moments: list[str], gone: list[str]) -> None:
    assert surplus([at(text) for text in moments], NOW) == {at(text) for text in gone}


def test_a_year_of_daily_ones_is_kept_as_promised() -> None:
    moments = [NOW - DAY * number for number in range(500)]
    left = kept(moments)
    ages = [(NOW - moment).days for moment in reversed(left)]
    assert ages[:3] == [0, 1, 2]
    assert ages[3:15] == list(range(3, 15))
    assert all(later - earlier == 7 for earlier, later in pairwise(ages[16:25]))
    assert all(28 <= later - earlier <= 31 for earlier, later in pairwise(ages[26:]))
    assert len(left) == 3 + 12 + 10 + 9


def test_day_after_day_it_comes_to_the_same() -> None:
    there: list[datetime] = []
    now = NOW
    for _ in range(600):
        now += DAY
        there = kept([*there, now], now)
    ages = [(now - moment).days for moment in reversed(there)]
    assert len(there) == 3 + 12 + 10 + 9
    assert ages[:15] == list(range(15))
    assert ages[-1] > 250


def test_many_a_day_become_one_a_day() -> None:
    moments = [NOW - timedelta(hours=2) * number for number in range(24 * 12)]
    left = kept(moments)
    per_day = [sum(moment.date() == day for moment in left) for day in {m.date() for m in left}]
    assert per_day.count(1) == len(per_day) - 3
    assert len([moment for moment in left if NOW - moment <= 2 * DAY]) == 25


@pytest.mark.parametrize("ahead", [DAY, 40 * DAY, 365 * DAY, 5000 * DAY])
def test_a_clock_that_ran_ahead_costs_no_more_than_a_day_or_two(ahead: timedelta) -> None:
    real = kept([NOW - DAY * number for number in range(400)])
    wrong = [NOW + ahead, NOW + ahead + timedelta(hours=1)]
    left = kept([*real, *wrong], wrong[-1])
    assert len(set(real) - set(left)) <= 2
    assert {moment.month for moment in real} == {moment.month for moment in left if moment <= NOW}
    back = NOW + timedelta(hours=1)
    assert kept([*left, back], back) == sorted([*left, back])


def test_what_is_dated_ahead_takes_nobodys_place() -> None:
    real = [NOW - DAY * number for number in range(400)]
    ahead = [NOW + DAY * number for number in range(1, 60)]
    assert kept([*real, *ahead]) == [*kept(real), *ahead]


@pytest.mark.parametrize("turn", [(2026, 3, 29), (2026, 10, 25)])
def test_days_of_23_and_25_hours_are_days(turn: tuple[int, int, int]) -> None:
    around = [
        datetime(*turn, 12, tzinfo=BERLIN).astimezone(UTC) + DAY * number for number in range(-4, 5)
    ]
    now = datetime(*turn, 12, tzinfo=BERLIN) + 8 * DAY
    assert kept([moment.astimezone(BERLIN) for moment in around], now) == around


def test_a_zone_changes_nothing() -> None:
    moments = [NOW - timedelta(hours=7) * number for number in range(300)]
    assert kept([moment.astimezone(BERLIN) for moment in moments]) == kept(moments)


@given(
    st.lists(
        st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1)).map(  # noqa: DTZ001
            lambda moment: moment.replace(tzinfo=UTC)
        ),
        max_size=80,
    )
)
def test_whatever_there_is(moments: list[datetime]) -> None:
    left = kept(moments)
    assert set(left) >= {moment for moment in moments if moment > NOW or NOW - moment <= 2 * DAY}
    assert kept(left) == left
    if moments:
        assert max(moments) in left
