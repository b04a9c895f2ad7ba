"""What does the window show where the records cannot be opened?"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from tracker.ui.theme.icons import icon
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, CARD_TITLE, SMALL
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.text import Text
from tracker.words.window import try_again, unreadable_line, unreadable_title


class NoticePage(Scroll):
    """One card that says what is wrong, and a way to try again."""

    tried_again = Signal()
    """The person mended it and wants to go on."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._icon.setFixedSize(24, 24)
        self._line = Text("", BODY, wraps=True)
        self._again = Button(try_again(), "primary")
        self._again.clicked.connect(self.tried_again)
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._icon)
        head.addWidget(Text(unreadable_title(), CARD_TITLE, wraps=True), 1)
        card.column.addLayout(head)
        card.column.addWidget(self._line)
        card.column.addWidget(Text(unreadable_line(), SMALL, muted=True, wraps=True))
        card.column.addSpacing(6)
        card.column.addWidget(self._again)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._show_icon()

    def say(self, line: str) -> None:
        """Say what is wrong."""
        self._line.setText(line)
        self._again.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icon()

    def _show_icon(self) -> None:
        colour = tokens_of(self).warn
        self._icon.setPixmap(icon("alert-triangle", colour, 24, self.devicePixelRatioF()))
