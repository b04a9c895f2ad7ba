"""Does Progress say its figures plainly, and as few as there are?"""

from datetime import date, timedelta
from typing import Any

import pytest

from tracker.actions.stats import Stats, StepStats
from tracker.actions.views.progress import (
    DayCell,
    Mean,
    ProgressView,
    RatingPoint,
    StepPhases,
    YearView,
)
from tracker.domain.measure import DayRun, DayStreak, Ratio, Streak
from tracker.domain.rule.base import Phase
from tracker.words.numbers import tenths, whole
from tracker.words.progress import figures_of
from tracker.words.progress_charts import (
    day_line,
    ratings_spoken,
    ratings_table,
    step_bars,
    steps_spoken,
    steps_table,
    streak_bars,
    streaks_table,
    year_spoken,
    year_table,
)

TODAY = date(2026, 11, 21)


def step(name: str = "Clay mask", done: int = 7, turns: int = 8, **facts: Any) -> StepStats:
    made = StepStats(
        name, name, turns, done, turns - done, 0, Ratio(done, turns), None, Streak(0, 0), "evening"
    )
    return made._replace(**facts)


def view(stats: dict[str, Any] | None = None, **facts: Any) -> ProgressView:
    streak = DayStreak(17, 41, date(2026, 7, 12), date(2026, 8, 21))
    figures = Stats(TODAY, "year", 0.89, Ratio(1973, 2214), streak, 0.98, (step(),))
    made = ProgressView(
        first=date(2025, 11, 22),
        stats=figures._replace(**stats or {}),
        uses=100,
        off_plan=2,
        skin=Mean(6.82, 28),
        skin_before=Mean(5.9, 30),
        year=YearView((), "mon"),
        streaks=(),
        ratings=(),
        phases=(),
        has_ratings=True,
    )
    return made._replace(**facts)


def notes(shown: ProgressView) -> list[tuple[str, str]]:
    return [(figure.figure, figure.note) for figure in figures_of(shown)]


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0"), (999, "999"), (1973, "1 973"), (1_000_007, "1 000 007")]
)
def test_thousands_stand_apart(number: int, said: str) -> None:
    assert whole(number) == said.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(("number", "said"), [(6.82, "6.8"), (6.85, "6.9"), (9.96, "10.0")])
def test_a_mean_has_one_decimal(number: float, said: str) -> None:
    assert tenths(number) == said


def test_the_four_figures() -> None:
    space = "\N{NO-BREAK SPACE}"
    assert notes(view()) == [
        ("89 %", f"1{space}973 of 2{space}214 steps"),
        ("17 days", "best 41, 12 Jul to 21 Aug"),
        ("6.8", "5.9 in the 30 before"),
        ("98 %", "2 uses off plan"),
    ]


def test_a_figure_that_is_not_there_says_when_it_will_be() -> None:
    nothing = view(
        {"turns": Ratio(0, 0), "overall": None, "day_streak": DayStreak(0, 0, None, None)},
        uses=0,
        off_plan=0,
        skin=None,
        skin_before=None,
    )

    assert notes(nothing) == [
        ("", "Appears after the first steps."),
        ("", "Grows with each finished day."),
        ("", "No rating yet in these days."),
        ("", "Appears after the first steps."),
    ]


def test_below_five_turns_there_is_no_percentage() -> None:
    few = view({"turns": Ratio(3, 4), "overall": 0.75}, uses=4, off_plan=1)

    said = [figure for figure, _ in notes(few)]

    assert (said[0], said[3]) == ("3 of 4 steps", "3 of 4 steps")


def test_the_running_streak_may_be_the_best() -> None:
    best = DayStreak(17, 17, date(2026, 11, 4), date(2026, 11, 20))

    assert notes(view({"day_streak": best}))[1] == ("17 days", "the best so far, since 4 Nov")


def test_a_month_of_ratings_without_one_before() -> None:
    assert notes(view(skin_before=None))[2] == ("6.8", "from 28 days of rating")
    assert notes(view(skin=None))[2] == ("", "5.9 in the 30 before")


