"""How does the menu of a step open?"""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tracker.ui.theme.sheet import menu_sheet
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, font
from tracker.ui.widgets.step_row import StepRow, menu_of
from tracker.words.window import intent_label


class StepMenu(QMenu):
    """What can be done with a step; passes the choice on as the row's wish."""

    def __init__(self, row: StepRow) -> None:
        super().__init__(row)
        self._row = row
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(menu_sheet(tokens_of(row)))
        self.setFont(font(BODY))
        self.setAccessibleName(row.more.accessibleName())
        for intent in menu_of(row.card):
            self.addAction(intent_label(intent)).setData(intent)
        self.triggered.connect(self._on_triggered)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._row.wished.emit(self._row.card.step, action.data())


def open_menu(row: StepRow) -> StepMenu:
    """Open the menu under the row's three dots."""
    menu = StepMenu(row)
    corner = row.more.mapToGlobal(row.more.rect().bottomRight())
    corner.setX(corner.x() - menu.sizeHint().width())
    menu.popup(corner)
    return menu
