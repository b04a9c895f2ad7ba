"""Are the Progress page's figures those of the plan, and the same as everywhere else?"""

from datetime import date, timedelta
from typing import get_args

import pytest

from tests.still_clock import StillClock
from tracker.actions.rate import rate
from tracker.actions.set_up import set_up
from tracker.actions.stats import RangeName, stats
from tracker.actions.tick import tick
from tracker.actions.views.progress import DayCell, Mean, ProgressView
from tracker.actions.views.progress_view import ProgressKeeper, year_view
from tracker.actions.views.streak import StreakKeeper
from tracker.domain.day import Day
from tracker.domain.diary import Diary
from tracker.domain.log import Deed, Entry, Rating
from tracker.domain.measure import DayRun
from tracker.domain.routine import Pause, Step, Version
from tracker.domain.rule.base import Phase
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.settings import Setting
from tracker.exchange.preset import load_preset
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
RANGES: tuple[RangeName, ...] = get_args(RangeName)


def ago(days: int) -> Day:
    return TODAY - timedelta(days=days)


def view(store: SqlStore, range_name: RangeName = "year", today: Day = TODAY) -> ProgressView:
    with store.reading() as reading:
        return ProgressKeeper().view(reading, today, range_name)


def cell(shown: ProgressView, day: Day) -> DayCell:
    return next(one for one in shown.year.cells if one.day == day)


@pytest.fixture
def lived(store: SqlStore) -> SqlStore:
    """Two steps from ten days ago: a toner every day, a serum two days on and two days off."""
    cycle = Cycle(Daily(), Lengths("days", 2, 2), ago(10))
    toner = Step("toner", "Toner", "toner", "morning", ago(10), (Version(ago(10), Daily()),))
    serum = Step("serum", "Serum", "serum", "evening", ago(10), (Version(ago(10), cycle),))
    done: list[tuple[int, str, Deed]] = [
        *((days, "toner", "tick") for days in (10, 9, 8, 6, 4, 3, 2, 1)),
        *((days, "serum", "tick") for days in (10, 9, 8, 6)),
        (5, "toner", "skip"),
    ]
    with store.writing("merge") as work:
        work.put(toner, serum, Pause(ago(1), ago(1), ("serum",)))
        work.put(*(Entry(ago(days), step, deed) for days, step, deed in done))
    return store


def test_without_a_routine_there_are_no_figures(store: SqlStore) -> None:
    shown = view(store, "all")

    assert not shown.has_steps
    assert (shown.uses, shown.off_plan, shown.skin, shown.streaks) == (0, 0, None, ())
    assert {one.share for one in shown.year.cells} == {None}


@pytest.mark.parametrize("range_name", RANGES)
def test_the_figures_are_those_of_stats(
    oily: SqlStore, clock: StillClock, range_name: RangeName
) -> None:
    for days in (47, 46, 40, 12, 3, 2, 1):
        tick(oily, clock, "moisturise-evening", ago(days))
    with oily.reading() as reading:
        expected = stats(reading, TODAY, range_name)

    shown = view(oily, range_name)

    assert shown.stats == expected
    assert expected.turns.done > 0
    assert max(run.days for run in shown.streaks or (DayRun(0, TODAY, TODAY),)) == (
        expected.day_streak.best
    )
    if shown.uses:
        assert expected.on_plan == pytest.approx(1 - shown.off_plan / shown.uses)


def test_a_day_is_as_full_as_its_steps_are_done(lived: SqlStore) -> None:
    shown = view(lived)

    assert cell(shown, ago(10)) == DayCell(ago(10), 2, 2)
    assert cell(shown, ago(8)) == DayCell(ago(8), 1, 1)  # the resting serum was used
    assert cell(shown, ago(7)) == DayCell(ago(7), 0, 1)
    assert cell(shown, ago(5)) == DayCell(ago(5), 0, 1)  # a skipped toner, a missed serum
    assert cell(shown, ago(11)) == DayCell(ago(11), 0, 0)


def test_what_is_open_today_is_asked_already(lived: SqlStore, clock: StillClock) -> None:
    assert cell(view(lived), TODAY) == DayCell(TODAY, 0, 1)

    tick(lived, clock, "toner", TODAY)

    assert cell(view(lived), TODAY).share == 1


def test_a_day_on_which_all_is_paused_is_told_from_one_that_asks_nothing(lived: SqlStore) -> None:
    with lived.writing("pause") as work:
        work.put(Pause(ago(3), ago(2)))

    shown = view(lived)

    assert cell(shown, ago(3)).is_paused
    assert not cell(shown, ago(1)).is_paused  # one step of two
    assert not cell(shown, ago(40)).is_paused


def test_the_year_is_365_days_in_weeks_as_they_are_set(lived: SqlStore) -> None:
    with lived.writing("set_setting") as work:
        work.put(Setting("week_start", "sun"))

    shown = view(lived, "30d")

    assert len(shown.year.cells) == 365
    assert (shown.year.cells[0].day, shown.year.cells[-1].day) == (ago(364), TODAY)
    assert shown.year.week_start == "sun"
    with lived.reading() as reading:
        assert year_view(reading, TODAY) == shown.year


def test_uses_off_plan_are_counted(lived: SqlStore) -> None:
    shown = view(lived)

    assert (shown.uses, shown.off_plan) == (12, 1)
    assert shown.stats.on_plan == pytest.approx(11 / 12)


