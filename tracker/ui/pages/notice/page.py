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
from tracker.words.window import other_backups, try_again, unreadable_line, unreadable_title


class NoticePage(Scroll):
    """One card that says what is wrong, and a way to try again; `offer` adds a way out."""

    tried_again = Signal()
    """The person mended it and wants to go on."""
    taken = Signal()
    """The person takes the way out that was offered."""
    others_wanted = Signal()
    """The person wants to see which other ways there are."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._icon.setFixedSize(24, 24)
        self._line = Text("", BODY, wraps=True)
        self._again = Button(try_again(), "primary")
        self._again.clicked.connect(self.tried_again)
        self._about = Text("", BODY, wraps=True)
        self._about.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._buttons.addWidget(self._again)
        self._buttons.addStretch(1)
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._icon)
        head.addWidget(Text(unreadable_title(), CARD_TITLE, wraps=True), 1)
        card.column.addLayout(head)
        card.column.addWidget(self._line)
        card.column.addWidget(Text(unreadable_line(), SMALL, muted=True, wraps=True))
        card.column.addWidget(self._about)
        card.column.addSpacing(6)
        card.column.addLayout(self._buttons)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._show_icon()

    def say(self, line: str) -> None:
        """Say what is wrong."""
        self._line.setText(line)
        self._again.setFocus()

    def offer(self, label: str, about: str) -> None:
        """Offer a way out: what is pressed for it, and what it means."""
        self._about.setText(about)
        self._about.show()
        way = Button(label, "primary")
        way.clicked.connect(self.taken)
        self._buttons.insertWidget(0, way)
        again = Button(self._again.label)
        again.clicked.connect(self.tried_again)
        self._buttons.replaceWidget(self._again, again)
        others = Button(other_backups())
        others.clicked.connect(self.others_wanted)
        self._buttons.insertWidget(1, others)
        others.show()
        self._again.deleteLater()
        self._again = again
        way.show()
        again.show()
        self.setTabOrder(way, others)
        self.setTabOrder(others, again)
        way.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icon()

    def _show_icon(self) -> None:
        colour = tokens_of(self).warn
        self._icon.setPixmap(icon("alert-triangle", colour, 24, self.devicePixelRatioF()))
