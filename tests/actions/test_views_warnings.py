"""Is a person warned of turns that never come, are lost, or do not fit, and of nothing else?"""

from datetime import date, timedelta

from tests.still_clock import StillClock
from tracker.actions.edit import StepDraft, draft_of, edit, edited
from tracker.actions.pause import Wish, pause
from tracker.actions.views.warnings import RoutineWarning, grown, warnings_of
from tracker.domain.day import LAST_DAY, Day
from tracker.domain.routine import Group, NotAfter, Routine, Step, StepId, Version
from tracker.domain.rule.as_needed import AsNeeded
from tracker.domain.rule.base import Rule
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.pattern import Pattern
from tracker.domain.rule.per_week import PerWeek
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
BEGUN = date(2026, 10, 1)


def step(step_id: StepId, rule: Rule, *apart: NotAfter, begins: Day = BEGUN) -> Step:
    schedule = (Version(begins, rule),)
    return Step(step_id, step_id, "serum", "evening", begins, schedule, not_after=apart or None)


def warned(store: SqlStore, *steps: Step, group: bool = False) -> list[RoutineWarning]:
    groups = (Group("All", tuple(one.id for one in steps)),) if group else ()
    with store.reading() as look:
        return list(warnings_of(look, Routine(steps, groups), TODAY))


def test_nothing_is_said_of_steps_that_have_their_turns(store: SqlStore) -> None:
    assert warned(store, step("a", Daily()), step("b", PerWeek(2)), step("c", AsNeeded())) == []


def test_a_step_that_others_always_come_before_gets_no_turn(store: SqlStore) -> None:
    assert warned(store, step("a", Daily()), step("b", Daily()), group=True) == [
        RoutineWarning("no_turn", "b", "b", reason="displaced_by:a")
    ]


def test_a_step_that_is_always_too_close_gets_no_turn(store: SqlStore) -> None:
    tomorrow = TODAY + timedelta(days=1)

    assert warned(store, step("a", Daily()), step("b", Daily(), NotAfter("a", 1))) == [
        RoutineWarning("no_turn", "b", "b", reason="too_close_to:a", since=tomorrow)
    ]


def test_a_turn_that_is_far_off_is_named(oily: SqlStore) -> None:
    """Six weeks of lotion every evening: the serum after it waits for them to be over."""
    monday = date(2026, 11, 23)
    with oily.reading() as look:
        lotion = draft_of(look.routine().step("refining-lotion"), TODAY)
        rule = Cycle(Daily(), Lengths("weeks", 6, 2), monday)
        after = edited(look, TODAY, lotion._replace(rule=rule), TODAY)
        found = warnings_of(look, after, TODAY)

    assert [one for one in found if one.step == "overnight-serum"] == [
        RoutineWarning(
            "no_turn",
            "overnight-serum",
            "Overnight serum",
            reason="displaced_by:refining-lotion",
            since=date(2026, 11, 22),
            until=date(2027, 1, 4),
        )
    ]


def test_a_long_wait_that_the_schedule_names_is_told_from_today_alone(store: SqlStore) -> None:
    rare = Pattern(50, (1,), TODAY - timedelta(days=5))
    assert warned(store, step("a", rare, begins=BEGUN)) == [
        RoutineWarning("no_turn", "a", "a", reason="not_today", until=TODAY + timedelta(days=45))
    ]
    assert warned(store, step("a", Pattern(50, (1,), TODAY))) == []


def test_rest_that_was_agreed_to_is_no_warning(store: SqlStore, clock: StillClock) -> None:
    off = Cycle(Daily(), Lengths("days", 40, 40), TODAY, starts_off=True)
    ahead = step("ahead", Pattern(4, (1,), TODAY + timedelta(days=50)))
    later = step("later", Daily(), begins=TODAY + timedelta(days=1000))
    assert warned(store, step("off", off), ahead, later) == []

    with store.writing("merge") as work:
        work.put(step("paused", Daily()))
    pause(store, clock, Wish(TODAY))
    with store.reading() as look:
        assert warnings_of(look, look.routine(), TODAY) == ()


