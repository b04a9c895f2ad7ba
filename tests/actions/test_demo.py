"""Is the demo's life one that somebody could have lived, by the rules, and always the same one?"""

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from itertools import pairwise
from statistics import mean

import pytest

from tests.thorough import THOROUGH
from tracker.actions.demo.story import demo, first_day
from tracker.domain.day import ONE_DAY, Day, day_of
from tracker.domain.diary import Diary
from tracker.domain.log import Log, Rating
from tracker.domain.measure import consistency, day_streak, on_plan
from tracker.domain.plan import plan
from tracker.domain.product import FACETS, range_of
from tracker.domain.row import Row
from tracker.domain.rule.base import Phase
from tracker.domain.settings import DAY_STARTS_AT
from tracker.domain.turn import turns_of
from tracker.exchange.preset import load_preset
from tracker.words.demo import demo_words

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 21, 21, 30, tzinfo=ZONE)
SEEDS = (1, 2, 3, 4) if THOROUGH else (2, 3)
MANY_YEARS = 10 if THOROUGH else 3
PLAIN = ("cleanse-morning", "moisturise-morning", "cleanse-evening", "moisturise-evening")


@cache
def lived(now: datetime = NOW, months: int = 14, seed: int = 2, preset: str = "oily") -> Diary:
    """A demo, its person with the overnight serum where there is a choice."""
    return told(now, months, seed, preset)


def told(now: datetime, months: int, seed: int, preset: str) -> Diary:
    start = first_day(day_of(now, DAY_STARTS_AT), months)
    return demo(load_preset(preset, start, "overnight-serum"), now, demo_words(), seed)


def rows_of(diary: Diary, today: Day) -> list[Row]:
    log = Log((entry.step, entry.day, entry.do) for entry in diary.log)
    return plan(diary.routine(), log, diary.steps[0].start, today, today)


def assert_as_meant(diary: Diary, today: Day) -> None:
    """Every entry is what the rules make of it: done, skipped, or off-plan and said so."""
    status = {(row.day, row.step): row.status for row in rows_of(diary, today)}
    for entry in diary.log:
        meant = "off_plan" if entry.anyway else "done" if entry.do == "tick" else "skipped"
        assert status[entry.day, entry.step] == meant, entry


@pytest.fixture(scope="module")
def diary() -> Diary:
    return lived()


@pytest.fixture(scope="module")
def rows(diary: Diary) -> list[Row]:
    return rows_of(diary, NOW.date())


def test_the_same_arguments_make_the_same_life(diary: Diary) -> None:
    assert told(NOW, 14, 2, "oily") == diary
    assert lived(seed=3) != diary


@pytest.mark.parametrize("preset", ["oily", "combination", "sensitive"])
@pytest.mark.parametrize("seed", SEEDS)
def test_every_entry_agrees_with_the_rules(preset: str, seed: int) -> None:
    assert_as_meant(lived(seed=seed, preset=preset), NOW.date())


@pytest.mark.parametrize("today", [date(2026, 3, 1), date(2026, 8, 12), date(2027, 1, 31)])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_figures_are_believable_whatever_the_day(today: Day, seed: int) -> None:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=ZONE)
    diary = lived(now, seed=seed)
    rows = rows_of(diary, today)
    assert_as_meant(diary, today)

    kept = consistency(turns_of(rows))
    assert kept is not None
    assert 0.75 <= kept <= 0.95
    planned = on_plan(rows)
    assert planned is not None
    assert planned > 0.99
    assert day_streak(turns_of(rows), today).current >= 9
    states = Counter(row.status for row in rows)
    assert states["off_plan"] in (2, 3)
    assert states["missed"] > 100
    assert states["moved"] > 1
    assert states["skipped"] > 5
    assert states["paused"] >= 20


def test_fourteen_months_and_a_phase_under_way_are_told(diary: Diary) -> None:
    days = [entry.day for entry in diary.log]
    assert days == sorted(days)
    assert (days[0], days[-1]) == (date(2025, 9, 1), NOW.date())
    begun = phase_of(diary, NOW.date())
    assert (begun.is_on, (NOW.date() - begun.first).days) == (True, 20)


def phase_of(diary: Diary, day: Day) -> Phase:
    version = diary.routine().step("refining-lotion").version_on(day)
    assert version is not None
    phase = version.rule.phase(day)
    assert phase is not None
    return phase


