"""What is a card?"""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.theme.paint import CARD_RADIUS, ground, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import CARD_TITLE, SMALL
from tracker.ui.widgets.text import Text


class Card(QWidget):
    """A rounded surface with a column of things on it."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 18)
        self.column.setSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it from the tokens."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        ground(painter, self.rect(), tokens.surface, tokens.line, CARD_RADIUS)
        painter.end()


class TitledCard(Card):
    """A card with a title, and a quiet word at the title's right."""

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__()
        self.title = Text(title, CARD_TITLE, wraps=True)
        self.aside = Text(aside, SMALL, muted=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.aside)
        self.column.addLayout(head)
