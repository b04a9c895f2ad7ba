"""What does the window show where the records cannot be opened?"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from tracker.ui.theme.icons import icon
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, CARD_TITLE, SMALL
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.text import Text
from tracker.words.window import other_backups, try_again, unreadable_line, unreadable_title


class NoticePage(Scroll):
    """One card that says what is wrong, and a way to try again; `offer` adds a way out."""

    tried_again = Signal()
    """The person mended it and wants to go on."""
    taken = Signal(str)
    """The person takes a way out that was offered; its code."""
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
        self._buttons = Flow(10)
        self._buttons.addWidget(self._again)
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

    def tell(self, about: str) -> None:
        """Say more about it; nothing where that is empty."""
        self._about.setText(about)
        self._about.setVisible(bool(about))

    def offer(self, ways: Mapping[str, str], about: str) -> None:
        """Offer ways out, the best first: what is pressed for each by its code, and what it is."""
        self.tell(about)
        buttons: list[Button] = []
        for code, label in ways.items():
            way = Button(label, "plain" if buttons else "primary")
            way.clicked.connect(partial(self.taken.emit, code))
            buttons.append(way)
        others, again = Button(other_backups()), Button(self._again.label)
        others.clicked.connect(self.others_wanted)
        again.clicked.connect(self.tried_again)
        self._again.hide()
        self._again.deleteLater()
        self._again = again
        for button in (*buttons, others, again):
            self._buttons.addWidget(button)
            button.show()
        buttons[0].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icon()

    def _show_icon(self) -> None:
        colour = tokens_of(self).warn
        self._icon.setPixmap(icon("alert-triangle", colour, 24, self.devicePixelRatioF()))
