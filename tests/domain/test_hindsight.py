"""Is a day gone by judged by what was in force then, whatever began after it?"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.made import FIRST, days, lives
from tracker.domain.hindsight import made_by
from tracker.domain.log import Log
from tracker.domain.plan import plan
from tracker.domain.routine import Group, Pause, Routine, Step, StepId, Treatment, Version
from tracker.domain.row import Row
from tracker.domain.rule.base import Rule
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.weekdays import Weekdays

MONDAY = date(2026, 11, 16)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def step(step_id: StepId, rule: Rule) -> Step:
    return Step(step_id, step_id, "serum", "evening", MONDAY, (Version(MONDAY, rule),))


MASK = step("mask", Weekdays(("tue",)))
TUESDAY, THURSDAY = day(1), day(3)


def statuses(routine: Routine, log: Log, step_id: StepId = "mask") -> list[str]:
    rows = plan(routine, log, TUESDAY, THURSDAY, day(5))
    return [row.status for row in rows if row.step == step_id]


def test_what_began_by_then_holds_and_what_began_later_does_not() -> None:
    begun = Pause(day(0), day(9)), Pause(day(3), None, ("mask",)), Pause(day(-9), day(3))
    over, later = Pause(day(-9), day(2)), Pause(day(4), day(9))
    rests = tuple(Treatment(day(number), "Peel", 4) for number in (-1, 0, 3))
    rested, to_come = Treatment(day(-2), "Peel", 4), Treatment(day(4), "Peel", 3)
    groups = Group("Always", ("mask",)), Group("Of then", ("acid",), begins=day(3))
    whole = Routine(
        (MASK, step("acid", Daily())),
        (*groups, Group("Later", ("serum",), begins=day(4))),
        (*begun, over, later),
        (*rests, rested, to_come),
    )

    then = made_by(whole, Log(()), day(3), day(3), day(9))

    assert (then.groups, then.pauses, then.treatments) == (groups, begun, rests)


def test_a_turn_that_rested_is_not_made_up_whatever_begins_after_it() -> None:
    rested = Treatment(TUESDAY, "Peel", 0)
    later = Pause(THURSDAY, None, ("acid",))
    routine = Routine((MASK, step("acid", Daily())), (), (later,), (rested,))
    log = Log([("mask", day(2), "tick")])

    assert statuses(routine._replace(pauses=()), log) == statuses(routine, log)
    assert statuses(routine, log)[:2] == ["resting", "off_plan"]


def test_a_treatment_rests_the_day_of_making_up_but_not_what_it_made_up() -> None:
    log = Log([("mask", THURSDAY, "tick")])
    routine = Routine((MASK,), treatments=(Treatment(day(2), "Peel", 3),))

    assert statuses(Routine((MASK,)), log) == ["moved", "optional", "done"]
    assert statuses(routine, log) == ["moved", "resting", "off_plan"]


def test_a_treatment_that_began_by_then_rests_on_the_days_that_follow() -> None:
    other = step("acid", Daily())
    log = Log([("mask", THURSDAY, "tick"), ("acid", THURSDAY, "tick")])
    group = Group("Evening", ("acid", "mask"))
    rests = Treatment(day(0), "Peel", 4, ("acid",))
    rested = Routine((MASK, other), (group,), treatments=(rests,))

    assert statuses(Routine((MASK, other), (group,)), log) == ["resting", "optional", "off_plan"]
    assert statuses(rested, log) == ["moved", "optional", "done"]


def test_a_pause_of_another_step_makes_no_skip_of_one_that_was_none() -> None:
    acid = step("acid", Daily())
    routine = Routine((acid, MASK), (Group("Evening", ("acid", "mask")),))
    log = Log([("mask", THURSDAY, "skip")])
    paused = routine._replace(pauses=(Pause(day(2), None, ("acid",)),))

    assert statuses(routine, log)[0] == statuses(paused, log)[0]


def test_nothing_is_made_up_on_a_day_that_was_paused() -> None:
    log = Log([("mask", THURSDAY, "tick")])

    assert statuses(Routine((MASK,), pauses=(Pause(day(2), day(6)),)), log) == [
        "missed",
        "paused",
        "off_plan",
    ]


@given(lives(), days, st.integers(0, 9), st.booleans())
def test_a_treatment_changes_no_day_before_it(
    life: tuple[Routine, Log, date], begins: date, rest_days: int, some: bool
) -> None:
    routine, log, today = life
    before = begins - timedelta(days=1)
    steps = (routine.steps[0].id,) if some else None
    peel = Treatment(begins, "Peel", rest_days, steps)
    treated = routine._replace(treatments=(*routine.treatments, peel))

    was = plan(routine, log, FIRST, before, today)
    now = plan(treated, log, FIRST, before, today)

    assert list(map(but_for_the_end, now)) == list(map(but_for_the_end, was))


def but_for_the_end(row: Row) -> tuple[object, ...]:
    """A recovery that another prolongs was one on each of its days all the same."""
    return tuple(row[:4]) if row.reason == "recovery" else tuple(row)
