"""What must hold of every plan, whatever the routine and the log?"""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.made import DAYS, FIRST, cycles, days, lives, plain_rules, rules
from tracker.domain.course import Course, LogTooShort
from tracker.domain.day import Day, week_first
from tracker.domain.log import Deed, Log
from tracker.domain.plan import plan, rows
from tracker.domain.routine import Group, NotAfter, Pause, Routine, Step, StepId, Version
from tracker.domain.row import Row
from tracker.domain.rule.base import Rule
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.per_week import PerWeek

pytestmark = pytest.mark.slow
LAST = FIRST + timedelta(days=DAYS)
Life = tuple[Routine, Log, Day]


def only(rule: Rule, start: Day = FIRST, not_after: tuple[NotAfter, ...] = ()) -> Step:
    return Step(
        "only", "Only", "serum", "evening", start, (Version(start, rule),), not_after=not_after
    )


@given(cycles(), st.integers(0, 900))
def test_a_phase_begins_and_ends_exactly_where_its_neighbours_do(cycle: Cycle, after: int) -> None:
    day = cycle.start + timedelta(days=after)
    phase = cycle.phase(day)
    assert phase is not None
    assert phase.first <= day < phase.until

    following = cycle.phase(phase.until)
    assert following is not None
    assert (following.first, following.is_on) == (phase.until, not phase.is_on)
    assert cycle.phase(phase.until - timedelta(days=1)) == phase


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 12), st.integers(1, 12))
def test_months_are_counted_from_the_start_and_never_clamped_twice(
    start: Day, on: int, off: int
) -> None:
    phase = Cycle(Daily(), Lengths("months", on, off), start).phase(start)
    for number in range(8):
        assert phase is not None
        units = number // 2 * (on + off) + (on if number % 2 else 0)
        year, month = divmod(start.year * 12 + start.month - 1 + units, 12)
        assert (phase.first.year, phase.first.month) == (year, month + 1)
        assert phase.first.day == min(start.day, monthrange(year, month + 1)[1])
        phase = Cycle(Daily(), Lengths("months", on, off), start).phase(phase.until)


@given(lives(), days, st.integers(0, 20))
def test_a_range_is_planned_as_its_days(life: Life, first: Day, length: int) -> None:
    routine, log, today = life
    last = first + timedelta(days=length)

    whole = plan(routine, log, first, last, today)

    assert whole == [
        row
        for number in range(length + 1)
        for row in plan(routine, log, *(first + timedelta(days=number),) * 2, today)
    ]


@given(lives(), days)
def test_a_log_cut_where_the_rules_no_longer_look_plans_the_same(life: Life, day: Day) -> None:
    routine, log, today = life
    whole = plan(routine, log, day, day, today)
    since, until = min(day, today), day
    while True:
        since, until = since - timedelta(days=3), until + timedelta(days=3)
        held = [since + timedelta(days=number) for number in range((until - since).days + 1)]
        kept: list[tuple[StepId, Day, Deed]] = [
            (one, day, deed)
            for one in (step.id for step in routine.steps)
            for day in held
            if (deed := log.deed(one, day)) is not None
        ]
        cut_log = Log(kept, since, until)
        try:
            cut = list(rows(Course(routine, cut_log, today), day, day))
        except LogTooShort:
            continue
        break

    assert cut == whole


@given(lives(), days, rules)
def test_an_edit_changes_nothing_before_its_day(life: Life, begins: Day, rule: Rule) -> None:
    routine, log, today = life
    step, *others = routine.steps
    assume(begins > step.schedule[0].begins)
    kept = tuple(version for version in step.schedule if version.begins < begins)
    edited = step._replace(schedule=(*kept, Version(begins, rule)))
    uncut = step._replace(schedule=kept)
    before = begins - timedelta(days=1)
    before = min(before, today)

    was = plan(routine._replace(steps=(uncut, *others)), log, FIRST, before, today)
    now = plan(routine._replace(steps=(edited, *others)), log, FIRST, before, today)

    assert now == was


@given(lives(), days)
def test_a_group_changes_nothing_before_it_begins(life: Life, begins: Day) -> None:
    routine, log, today = life
    alone = routine._replace(groups=())
    grouped = alone._replace(groups=(Group("g", tuple(s.id for s in routine.steps), begins),))
    before = min(begins - timedelta(days=1), today)

    assert plan(grouped, log, FIRST, before, today) == plan(alone, log, FIRST, before, today)


@given(lives(), days)
def test_a_pause_of_days_without_entries_changes_no_status_before_it(
    life: Life, begins: Day
) -> None:
    routine, log, today = life
    deeds = [(s, d, "tick") for s, known in log.ticks.items() for d in known if d < begins]
    skips = [(s, d, "skip") for s, known in log.skips.items() for d in known if d < begins]
    shorter = Log(deeds + skips)  # type: ignore[arg-type]
    paused = routine._replace(pauses=(*routine.pauses, Pause(begins, None)))
    before = min(begins - timedelta(days=1), today)

    was = plan(routine, shorter, FIRST, before, today)
    now = plan(paused, shorter, FIRST, before, today)

    assert [row[:4] for row in now] == [row[:4] for row in was]


