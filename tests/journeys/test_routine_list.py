"""The routine's page: does the list of steps do what is asked of it?"""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.hand import CTRL, Hand, evening, page, step
from tests.still_clock import StillClock
from tracker.ui.widgets.order_list import OrderRow

TODAY = date(2026, 11, 21)
ALT = Qt.KeyboardModifier.AltModifier


def test_a_step_moves_by_keys_and_the_order_is_kept(hand: Hand) -> None:
    person = hand.person
    rows = evening(person)
    before = rows.codes
    person.come_back()
    rows.take_focus(before[0])
    person.press(Qt.Key.Key_Down, ALT)
    person.come_back()
    person.press(Qt.Key.Key_Down, ALT)

    wanted = [before[1], before[2], before[0], *before[3:]]
    assert evening(person).codes == wanted
    where = QApplication.focusWidget()
    assert isinstance(where, OrderRow)
    assert where.code == before[0], "the keyboard went along"
    person.undo()
    assert evening(person).codes != wanted


def test_a_step_is_drawn_to_its_place_by_the_mouse(hand: Hand) -> None:
    person = hand.person
    rows = evening(person)
    before, row, last = rows.codes, rows.rows[0], rows.rows[-1]
    below = row.mapFromGlobal(last.mapToGlobal(QPoint(40, last.height() - 2)))
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    QTest.mouseMove(row, QPoint(40, 40))
    QTest.mouseMove(row, below)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    person.settle()

    assert evening(person).codes == [*before[1:], before[0]]
    assert page(person).form is None, "a row that was drawn elsewhere is not pressed"


def test_a_step_that_was_added_has_the_keyboard(hand: Hand) -> None:
    hand.press("Add a step…")
    hand.press("Exfoliant")
    hand.press("Add from today")
    hand.person.come_back()

    where = QApplication.focusWidget()
    assert isinstance(where, OrderRow)
    assert where.code == step(hand.person, "Exfoliant").id


def test_what_became_of_the_printed_card_is_told(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "card.pdf"

    def accepted(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accepted)
    hand.press("Print…")

    assert hand.person.reads(f"The card is in {file}.")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected)
    hand.person.conduct.toast.hide()
    hand.press("Print…")
    assert not hand.person.reads("The card is")


def test_the_last_week_of_a_step_names_no_day_after_it(hand: Hand) -> None:
    hand.press("Refining lotion")
    hand.press("Retire this step…")
    hand.fill("Last day", "23 Nov")
    hand.press("Retire")
    hand.person.press(Qt.Key.Key_1, CTRL)

    assert hand.person.row("refining-lotion").line == "Month off · over after Monday 23 November"


def test_a_step_is_renamed_retired_and_brought_back(hand: Hand, clock: StillClock) -> None:
    person = hand.person
    hand.press("Overnight serum")
    hand.press("Name, kind, reminder and more")
    hand.fill("Name", "Night serum")
    hand.press("Save")
    assert person.reads("Night serum")

    hand.press("Night serum")
    hand.press("Retire this step…")
    hand.press("Retire")
    assert step(person, "Night serum").end == TODAY
    clock.forward(days=1)
    person.conduct.reload()
    person.settle()
    hand.press("Steps that are over (1)")
    hand.press("Bring back")
    assert step(person, "Night serum").end is None
    where = QApplication.focusWidget()
    assert isinstance(where, OrderRow)
    assert where.code == step(person, "Night serum").id
