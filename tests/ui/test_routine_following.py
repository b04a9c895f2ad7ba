"""Do values of a schedule that nobody has written follow those that somebody has?"""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.sentence_field import TODAY, chips, choice, field, made, number, pick
from tracker.ui.pages.routine.schedule_field import ScheduleField
from tracker.ui.widgets.day_field import DayField

LATER = date(2026, 11, 30)
OLD = {"on": {"months": 1}, "off": {"months": 1}, "start": "2026-10-01"}


@pytest.mark.parametrize(
    ("begun", "more"),
    [
        (["wed", "sun"], ["wed", "fri", "sun"]),
        (["tue", "sat"], ["tue", "thu", "sat"]),
        (["mon"], ["mon", "thu"]),
        (["sat", "sun"], ["wed", "sat", "sun"]),
    ],
)
def test_one_time_more_keeps_the_days_and_one_fewer_leaves_out_the_last(
    qtbot: QtBot, begun: list[str], more: list[str]
) -> None:
    times = len(begun)
    shown = field(qtbot, made(kind="per_week", times=times, min_gap=1, prefer=begun))
    minus, plus = number(shown, "Times a week").signs

    plus.click()
    assert shown.said.rule == made(kind="per_week", times=times + 1, min_gap=1, prefer=more)
    plus.click()
    assert set(chips(shown).chosen) > set(more)
    minus.click()
    assert chips(shown).chosen == more
    minus.click()
    assert chips(shown).chosen == begun


def test_days_chosen_meanwhile_are_kept_by_the_next_time_more(qtbot: QtBot) -> None:
    shown = field(qtbot, made(kind="per_week", times=2, min_gap=1, prefer=["tue", "sat"]))
    minus, plus = number(shown, "Times a week").signs

    plus.click()
    minus.click()
    for place in (1, 5, 0, 3):
        chips(shown).chips[place].click()
    assert chips(shown).chosen == ["mon", "thu"]
    plus.click()

    assert chips(shown).chosen == ["mon", "thu", "sat"]
    minus.click()
    minus.click()
    assert chips(shown).chosen == ["mon"]


def test_a_number_that_is_stepped_to_by_the_mouse_is_not_left_selected(qtbot: QtBot) -> None:
    shown = field(qtbot, made(kind="every", days=3))
    days = number(shown, "Days from one turn to the next")

    days.signs[1].click()

    assert days.number == 4
    assert not days.edit.hasFocus()
    assert not days.edit.selectedText()


def test_days_that_were_never_as_many_are_filled_up(qtbot: QtBot) -> None:
    shown = field(qtbot, made(kind="per_week", times=2, min_gap=1, prefer=["tue", "sat"]))
    minus, plus = number(shown, "Times a week").signs

    chips(shown).chips[5].click()
    plus.click()
    minus.click()

    assert len(chips(shown).chosen) == 2
    assert shown.said.rule is not None


@pytest.mark.parametrize("between", ["", "1", "22", "3"])
def test_the_former_times_have_the_former_days(qtbot: QtBot, between: str) -> None:
    rule = made(kind="per_week", times=2, min_gap=3, prefer=["tue", "sat"])
    shown = field(qtbot, rule)

    number(shown, "Times a week").edit.setText(between)
    number(shown, "Times a week").edit.setText("2")

    assert shown.said.rule == rule


def start(shown: ScheduleField) -> object:
    assert shown.said.rule is not None
    return shown.said.rule.document()["start"]


@pytest.mark.parametrize("label", ["On and off in turn", "Nights of a round"])
@pytest.mark.parametrize("is_first", [True, False])
def test_what_is_new_starts_on_the_day_from_which_it_holds(
    qtbot: QtBot, label: str, is_first: bool
) -> None:
    shown = field(qtbot, made(kind="daily"))

    if is_first:
        shown.move_to(LATER)
    pick(choice(shown, "How often"), label)
    shown.move_to(LATER)

    assert start(shown) == LATER.isoformat()
    shown.move_to(TODAY)
    assert start(shown) == TODAY.isoformat()


@pytest.mark.parametrize("is_first", [True, False])
def test_other_phases_from_another_day_start_on_it(qtbot: QtBot, is_first: bool) -> None:
    shown = field(qtbot, made(kind="cycle", **OLD, during={"kind": "daily"}))

    if is_first:
        shown.move_to(LATER)
        assert start(shown) == "2026-10-01", "the same phases go on"
    number(shown, "Length of use").edit.setText("2")
    shown.move_to(LATER)
    assert start(shown) == LATER.isoformat()

    number(shown, "Length of use").edit.setText("1")
    assert start(shown) == "2026-10-01"


def test_longer_phases_from_today_are_counted_as_before(qtbot: QtBot) -> None:
    shown = field(qtbot, made(kind="cycle", **OLD, during={"kind": "daily"}))

    number(shown, "Length of rest").edit.setText("2")

    assert start(shown) == "2026-10-01"


@pytest.mark.parametrize(("typed", "kept"), [("6", LATER.isoformat()), ("4", "2026-10-01")])
def test_a_longer_round_from_another_day_starts_on_it(qtbot: QtBot, typed: str, kept: str) -> None:
    shown = field(qtbot, made(kind="pattern", length=4, on=[1], start="2026-10-01"))

    number(shown, "Days of the round").edit.setText(typed)
    shown.move_to(LATER)

    assert start(shown) == kept


def test_a_day_that_was_written_stays(qtbot: QtBot) -> None:
    shown = field(qtbot, made(kind="daily"))
    pick(choice(shown, "How often"), "On and off in turn")
    edit = next(one for one in shown.findChildren(DayField) if one.isVisible()).edit

    edit.selectAll()
    QTest.keyClicks(edit, "2026-11-25")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    shown.move_to(LATER)

    assert start(shown) == "2026-11-25"