@given(lives())
def test_of_a_group_at_most_one_is_due(life: Life) -> None:
    routine, log, today = life
    for group in routine.groups:
        due = [
            row.day
            for row in plan(routine, log, today, LAST, today)
            if row.step in group.priority and row.status == "due"
        ]
        assert len(set(due)) == len(due)


@given(lives())
def test_a_forecast_keeps_gap_quota_and_not_after(life: Life) -> None:
    routine, log, today = life
    ahead = plan(routine, log, today, LAST + timedelta(days=30), today)
    uses = {step.id: _uses(step, log, ahead) for step in routine.steps}
    for row in ahead:
        if row.status != "due":
            continue
        step = routine.step(row.step)
        earlier = [day for day in uses[row.step] if day < row.day]
        for apart in step.not_after_on(row.day):
            assert not any(0 < (row.day - day).days <= apart.days for day in uses[apart.step])
        _assert_quota(routine, step, row, earlier)


def _uses(step: Step, log: Log, ahead: list[Row]) -> list[Day]:
    expected = [row.day for row in ahead if row.step == step.id and row.status == "due"]
    return sorted({*log.ticks.get(step.id, ()), *expected})


def _assert_quota(routine: Routine, step: Step, row: Row, earlier: list[Day]) -> None:
    version = step.version_on(row.day)
    assert version is not None
    rule = version.rule.during if isinstance(version.rule, Cycle) else version.rule
    if not isinstance(rule, PerWeek):
        return
    assert not earlier or (row.day - earlier[-1]).days >= rule.gap
    week = routine.week_of(row.day)
    assert sum(day >= week for day in earlier) < rule.times


@given(rules, st.sets(st.integers(0, 20)), st.integers(1, 15))
def test_a_reason_holds_on_every_day_before_until_and_then_no_longer(
    rule: Rule, ticked: set[int], apart: int
) -> None:
    other = Step("other", "Other", "mask", "evening", FIRST, (Version(FIRST, Daily()),))
    routine = Routine((only(rule, not_after=(NotAfter("other", apart),)), other))
    log = Log(
        (step, FIRST + timedelta(days=number), "tick")
        for number in ticked
        for step in ("only", "other")
    )
    today = FIRST + timedelta(days=400)
    found = {row.day: row for row in plan(routine, log, FIRST, today, today) if row.step == "only"}
    quiet = FIRST + timedelta(days=max(ticked, default=0) + 1)
    for day, row in found.items():
        if day < quiet or row.status != "resting" or row.until is None or row.until > today:
            continue
        between = [found[day + timedelta(days=n)] for n in range((row.until - day).days)]
        assert {one.status for one in between} == {"resting"}
        if row.reason != "too_close_to:other":  # the schedule speaks before not-after does
            assert {(one.reason, one.until) for one in between} == {(row.reason, row.until)}
        assert (found[row.until].reason, found[row.until].until) != (row.reason, row.until)


@given(plain_rules, st.integers(1, 6), st.integers(1, 6))
def test_no_inner_rest_outlasts_the_on_phase(rule: Rule, on: int, off: int) -> None:
    cycle = Cycle(rule, Lengths("weeks", on, off), FIRST)
    routine = Routine((only(cycle),))
    for row in plan(routine, Log(()), FIRST, LAST, LAST):
        phase = cycle.phase(row.day)
        assert phase is not None
        if row.status == "resting" and row.until is not None:
            assert row.until <= phase.until


@given(lives(), days, st.sampled_from(["tick", "skip"]))
def test_taking_a_deed_back_restores_every_row(life: Life, day: Day, deed: str) -> None:
    routine, log, today = life
    step = routine.steps[0].id
    before = log.deed(step, day)

    changed = log.with_deed(step, day, deed)  # type: ignore[arg-type]
    restored = changed.with_deed(step, day, before)

    assert changed.deed(step, day) == deed
    assert plan(routine, restored, FIRST, LAST, today) == plan(routine, log, FIRST, LAST, today)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.sampled_from(["mon", "sat", "sun"]))
def test_a_week_begins_on_its_weekday_and_lasts_seven_days(day: Day, starts_on: str) -> None:
    first = week_first(day, starts_on)  # type: ignore[arg-type]

    assert 0 <= (day - first).days < 7
    assert week_first(first, starts_on) == first  # type: ignore[arg-type]


@given(lives(), st.integers(0, 400))
def test_far_ahead_a_day_is_the_same_whatever_range_and_log_it_is_asked_with(
    life: Life, number: int
) -> None:
    routine, log, today = life
    day = Day(today.year + 300, 1, 1) + timedelta(days=number)
    around = timedelta(days=20)

    alone = plan(routine, log, day, day, today)
    ranged = plan(routine, log, day - around, day + around, today)

    assert alone == [row for row in ranged if row.day == day]
    assert alone == plan(routine, Log(()), day, day, today)
