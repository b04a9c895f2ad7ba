"""How is something offered once, beside the work and never in its way?"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tracker.ui.theme.type import BODY, CARD_TITLE
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.text import Text


class OfferCard(Card):
    """A title, what it is about, and two answers of the same weight."""

    accepted = Signal()
    """The first answer."""
    declined = Signal()
    """The other one."""

    def __init__(self, title: str, sentences: tuple[str, ...], answers: tuple[str, str]) -> None:
        super().__init__()
        self.column.addWidget(Text(title, CARD_TITLE, wraps=True))
        for sentence in sentences:
            self.column.addWidget(Text(sentence, BODY, muted=True, wraps=True))
        self._buttons = [Button(answer) for answer in answers]
        flow = Flow()
        for button in self._buttons:
            flow.addWidget(button)
        self.column.addSpacing(4)
        self.column.addLayout(flow)
        self._buttons[0].clicked.connect(self._on_accepted)
        self._buttons[1].clicked.connect(self._on_declined)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, as one reads."""
        return list(self._buttons)

    @Slot()
    def _on_accepted(self) -> None:
        self.accepted.emit()

    @Slot()
    def _on_declined(self) -> None:
        self.declined.emit()
