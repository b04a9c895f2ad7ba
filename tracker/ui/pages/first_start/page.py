"""Which routine does the person begin with?"""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tracker.exchange.preset import preset_names
from tracker.ui.theme.type import BODY, CARD_TITLE, PAGE_TITLE, SMALL
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.text import Text
from tracker.words.first_start import (
    Option,
    acid_option,
    acid_question,
    begin,
    opening,
    promise,
    skin_option,
    skin_question,
    skip,
    skip_means,
    title,
)

GENTLEST: Final = "sensitive"
"""The preset of whoever skips the question."""
ACIDS: Final = ("toner", "overnight-serum")
_PICTURES: Final = {"oily": "droplet", "combination": "droplet-half-2", "sensitive": "feather"}
_NARROW: Final = 560


class FirstStartPage(Scroll):
    """Two questions as cards, and a way past them."""

    chosen = Signal(str, str)
    """A preset's name and its choice; the choice is empty where none was made."""

    def __init__(self) -> None:
        super().__init__()
        names = preset_names()
        self._skins = [self._card(name, skin_option(name)) for name in names]
        self._acids = [self._card(acid, acid_option(acid)) for acid in ACIDS]
        for cards in (self._skins, self._acids):
            cards[0].setChecked(True)
        self._skin_row = _row_of(self._skins)
        self._begin = Button(begin(), "primary")
        self._begin.clicked.connect(self._on_begun)
        self._skip = Button(skip())
        self._skip.clicked.connect(self._on_skipped)
        self._lay_out()

    def _card(self, code: str, option: Option) -> ChoiceCard:
        return ChoiceCard(code, option.title, option.about, _PICTURES.get(code, ""))

    def _lay_out(self) -> None:
        self.column.addWidget(Text(title(), PAGE_TITLE, wraps=True))
        self.column.addWidget(Text(opening(), BODY, muted=True, wraps=True))
        self.column.addSpacing(26)
        self.column.addWidget(Text(skin_question(), CARD_TITLE, wraps=True))
        self.column.addSpacing(10)
        self.column.addWidget(self._skin_row)
        self.column.addSpacing(24)
        self.column.addWidget(Text(acid_question(), CARD_TITLE, wraps=True))
        self.column.addSpacing(10)
        self.column.addWidget(_row_of(self._acids))
        self.column.addSpacing(28)
        self.column.addWidget(Text(promise(), BODY, wraps=True))
        self.column.addSpacing(20)
        self.column.addLayout(self._buttons())
        self.column.addSpacing(10)
        self.column.addWidget(Text(skip_means(), SMALL, muted=True, wraps=True))
        self.column.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._begin)
        buttons.addWidget(self._skip)
        buttons.addStretch(1)
        return buttons

    def take_focus(self) -> None:
        """Let the keyboard begin at the first question."""
        self._skins[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three cards beside each other, or below each other where it is narrow."""
        super().resizeEvent(event)
        box = self._skin_row.layout()
        if isinstance(box, QBoxLayout):
            is_narrow = event.size().width() < _NARROW
            downwards = QBoxLayout.Direction.TopToBottom
            box.setDirection(downwards if is_narrow else QBoxLayout.Direction.LeftToRight)

    @Slot()
    def _on_begun(self) -> None:
        self.chosen.emit(_checked(self._skins), _checked(self._acids))

    @Slot()
    def _on_skipped(self) -> None:
        self.chosen.emit(GENTLEST, "")


def _checked(cards: list[ChoiceCard]) -> str:
    return next(card.code for card in cards if card.isChecked())


def _row_of(cards: list[ChoiceCard]) -> QWidget:
    row = QWidget()
    box = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(12)
    for card in cards:
        box.addWidget(card, 1)
    return row
