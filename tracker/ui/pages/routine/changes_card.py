"""Where does it stand what a change would do?"""

from typing import Final

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.actions.views.difference import AHEAD
from tracker.ui.pages.routine.foreseeing import Foreseen
from tracker.ui.theme.type import BODY, NAME, SMALL
from tracker.ui.widgets.card import TitledCard, Wrapped
from tracker.ui.widgets.text import Text
from tracker.words import routine_changes as words

_MOST: Final = 8
"""How many lines there is room for."""


class ChangesCard(TitledCard):
    """The days that would be others: as it is, as it will be."""

    def __init__(self) -> None:
        super().__init__(words.changes_title(), words.changes_span(AHEAD.days))
        self._table: QWidget | None = None

    def show_foreseen(self, found: Foreseen) -> None:
        """Show what would become of the step, and on which days that was looked for."""
        self.aside.setText(found.looked or words.changes_span(AHEAD.days))
        if self._table is not None:
            self.column.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self._table = _table(found)
        self.column.addWidget(self._table, 1)
        self._table.show()


def _table(found: Foreseen) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(0, 6)
    grid.setColumnStretch(1, 5)
    grid.setColumnStretch(2, 5)
    shown, left_out = found.moves[:_MOST], found.moves[_MOST:]
    if shown:
        grid.addWidget(Text(words.as_it_is(), SMALL, muted=True), 0, 1)
        grid.addWidget(Text(words.as_it_will_be(), SMALL, muted=True), 0, 2)
    for row, (move, _days) in enumerate(shown, 1):
        grid.addWidget(Wrapped(move.days, BODY), row, 0)
        grid.addWidget(Wrapped(move.before, BODY, muted=True), row, 1)
        grid.addWidget(Wrapped(move.after, NAME), row, 2)
    line = words.more_changes(sum(days for _move, days in left_out)) if left_out else ""
    if found.is_wanted and not found.moves and not found.fault:
        line = words.nothing_changes()
    if line:
        grid.addWidget(Wrapped(line, SMALL, muted=True), len(shown) + 1, 0, 1, 3)
    grid.setRowStretch(len(shown) + 2, 1)
    return table


class KnowCard(TitledCard):
    """What else follows: the days that stay, the other steps, and warnings."""

    def __init__(self) -> None:
        super().__init__(words.know_title())
        self._lines: list[Wrapped] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        self.column.addLayout(self._body)
        self.column.addStretch(1)

    @property
    def lines(self) -> list[str]:
        """What stands here."""
        return [line.text() for line in self._lines]

    def show_lines(self, lines: list[str]) -> None:
        """Say these."""
        if lines == self.lines:
            return
        for line in self._lines:
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [Wrapped(line, BODY) for line in lines]
        for line in self._lines:
            self._body.addWidget(line)
            line.show()
