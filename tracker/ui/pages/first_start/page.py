"""Which routine does the person begin with?"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tracker.domain.routine import SLOTS
from tracker.domain.settings import SLOT_TIMES, Json
from tracker.exchange.preset import preset_names
from tracker.ui.theme.type import BODY, CARD_TITLE, PAGE_TITLE, SMALL
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.choice_card import ChoiceCard
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.text import Text
from tracker.ui.widgets.time_field import TimeField
from tracker.words.first_start import (
    Option,
    acid_option,
    acid_question,
    begin,
    morning_is_over,
    numbered,
    opening,
    promise,
    reminder_option,
    reminder_promise,
    reminder_question,
    skin_option,
    skin_question,
    skip,
    skip_means,
    time_label,
    title,
)

GENTLEST: Final = "sensitive"
"""The preset of whoever skips the question."""
ACIDS: Final = ("toner", "overnight-serum")
_REMINDERS: Final = ("on", "off")
_PICTURES: Final = {"oily": "droplet", "combination": "droplet-half-2", "sensitive": "feather"}
_NARROW: Final = 560


class Beginning(NamedTuple):
    """A preset's name, its choice (empty where none was made), and the chosen settings."""

    preset: str
    choice: str
    settings: Mapping[str, Json]


class FirstStartPage(Scroll):
    """Three questions, and a way past them."""

    chosen = Signal(object)
    """A `Beginning`."""

    def __init__(self, *, is_evening: bool) -> None:
        """`is_evening`: this day's morning is over."""
        super().__init__()
        self._skins = [self._card(name, skin_option(name)) for name in preset_names()]
        self._acids = [self._card(acid, acid_option(acid)) for acid in ACIDS]
        self._reminders = [self._card(word, reminder_option(word)) for word in _REMINDERS]
        for cards in (self._skins, self._acids, self._reminders):
            cards[0].setChecked(True)
        self._times = {slot: TimeField(time_label(slot)) for slot in SLOTS}
        self._rows = [_row_of(cards) for cards in (self._skins, self._acids, self._reminders)]
        self._begin = Button(begin(), "primary")
        self._begin.clicked.connect(self._on_begun)
        self._skip = Button(skip())
        self._skip.clicked.connect(self._on_skipped)
        self._lay_out(is_evening=is_evening)

    def _card(self, code: str, option: Option) -> ChoiceCard:
        return ChoiceCard(code, option.title, option.about, _PICTURES.get(code, ""))

    def _lay_out(self, *, is_evening: bool) -> None:
        skins, acids, reminders = self._rows
        self.column.addWidget(Text(title(), PAGE_TITLE, wraps=True))
        self.column.addWidget(Text(opening(), BODY, muted=True, wraps=True))
        self._add_question(1, skin_question(), skins)
        self._add_question(2, acid_question(), acids)
        self.column.addSpacing(12)
        self.column.addLayout(self._slot_times())
        if is_evening:
            self._add_line(morning_is_over())
        self._add_question(3, reminder_question(), reminders)
        self._add_line(reminder_promise())
        self.column.addSpacing(26)
        self.column.addWidget(Text(promise(), BODY, wraps=True))
        self.column.addSpacing(18)
        self.column.addLayout(self._buttons())
        self._add_line(skip_means())
        self.column.addStretch(1)

    def _add_question(self, number: int, question: str, row: QWidget) -> None:
        self.column.addSpacing(24)
        self.column.addWidget(Text(numbered(number, question), CARD_TITLE, wraps=True))
        self.column.addSpacing(10)
        self.column.addWidget(row)

    def _add_line(self, line: str) -> None:
        self.column.addSpacing(10)
        self.column.addWidget(Text(line, SMALL, muted=True, wraps=True))

    def _slot_times(self) -> Flow:
        """Each slot's time behind its words, below each other where it is narrow."""
        flow = Flow(24)
        for slot, field in self._times.items():
            field.show_time(SLOT_TIMES[slot])
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(10)
            line.addWidget(Text(time_label(slot), BODY))
            line.addWidget(field)
            flow.addWidget(pair)
        return flow

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
        """Cards beside each other, or below each other where it is narrow."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        downwards = QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            box = row.layout()
            if isinstance(box, QBoxLayout):
                box.setDirection(downwards if is_narrow else QBoxLayout.Direction.LeftToRight)

    @Slot()
    def _on_begun(self) -> None:
        settings: dict[str, Json] = {
            **{f"{slot}_at": field.time for slot, field in self._times.items()},
            "reminders": _checked(self._reminders) == "on",
        }
        self.chosen.emit(Beginning(_checked(self._skins), _checked(self._acids), settings))

    @Slot()
    def _on_skipped(self) -> None:
        self.chosen.emit(Beginning(GENTLEST, "", {}))


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
