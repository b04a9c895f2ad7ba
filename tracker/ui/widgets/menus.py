"""How do menus open that belong to a row ?"""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tracker.ui.theme.sheet import menu_sheet
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, font
from tracker.ui.widgets.step_row import StepRow, menu_of
from tracker.words.window import intent_label, more_label


class Menu(QMenu):
    """A menu in the window's own look, gone when it is closed."""

    picked = Signal(str)
    """The code of the entry that was chosen."""

    def __init__(self, owner: QWidget, name: str) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(menu_sheet(tokens_of(owner)))
        self.setFont(font(BODY))
        self.setAccessibleName(name)
        self.triggered.connect(self._on_triggered)

    def add(self, code: str, label: str) -> QAction:
        """Add an entry."""
        action = QAction(label, self)
        action.setData(code)
        self.addAction(action)
        return action

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.picked.emit(action.data())


def open_step_menu(row: StepRow) -> Menu:
    """The menu of a step, under the row's right end."""
    menu = Menu(row, more_label(row.card.name))
    for intent in menu_of(row.card):
        menu.add(intent, intent_label(intent))
    corner = row.mapToGlobal(row.rect().bottomRight())
    menu.popup(corner - QPoint(menu.sizeHint().width() + 6, 6))
    return menu
