"""Does what comes from another program become steps and entries, once, and undone as one?"""

from datetime import date, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.becoming import LEFT, NEW, Becoming, Wishes
from tracker.actions.bring_in import bring_in, brought_in
from tracker.actions.brought import Brought
from tracker.actions.plan_rows import plan_rows
from tracker.actions.rate import rate
from tracker.actions.skip import skip
from tracker.actions.tick import tick
from tracker.actions.undo import undo
from tracker.domain.day import Day
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput
from tracker.domain.foreign import Foreign, ForeignEntry, ForeignRating, Habit, LeftRow
from tracker.domain.log import Deed, Rating
from tracker.domain.rule.rhythm import rhythm_of
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
MASK = Habit("Clay Mask", "Clay Mask", rhythm_of(2, 7).rule)
AS_SUGGESTED = Wishes()
PEEL = Habit("Peel", "Peel", rhythm_of(1, 10).rule)


def entry(
    habit: Habit, day: Day, do: Deed = "tick", row: int = 2, note: str | None = None
) -> ForeignEntry:
    return ForeignEntry(habit.key, day, do, note, row)


def november(number: int) -> Day:
    return date(2026, 11, number)


def kept(store: SqlStore) -> Diary:
    with store.reading() as reading:
        return reading.diary()


def bring(
    store: SqlStore, clock: StillClock, foreign: Foreign, wishes: Wishes = AS_SUGGESTED
) -> Brought:
    """Bring it in, having seen that the dry run says the same and writes nothing."""
    before = kept(store)
    with store.reading() as reading:
        dry = brought_in(reading, TODAY, foreign, wishes)
    assert kept(store) == before
    found = bring_in(store, clock, foreign, wishes)
    assert found.brought == dry
    return found.brought


def codes(brought: Brought) -> list[tuple[int, str]]:
    return [(one.row, one.code) for one in brought.left_out]


def test_a_habit_becomes_the_step_of_its_name_and_another_a_new_one(
    oily: SqlStore, clock: StillClock
) -> None:
    entries = (entry(MASK, november(1)), entry(PEEL, november(2)), entry(PEEL, november(12)))
    brought = bring(oily, clock, Foreign((MASK, PEEL), entries))
    assert [(one.fate, one.step.id if one.step else "") for one in brought.habits] == [
        ("step", "clay-mask"),
        ("new", "peel"),
    ]
    assert (brought.added, brought.same) == ({"step": 1, "entry": 3}, {})
    peel = kept(oily).routine().step("peel")
    assert (peel.start, peel.end, peel.schedule[0].rule) == (november(2), None, PEEL.rule)
    with oily.reading() as reading:
        rows = {
            (row.day.day, row.step): row.status
            for row in plan_rows(reading, november(1), november(12), TODAY)
        }
    shown = (rows[1, "clay-mask"], rows[2, "peel"], rows[3, "peel"], rows[12, "peel"])
    assert shown == ("done", "done", "resting", "done")


def test_all_of_it_is_one_action(oily: SqlStore, clock: StillClock) -> None:
    before = kept(oily)
    ratings = (ForeignRating(Rating(november(3), overall=8), 4),)
    entries = (entry(MASK, date(2026, 1, 5)), entry(PEEL, november(2)))
    bring(oily, clock, Foreign((MASK, PEEL), entries, ratings))
    change = undo(oily)
    assert change is not None
    assert change.verb == "merge"
    assert kept(oily) == before


def test_the_same_file_again_adds_nothing(oily: SqlStore, clock: StillClock) -> None:
    entries = (entry(MASK, november(1)), entry(PEEL, november(2)))
    ratings = (ForeignRating(Rating(november(3), overall=8), 4),)
    foreign = Foreign((MASK, PEEL), entries, ratings)
    bring(oily, clock, foreign)
    before = kept(oily)
    again = bring(oily, clock, foreign)
    assert (again.added, again.same) == ({}, {"entry": 2, "rating": 1})
    assert kept(oily) == before
    assert bring_in(oily, clock, foreign, Wishes()).change is None


def test_two_habits_of_one_name_stay_two_steps(oily: SqlStore, clock: StillClock) -> None:
    second = MASK._replace(key="Clay Mask (2)")
    entries = (entry(MASK, november(1)), entry(second, november(3), row=3))
    foreign = Foreign((MASK, second), entries)
    brought = bring(oily, clock, foreign)
    steps = [one.step.id if one.step else "" for one in brought.habits]
    assert steps == ["clay-mask", "clay-mask-2"]
    again = bring(oily, clock, foreign)
    assert [one.step.id if one.step else "" for one in again.habits] == steps
    assert (again.added, again.same) == ({}, {"entry": 2})


def test_a_step_that_the_file_names_is_suggested_to_no_other_habit(
    oily: SqlStore, clock: StillClock
) -> None:
    named = Habit("clay-mask", "Clay mask", step="clay-mask")
    brought = bring(oily, clock, Foreign((MASK, named)))
    assert [(one.fate, one.step.id if one.step else "") for one in brought.habits] == [
        ("new", "clay-mask-2"),
        ("step", "clay-mask"),
    ]


