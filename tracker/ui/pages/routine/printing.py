"""How does the card for the bathroom door come to paper?"""

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from tracker.domain.day import Day
from tracker.domain.routine import Routine
from tracker.exchange.card import card_page
from tracker.system.umask import for_this_person
from tracker.words.card import card_title


def print_card(parent: QWidget, routine: Routine, day: Day) -> None:
    """Ask for a printer, or a file, and print the routine as it is on `day`."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(card_title())
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        lay_on(printer, routine, day)


def lay_on(printer: QPrinter, routine: Routine, day: Day) -> None:
    """Print it without asking; a file that comes of it is for this person alone."""
    document = QTextDocument()
    document.setHtml(card_page(routine, day))
    with for_this_person():
        document.print_(printer)
