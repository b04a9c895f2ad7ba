"""Which column of a table holds what?"""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from tracker.exchange.foreign.cells import ORDERS
from tracker.exchange.foreign.columns import ROLES, Places, guessed
from tracker.exchange.foreign.reading import ReadAs
from tracker.ui.widgets.card import TitledCard
from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.control_row import ControlRow
from tracker.words.transfer import (
    column_about,
    column_label,
    columns_title,
    no_column,
    order_about,
    order_label,
    order_options,
)


class ColumnsCard(TitledCard):
    """A row for each thing that a column can hold, with a choice of the columns that there are."""

    wished = Signal(object)
    """The columns, a `ReadAs`, by which the table is to be read."""

    def __init__(self, header: Sequence[str]) -> None:
        super().__init__(columns_title())
        known = guessed(header)
        titles = [title.strip() for title in header]
        self._choices: dict[str, Choice] = {}
        self.column.setSpacing(0)
        self.column.addSpacing(12)
        for role in ROLES:
            title = getattr(known, role, None)
            place = "" if title is None else str(titles.index(title) + 1)
            options = [("", no_column())]
            options += [(str(number), title) for number, title in enumerate(titles, 1)]
            self._choices[role] = self._row(role, options, place)
        self._order = Choice(order_label(), order_options(), "")
        self._order.changed.connect(self._wish)
        row = ControlRow(order_label(), self._order)
        row.say(order_about())
        self.column.addWidget(row)

    def take_focus(self) -> None:
        """Let the keyboard begin at the day."""
        self._choices["date"].setFocus()

    def _row(self, role: str, options: list[tuple[str, str]], code: str) -> Choice:
        choice = Choice(column_label(role), options, code)
        choice.changed.connect(self._wish)
        row = ControlRow(column_label(role), choice)
        row.say(column_about(role))
        self.column.addWidget(row)
        return choice

    def _wish(self) -> None:
        chosen = {
            role: int(choice.code) - 1 if choice.code else None
            for role, choice in self._choices.items()
        }
        date = chosen.pop("date")
        columns = None if date is None else Places(date, **chosen)
        order = next((one for one in ORDERS if one == self._order.code), None)
        self.wished.emit(ReadAs("csv", columns, order))
