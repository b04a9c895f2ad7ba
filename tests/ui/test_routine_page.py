"""Do the parts of the routine's page keep what they are given, and say what is wrong?"""

import stat
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.exchange.preset import load_preset
from tracker.exchange.ready_steps import ready_steps
from tracker.ui.pages.routine.printing import lay_on, sheet
from tracker.ui.widgets.order_list import Line, OrderList

TODAY = date(2026, 11, 21)


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


def printed(file: Path) -> str:
    """What is said once the card was printed to a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return lay_on(printer, load_preset("oily", TODAY).routine(), TODAY)


@pytest.mark.usefixtures("qapp")
def test_the_card_comes_to_paper(tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"

    assert printed(file) == f"The card is in {file}."
    assert file.read_bytes().startswith(b"%PDF")


def test_the_card_is_measured_in_points_whatever_the_screen_has(qapp: QApplication) -> None:
    before, font = qapp.font(), QFont("Inter")
    font.setPixelSize(15)
    qapp.setFont(font)
    try:
        document = sheet(load_preset("oily", TODAY).routine(), TODAY)
    finally:
        qapp.setFont(before)

    assert (document.defaultFont().pointSizeF(), document.defaultFont().pixelSize()) == (9, -1)


@pytest.mark.usefixtures("qapp")
def test_a_card_in_the_place_of_another_file_is_for_this_person_alone(tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"
    file.touch()
    file.chmod(0o644)

    printed(file)

    assert file.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_card_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    file = tmp_path / "none such" / "card.pdf"

    said = f"The card could not be written to {file}. Choose another place."
    assert printed(file) == said
