"""Do the calendar's forms say what would happen, with its days and its counts?"""

from datetime import date

import pytest

from tracker.actions.views.difference import Difference
from tracker.domain.day import Day
from tracker.domain.routine import Pause, Treatment
from tracker.domain.row import Row
from tracker.domain.rule.base import Rule, Status
from tracker.domain.rule.cycle import Cycle, Lengths, Unit
from tracker.domain.rule.daily import Daily
from tracker.words.effect import effect_line
from tracker.words.pause_form import day_span, pause_days, pause_name, pause_said
from tracker.words.shift_form import begin_today, begin_tomorrow
from tracker.words.treatment_form import treatment_said

TODAY = date(2026, 11, 21)
NAMES = {"mask": "Clay mask", "lotion": "Refining lotion", "toner": "Toner", "serum": "Serum"}


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 3), date(2026, 11, 3), "3 November"),
        (date(2026, 11, 3), date(2026, 11, 16), "3 to 16 November"),
        (date(2026, 11, 28), date(2026, 12, 4), "28 November to 4 December"),
        (date(2026, 12, 28), date(2027, 1, 4), "28 December to 4 January 2027"),
        (date(2025, 11, 3), date(2025, 11, 16), "3 to 16 November 2025"),
        (date(2025, 11, 3), date(2026, 11, 16), "3 November 2025 to 16 November"),
    ],
)
def test_days_are_said_from_the_first_to_the_last(first: Day, last: Day, said: str) -> None:
    assert day_span(first, last, TODAY) == said


def test_a_pause_says_how_long_it_is_and_what_it_leaves_alone() -> None:
    ahead, past = date(2026, 12, 1), date(2026, 11, 3)

    assert pause_said(ahead, ahead, TODAY) == "1 day: 1 December."
    assert pause_said(ahead, None, TODAY) == "From Tuesday 1 December until you end it."
    assert pause_said(past, date(2026, 11, 16), TODAY) == (
        "14 days: 3 to 16 November. What you ticked or skipped stays as it is."
    )


@pytest.mark.parametrize(
    ("pause", "name", "days"),
    [
        (Pause(TODAY, None), "Pause of all steps", "since 21 November, until you end it"),
        (Pause(TODAY, TODAY, ("mask",), "Holiday"), "Holiday: Clay mask", "21 November"),
        (Pause(TODAY, TODAY, ("mask", "gone")), "Pause of Clay mask", "21 November"),
        (Pause(TODAY, TODAY, tuple(NAMES)), "Pause of 4 steps", "21 November"),
    ],
)
def test_a_pause_has_a_name_among_others(pause: Pause, name: str, days: str) -> None:
    assert pause_name(pause, NAMES) == name
    assert pause_days(pause, TODAY) == days


def cycle(unit: Unit, count: int) -> Rule:
    return Cycle(Daily(), Lengths(unit, count, count), TODAY)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (cycle("months", 1), "Begin the month off today"),
        (cycle("months", 2), "Begin the 2 months off today"),
        (cycle("weeks", 1), "Begin the week off today"),
        (cycle("days", 10), "Begin the 10 days off today"),
        (Daily(), "Begin the phase off today"),
    ],
)
def test_a_phase_is_called_by_its_length(rule: Rule, said: str) -> None:
    assert begin_today(rule, is_on=False) == said
    on = said.replace("off today", "on tomorrow")
    assert begin_tomorrow(rule, is_on=True) == on


@pytest.mark.parametrize(
    ("rest_days", "steps", "said"),
    [
        (0, None, "All steps rest on that day."),
        (1, None, "All steps rest on that day and the day after."),
        (5, None, "All steps rest on that day and the 5 days after."),
        (0, ("mask",), "1 step rests on that day."),
        (1, ("mask",), "1 step rests on that day and the day after."),
        (5, ("mask", "lotion"), "2 steps rest on that day and the 5 days after."),
    ],
)
def test_a_treatment_says_what_rests_and_how_long(
    rest_days: int, steps: tuple[str, ...] | None, said: str
) -> None:
    treatment = Treatment(date(2026, 12, 1), "Peel", rest_days, steps)
    assert treatment_said([treatment], TODAY) == f"On Tuesday 1 December. {said}"


def moved(before: Status | None, after: Status | None) -> Difference:
    rows = [None if status is None else Row(TODAY, "mask", status) for status in (before, after)]
    return Difference(TODAY, "mask", *rows)


@pytest.mark.parametrize(
    ("before", "after", "one", "two"),
    [
        ("missed", "paused", "1 missed step becomes paused", "2 missed steps become paused"),
        ("missed", "resting", "1 step counts as missed no more", "2 steps count as missed no more"),
        ("missed", None, "1 step counts as missed no more", "2 steps count as missed no more"),
        ("paused", "missed", "1 step counts as missed", "2 steps count as missed"),
        ("done", "off_plan", "1 ticked step counts as off plan", "2 ticked steps count as off"),
        ("due", "paused", "1 step to come rests", "2 steps to come rest"),
        ("due", None, "1 step to come rests", "2 steps to come rest"),
        ("resting", "due", "1 more step is asked for", "2 more steps are asked for"),
    ],
)
def test_what_becomes_of_steps_is_counted(
    before: Status | None, after: Status | None, one: str, two: str
) -> None:
    last = date(2026, 12, 6)
    found = [moved(before, after)]

    assert effect_line(found, last, TODAY) == f"21 November to 6 December: {one}."
    assert effect_line(found * 2, last, TODAY).startswith(f"21 November to 6 December: {two}")


def test_several_of_them_are_listed_and_what_only_rests_otherwise_is_not_told() -> None:
    found = [moved("due", "paused"), moved("missed", "paused"), moved("resting", "paused")]

    assert effect_line(found, TODAY, TODAY) == (
        "21 November: 1 missed step becomes paused and 1 step to come rests."
    )
    assert effect_line(found[2:], TODAY, TODAY) == ""
