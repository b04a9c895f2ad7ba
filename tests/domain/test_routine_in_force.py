"""Which version, group, enforcement and order hold on a day?"""

from datetime import date, timedelta

import pytest

from tracker.domain.course import Course, LogTooShort, reach
from tracker.domain.log import Log
from tracker.domain.plan import plan
from tracker.domain.routine import Group, Kind, NotAfter, Pause, Routine, Step, Treatment, Version
from tracker.domain.rule.base import Rule
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.rule.weekdays import Weekdays

MONDAY = date(2026, 11, 16)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def step(step_id: str, rule: Rule | None = None, kind: Kind = "serum") -> Step:
    version = Version(MONDAY, rule or Daily())
    return Step(step_id, step_id.title(), kind, "evening", MONDAY, (version,))


def test_steps_stand_by_slot_then_position_then_as_entered() -> None:
    late = step("late")._replace(position=9)
    early = step("early")._replace(position=0)
    morning = step("morning")._replace(slot="morning")

    ordered = Routine((late, step("plain"), early, morning)).ordered()

    assert [one.id for one in ordered] == ["morning", "early", "plain", "late"]


def test_masks_and_lotions_are_strict_and_the_rest_advises() -> None:
    kinds: dict[Kind, str] = {
        "mask": "strict",
        "refining lotion": "strict",
        "exfoliant": "strict",
        "retinoid": "strict",
        "serum": "advise",
        "cleanser": "advise",
    }

    assert {k: step("one", kind=k).enforcement_on(MONDAY) for k in kinds} == kinds


def test_a_version_s_own_enforcement_and_not_after_replace_the_step_s() -> None:
    versions = (
        Version(MONDAY, Daily()),
        Version(day(7), Daily(), (), "off"),
    )
    own = step("one")._replace(
        schedule=versions, not_after=(NotAfter("mask", 1),), enforce="advise", kind="mask"
    )

    assert (own.enforcement_on(day(6)), own.enforcement_on(day(7))) == ("advise", "off")
    assert (own.not_after_on(day(6)), own.not_after_on(day(7))) == ((NotAfter("mask", 1),), ())


def test_before_its_first_version_a_step_has_not_started() -> None:
    later = step("one")._replace(schedule=(Version(day(3), Daily()),))

    found = plan(Routine((later,)), Log(()), MONDAY, day(3), MONDAY)

    assert [(row.status, row.reason, row.until) for row in found[:3]] == (
        [("resting", "not_started", day(3))] * 3
    )
    assert found[3].status == "due"


def test_a_group_ends_with_an_empty_priority_and_starts_with_its_first_day() -> None:
    groups = (Group("g", ("a", "b"), day(1)), Group("g", (), day(3)))
    routine = Routine((step("a"), step("b")), groups)

    assert [len(routine.groups_on(day(n))) for n in range(5)] == [0, 1, 1, 0, 0]


def test_a_group_without_a_first_day_gives_way_to_a_version_with_one() -> None:
    groups = (Group("g", ("b", "a"), day(2)), Group("g", ("a", "b")))
    routine = Routine((step("a"), step("b")), groups)

    assert routine.groups_on(day(1)) == [groups[1]]
    assert routine.groups_on(day(2)) == [groups[0]]


def test_a_log_that_is_too_short_says_what_is_needed() -> None:
    routine = Routine((step("one", Every(5)),))

    with pytest.raises(LogTooShort) as caught:
        Course(routine, Log((), since=day(20)), day(22)).standings(day(22))
    assert caught.value.facts["needed"] == day(22) - timedelta(days=reach(routine))


def test_a_skip_on_a_day_to_come_shapes_the_forecast() -> None:
    routine = Routine((step("one", PerWeek(1, 2, ("tue",))),))
    log = Log([("one", day(1), "skip")])

    found = plan(routine, log, MONDAY, day(6), MONDAY)

    assert [row.status for row in found[:3]] == ["optional", "skipped", "resting"]
    assert found[2].reason == "quota_met"


def test_a_step_that_ended_is_made_up_no_more() -> None:
    ended = step("one", Weekdays(("mon",)))._replace(end=day(0))
    log = Log([("one", day(1), "tick")])

    assert plan(Routine((ended,)), log, MONDAY, day(1), day(5))[0].status == "missed"


def test_a_treatment_of_a_day_spares_what_was_ticked_before_it_but_not_an_earlier_rest() -> None:
    first = Treatment(day(0), "Peel", 2)
    second = Treatment(day(2), "Peel", 3)
    log = Log([("one", day(0), "tick"), ("one", day(2), "tick")])

    rows = plan(Routine((step("one"),), treatments=(first, second)), log, day(0), day(5), day(5))

    assert (rows[0].status, rows[2].status) == ("done", "off_plan")
    assert (rows[2].reason, rows[2].until) == ("recovery", day(6))


def test_an_open_pause_swallows_those_that_follow() -> None:
    pauses = (Pause(day(3), day(4)), Pause(day(1), None), Pause(day(0), day(0)))

    rows = plan(Routine((step("one"),), pauses=pauses), Log(()), day(0), day(9), day(9))

    assert {(row.status, row.until) for row in rows} == {("paused", None)}
