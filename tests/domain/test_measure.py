"""Where do the figures draw their lines?"""

from datetime import date, timedelta

import pytest

from tracker.domain.measure import (
    DayRun,
    Ratio,
    adherence,
    consistency,
    day_streak,
    day_streaks,
    on_plan,
    percent,
    step_streak,
    trend,
)
from tracker.domain.row import Row
from tracker.domain.rule.base import Status
from tracker.domain.turn import Outcome, Turn, turns_of

MONDAY = date(2026, 11, 16)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def turns(*by_day: str) -> list[Turn]:
    """One text a day, a letter a turn: d done, m missed, s excused, p pending."""
    letters: dict[str, Outcome] = {"d": "done", "m": "missed", "s": "excused", "p": "pending"}
    return [
        Turn(day(number), f"step-{place}", letters[letter])
        for number, of_day in enumerate(by_day)
        for place, letter in enumerate(of_day)
    ]


@pytest.mark.parametrize(
    ("done", "of", "shown"),
    [
        (4, 4, None),
        (5, 5, 100),
        (0, 5, 0),
        (21, 24, 88),
        (1, 8, 13),
        (199, 200, 99),
        (999, 1000, 99),
    ],
)
def test_a_percentage_needs_five_turns_and_is_100_only_where_none_was_missed(
    done: int, of: int, shown: int | None
) -> None:
    assert percent(Ratio(done, of)) == shown


def test_without_turns_there_is_no_figure() -> None:
    assert trend([]) is None
    assert consistency(turns("s", "p")) is None
    assert on_plan([]) is None
    assert adherence([], MONDAY) == (0, 0)
    assert day_streak([], MONDAY) == (0, 0, None, None)


def test_the_range_ends_today_and_holds_that_many_days() -> None:
    thirty_one = turns(*["d"] * 31)

    assert adherence(thirty_one, day(30)).turns == 30
    assert adherence(thirty_one, day(30), days=7).turns == 7


def test_a_skip_neither_adds_to_a_streak_nor_breaks_it() -> None:
    assert step_streak(turns("d", "s", "d")) == (2, 2)


def test_a_miss_within_seven_turns_of_another_is_not_forgiven() -> None:
    early = turns("m", *["d"] * 6, "m", "d")
    late = turns("m", *["d"] * 7, "m", "d")

    assert step_streak(early, forgiving=True).current == 1
    assert step_streak(late, forgiving=True).current == 8


def test_a_first_slip_is_forgiven_before_there_are_seven_turns() -> None:
    assert step_streak(turns("d", "m", "d"), forgiving=True) == (2, 2)
    assert step_streak(turns("d", "m", "d")) == (1, 1)


def test_today_counts_once_something_is_done_and_nothing_is_pending() -> None:
    assert day_streak(turns("d", "dp"), day(1)).current == 1
    assert day_streak(turns("d", "dd"), day(1)).current == 2
    assert day_streak(turns("d", "pp"), day(1)).current == 1


def test_an_open_turn_on_a_past_day_leaves_the_rest_of_that_day_to_count() -> None:
    assert day_streak(turns("dp", "d"), day(1)).current == 2


def test_days_of_rest_are_left_out_of_the_day_streak() -> None:
    assert day_streak(turns("d", "", "s", "d"), day(3)) == (2, 2, day(0), day(3))


def test_of_equal_streaks_the_latest_is_the_best() -> None:
    assert day_streak(turns("d", "d", "m", "d", "d", "m"), day(5)) == (0, 2, day(3), day(4))


def test_every_streak_has_its_days_and_the_last_may_be_running() -> None:
    lived = turns("d", "", "d", "m", "d", "m", "d", "d")

    assert day_streaks(lived, day(7)) == [
        DayRun(2, day(0), day(2)),
        DayRun(1, day(4), day(4)),
        DayRun(2, day(6), day(7), is_running=True),
    ]
    assert not any(run.is_running for run in day_streaks(lived[:-2], day(5)))


def test_a_streak_runs_on_while_today_is_open() -> None:
    assert day_streaks(turns("d", "dp"), day(1)) == [DayRun(1, day(0), day(0), is_running=True)]


def test_a_day_may_count_from_a_share_of_its_turns() -> None:
    lived = turns("ddddm", "dm", "m")

    assert day_streak(lived[:5], day(0), 1.0).current == 0
    assert day_streak(lived[:5], day(0), 0.8).current == 1
    assert day_streak(lived[:7], day(1), 0.5).current == 2
    assert day_streak(lived[:7], day(1), 0.8).current == 0


def test_consistency_is_the_mean_of_days_and_not_of_steps() -> None:
    assert consistency(turns("d", "dmmm")) == pytest.approx(0.625)


def test_a_share_of_the_uses_was_on_plan() -> None:
    statuses: list[Status] = ["done", "done", "done", "off_plan", "missed", "resting"]

    assert on_plan([Row(MONDAY, "step", status) for status in statuses]) == pytest.approx(0.75)


def test_rows_without_a_turn_are_no_turns() -> None:
    statuses: list[Status] = ["moved", "optional", "resting", "paused", "off_plan"]

    assert turns_of([Row(MONDAY, "step", status) for status in statuses]) == []