def test_there_are_whole_phases_both_ways_and_the_lotion_is_used_by_them(
    diary: Diary, rows: list[Row]
) -> None:
    phases = {phase_of(diary, entry.day) for entry in diary.log}
    whole = [phase for phase in phases if phase.until <= NOW.date()]
    assert Counter(phase.is_on for phase in whole) == {True: 7, False: 7}
    lotion = Counter(row.status for row in rows if row.step == "refining-lotion")
    asked = lotion["done"] + lotion["missed"] + lotion["skipped"] + lotion["optional"]
    assert lotion["done"] / asked >= 0.8


def test_there_are_gaps_of_some_days(diary: Diary) -> None:
    used = sorted({entry.day for entry in diary.log})
    gaps = [(later - day).days - 1 for day, later in pairwise(used) if later - day > 2 * ONE_DAY]
    assert len(gaps) == 3
    assert max(gaps) >= 3
    assert all(2 <= gap <= 6 for gap in gaps)


def test_a_holiday_leaves_only_the_plainest(diary: Diary) -> None:
    (pause,) = diary.pauses
    assert pause.ends is not None
    assert pause.begins.month == 8
    assert 14 <= (pause.ends - pause.begins).days + 1 <= 16
    used = {entry.step for entry in diary.log if pause.begins <= entry.day <= pause.ends}
    assert used == set(PLAIN)


def test_after_the_peel_the_acids_rest_and_the_skin_is_red(diary: Diary, rows: list[Row]) -> None:
    (peel,) = diary.treatments
    resting = [row for row in rows if row.reason == "recovery"]
    assert {row.day for row in resting} == {peel.day + n * ONE_DAY for n in range(6)}
    after = redness(diary, peel.day + ONE_DAY, peel.day + 4 * ONE_DAY)
    assert after > redness(diary, peel.day - 30 * ONE_DAY, peel.day) + 0.7


def redness(diary: Diary, first: Day, last: Day) -> float:
    marks = [one.redness for one in diary.ratings if first <= one.day <= last]
    return mean(mark for mark in marks if mark is not None)


def test_what_is_used_in_a_month_off_says_why_and_nothing_of_its_group_beside(
    diary: Diary,
) -> None:
    slips = [entry for entry in diary.log if entry.anyway]
    assert {entry.step for entry in slips} == {"refining-lotion"}
    for slip in slips:
        assert slip.reason
        assert not phase_of(diary, slip.day).is_on
        same = {entry.step: entry.do for entry in diary.log if entry.day == slip.day}
        assert same.get("overnight-serum") != "tick"
    assert all(entry.reason for entry in diary.log if entry.do == "skip")


def test_mornings_are_steadier_than_evenings_and_weekdays_than_weekends() -> None:
    kept: Counter[str] = Counter()
    for seed in SEEDS:
        for row in rows_of(lived(seed=seed), NOW.date()):
            if row.step in PLAIN and row.status == "done":
                kept[row.step] += 1
                kept["weekend" if row.day.weekday() in (5, 6) else "week"] += 1
    assert kept["cleanse-morning"] > kept["cleanse-evening"]
    assert kept["week"] / 5 > kept["weekend"] / 2


def test_most_weeks_hold_two_masks(diary: Diary) -> None:
    weeks = Counter(
        entry.day.isocalendar()[:2]
        for entry in diary.log
        if entry.step == "clay-mask" and entry.do == "tick"
    )
    assert max(weeks.values()) == 2
    assert list(weeks.values()).count(2) > 30


def test_ticks_come_at_hours_at_which_people_tick(diary: Diary) -> None:
    slots = {step.id: step.slot for step in diary.steps}
    late = 0
    for entry in diary.log:
        assert entry.at is not None
        assert entry.at.tzinfo is UTC
        assert entry.offset_minutes == 60
        local = entry.at.astimezone(ZONE)
        assert day_of(local, DAY_STARTS_AT) == entry.day
        is_late = local.date() > entry.day
        late += is_late
        hours = (5, 13) if slots[entry.step] == "morning" else (18, 24)
        assert is_late or hours[0] <= local.hour < hours[1]
    assert 5 < late < 100


