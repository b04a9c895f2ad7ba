"""Does a phase end where it is told to, and everything before that day stay as it was?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made import cycles
from tests.still_clock import StillClock
from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Reading
from tracker.actions.shift import planned_turn, shift, shifted, soonest_turn
from tracker.actions.tick import tick
from tracker.actions.undo import undo
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.log import Entry, Log, Rating
from tracker.domain.phases import phase_of
from tracker.domain.routine import Routine, Step, StepId, Version
from tracker.domain.rule.base import Phase
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.settings import Json
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
LOTION = "refining-lotion"
OCTOBER, DECEMBER = date(2026, 10, 1), date(2026, 12, 1)


def versions(store: SqlStore) -> tuple[Version, ...]:
    with store.reading() as look:
        return look.routine().step(LOTION).schedule


def phases(store: SqlStore, *days: Day) -> list[Phase | None]:
    with store.reading() as look:
        known = look.routine().step(LOTION)
    return [phase_of(known, day) for day in days]


def with_versions(store: SqlStore, *added: Version) -> None:
    with store.writing("edit") as work:
        known = work.routine().step(LOTION)
        work.put(known._replace(schedule=(*known.schedule, *added)))


def code_of(store: SqlStore, step: str, turn: Day) -> str:
    with store.reading() as look, pytest.raises(BadInput) as caught:
        shifted(look, TODAY, step, turn)
    return caught.value.code


def test_the_next_phase_begins_today(oily: SqlStore, clock: StillClock) -> None:
    change = shift(oily, clock, LOTION)

    assert change is not None
    assert change.facts == {
        "step": LOTION,
        "name": "Refining lotion",
        "turn": "2026-11-18",
        "phase": "on",
    }
    assert phases(oily, date(2026, 11, 17), TODAY) == [
        Phase(is_on=False, first=date(2026, 11, 1), until=TODAY),
        Phase(is_on=True, first=TODAY, until=date(2026, 12, 18)),
    ]
    undo(oily)
    assert len(versions(oily)) == 1


def test_two_more_weeks_keep_the_cycle_s_own_lengths(oily: SqlStore, clock: StillClock) -> None:
    shift(oily, clock, LOTION, DECEMBER + timedelta(days=14))

    held = Cycle(Daily(), Lengths("months", 1, 1), date(2026, 11, 15), starts_off=True)
    assert versions(oily)[1:] == (Version(DECEMBER, held),)
    assert phases(oily, TODAY, date(2026, 12, 15)) == [
        Phase(is_on=False, first=date(2026, 11, 1), until=date(2026, 12, 15)),
        Phase(is_on=True, first=date(2026, 12, 15), until=date(2027, 1, 15)),
    ]
    assert shift(oily, clock, LOTION, DECEMBER + timedelta(days=14)) is None


def test_more_than_a_whole_phase_longer_goes_on_with_the_true_lengths(
    oily: SqlStore, clock: StillClock
) -> None:
    turn = date(2027, 3, 31)

    shift(oily, clock, LOTION, turn)

    assert phases(oily, TODAY, turn, date(2027, 4, 30)) == [
        Phase(is_on=False, first=date(2026, 11, 1), until=turn),
        Phase(is_on=True, first=turn, until=date(2027, 4, 30)),
        Phase(is_on=False, first=date(2027, 4, 30), until=date(2027, 5, 31)),
    ]
    with oily.reading() as look:
        (row,) = [
            row
            for row in plan_rows(look, date(2027, 3, 30), date(2027, 3, 30), TODAY)
            if row.step == LOTION
        ]
    assert (row.status, row.reason, row.until) == ("resting", "month_off", turn)


def test_a_longer_phase_is_ended_early_after_all(oily: SqlStore, clock: StillClock) -> None:
    shift(oily, clock, LOTION, date(2027, 3, 31))
    shift(oily, clock, LOTION, date(2026, 12, 10))

    assert phases(oily, TODAY, date(2026, 12, 10)) == [
        Phase(is_on=False, first=date(2026, 11, 1), until=date(2026, 12, 10)),
        Phase(is_on=True, first=date(2026, 12, 10), until=date(2027, 1, 10)),
    ]


def test_shifted_back_to_where_it_was_planned_nothing_is_left(
    oily: SqlStore, clock: StillClock
) -> None:
    before = versions(oily)
    shift(oily, clock, LOTION, DECEMBER + timedelta(days=14))
    shift(oily, clock, LOTION, DECEMBER)

    assert versions(oily) == before
    assert shift(oily, clock, LOTION, DECEMBER) is None


def test_a_turn_at_the_end_of_a_long_month_or_on_a_leap_day(
    oily: SqlStore, clock: StillClock
) -> None:
    clock.moment = clock.moment.replace(year=2028, month=1, day=31)
    shift(oily, clock, LOTION)
    assert phases(oily, date(2028, 2, 28), date(2028, 2, 29)) == [
        Phase(is_on=True, first=date(2028, 1, 31), until=date(2028, 2, 29)),
        Phase(is_on=False, first=date(2028, 2, 29), until=date(2028, 3, 31)),
    ]
    shift(oily, clock, LOTION, date(2028, 3, 1))
    assert phases(oily, date(2028, 2, 29)) == [
        Phase(is_on=True, first=date(2028, 1, 31), until=date(2028, 3, 1))
    ]


def test_what_was_used_today_rests_from_tomorrow(oily: SqlStore, clock: StillClock) -> None:
    clock.moment = clock.moment.replace(month=10, day=20)
    tick(oily, clock, LOTION)

    with oily.reading() as look:
        assert soonest_turn(look, date(2026, 10, 20), LOTION) == date(2026, 10, 21)
        with pytest.raises(BadInput) as caught:
            shifted(look, date(2026, 10, 20), LOTION, date(2026, 10, 20))
    assert caught.value.code == "turn_logged"
    shift(oily, clock, LOTION)
    with oily.reading() as look:
        rows = plan_rows(look, date(2026, 10, 20), date(2026, 10, 21), date(2026, 10, 20))
    assert [row.status for row in rows if row.step == LOTION] == ["done", "resting"]


def test_what_was_used_against_the_rules_today_may_be_on_from_today(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, LOTION, anyway=True, reason="Because")

    shift(oily, clock, LOTION)

    assert phases(oily, TODAY) == [Phase(is_on=True, first=TODAY, until=date(2026, 12, 18))]


def test_a_phase_of_no_day_at_all_is_left_out(oily: SqlStore, clock: StillClock) -> None:
    clock.moment = clock.moment.replace(day=1)
    shift(oily, clock, LOTION)

    assert phases(oily, date(2026, 11, 1)) == [Phase(is_on=True, first=OCTOBER, until=DECEMBER)]


def test_a_turn_that_cannot_be_is_told(oily: SqlStore) -> None:
    assert code_of(oily, "clay-mask", TODAY) == "no_cycle"
    assert code_of(oily, "gone", TODAY) == "no_such_step"
    assert code_of(oily, LOTION, TODAY - ONE_DAY) == "turn_gone_by"
    assert code_of(oily, LOTION, DECEMBER + timedelta(days=367)) == "turn_too_far"
    with oily.writing("edit") as work:
        work.put(work.routine().step(LOTION)._replace(end=TODAY))
    assert code_of(oily, LOTION, TODAY + ONE_DAY) == "step_not_on_day"


def test_a_coming_schedule_of_another_sort_is_not_shifted_over(
    oily: SqlStore, clock: StillClock
) -> None:
    edit = Version(date(2026, 12, 5), Every(3))
    with_versions(oily, edit)

    assert code_of(oily, LOTION, date(2026, 12, 5)) == "turn_too_far"
    shift(oily, clock, LOTION, date(2026, 12, 4))
    assert versions(oily)[-1] == edit
    assert phases(oily, TODAY)[0] == Phase(
        is_on=False, first=date(2026, 11, 1), until=date(2026, 12, 4)
    )


def test_a_coming_edit_of_the_same_cycle_gives_way(oily: SqlStore, clock: StillClock) -> None:
    longer = Cycle(Daily(), Lengths("weeks", 6, 2), date(2026, 12, 20))
    with_versions(oily, Version(date(2026, 12, 20), longer))

    shift(oily, clock, LOTION, TODAY)

    assert [version.begins for version in versions(oily)] == [OCTOBER, TODAY]


def test_a_version_s_own_rules_go_on(oily: SqlStore, clock: StillClock) -> None:
    rule = Cycle(Daily(), Lengths("weeks", 3, 1), date(2026, 11, 10))
    with_versions(oily, Version(date(2026, 11, 10), rule, (), "off"))

    shift(oily, clock, LOTION, date(2026, 11, 25))

    assert versions(oily)[-1] == Version(
        date(2026, 11, 25), rule.turned(date(2026, 11, 25), is_on=False), (), "off"
    )


def test_a_cycle_that_is_still_to_come_turns_in_the_phase_of_that_day(
    oily: SqlStore, clock: StillClock
) -> None:
    coming = Cycle(Daily(), Lengths("weeks", 2, 2), date(2026, 12, 6))
    with oily.writing("edit") as work:
        known = work.routine().step(LOTION)
        work.put(known._replace(schedule=(Version(OCTOBER, coming),)))

    assert code_of(oily, LOTION, DECEMBER) == "no_cycle"
    shift(oily, clock, LOTION, date(2026, 12, 10))
    assert phases(oily, date(2026, 12, 6)) == [
        Phase(is_on=True, first=date(2026, 12, 6), until=date(2026, 12, 10))
    ]


def test_a_step_that_begins_later_can_be_off_from_its_first_day(
    oily: SqlStore, clock: StillClock
) -> None:
    begins = date(2026, 12, 6)
    cycle = Cycle(Daily(), Lengths("weeks", 2, 2), begins)
    with oily.writing("edit") as work:
        known = work.routine().step(LOTION)
        work.put(known._replace(start=begins, schedule=(Version(begins, cycle),)))

    shift(oily, clock, LOTION)

    assert [version.begins for version in versions(oily)] == [begins]
    assert phases(oily, begins) == [
        Phase(is_on=False, first=begins, until=begins + timedelta(days=14))
    ]


def test_the_planned_turn_is_the_end_of_the_phase_that_runs(oily: SqlStore) -> None:
    with oily.reading() as look:
        assert planned_turn(look, TODAY, LOTION) == DECEMBER


@given(cycles(), st.integers(0, 200), st.lists(st.integers(-40, 60), min_size=1, max_size=3))
def test_however_it_is_shifted_the_next_phase_has_its_own_length(
    cycle: Cycle, after: int, moves: list[int]
) -> None:
    today = cycle.start + timedelta(days=after)
    step = Step("s", "S", "serum", "evening", cycle.start, (Version(cycle.start, cycle),))
    for move in moves:
        running = phase_of(step, today)
        assert running is not None
        turn = max(today, running.until + timedelta(days=move))
        reading = _Only(Routine((step,)))
        (after_shift,) = shifted(reading, today, "s", turn).steps

        first = min(turn, running.until)
        for day in (first - timedelta(days=n) for n in range(1, 40)):
            assert after_shift.version_on(day) == step.version_on(day)
        begun = phase_of(after_shift, turn)
        wanted = cycle.turned(turn, is_on=not running.is_on).phase(turn)
        assert begun is not None
        assert wanted is not None
        assert (begun.is_on, begun.until) == (not running.is_on, wanted.until)
        if turn > running.first:
            held = phase_of(after_shift, turn - ONE_DAY)
            assert held == Phase(running.is_on, running.first, turn)
        step = after_shift


class _Only(Reading):
    """Nothing but a routine is kept."""

    def __init__(self, routine: Routine) -> None:
        self._routine = routine

    def settings(self) -> dict[str, Json]:
        return {}

    def routine(self) -> Routine:
        return self._routine

    def log(self, since: Day | None = None, until: Day | None = None) -> Log:
        return Log((), since, until)

    def entries(self, first: Day, last: Day) -> list[Entry]:
        del first, last
        return []

    def entry(self, step: StepId, day: Day) -> Entry | None:
        del step, day
        return None

    def rating(self, day: Day) -> Rating | None:
        del day
        return None
