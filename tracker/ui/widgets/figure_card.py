"""How is one figure shown that sums up many days?"""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.ui.theme.type import BODY, CARD_TITLE, FIGURE
from tracker.ui.widgets.card import Card, Elided, Wrapped
from tracker.ui.widgets.spoken import name
from tracker.ui.widgets.text import Text

_GAP: Final = 16
_LEAST: Final = 190
"""The width under which a figure's card is too narrow for its note."""


class FigureCard(Card):
    """A title, a large figure and a quiet note; keeps its room until they are known."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = Elided(title, CARD_TITLE)
        self.figure = Text("", FIGURE)
        self.figure.setFixedHeight(self.figure.fontMetrics().height())
        self.note = Wrapped("", BODY, muted=True)
        self.note.setMinimumHeight(self.note.fontMetrics().height())
        self.column.setSpacing(4)
        for part in (self.title, self.figure, self.note):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_figure(self, figure: str, note: str, spoken: str) -> None:
        """Show a figure; without one the note says what will appear."""
        self.figure.setText(figure)
        self.figure.setVisible(bool(figure))
        self.note.setText(note)
        name(self, spoken)


class Tiles(QWidget):
    """Cards of the same width beside each other, in as many rows as they need."""

    def __init__(self, cards: list[FigureCard]) -> None:
        super().__init__()
        self._cards = cards
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.arrange(len(cards) * (_LEAST + _GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row where there is room."""
        super().resizeEvent(event)
        self.arrange(event.size().width())

    def arrange(self, width: int) -> None:
        """Arrange the cards for a width: all in a row, in rows of two, or one below the other."""
        fitting = (width + _GAP) // (_LEAST + _GAP)
        columns = next((count for count in (len(self._cards), 2) if count <= fitting), 1)
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(place, columns))
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, int(column < columns))
