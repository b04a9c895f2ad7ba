"""How does a card hold a chart that can be read as a table and saved as a picture?"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.ui.theme.type import BODY, CARD_TITLE, SMALL
from tracker.ui.widgets.button import More
from tracker.ui.widgets.card import Card, Elided, Head, Wrapped
from tracker.ui.widgets.data_table import DataTable
from tracker.ui.widgets.picture import png_of
from tracker.ui.widgets.text import Text
from tracker.words.progress import chart_label, more_label, save_label, table_label
from tracker.words.progress_charts import Table

INSET: Final = 6
"""How far a chart stands in from its own edge, where the ring of the keyboard is drawn."""
_NO_TABLE: Final = Table((), (), frozenset())


class ChartCard(Card):
    """A title, a legend, a chart and its menu. Where there is nothing to draw, a sentence."""

    picture_wanted = Signal()
    """It is to be saved as a picture."""
    picked = Signal(str)
    """The code of an entry that the page added to the menu."""

    def __init__(self, title: str, chart: QWidget, legend: str = "") -> None:
        super().__init__()
        self.title = Elided(title, CARD_TITLE)
        self.legend = Wrapped(legend, SMALL, muted=True)
        self.more = More(more_label(title))
        self.chart = chart
        self.entries: tuple[tuple[str, str], ...] = ()
        """Codes and labels of what the menu offers besides."""
        self.table: DataTable | None = None
        self._make_table: Callable[[], Table] = lambda: _NO_TABLE
        self._empty = Text("", BODY, muted=True, wraps=True)
        self._empty.setContentsMargins(INSET, 4, INSET, 10)
        self._empty.hide()
        self._lay_out()
        self.more.clicked.connect(self._on_more_clicked)

    def _lay_out(self) -> None:
        policy = self.more.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.more.setSizePolicy(policy)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addLayout(Head(self.title, self.legend), 1)
        row.addWidget(self.more)
        row.setContentsMargins(INSET, 0, 0, 0)
        self.column.setContentsMargins(18 - INSET, 8, 10, 16 - INSET)
        self.column.setSpacing(4)
        self.column.addLayout(row)
        self._body = QHBoxLayout()
        self._body.setContentsMargins(0, 0, 8 - INSET, 0)
        self._body.addWidget(self.chart)
        self._body.addWidget(self._empty)
        self.column.addLayout(self._body)

    def show_data(self, table: Callable[[], Table], empty: str = "") -> None:
        """Take the chart as it now is, and how to read it; `empty` says why there is none."""
        self._make_table = table
        self._empty.setText(empty)
        self._empty.setVisible(bool(empty))
        self.more.setEnabled(not empty)
        self.more.setVisible(not empty)
        if empty:
            self.show_chart()
        elif self.table is not None:
            self.table.show_table(table())
        self._show_body()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return bool(self._empty.text())

    @Slot()
    def show_table(self) -> None:
        """Show the table in the chart's place."""
        if self.table is None and not self.is_empty:
            self.table = DataTable(self.title.text(), self._make_table())
            self.table.left.connect(self._on_table_left)
            self._body.addWidget(self.table)
            self._show_body()
            QWidget.setTabOrder(self.more, self.table)

    @Slot()
    def show_chart(self) -> None:
        """Show the chart again."""
        if self.table is not None:
            self._body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
            self._show_body()

    def png(self) -> bytes:
        """The card as a picture, without its menu."""
        self.more.hide()
        try:
            return png_of(self)
        finally:
            self.more.setVisible(not self.is_empty)

    def _show_body(self) -> None:
        """The legend is of the chart's marks, which a table has none of."""
        self.chart.setVisible(self.table is None and not self.is_empty)
        self.legend.setVisible(self.table is None)

    @Slot()
    def _on_table_left(self) -> None:
        """The keyboard goes on from the menu that the table came from."""
        self.more.setFocus()
        self.show_chart()

    @Slot()
    def _on_more_clicked(self) -> None:
        from tracker.ui.widgets.menus import Menu  # noqa: PLC0415, when it is wanted

        menu = Menu(self, self.more.label)
        menu.add("save", save_label())
        if self.table is None:
            menu.add("table", table_label())
        else:
            menu.add("chart", chart_label())
        for code, label in self.entries:
            menu.add(code, label)
        menu.picked.connect(self._on_picked)
        corner = self.more.mapToGlobal(self.more.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), -4))

    @Slot(str)
    def _on_picked(self, code: str) -> None:
        match code:
            case "save":
                self.picture_wanted.emit()
            case "table":
                self.show_table()
                if self.table is not None:
                    self.table.setFocus()
            case "chart":
                self.show_chart()
            case _:
                self.picked.emit(code)