def test_all_is_on_plan_only_where_nothing_was_off_it() -> None:
    nearly = view({"on_plan": 1 - 1 / 1000}, uses=1000, off_plan=1)

    assert notes(nearly)[3] == ("99 %", "1 use off plan")
    assert notes(view({"on_plan": 1.0}, off_plan=0))[3] == ("100 %", "nothing used off plan")


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (DayCell(TODAY, 7, 8), "Saturday 21 November: 7 of 8 steps"),
        (DayCell(TODAY, 0, 1), "Saturday 21 November: 0 of 1 step"),
        (DayCell(TODAY, 0, 0), "Saturday 21 November: nothing asked"),
        (DayCell(TODAY, 0, 0, is_paused=True), "Saturday 21 November: paused"),
        (DayCell(date(2025, 11, 21), 1, 1), "Friday 21 November 2025: 1 of 1 step"),
    ],
)
def test_a_day_says_how_much_of_it_was_done(cell: DayCell, said: str) -> None:
    assert day_line(cell, TODAY) == said


def test_the_table_of_the_year_leaves_out_days_that_asked_nothing() -> None:
    cells = (
        DayCell(TODAY - timedelta(days=2), 2, 2),
        DayCell(TODAY - timedelta(days=1), 0, 0),
        DayCell(TODAY, 1, 2),
    )
    year = YearView(cells, "mon")

    rows = year_table(year).rows

    assert rows == (("Sat 21 Nov", "1 of 2 steps"), ("Thu 19 Nov", "2 of 2 steps"))
    last_year = YearView((DayCell(date(2025, 11, 30), 1, 1), *cells), "mon")
    assert year_table(last_year).rows[-1][0] == "Sun 30 Nov 2025"
    assert year_spoken(year).startswith("Every day of the last year: on 1 of 2 days")


def test_streaks_are_measured_by_the_longest() -> None:
    runs = (
        DayRun(40, date(2026, 7, 12), date(2026, 8, 21)),
        DayRun(22, date(2025, 12, 27), date(2026, 1, 17)),
        DayRun(1, date(2026, 2, 3), date(2026, 2, 3)),
        DayRun(10, date(2026, 11, 12), date(2026, 11, 21), is_running=True),
    )

    bars = streak_bars(runs, TODAY)

    assert [bar.label for bar in bars] == [
        "12 Jul to 21 Aug",
        "27 Dec 2025 to 17 Jan",
        "3 Feb",
        "running since 12 Nov",
    ]
    assert [bar.share for bar in bars] == [1, 0.55, 0.025, 0.25]
    assert streaks_table(runs).rows[3] == ("12 Nov 2026", "running", "10")


def test_steps_of_one_name_are_told_apart_by_their_slot() -> None:
    steps = (step("Cleanse", 58, 60, slot="morning"), step("Cleanse", 3, 4), step("New", 0, 0))

    assert [bar.label for bar in step_bars(steps)] == ["Cleanse (morning)", "Cleanse (evening)"]
    assert steps_table(steps).rows == (
        ("Cleanse (morning)", "58 of 60", "97 %"),
        ("Cleanse (evening)", "3 of 4", ""),
    )
    assert steps_spoken(steps) == (
        "Steps, 30 days: Cleanse (morning) 58 of 60, Cleanse (evening) 3 of 4"
    )


def test_ratings_are_read_with_the_phase_they_lay_in() -> None:
    off = Phase(is_on=False, first=date(2026, 11, 20), until=date(2026, 12, 1))
    points = (RatingPoint(date(2026, 11, 19), 7, 7.0), RatingPoint(date(2026, 11, 20), 4, 5.5))

    table = ratings_table(points, StepPhases("lotion", "Lotion", (off,)), TODAY)

    assert table.heads == ("Day", "Rating", "7-day mean", "Lotion")
    assert table.rows == (("Fri 20 Nov", "4", "5.5", "Off"), ("Thu 19 Nov", "7", "7.0", ""))
    assert ratings_spoken(points, TODAY) == (
        "Skin rating: 2 days rated. The 7-day mean went from 7.0 to 5.5;"
        " lowest 5.5 on 20 November, highest 7.0 on 19 November."
    )
    assert "once you have rated" in ratings_spoken((), TODAY)
