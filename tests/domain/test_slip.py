"""Are the days told on which a missed turn can still be made up, and what it costs?"""

from datetime import date, timedelta

import pytest
from hypothesis import given

from tests.made import lives
from tracker.domain.course import Course
from tracker.domain.day import Day
from tracker.domain.log import Deed, Log
from tracker.domain.plan import plan
from tracker.domain.routine import Group, NotAfter, Pause, Routine, Step, Version
from tracker.domain.rule.base import Rule
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.rule.pattern import Pattern
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.rule.weekdays import Weekdays
from tracker.domain.slip import FAR, Shortfall, Slip, slip_of

BEGUN = date(2026, 11, 2)
TWICE = PerWeek(2, 3, ("wed", "sun"))


def november(*days: int) -> tuple[Day, ...]:
    return tuple(date(2026, 11, day) for day in days)


def made(rule: Rule) -> Step:
    return Step("mask", "Clay mask", "mask", "evening", BEGUN, (Version(BEGUN, rule),))


def found(
    rule: Rule, today: int, deeds: dict[int, Deed] | None = None, pauses: tuple[Pause, ...] = ()
) -> Slip | None:
    step, logged = made(rule), deeds or {}
    log = Log(("mask", date(2026, 11, day), deed) for day, deed in logged.items())
    return slip_of(Course(Routine((step,), (), pauses), log, date(2026, 11, today)), step)


def test_a_turn_of_the_week_fits_until_its_next_own_turn() -> None:
    slip = found(TWICE, 19)
    assert slip is not None
    assert (slip.turn, slip.fits) == (date(2026, 11, 18), november(19, 20, 21))
    assert slip.shortfall is None


@pytest.mark.parametrize(("today", "fits"), [(20, (20, 21)), (21, (21,))])
def test_it_costs_the_later_turn_that_would_then_come_too_soon(
    today: int, fits: tuple[int, ...]
) -> None:
    slip = found(TWICE, today)
    assert slip is not None
    assert slip.fits == november(*fits)
    assert slip.shortfall == Shortfall(november(22)[0], 1, 2)


def test_a_turn_that_moves_within_the_next_week_costs_this_one_nothing() -> None:
    slip = found(PerWeek(2, 3, ("mon", "thu")), 21)
    assert slip is not None
    assert (slip.turn, slip.shortfall) == (date(2026, 11, 16), None)


def test_the_only_turn_of_a_week_fits_until_the_week_is_over() -> None:
    slip = found(PerWeek(1, 3, ("wed",)), 20)
    assert slip is not None
    assert (slip.fits, slip.shortfall) == (november(20, 21, 22), None)
    assert found(PerWeek(1, 3, ("wed",)), 23) is None


@pytest.mark.parametrize("deed", ["tick", "skip"])
def test_what_is_answered_did_not_slip(deed: Deed) -> None:
    assert found(TWICE, 20, {19: deed}) is None
    assert found(TWICE, 20, {20: deed}) is None
    assert found(TWICE, 18) is None


def test_a_turn_of_a_day_that_is_one_itself_waits_for_a_free_one() -> None:
    thrice = PerWeek(3, 2, ("mon", "wed", "fri"))
    slip = found(thrice, 18)
    assert slip is not None
    assert (slip.turn, slip.fits) == (date(2026, 11, 16), november(22))


def test_a_named_day_fits_until_the_next_named_one() -> None:
    slip = found(Weekdays(("tue", "sat")), 18)
    assert slip is not None
    assert (slip.turn, slip.fits) == (date(2026, 11, 17), november(18, 19, 20))
    assert found(Weekdays(("tue", "sat")), 21) is None
    assert found(Weekdays(("tue", "sat")), 19, {18: "tick"}) is None
    counted = found(Every(5), 18)
    assert counted is not None
    assert counted.fits == november(18, 19, 20, 21)


@pytest.mark.parametrize("rule", [Daily(), Pattern(4, (1,), BEGUN)])
def test_what_is_not_made_up_does_not_slip(rule: Rule) -> None:
    assert all(found(rule, today) is None for today in range(3, 12))


def test_no_more_days_are_tried_than_one_plans_for() -> None:
    slip = found(Every(300), 4)
    assert slip is not None
    assert len(slip.fits) == FAR + 1


def test_days_that_a_pause_or_another_step_rests_do_not_fit() -> None:
    slip = found(TWICE, 19, pauses=(Pause(date(2026, 11, 20), date(2026, 11, 20)),))
    assert slip is not None
    assert slip.fits == november(19, 21)

    step = made(TWICE)._replace(not_after=(NotAfter("peel", 1),))
    peel = made(Weekdays(("thu",)))._replace(id="peel", name="Peel")
    course = Course(Routine((step, peel)), Log(()), date(2026, 11, 19))
    after = slip_of(course, step)
    assert after is not None
    assert after.fits == november(19, 21)


def test_a_turn_that_gave_way_to_another_step_did_not_slip() -> None:
    mask, lotion = made(TWICE), made(Daily())._replace(id="lotion")
    routine = Routine((mask, lotion), (Group("evening", ("lotion", "mask")),))
    log = Log((("lotion", date(2026, 11, 19), "tick"),))
    assert slip_of(Course(routine, log, date(2026, 11, 19)), mask) is None


@given(lives())
def test_each_day_that_fits_makes_it_up_within_the_rules(life: tuple[Routine, Log, Day]) -> None:
    routine, log, today = life
    for step in routine.steps:
        slip = slip_of(Course(routine, log, today), step)
        if slip is None:
            continue
        assert slip.fits[0] >= today > slip.turn
        if slip.fits[0] == today:
            done = log.with_deed(step.id, today, "tick")
            rows = plan(routine, done, slip.turn, today, today)
            own = {row.day: row.status for row in rows if row.step == step.id}
            assert (own[slip.turn], own[today]) == ("moved", "done")
            assert today - slip.turn < timedelta(days=367)
