"""Do the sentences of schedules keep what they are given, follow it, and say what is wrong?"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.golden_cases import RULES, read_case
from tests.ui.sentence_field import chips, choice, field, made, number, pick
from tracker.domain.rule import KINDS
from tracker.domain.rule.base import Rule
from tracker.ui.pages.routine.sentences.base import SENTENCES


def golden_rules() -> list[Rule]:
    """Every schedule of the golden cases, once."""
    steps = (step for path in RULES for step in read_case(path).routine.steps)
    return list(dict.fromkeys(version.rule for step in steps for version in step.schedule))


def test_every_kind_has_its_sentence() -> None:
    assert set(SENTENCES) == set(KINDS)


@pytest.mark.parametrize("rule", golden_rules(), ids=repr)
def test_a_schedule_that_is_only_looked_at_stays_what_it_was(qtbot: QtBot, rule: Rule) -> None:
    assert field(qtbot, rule).said.rule == rule


@pytest.mark.parametrize("label", ["Every day", "A few times a week", "Nights of a round"])
def test_what_is_chosen_instead_can_be_kept_at_once(qtbot: QtBot, label: str) -> None:
    shown = field(qtbot, made(kind="as_needed"))

    pick(choice(shown, "How often"), label)

    assert shown.said.rule is not None
    assert not shown.said.fault


def test_what_stood_there_goes_into_the_phases_and_out_of_them_again(qtbot: QtBot) -> None:
    rule = made(kind="every", days=5)
    shown = field(qtbot, rule)

    pick(choice(shown, "How often"), "On and off in turn")
    around = shown.said.rule
    assert around is not None
    assert around.during == rule

    pick(choice(shown, "How often"), "Every few days")
    assert shown.said.rule == rule


def test_both_lengths_of_the_phases_are_counted_in_the_same(qtbot: QtBot) -> None:
    shown = field(qtbot, made(kind="cycle", **_lengths(), during={"kind": "daily"}))

    pick(choice(shown, "Counted in", 1), "days")

    assert choice(shown, "Counted in", 0).code == "days"
    assert shown.said.rule == made(kind="cycle", **_lengths("days"), during={"kind": "daily"})


def _lengths(unit: str = "months") -> dict[str, object]:
    return {"on": {unit: 1}, "off": {unit: 1}, "start": "2026-11-21"}


def test_a_shorter_round_has_no_days_beyond_it(qtbot: QtBot) -> None:
    rule = made(kind="pattern", length=4, on=[1, 4], start="2026-12-20")
    shown = field(qtbot, rule)

    number(shown, "Days of the round").edit.setText("3")

    assert shown.said.rule == made(kind="pattern", length=3, on=[1], start="2026-12-20")


@pytest.mark.parametrize("between", ["", "1", "2", "12"])
def test_what_stands_between_two_lengths_takes_no_day_away(qtbot: QtBot, between: str) -> None:
    shown = field(qtbot, made(kind="pattern", length=6, on=[1, 3, 5], start="2026-12-20"))

    number(shown, "Days of the round").edit.setText(between)
    number(shown, "Days of the round").edit.setText("7")

    assert shown.said.rule == made(kind="pattern", length=7, on=[1, 3, 5], start="2026-12-20")


def test_a_day_left_out_of_a_shorter_round_is_out_of_the_longer_one(qtbot: QtBot) -> None:
    shown = field(qtbot, made(kind="pattern", length=6, on=[1, 3, 5], start="2026-12-20"))

    number(shown, "Days of the round").edit.setText("3")
    chips(shown).chips[2].click()
    number(shown, "Days of the round").edit.setText("6")

    assert shown.said.rule == made(kind="pattern", length=6, on=[1, 5], start="2026-12-20")


@pytest.mark.parametrize(
    ("begun", "pressed", "days"),
    [
        (["mon"], [4, 2], ["mon", "wed", "fri"]),
        (["fri", "mon"], [4, 4], ["fri", "mon"]),
        (["fri", "mon"], [2], ["mon", "wed", "fri"]),
    ],
)
def test_the_same_weekdays_are_the_same_schedule(
    qtbot: QtBot, begun: list[str], pressed: list[int], days: list[str]
) -> None:
    shown = field(qtbot, made(kind="weekdays", days=begun))

    for place in pressed:
        chips(shown).chips[place].click()

    assert shown.said.rule == made(kind="weekdays", days=days)


@pytest.mark.parametrize(
    ("spoken", "typed", "fault"),
    [
        ("Length of use", "", "Length of use: type a whole number from 1 to 3650."),
        ("Length of rest", "0", "Length of rest: type a whole number from 1 to 3650."),
    ],
)
def test_what_is_no_number_is_said(qtbot: QtBot, spoken: str, typed: str, fault: str) -> None:
    shown = field(qtbot, made(kind="cycle", **_lengths(), during={"kind": "daily"}))

    number(shown, spoken).edit.setText(typed)

    assert shown.said == (None, fault)


def test_tab_goes_through_the_sentence_as_it_is_read(qtbot: QtBot) -> None:
    shown = field(qtbot, made(kind="cycle", **_lengths(), during={"kind": "daily"}))
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.setFocus()
    seen = []
    for _stop in range(8):
        where = QApplication.focusWidget()
        assert where is not None
        seen.append(where.accessibleName().split(":")[0])
        QTest.keyClick(where, Qt.Key.Key_Tab)

    assert seen == [
        "How often",
        "How often",
        "Length of use",
        "Counted in",
        "Length of rest",
        "Counted in",
        "Starting",
        "Begins with",
    ]


def test_tab_comes_to_what_was_chosen_later_where_it_stands(qtbot: QtBot) -> None:
    shown = field(qtbot, made(kind="cycle", **_lengths(), during={"kind": "daily"}))
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    pick(choice(shown, "How often", 1), "Nights of a round")
    number(shown, "Days of the round").edit.setText("6")
    QTest.keyClick(chips(shown).chips[0], Qt.Key.Key_Right)
    choice(shown, "How often", 1).setFocus()
    seen = []
    for _stop in range(5):
        where = QApplication.focusWidget()
        assert where is not None
        seen.append(where.accessibleName())
        QTest.keyClick(where, Qt.Key.Key_Tab)

    assert seen == [
        "How often: Nights of a round",
        "Days of use in the round: 2",
        "Days of the round",
        "Counted from",
        "Length of use",
    ]