def test_nothing_is_said_of_a_step_that_ends(store: SqlStore) -> None:
    last = step("b", Daily())._replace(end=TODAY + timedelta(days=40))

    assert warned(store, step("a", Daily()), last, group=True) == []


def test_turns_lost_to_a_group_are_counted(store: SqlStore) -> None:
    other = Pattern(3, (1,), BEGUN)

    assert warned(store, step("a", other), step("b", Daily()), group=True) == [
        RoutineWarning("turns_lost", "b", "b", 20, 60, reason="displaced_by:a")
    ]


def test_a_turn_that_only_moves_is_not_lost(store: SqlStore) -> None:
    mask, peel = PerWeek(2, 2, ("wed", "sun")), PerWeek(1, 2, ("wed",))

    assert warned(store, step("peel", peel), step("mask", mask), group=True) == []


def test_a_quota_that_its_gap_cannot_fit_is_told(store: SqlStore) -> None:
    assert warned(store, step("a", PerWeek(3, 4))) == [
        RoutineWarning("quota_short", "a", "a", 7, 7, 3, "too_soon")
    ]


def test_a_quota_that_another_rule_leaves_no_room_for_is_told(store: SqlStore) -> None:
    other = step("a", Pattern(2, (1,), BEGUN))
    found = warned(store, other, step("b", PerWeek(5), NotAfter("a", 1)))

    assert [(one.code, one.step, one.reason) for one in found] == [
        ("quota_short", "b", "too_close_to:a")
    ]


def test_a_week_in_which_another_quota_begins_is_not_held_to_either(
    oily: SqlStore, clock: StillClock
) -> None:
    thursday = date(2026, 11, 26)
    edit(oily, clock, StepDraft(None, "New", "serum", "morning", PerWeek(1)), TODAY)
    with oily.reading() as look:
        draft = draft_of(look.routine().step("new"), TODAY)
        after = edited(look, TODAY, draft._replace(rule=PerWeek(7)), thursday)
        assert all(one.step != "new" for one in warnings_of(look, after, TODAY))


def test_what_begins_late_is_seen_from_its_day_on(store: SqlStore) -> None:
    late = TODAY + timedelta(days=100)
    other = step("a", AsNeeded())
    other = other._replace(schedule=(*other.schedule, Version(late, Daily())))
    routine = Routine((other, step("b", Daily())), (Group("All", ("a", "b")),))

    with store.reading() as look:
        assert warnings_of(look, routine, TODAY) == ()
        assert warnings_of(look, routine, TODAY, TODAY - timedelta(days=9)) == ()
        assert warnings_of(look, routine, TODAY, late) == (
            RoutineWarning("no_turn", "b", "b", reason="displaced_by:a", since=late),
        )
        assert warnings_of(look, routine, TODAY, LAST_DAY) != ()


def test_what_is_counted_late_says_since_when(store: SqlStore) -> None:
    late = TODAY + timedelta(days=100)
    steps = step("a", Pattern(3, (1,), late)), step("b", Daily()), step("c", PerWeek(3, 4))
    routine = Routine(steps, (Group("All", ("a", "b")),))

    with store.reading() as look:
        found = warnings_of(look, routine, TODAY, late)

    assert [(one.code, one.number, one.since) for one in found] == [
        ("turns_lost", 20, late),
        ("quota_short", found[1].of, late),
    ]


def test_only_what_grew_is_news() -> None:
    since, until = TODAY + timedelta(days=5), TODAY + timedelta(days=50)
    known = RoutineWarning("no_turn", "b", "b", 3, 9, 0, "displaced_by:a", since, until)
    worse = [
        known._replace(reason="too_close_to:a"),
        known._replace(number=4),
        known._replace(since=None),
        known._replace(until=None),
        known._replace(until=until + timedelta(days=1)),
        known._replace(step="c"),
    ]
    no_worse = [
        known,
        known._replace(number=2),
        known._replace(since=since + timedelta(days=1)),
        known._replace(until=until - timedelta(days=1)),
    ]

    assert [grown([known], [one]) for one in worse] == [(one,) for one in worse]
    assert [grown([known], [one]) for one in no_worse] == [()] * len(no_worse)
    assert grown([known._replace(until=None)], [known]) == ()
