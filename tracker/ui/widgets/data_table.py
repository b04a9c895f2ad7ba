"""How is a chart read as a table?"""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from tracker.ui.theme.sheet import table_sheet
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, SMALL, font
from tracker.ui.widgets.spoken import name
from tracker.words.progress_charts import Table

_ROW: Final = 32
_MOST: Final = 9
"""How many rows are seen at once; more of them scroll."""
_Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TableModel(QAbstractTableModel):
    """The cells of a table."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def show_table(self, table: Table) -> None:
        """Hold another table from now on."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, Qt's own default
        """How many rows there are; cells have none."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are; cells have none."""
        return 0 if parent.isValid() else len(self.table.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text; figures stand to the right."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self.table.figures:
            return _RIGHT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.table.rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's heading, over what it heads."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self.table.figures else _LEFT
        return None


class DataTable(QTableView):
    """A table in the window's own look; Tab leaves it, the arrow keys go through it."""

    left = Signal()
    """Esc was pressed: back to the chart."""

    def __init__(self, spoken: str, table: Table, most: int = _MOST) -> None:
        """It is as high as its rows, but no higher than `most` of them."""
        super().__init__()
        self._most = most
        self.cells = TableModel(table)
        self.setModel(self.cells)
        self.setFont(font(BODY))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setFont(font(SMALL))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setResizeContentsPrecision(_MOST)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(_ROW)
        name(self, spoken)
        self._dress()
        self._fit()

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self.cells.show_table(table)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The look follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "cells"):
            self._dress()

    def _dress(self) -> None:
        sheet = table_sheet(tokens_of(self))
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)

    def _fit(self) -> None:
        rows = min(self._most, max(1, self.cells.rowCount()))
        self.setFixedHeight((rows + 1) * _ROW + 4)