def test_this_morning_is_half_done_and_the_evening_open(rows: list[Row]) -> None:
    today = {row.step: row.status for row in rows if row.day == NOW.date()}
    assert [step for step, status in today.items() if status == "done"] == [
        "cleanse-morning",
        "pore-serum",
    ]
    assert today["moisturise-morning"] == today["cleanse-evening"] == "due"


def test_nothing_is_done_later_than_now() -> None:
    now = datetime(2026, 11, 21, 5, 0, tzinfo=ZONE)
    assert max(entry.at for entry in lived(now).log if entry.at is not None) == now


def test_after_midnight_it_is_still_the_evening_of_the_day_before() -> None:
    diary = lived(datetime(2026, 11, 22, 1, 0, tzinfo=ZONE))
    assert diary.log[-1].day == date(2026, 11, 21)


def test_ratings_are_on_most_days_and_within_their_ranges(diary: Diary) -> None:
    days = [rating.day for rating in diary.ratings]
    assert len(set(days)) == len(days)
    assert 0.8 < len(days) / (NOW.date() - diary.steps[0].start).days < 0.95
    assert max(days) < NOW.date()
    for facet in FACETS:
        marks = {mark for one in diary.ratings if (mark := getattr(one, facet)) is not None}
        least, most = range_of(facet)
        assert least <= min(marks) < max(marks) <= most
    assert 5 < sum(rating.note is not None for rating in diary.ratings) < 60


@pytest.mark.parametrize("seed", SEEDS)
def test_the_skin_gets_better_and_a_bit_more_while_the_lotion_is_on(seed: int) -> None:
    diary = lived(seed=seed)
    third = len(diary.ratings) // 3
    assert overall(diary.ratings[-third:]) > overall(diary.ratings[:third]) + 0.3
    settled = [one for one in diary.ratings if days_in_phase(diary, one) > 14]
    on = [one for one in settled if phase_of(diary, one.day).is_on]
    off = [one for one in settled if not phase_of(diary, one.day).is_on]
    assert 0.2 < overall(on) - overall(off) < 1.5


def overall(ratings: tuple[Rating, ...] | list[Rating]) -> float:
    return mean(one.overall for one in ratings if one.overall is not None)


def days_in_phase(diary: Diary, rating: Rating) -> int:
    return (rating.day - phase_of(diary, rating.day).first).days


def test_the_shelf_holds_what_is_in_use_and_what_is_empty(diary: Diary) -> None:
    known = {product.id: product for product in diary.products}
    assert len(known) == len(diary.products)
    for step in diary.steps:
        assert step.product is not None
        assert known[step.product].retired_on is None
        assert known[step.product].kind == step.kind
    uses = Counter(entry.product for entry in diary.log)
    for product in diary.products:
        assert product.size_ml is not None
        assert product.ml_per_use is not None
        assert uses[product.id] * product.ml_per_use <= product.size_ml
    for entry in diary.log:
        assert (entry.product is None) == (entry.do == "skip")
        used = None if entry.product is None else known[entry.product]
        assert used is None or (used.opened_on or entry.day) <= entry.day
        assert used is None or entry.day <= (used.retired_on or entry.day)


def test_a_question_is_asked_of_what_comes_in_phases(diary: Diary) -> None:
    assert [(one.step, one.facet) for one in diary.questions] == [("refining-lotion", "pores")]
    assert lived(preset="sensitive").questions == ()


@pytest.mark.parametrize("months", [0, 1, 3])
def test_a_short_life_is_told_too(months: int) -> None:
    diary = lived(months=months)
    assert_as_meant(diary, NOW.date())
    assert diary.log


def test_a_step_that_uses_nothing_up_and_one_that_is_for_need_only() -> None:
    base = load_preset("sensitive", first_day(NOW.date()))
    spot = base.steps[0]._replace(id="spot", kind="spot treatment", name="Spot treatment")
    diary = demo(base._replace(steps=(*base.steps, spot)), NOW, demo_words())
    assert diary.steps[-1].product is None
    assert any(entry.step == "spot" and entry.product is None for entry in diary.log)


@pytest.mark.slow
def test_many_years_can_be_told() -> None:
    diary = lived(months=12 * MANY_YEARS)
    assert len(diary.log) > 1500 * MANY_YEARS
    assert len(diary.pauses) == MANY_YEARS
    assert_as_meant(diary, NOW.date())
