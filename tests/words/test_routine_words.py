"""Does every schedule kind have its name, and is what changes said in few lines?"""

from datetime import date, timedelta

import pytest

from tracker.actions.views.difference import Difference
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import Outside
from tracker.domain.routine import Step, Version
from tracker.domain.row import Row
from tracker.domain.rule import KINDS, read_rule
from tracker.domain.rule.base import Status
from tracker.domain.rule.cycle import read_lengths
from tracker.words.routine_changes import Move, moves, others_lines
from tracker.words.routine_list import step_line, version_lines
from tracker.words.routine_sentence import kind_labels, schedule_fault, spoken_control
from tracker.words.schedules.base import CHOICES, Choice

TODAY = date(2026, 11, 21)
NAMES = {"mask": "Clay mask", "lotion": "Lotion"}


def row(day: Day, step: str, status: Status, reason: str | None = None) -> Row:
    return Row(day, step, status, reason, None)


def differing(step: str, first: Day, days: int) -> list[Difference]:
    """Days on which a month off becomes use."""
    found = [first + timedelta(days=number) for number in range(days)]
    return [
        Difference(day, step, row(day, step, "resting", "month_off"), row(day, step, "due"))
        for day in found
    ]


def test_every_kind_has_a_name_of_its_own() -> None:
    assert set(kind_labels()) == set(KINDS)
    assert len(set(kind_labels().values())) == len(KINDS)


def test_days_in_a_row_with_the_same_change_are_one_line() -> None:
    found = [
        *differing("lotion", date(2026, 11, 23), 3),
        *differing("lotion", date(2026, 11, 28), 1),
        *differing("mask", date(2026, 11, 23), 1),
    ]

    assert moves(found, "lotion", NAMES, TODAY) == [
        (Move("Mon 23 Nov to Wed 25 Nov", "Month off", "Due"), 3),
        (Move("Sat 28 Nov", "Month off", "Due"), 1),
    ]


def test_what_others_win_and_lose_is_counted() -> None:
    lost = date(2026, 11, 24)
    found = [
        *differing("mask", date(2026, 11, 23), 2),
        Difference(lost, "serum", row(lost, "serum", "due"), None),
        Difference(lost, "lotion", None, row(lost, "lotion", "due")),
    ]

    said = others_lines(found, "lotion", {**NAMES, "serum": "Serum"})
    assert said == ["Clay mask gets 2 turns more.", "Serum gets 1 turn fewer."]


def test_a_step_says_what_is_to_come_of_it() -> None:
    daily = read_rule(Outside({"kind": "daily"}))
    twice = read_rule(Outside({"kind": "every", "days": 2}))
    schedule = (Version(date(2026, 10, 1), daily), Version(date(2026, 12, 1), twice))
    step = Step("a", "A", "serum", "evening", date(2026, 10, 1), schedule, end=date(2027, 1, 5))

    assert step_line(step, TODAY) == ("Every day · last on 5 January 2027 · changes on 1 December")
    assert version_lines(step, TODAY) == [
        ("1 December", "Every 2 days"),
        ("1 October", "Every day"),
    ]


@pytest.mark.parametrize(
    ("code", "facts", "said"),
    [
        ("prefer_not_times", {"times": 1, "got": 2}, "Choose 1 weekday, one for each time a week."),
        ("weekdays_not_distinct", {}, "Choose at least one weekday."),
        ("places_not_distinct", {}, "Choose at least one day of the round."),
    ],
)
def test_a_schedule_that_is_none_says_what_mends_it(
    code: str, facts: dict[str, int], said: str
) -> None:
    assert schedule_fault(BadInput(code, where="document", **facts)) == said


@pytest.mark.parametrize(
    ("on", "off", "said"),
    [
        ({"months": 500}, {"months": 1}, "Length of use: choose 120 months at most."),
        ({"weeks": 1}, {"weeks": 521}, "Length of rest: choose 520 weeks at most."),
        ({"days": 1}, {"days": 3651}, "Length of rest: choose 3650 days at most."),
    ],
)
def test_a_phase_that_is_too_long_names_the_limit_of_its_unit(
    on: dict[str, int], off: dict[str, int], said: str
) -> None:
    document = {"kind": "cycle", "on": on, "off": off}
    with pytest.raises(BadInput) as caught:
        read_lengths(Outside(document))

    assert schedule_fault(caught.value) == said


def test_another_number_keeps_its_own_sentence() -> None:
    error = BadInput("number_out_of_range", where="times", got="9", least=1, most=7)

    assert schedule_fault(error) == "times is 9. Write a number from 1 to 7."


def test_another_kind_renames_no_control(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHOICES, "yearly", Choice())  # to be taken out again

    class YearlyChoice(Choice):
        kind = "yearly"

        def controls(self) -> dict[str, str]:
            return {"times": "Times a year"}

    assert spoken_control("per_week", "times") == "Times a week"
    assert spoken_control("yearly", "times") == "Times a year"