def test_of_two_notes_of_a_day_none_vanishes_untold(oily: SqlStore, clock: StillClock) -> None:
    entries = (
        entry(PEEL, november(2)),
        entry(PEEL, november(2), row=3, note="Stung"),
        entry(PEEL, november(2), row=4, note="Calm"),
    )
    brought = bring(oily, clock, Foreign((PEEL,), entries))
    assert codes(brought) == [(4, "differs")]
    assert (brought.added, brought.same) == ({"step": 1, "entry": 1}, {"entry": 1})
    assert [one.reason for one in kept(oily).log] == ["Stung"]
    again = bring(oily, clock, Foreign((PEEL,), entries))
    assert (again.added, again.same, codes(again)) == ({}, {"entry": 2}, [(4, "differs")])


def test_a_note_fills_the_empty_one_of_what_was_logged(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask")
    (before,) = kept(oily).log
    noted = Foreign((MASK,), (entry(MASK, TODAY, note="Calm"),))
    assert bring(oily, clock, noted).added == {"entry": 1}
    assert kept(oily).log == (before._replace(reason="Calm"),)
    other = Foreign((MASK,), (entry(MASK, TODAY, note="Stung"),))
    assert codes(bring(oily, clock, other)) == [(2, "differs")]
    assert kept(oily).log == (before._replace(reason="Calm"),)


def test_a_tick_takes_the_place_of_a_skip_and_no_skip_that_of_a_tick(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, "clay-mask")
    skip(oily, clock, "pore-serum", "Out", TODAY)
    serum = Habit("Pore serum", "Pore serum")
    entries = (entry(MASK, TODAY, "skip", 2), entry(serum, TODAY, "tick", 3))
    brought = bring(oily, clock, Foreign((MASK, serum), entries))
    assert codes(brought) == [(2, "tick_kept"), (3, "skip_replaced")]
    assert {(one.step, one.do) for one in kept(oily).log} == {
        ("clay-mask", "tick"),
        ("pore-serum", "tick"),
    }


def test_of_a_skip_and_a_tick_in_one_file_the_tick_is_counted(
    oily: SqlStore, clock: StillClock
) -> None:
    entries = (entry(MASK, november(1), "skip", 2), entry(PEEL, november(1), "tick", 3))
    wishes = Wishes({"Peel": Becoming("step", "clay-mask")})
    brought = bring(oily, clock, Foreign((MASK, PEEL), entries), wishes)
    assert codes(brought) == [(3, "skip_replaced")]
    assert [(one.added, one.left) for one in brought.habits] == [(0, 1), (1, 0)]
    assert brought.added == {"entry": 1}


def test_a_step_begins_earlier_for_entries_long_before_and_no_later_day_changes(
    oily: SqlStore, clock: StillClock
) -> None:
    first = kept(oily).routine().step("clay-mask").start
    with oily.reading() as reading:
        before = plan_rows(reading, first, TODAY + timedelta(days=30), TODAY)
    brought = bring(oily, clock, Foreign((MASK,), (entry(MASK, date(2024, 2, 29)),)))
    assert (brought.habits[0].moved_from, brought.habits[0].judged_anew) == (first, 0)
    with oily.reading() as reading:
        assert plan_rows(reading, first, TODAY + timedelta(days=30), TODAY) == before
        early = plan_rows(reading, date(2024, 2, 29), date(2024, 3, 2), TODAY)
    assert [(row.step, row.status) for row in early] == [
        ("clay-mask", "done"),
        ("clay-mask", "optional"),
        ("clay-mask", "optional"),
    ]


def test_later_days_that_stand_otherwise_for_an_earlier_beginning_are_counted(
    oily: SqlStore, clock: StillClock
) -> None:
    first = kept(oily).routine().step("clay-mask").start
    with oily.reading() as reading:
        before = plan_rows(reading, first, TODAY, TODAY)
    serum = Habit("Pore serum", "Pore serum")
    day_before = first - timedelta(days=1)
    brought = bring(
        oily, clock, Foreign((MASK, serum), (entry(MASK, day_before), entry(serum, day_before)))
    )
    with oily.reading() as reading:
        after = plan_rows(reading, first, TODAY, TODAY)
    pairs = zip(before, after, strict=True)
    changed = {was.day for was, now in pairs if was.status != now.status}
    assert len(changed) > 0
    assert [one.judged_anew for one in brought.habits] == [len(changed), 0]


def test_days_to_come_and_days_after_a_last_day_are_left_out(
    oily: SqlStore, clock: StillClock
) -> None:
    ahead = entry(MASK, TODAY + timedelta(days=1), row=7)
    brought = bring(oily, clock, Foreign((MASK,), (ahead,)))
    assert codes(brought) == [(7, "day_to_come")]
    over = PEEL._replace(is_over=True)
    bring(oily, clock, Foreign((over,), (entry(over, november(2)),)))
    assert kept(oily).routine().step("peel").end == november(2)
    later = bring(oily, clock, Foreign((over,), (entry(over, november(3)),)))
    assert codes(later) == [(2, "after_end")]


def test_what_the_reader_left_out_stays_in_the_report(oily: SqlStore, clock: StillClock) -> None:
    left = (LeftRow(9, "", "no_day", {"got": "soon"}), LeftRow(3, "", "automatic"))
    brought = bring(oily, clock, Foreign(left_out=left, blank=4))
    assert codes(brought) == [(3, "automatic"), (9, "no_day")]
    assert brought.blank == 4


def test_a_rated_day_stays_as_it_is(oily: SqlStore, clock: StillClock) -> None:
    rate(oily, clock, {"overall": 3}, None, TODAY)
    ratings = (
        ForeignRating(Rating(TODAY, overall=8), 2),
        ForeignRating(Rating(TODAY + timedelta(days=1), overall=8), 3),
    )
    brought = bring(oily, clock, Foreign(ratings=ratings))
    assert codes(brought) == [(2, "rated_already"), (3, "day_to_come")]
    assert [one.overall for one in kept(oily).ratings] == [3]
    assert bring(oily, clock, Foreign(ratings=ratings), Wishes(takes_ratings=False)).left_out == ()


def test_what_is_wished_of_a_habit_goes_before_what_is_suggested(
    oily: SqlStore, clock: StillClock
) -> None:
    aside = Habit("work", "work", is_aside=True)
    entries = (entry(MASK, november(1)), entry(PEEL, november(1)), entry(aside, november(1)))
    foreign = Foreign((MASK, PEEL, aside), entries)
    with oily.reading() as reading:
        fates = [one.fate for one in brought_in(reading, TODAY, foreign, Wishes()).habits]
        only = brought_in(reading, TODAY, foreign, Wishes({"work": NEW}, leaves_others=True))
    assert fates == ["step", "new", "left"]
    assert [one.fate for one in only.habits] == ["left", "left", "new"]
    brought = bring(oily, clock, foreign, Wishes({MASK.key: NEW, PEEL.key: LEFT}))
    assert [one.step.id if one.step else None for one in brought.habits] == [
        "clay-mask-2",
        None,
        None,
    ]


def test_an_empty_habit_that_is_over_is_left_out_and_another_begins_today(
    oily: SqlStore, clock: StillClock
) -> None:
    over = PEEL._replace(is_over=True)
    fresh = Habit("Fresh", "Fresh")
    brought = bring(oily, clock, Foreign((over, fresh)))
    assert [one.fate for one in brought.habits] == ["left", "new"]
    assert kept(oily).routine().step("fresh").start == TODAY


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        (Wishes({"Nobody": NEW}), "no_such_habit"),
        (Wishes({PEEL.key: Becoming("step", "nobody")}), "no_such_step"),
    ],
)
def test_a_wish_that_cannot_be_changes_nothing(
    oily: SqlStore, clock: StillClock, wishes: Wishes, code: str
) -> None:
    before = kept(oily)
    with pytest.raises(BadInput) as refused:
        bring_in(oily, clock, Foreign((PEEL,), (entry(PEEL, TODAY),)), wishes)
    assert refused.value.code == code
    assert kept(oily) == before