def test_the_longest_streaks_stand_first_and_the_running_one_last(store: SqlStore) -> None:
    lengths = (3, 9, 5, 4, 7)
    start = ago(sum(lengths) + len(lengths) + 2)
    step = Step("toner", "Toner", "toner", "morning", start, (Version(start, Daily()),))
    ticks, day = [], start
    for length in lengths:
        ticks += [day + timedelta(days=number) for number in range(length)]
        day = ticks[-1] + timedelta(days=2)
    ticks += [ago(1)]
    with store.writing("merge") as work:
        work.put(step, *(Entry(day, "toner", "tick") for day in ticks))

    shown = view(store, "30d").streaks

    assert [run.days for run in shown] == [9, 7, 5, 4, 1]
    assert [run.is_running for run in shown] == [False, False, False, False, True]
    assert shown[-1] == DayRun(1, ago(1), ago(1), is_running=True)


def test_ratings_have_the_mean_of_their_seven_days(lived: SqlStore) -> None:
    with lived.writing("merge") as work:
        work.put(*(Rating(ago(days), overall) for days, overall in ((37, 2), (31, 4), (29, 9))))
        work.put(Rating(ago(2), redness=3))

    month, whole = view(lived, "30d"), view(lived, "year")

    assert [(point.overall, point.mean) for point in whole.ratings] == [
        (2, 2),
        (4, 3),
        (9, pytest.approx(6.5)),
    ]
    assert [point.day for point in month.ratings] == [ago(29)]
    assert month.ratings[0].mean == pytest.approx(6.5)
    assert (month.skin, month.skin_before) == (Mean(9, 1), Mean(3, 2))


def test_a_month_without_ratings_has_no_mean(lived: SqlStore, clock: StillClock) -> None:
    rate(lived, clock, {"overall": 7})

    assert (view(lived).skin, view(lived).skin_before) == (Mean(7, 1), None)


def test_phases_are_cut_off_where_the_range_ends(lived: SqlStore) -> None:
    (phases,) = view(lived, "30d").phases

    assert (phases.step, phases.name) == ("serum", "Serum")
    assert phases.phases[0] == Phase(is_on=True, first=ago(10), until=ago(8))
    assert phases.phases[-1] == Phase(is_on=False, first=TODAY, until=TODAY + timedelta(days=1))
    assert [one.is_on for one in phases.phases] == [True, False, True, False, True, False]


def test_phases_begin_with_the_cycle_and_end_with_its_version(store: SqlStore) -> None:
    cycle = Cycle(Daily(), Lengths("weeks", 1, 1), ago(20), starts_off=True)
    versions = (Version(ago(30), Daily()), Version(ago(25), cycle), Version(ago(10), Daily()))
    with store.writing("merge") as work:
        work.put(Step("serum", "Serum", "serum", "evening", ago(30), versions))

    (phases,) = view(store, "90d").phases

    assert phases.phases == (
        Phase(is_on=False, first=ago(20), until=ago(13)),
        Phase(is_on=True, first=ago(13), until=ago(10)),
    )


def test_what_is_kept_is_what_would_be_read_anew(oily: SqlStore, clock: StillClock) -> None:
    keeper = ProgressKeeper()

    def kept(range_name: RangeName) -> ProgressView:
        with oily.reading() as reading:
            return keeper.view(reading, TODAY, range_name)

    assert kept("all") == view(oily, "all")
    for days in (1, 47):
        tick(oily, clock, "moisturise-evening", ago(days))
        change = oily.journal()[0]
        assert change is not None
        keeper.days.forget(change)
        assert kept("90d") == view(oily, "90d")


def test_days_that_another_page_keeps_serve_as_well(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "moisturise-evening", ago(1))
    streak = StreakKeeper()
    progress = ProgressKeeper(streak.days)

    with oily.reading() as reading:
        before = progress.year(reading, TODAY)
        streak.view(reading, TODAY)
        assert streak.days.is_settled
        assert progress.year(reading, TODAY) == before
        assert progress.view(reading, TODAY, "year") == view(oily)


def test_a_rating_moves_no_day(oily: SqlStore, clock: StillClock) -> None:
    keeper = ProgressKeeper()
    with oily.reading() as reading:
        keeper.view(reading, TODAY, "all")
    rate(oily, clock, {"overall": 4}, day=ago(40))
    change = oily.journal()[0]
    assert change is not None

    keeper.days.forget(change)

    assert keeper.days.is_settled
    with oily.reading() as reading:
        assert keeper.view(reading, TODAY, "all") == view(oily, "all")


def test_a_new_routine_is_noticed(store: SqlStore) -> None:
    keeper = ProgressKeeper()
    with store.reading() as reading:
        before = keeper.view(reading, TODAY, "all")
    change = set_up(store, load_preset("sensitive", ago(300), None), "sensitive")
    assert change is not None
    keeper.days.forget(change)

    with store.reading() as reading:
        after = keeper.view(reading, TODAY, "all")

    assert (before.first, after.first) == (TODAY, ago(300))


def test_a_diary_without_steps_has_no_range(store: SqlStore) -> None:
    with store.reading() as reading:
        assert reading.diary() == Diary()
        assert reading.ratings() == ()
    assert view(store, "all").first == TODAY
