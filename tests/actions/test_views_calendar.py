"""Does the calendar's view show months as they went and as they will be, however far away?"""

from datetime import date, timedelta

import pytest

from tests.actions.test_views_week import tick_day
from tests.still_clock import StillClock
from tracker.actions.change import ELSEWHERE
from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Reading
from tracker.actions.rate import rate
from tracker.actions.settings import set_setting
from tracker.actions.skip import skip
from tracker.actions.supposed import Supposing
from tracker.actions.tick import tick
from tracker.actions.views.calendar import CalendarDay, CalendarView
from tracker.actions.views.calendar_view import CalendarKeeper
from tracker.domain.day import Day
from tracker.domain.log import Log
from tracker.domain.routine import Pause, Routine, Treatment
from tracker.store.store import SqlStore

WEDNESDAY = date(2026, 11, 18)
LOTION = "refining-lotion"


def view(
    store: SqlStore,
    clock: StillClock,
    day: Day | None = None,
    supposing: Supposing | None = None,
    keeper: CalendarKeeper | None = None,
) -> CalendarView:
    with store.reading() as reading:
        return (keeper or CalendarKeeper()).view(reading, day, clock.now(), supposing)


def cell(shown: CalendarView, month: int, day: int) -> CalendarDay:
    return next(one for one in shown.days if (one.day.month, one.day.day) == (month, day))


def cells(shown: CalendarView) -> dict[Day, CalendarDay]:
    return {one.day: one for one in shown.days}


def test_a_month_stands_in_whole_weeks_from_the_chosen_weekday(
    oily: SqlStore, clock: StillClock
) -> None:
    mondays = view(oily, clock)
    set_setting(oily, "week_start", "sun")
    sundays = view(oily, clock)

    assert (mondays.days[0].day, mondays.days[-1].day) == (date(2026, 10, 26), date(2026, 12, 6))
    assert (sundays.days[0].day, sundays.days[-1].day) == (date(2026, 11, 1), date(2026, 12, 5))
    assert next(one.day for one in sundays.days if not one.is_of_month) == date(2026, 12, 1)


def test_days_gone_by_say_how_they_went_and_days_to_come_do_not(
    oily: SqlStore, clock: StillClock
) -> None:
    for day in (16, 15):
        tick_day(oily, clock, date(2026, 11, day))
    tick(oily, clock, "cleanse-morning", date(2026, 11, 14))

    shown = view(oily, clock)

    marks = [cell(shown, 11, day).mark for day in (13, 14, 15, 16, 18, 19)]
    assert marks == ["missed", "some", "done", "done", None, None]


def test_a_mask_is_done_missed_made_up_skipped_or_planned(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, "clay-mask", date(2026, 11, 4))
    tick(oily, clock, "clay-mask", date(2026, 11, 12))  # for Wednesday the 11th
    skip(oily, clock, "clay-mask", "Out of clay", date(2026, 11, 15))

    shown = view(oily, clock)

    found = {day: cell(shown, 11, day).mask for day in (1, 4, 5, 11, 12, 15, 18, 22)}
    assert found == {
        1: "missed",
        4: "done",
        5: None,
        11: "moved",
        12: "done",
        15: "skipped",
        18: "planned",
        22: "planned",
    }
    assert cell(shown, 11, 15).skipped == 1


def test_a_band_turns_with_its_phases(oily: SqlStore, clock: StillClock) -> None:
    shown = view(oily, clock)

    assert [band.step for band in shown.bands] == [LOTION]
    running = shown.bands[0].running
    assert running is not None
    assert (running.is_on, running.first) == (False, date(2026, 11, 1))
    turns = [cell(shown, *day).phases for day in ((10, 31), (11, 1), (11, 30), (12, 1))]
    assert turns == [(True,), (False,), (False,), (True,)]


def test_no_band_is_drawn_before_its_step_began(oily: SqlStore, clock: StillClock) -> None:
    shown = view(oily, clock, date(2026, 10, 5))

    assert cell(shown, 9, 30).phases == (None,)
    assert cell(shown, 10, 1).phases == (True,)


def test_off_plan_pauses_and_treatments_are_told(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, LOTION, date(2026, 11, 9), anyway=True, reason="A wedding")
    pause = Pause(date(2026, 11, 2), date(2026, 11, 3), None, "Away")
    peel = Treatment(date(2026, 11, 23), "Peel", 4)
    with oily.writing("plan") as work:
        work.put(pause, peel)

    shown = view(oily, clock, date(2026, 11, 24))

    assert cell(shown, 11, 9).off_plan == 1
    paused = cell(shown, 11, 3)
    assert (paused.is_paused, paused.mark, cell(shown, 11, 4).is_paused) == (True, "paused", False)
    assert cell(shown, 11, 23).treatments == ("Peel",)
    recovering = [cell(shown, 11, day).is_recovering for day in (22, 23, 27, 28)]
    assert recovering == [False, True, True, False]
    assert (shown.shown.pauses, shown.shown.treatments) == ((), (peel,))
    assert view(oily, clock, date(2026, 11, 2)).shown.pauses == (pause,)


def test_a_day_says_each_step_with_its_reason_and_its_words(
    oily: SqlStore, clock: StillClock
) -> None:
    day = date(2026, 11, 9)
    tick(oily, clock, LOTION, day, anyway=True, reason="A wedding")
    rate(oily, clock, {"overall": 6}, "Dry", day)

    shown = view(oily, clock, day).shown

    cards = {card.step: card for slot in shown.slots for card in slot.cards}
    assert [slot.slot for slot in shown.slots] == ["morning", "evening"]
    assert (cards[LOTION].status, cards[LOTION].said) == ("off_plan", "A wedding")
    assert cards["clay-mask"].status in ("optional", "resting")
    assert cards["cleanse-morning"].status == "missed"
    assert shown.rating is not None
    assert (shown.rating.overall, shown.rating.note) == (6, "Dry")