def test_more_steps_than_anyone_follows_are_refused(oily: SqlStore, clock: StillClock) -> None:
    habits = tuple(Habit(f"Habit {number}", f"Habit {number}") for number in range(493))
    with pytest.raises(BadInput, match="too_many_steps"):
        bring_in(oily, clock, Foreign(habits), Wishes())


@pytest.mark.parametrize(
    ("times", "days", "document", "is_exact"),
    [
        (1, 1, {"kind": "daily"}, True),
        (3, 2, {"kind": "daily"}, False),
        (3, 7, {"kind": "per_week", "times": 3, "min_gap": 1}, True),
        (1, 7, {"kind": "per_week", "times": 1, "min_gap": 1}, True),
        (1, 3, {"kind": "every", "days": 3}, True),
        (1, 400, {"kind": "every", "days": 366}, False),
        (2, 14, {"kind": "per_week", "times": 1, "min_gap": 1}, True),
        (10, 30, {"kind": "every", "days": 3}, True),
        (2, 60, {"kind": "every", "days": 30}, True),
        (29, 30, {"kind": "daily"}, False),
        (3, 10, {"kind": "per_week", "times": 2, "min_gap": 1}, False),
        (0, 7, {"kind": "as_needed"}, True),
    ],
)
def test_so_many_times_in_so_many_days_is_the_nearest_rule(
    times: int, days: int, document: dict[str, object], is_exact: bool
) -> None:
    rule, exact = rhythm_of(times, days)
    assert (rule.document(), exact) == (document, is_exact)
