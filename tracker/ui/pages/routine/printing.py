"""How does the card for the bathroom door come to paper, and did it?"""

from pathlib import Path

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from tracker.domain.day import Day
from tracker.domain.routine import Routine
from tracker.exchange.card import card_page
from tracker.system.umask import file_for_this_person
from tracker.words.card import card_title, not_printed_line, printed_line


def print_card(parent: QWidget, routine: Routine, day: Day) -> str:
    """Ask for a printer, or a file, and print the routine as it is on `day`.

    Answers with a line that says what became of it; with nothing where nobody wanted it after all.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(card_title())
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return ""
    return lay_on(printer, routine, day)


def lay_on(printer: QPrinter, routine: Routine, day: Day) -> str:
    """Print it without asking; answers with a line that says what became of it.

    A file that comes of it is for this person alone.
    """
    name = printer.outputFileName()
    with file_for_this_person(Path(name) if name else None):
        sheet(routine, day).print_(printer)
    failed = printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    said = not_printed_line if failed else printed_line
    return said(name)


def sheet(routine: Routine, day: Day) -> QTextDocument:
    """What is printed, its font in points: a screen's pixels are specks on paper.

    Headings and the page's number are measured by it.
    """
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSizeF(9)
    document.setDefaultFont(font)
    document.setHtml(card_page(routine, day))
    return document