def test_the_totals_are_of_the_month_alone(oily: SqlStore, clock: StillClock) -> None:
    tick_day(oily, clock, date(2026, 11, 2))
    tick_day(oily, clock, date(2026, 10, 31))
    skip(oily, clock, "clay-mask", "Away", date(2026, 11, 8))
    tick(oily, clock, LOTION, date(2026, 11, 9), anyway=True, reason="A wedding")

    november, december = view(oily, clock).totals, view(oily, clock, date(2026, 12, 24)).totals

    assert (november.done, november.skipped, november.off_plan) == (6, 1, 1)
    assert november.turns > november.done
    assert december == (0, 0, 0, 0)


def test_what_is_supposed_marks_the_days_that_would_be_others(
    oily: SqlStore, clock: StillClock
) -> None:
    def away(reading: Reading, today: Day) -> Routine:
        del today
        routine = reading.routine()
        return routine._replace(pauses=(Pause(date(2026, 11, 20), date(2026, 11, 22)),))

    keeper = CalendarKeeper()
    shown = view(oily, clock, supposing=away, keeper=keeper)
    after = view(oily, clock, keeper=keeper)

    changed = [one.day.day for one in shown.days if one.is_changed]
    assert changed == [20, 21, 22, 23, 24]  # without the mask of the 22nd no gap follows it
    assert shown.is_supposed
    assert not after.is_supposed
    assert not [one for one in after.days if one.is_changed or one.is_paused]


@pytest.mark.parametrize("year", [1, 100, 1726, 1899, 2326, 2999, 5000, 9899, 9900, 9999])
def test_any_month_of_any_year_can_be_shown(oily: SqlStore, clock: StillClock, year: int) -> None:
    for month, day in ((1, 1), (12, 31)):
        shown = view(oily, clock, date(year, month, day))

        assert sum(one.is_of_month for one in shown.days) == 31
        assert shown.day == date(year, month, day)
        is_planned = any(slot.cards for slot in shown.shown.slots)
        assert is_planned == (2026 <= year <= 9899)


def test_a_day_far_ahead_is_the_same_from_any_month_and_by_the_command_line(
    oily: SqlStore, clock: StillClock
) -> None:
    tick_day(oily, clock, WEDNESDAY)
    december, january = date(2325, 12, 31), date(2326, 1, 1)

    before, after = (cells(view(oily, clock, day)) for day in (december, january))

    assert january in before
    assert december in after
    both = before.keys() & after.keys()
    facts = [(one.mask, one.phases) for one in map(before.get, sorted(both)) if one]
    assert facts == [(one.mask, one.phases) for one in map(after.get, sorted(both)) if one]
    with oily.reading() as reading:
        rows = plan_rows(reading, december, january, WEDNESDAY)
        assert rows == [
            row for day in (december, january) for row in plan_rows(reading, day, day, WEDNESDAY)
        ]


class Counting:
    """A reading that counts the days of the log that are looked at."""

    def __init__(self, inner: Reading) -> None:
        self._inner = inner
        self.looks: list[tuple[Day | None, Day | None]] = []
        self.settings, self.routine = inner.settings, inner.routine
        self.entries, self.entry, self.rating = inner.entries, inner.entry, inner.rating

    def log(self, since: Day | None = None, until: Day | None = None) -> Log:
        self.looks.append((since, until))
        return self._inner.log(since, until)


def test_a_month_gone_by_reads_only_the_log_around_it(oily: SqlStore, clock: StillClock) -> None:
    clock.moment += timedelta(days=3650)
    with oily.reading() as inner:
        reading = Counting(inner)
        CalendarKeeper().view(reading, date(2026, 12, 10), clock.now())

    for since, until in reading.looks:
        assert since is not None
        assert until is not None
        assert date(2026, 9, 1) < since < until < date(2027, 2, 28)


def test_months_to_come_are_read_off_one_look_until_something_moves(
    oily: SqlStore, clock: StillClock
) -> None:
    keeper = CalendarKeeper()
    with oily.reading() as inner:
        reading = Counting(inner)
        for month in (11, 12):
            keeper.view(reading, date(2026, month, 24), clock.now())
        assert len(reading.looks) == 1

        keeper.forget(ELSEWHERE)
        keeper.view(reading, date(2027, 1, 1), clock.now())
        assert len(reading.looks) == 2

        clock.moment += timedelta(days=1)
        keeper.view(reading, date(2027, 1, 1), clock.now())
        assert len(reading.looks) == 3


def test_without_a_routine_there_are_empty_weeks(store: SqlStore, clock: StillClock) -> None:
    shown = view(store, clock)

    assert not shown.has_steps
    assert (shown.bands, shown.shown.slots) == ((), ())
    assert len(shown.weeks) == 6


def test_of_several_cycles_the_first_two_are_drawn(oily: SqlStore, clock: StillClock) -> None:
    with oily.writing("plan") as work:
        lotion = work.routine().step(LOTION)
        cycles = [lotion._replace(id=name, name=name, position=9) for name in ("peel", "tonic")]
        work.put(*cycles)

    shown = view(oily, clock)

    assert [band.step for band in shown.bands] == [LOTION, "peel"]
    assert cell(shown, 11, 2).phases == (False, False)
