"""Does each field take what is typed, stepped to and picked, and nothing else?"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.pseudo_language import CODE, write_catalogue
from tracker.domain.day import FIRST_DAY, LAST_DAY, Day
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.field import Field
from tracker.ui.widgets.fold import Fold
from tracker.ui.widgets.framed import Framed
from tracker.ui.widgets.line_field import LineField
from tracker.ui.widgets.month_popup import MonthPopup
from tracker.ui.widgets.number_field import NumberField
from tracker.ui.widgets.option_row import Option
from tracker.ui.widgets.options import Options
from tracker.ui.widgets.time_field import TimeField
from tracker.words import language

TODAY = date(2026, 11, 21)
KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def day_field(qtbot: QtBot, day: Day = TODAY) -> tuple[DayField, list[Day | None]]:
    field = DayField("From", day, TODAY)
    qtbot.addWidget(field)
    field.show()
    told: list[Day | None] = []
    field.changed.connect(told.append)
    return field, told


def write(field: DayField, text: str) -> None:
    field.edit.selectAll()
    QTest.keyClicks(field.edit, text)


@pytest.mark.parametrize(
    ("text", "day", "shown"),
    [
        ("2026-11-03", date(2026, 11, 3), "Tue 3 Nov"),
        ("3 jan", date(2027, 1, 3), "Sun 3 Jan"),
        ("1.2.2030", date(2030, 2, 1), "Fri 1 Feb 2030"),
    ],
)
def test_a_day_is_typed_and_then_written_as_we_write_days(
    qtbot: QtBot, text: str, day: Day, shown: str
) -> None:
    field, told = day_field(qtbot)

    write(field, text)
    QTest.keyClick(field.edit, KEY.Key_Return)

    assert told == [day]
    assert field.day == day
    assert field.edit.text() == shown


def test_a_day_of_this_year_says_its_year_where_another_would_be_nearer(qtbot: QtBot) -> None:
    field, told = day_field(qtbot, date(2026, 1, 1))

    assert field.edit.text() == "Thu 1 Jan 2026"
    QTest.keyClick(field.edit, KEY.Key_Return)
    assert (field.day, told) == (date(2026, 1, 1), [])


def test_what_is_no_day_is_told_once_one_is_done_with_it(qtbot: QtBot) -> None:
    field, told = day_field(qtbot)

    write(field, "3 N")
    assert not told
    QTest.keyClick(field.edit, KEY.Key_Return)
    assert told == [None]
    assert field.edit.text() == "3 N"


def test_a_day_that_is_only_typed_is_taken_as_meant_after_a_while(qtbot: QtBot) -> None:
    field, told = day_field(qtbot)

    write(field, "3 Nov")

    qtbot.waitUntil(lambda: told == [date(2026, 11, 3)])
    assert field.edit.text() == "3 Nov"


def test_up_and_down_go_by_a_day_and_are_told_together(qtbot: QtBot) -> None:
    field, told = day_field(qtbot)

    QTest.keyClick(field.edit, KEY.Key_Up)
    QTest.keyClick(field.edit, KEY.Key_Up)
    QTest.keyClick(field.edit, KEY.Key_Down)

    assert field.day == TODAY + timedelta(days=1)
    qtbot.waitUntil(lambda: told == [TODAY + timedelta(days=1)])


def test_a_day_is_stepped_to_in_a_language_whose_days_we_cannot_read(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_catalogue(tmp_path / "resources")
    monkeypatch.setattr(language, "resource", (tmp_path / "resources").joinpath)
    language.use(CODE)
    field, told = day_field(qtbot)

    for key in (KEY.Key_Up, KEY.Key_Up, KEY.Key_Return):
        QTest.keyClick(field.edit, key)

    assert told == [TODAY + timedelta(days=2)]
    assert "⟦Mon⟧ 23" in field.edit.text()


@pytest.mark.parametrize(("day", "key"), [(LAST_DAY, KEY.Key_Up), (FIRST_DAY, KEY.Key_Down)])
def test_days_end_where_they_end(qtbot: QtBot, day: Day, key: Qt.Key) -> None:
    field, _told = day_field(qtbot, day)

    QTest.keyClick(field.edit, key)

    assert field.day == day


def opened(field: DayField) -> MonthPopup:
    QTest.keyClick(field.edit, KEY.Key_Down, ALT)
    assert field.popup is not None
    return field.popup


def test_a_day_is_picked_from_a_month_with_the_keyboard(qtbot: QtBot) -> None:
    field, told = day_field(qtbot)

    popup = opened(field)
    for key in (KEY.Key_PageDown, KEY.Key_Down, KEY.Key_Left, KEY.Key_Return):
        QTest.keyClick(popup.days, key)

    assert told == [date(2026, 12, 27)]
    assert field.edit.text() == "Sun 27 Dec"
    assert field.popup is None


def test_a_day_is_picked_from_a_month_with_the_mouse(qtbot: QtBot) -> None:
    field, told = day_field(qtbot)

    QTest.mouseClick(field.opener, LEFT)
    assert field.popup is not None
    popup = field.popup
    QTest.mouseClick(popup.turns[0], LEFT)
    at = popup.days.cell(date(2026, 10, 5)).center()
    QTest.mouseClick(popup.days, LEFT, pos=at)

    assert told == [date(2026, 10, 5)]


def test_a_month_is_left_without_a_day(qtbot: QtBot) -> None:
    field, told = day_field(qtbot)

    popup = opened(field)
    QTest.mouseClick(popup.days, LEFT, pos=QPoint(5, 5))
    QTest.keyClick(popup.days, KEY.Key_Down)
    QTest.keyClick(popup.days, KEY.Key_Escape)

    assert not told
    assert field.day == TODAY


def test_a_month_says_its_day_and_goes_no_further_than_days_do(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    popup = MonthPopup(owner, LAST_DAY, TODAY, "sun")

    QTest.keyClick(popup.days, KEY.Key_PageDown)
    QTest.keyClick(popup.days, KEY.Key_Right)

    assert popup.days.day == LAST_DAY
    assert popup.days.accessibleName() == "Tuesday 31 December 2999"
    assert popup.days.cell(date(2999, 12, 1)).left() == 0, "a Sunday stands first"


def test_a_number_keeps_in_its_limits(qtbot: QtBot) -> None:
    field = NumberField("Times", 2, 4)
    qtbot.addWidget(field)
    seen = [field.number]

    QTest.keyClick(field.edit, KEY.Key_Up)
    seen.append(field.number)
    for sign in (field.signs[1], field.signs[1], field.signs[1], field.signs[0]):
        QTest.mouseClick(sign, LEFT)
        seen.append(field.number)

    assert seen == [None, 2, 3, 4, 4, 3]
    assert field.signs[0].accessibleName() == "Times: one less"


@pytest.mark.parametrize("field", [lambda: TimeField("At"), lambda: DayField("From", TODAY, TODAY)])
def test_what_is_beside_the_line_of_a_field_belongs_to_it(
    qtbot: QtBot, field: Callable[[], Framed]
) -> None:
    made, other = field(), TimeField("Other")
    both = QWidget()
    row = QHBoxLayout(both)
    row.addWidget(made)
    row.addWidget(other)
    qtbot.addWidget(both)
    with qtbot.waitExposed(both):
        both.show()
    other.edit.setFocus()

    QTest.mouseClick(made, LEFT, pos=QPoint(2, 2))

    assert both.focusWidget() is made.edit


@pytest.mark.parametrize("text", ["", "1", "5", "many", "-3", "3.5", "٣"])
def test_what_is_no_such_number_is_none(qtbot: QtBot, text: str) -> None:
    field = NumberField("Times", 2, 4)
    qtbot.addWidget(field)

    field.edit.setText(text)

    assert field.number is None
    assert field.is_empty is not bool(text)


def test_a_line_keeps_only_what_can_be_kept_and_seen(qtbot: QtBot) -> None:
    line = LineField("Reason")
    qtbot.addWidget(line)
    found = []
    for text in ("  at the sea ", "a\x07b", "\N{ZERO WIDTH SPACE}", ""):
        line.setText(text)
        found.append(line.words)

    assert found == ["at the sea", "ab", "", ""]


def options(qtbot: QtBot, *, is_one: bool) -> Options:
    made = Options(
        [("First", [Option("a", "A"), Option("b", "B")]), ("", [Option("c", "C", "why")])],
        ["a"],
        is_one=is_one,
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_arrows_choose_one_of_several(qtbot: QtBot) -> None:
    one = options(qtbot, is_one=True)

    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down):
        QTest.keyClick(one.row(one.chosen[0]), key)

    assert one.chosen == ["c"]
    QTest.keyClick(one.row("c"), KEY.Key_Space)
    assert one.chosen == ["c"], "one stays chosen"
    assert one.row("c").accessibleDescription() == "why"


def test_arrows_only_lead_on_where_any_may_be_chosen(qtbot: QtBot) -> None:
    several = options(qtbot, is_one=False)
    stops = [row.code for row in several.rows if row.focusPolicy() != Qt.FocusPolicy.NoFocus]

    QTest.keyClick(several.row("a"), KEY.Key_Down)
    QTest.keyClick(several.row("b"), KEY.Key_Space)
    QTest.mouseClick(several.row("c"), LEFT)

    assert stops == ["a"]
    assert several.chosen == ["a", "b", "c"]
    assert several.is_all
    QTest.keyClick(several.row("a"), KEY.Key_Space)
    assert several.chosen == ["b", "c"]


def test_a_field_says_what_is_wrong_to_a_screen_reader_too(qtbot: QtBot) -> None:
    day = DayField("From", TODAY, TODAY)
    field = Field("From", day)
    qtbot.addWidget(field)
    field.show()

    field.say("This is no day.")
    assert field.fault.isVisible()
    assert day.edit.accessibleDescription() == "This is no day."
    field.say("")
    assert not field.fault.isVisible()


def test_a_fold_opens_what_it_hides(qtbot: QtBot) -> None:
    line = LineField("Clinic")
    fold = Fold("More", line, line="none yet")
    qtbot.addWidget(fold)
    fold.show()
    assert not line.isVisible()

    QTest.mouseClick(fold.link, LEFT)

    assert line.isVisible()
    assert not fold.link.isVisible()
