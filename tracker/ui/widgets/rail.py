"""How does one get from page to page?"""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import (
    CONTROL_RADIUS,
    LEFT,
    RIGHT,
    fill,
    focus_ring,
    ground,
    painter_on,
    write,
)
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, CARD_TITLE, NAME, TINY
from tracker.ui.widgets.pressable import Pressable
from tracker.ui.widgets.text import Text
from tracker.words.window import page_name, shortcut_hint

WIDTH: Final = 184
NUMBERS: Final = {"today": 1, "calendar": 2, "progress": 3}
"""The pages that there are, each with the number of its key; a number never moves."""
_WITHIN: Final = {"backups": "settings", "transfer": "settings"}
"""Pages without a line of their own, and the page that leads to each."""
AT_THE_END: Final = {"routine": "Ctrl+R", "settings": "Ctrl+,"}
"""Pages that are seldom wanted, below all others, each with its key."""


class RailItem(Pressable):
    """A line of the rail: a page's name, and a quiet word at its right."""

    wanted = Signal(str)
    """Its page's code."""

    def __init__(self, page: str, name: str, aside: str) -> None:
        super().__init__(name)
        self.page = page
        self.aside = aside
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self.page)

    def sizeHint(self) -> QSize:
        """Room for both words."""
        return QSize(text_width(self.label, NAME) + text_width(self.aside, TINY) + 32, 36)

    def minimumSizeHint(self) -> QSize:
        """No smaller: its words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page that is shown stands on the accent."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        is_shown = self.isChecked()
        if is_shown or self.underMouse():
            fill = tokens.accent_soft if is_shown else tokens.sunken
            ground(painter, self.rect(), fill, None, CONTROL_RADIUS)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        inner = self.rect().adjusted(10, 0, -10, 0)
        style, ink = (NAME, tokens.accent) if is_shown else (BODY, tokens.muted)
        write(painter, inner, self.label, style, ink, LEFT)
        write(painter, inner, self.aside, TINY, tokens.muted, RIGHT)
        painter.end()


class Rail(QWidget):
    """The pages that exist, and at the end what is seldom wanted."""

    wanted = Signal(str)
    """A page's code: it is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[str, RailItem] = {}
        self.setMinimumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 13, 20)
        column.setSpacing(2)
        title = Text("Routine Tracker", CARD_TITLE)
        title.setContentsMargins(10, 0, 0, 16)
        column.addWidget(title)
        for page, number in NUMBERS.items():
            column.addWidget(self._item(page, shortcut_hint(number)))
        column.addStretch(1)
        for page in AT_THE_END:
            column.addWidget(self._item(page, ""))

    def _item(self, page: str, aside: str) -> RailItem:
        item = self.items[page] = RailItem(page, page_name(page), aside)
        item.setCheckable(True)
        item.setAutoExclusive(True)
        item.wanted.connect(self.wanted)
        return item

    def show_place(self, page: str) -> None:
        """Mark the page that is shown, or the one by which it is reached."""
        self.items[_WITHIN.get(page, page)].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline at its right."""
        del event
        painter = painter_on(self)
        fill(painter, QRectF(self.width() - 1, 0, 1, self.height()), tokens_of(self).line)
        painter.end()
