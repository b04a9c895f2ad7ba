"""Do the parts of the routine's page keep what they are given, and say what is wrong?"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.golden_cases import RULES, read_case
from tracker.domain.outside import Outside
from tracker.domain.rule import KINDS, read_rule
from tracker.domain.rule.base import Rule
from tracker.exchange.preset import load_preset
from tracker.exchange.ready_steps import ready_steps
from tracker.ui.pages.routine.printing import lay_on
from tracker.ui.pages.routine.schedule_field import ScheduleField
from tracker.ui.pages.routine.sentences.base import SENTENCES, Place
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.menus import Menu
from tracker.ui.widgets.number_field import NumberField
from tracker.ui.widgets.order_list import Line, OrderList

TODAY = date(2026, 11, 21)
PLACE = Place(TODAY, TODAY, "mon")


def golden_rules() -> list[Rule]:
    """Every schedule of the golden cases, once."""
    steps = (step for path in RULES for step in read_case(path).routine.steps)
    return list(dict.fromkeys(version.rule for step in steps for version in step.schedule))


def field(qtbot: QtBot, rule: Rule) -> ScheduleField:
    shown = ScheduleField(rule, PLACE)
    qtbot.addWidget(shown)
    shown.resize(900, 200)
    shown.show()
    return shown


def made(**document: object) -> Rule:
    return read_rule(Outside(document))


def number(shown: QWidget, spoken: str) -> NumberField:
    found = [one for one in shown.findChildren(NumberField) if one.isVisible()]
    return next(one for one in found if one.edit.accessibleName() == spoken)


def choice(shown: QWidget, spoken: str, place: int = 0) -> Choice:
    found = [one for one in shown.findChildren(Choice) if one.isVisible()]
    return [one for one in found if one.accessibleName().startswith(spoken)][place]


def chips(shown: QWidget) -> Chips:
    return next(one for one in shown.findChildren(Chips) if one.isVisible())


def pick(one: Choice, label: str) -> None:
    one.open_menu()
    menu = one.findChild(Menu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.close()


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


def test_with_other_times_come_the_days_that_are_usual_then(qtbot: QtBot) -> None:
    shown = field(qtbot, made(kind="per_week", times=2, min_gap=3, prefer=["wed", "sun"]))

    number(shown, "Times a week").edit.setText("3")

    assert chips(shown).chosen == ["mon", "wed", "fri"]
    assert shown.said.rule == made(
        kind="per_week", times=3, min_gap=3, prefer=["mon", "wed", "fri"]
    )


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


@pytest.mark.parametrize("between", ["", "1", "22", "3"])
def test_the_former_times_have_the_former_days(qtbot: QtBot, between: str) -> None:
    rule = made(kind="per_week", times=2, min_gap=3, prefer=["tue", "sat"])
    shown = field(qtbot, rule)

    number(shown, "Times a week").edit.setText(between)
    number(shown, "Times a week").edit.setText("2")

    assert shown.said.rule == rule


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


def test_what_began_with_the_schedule_goes_along_to_another_day(qtbot: QtBot) -> None:
    later = date(2026, 11, 30)
    shown = field(qtbot, made(kind="cycle", **_lengths(), during={"kind": "daily"}))

    shown.move_to(later)

    assert shown.said.rule is not None
    assert shown.said.rule.document()["start"] == later.isoformat()


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


def order(qtbot: QtBot, codes: Sequence[str]) -> OrderList:
    shown = OrderList([Line(code, code) for code in codes])
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_row_goes_no_further_than_the_ends(qtbot: QtBot) -> None:
    shown = order(qtbot, "abc")
    told: list[list[str]] = []
    shown.ordered.connect(told.append)

    QTest.keyClick(shown.rows[0], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(shown.rows[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert told == [["b", "a", "c"]]
    assert shown.codes == ["b", "a", "c"]


def test_every_ready_step_has_a_schedule_that_asks_or_waits_to_be_asked() -> None:
    found = ready_steps()

    assert {step.slot for step in found} == {"morning", "evening"}
    assert {step.kind for step in found} >= {"sunscreen", "retinoid", "spot treatment"}
    assert not [step for step in found if step.kind != "spot treatment" and not step.rule.ever_asks]


def test_the_card_comes_to_paper(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "card.pdf"))

    lay_on(printer, load_preset("oily", TODAY).routine(), TODAY)

    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
