"""What would come in of a file, what becomes of each habit, and what is left out?"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.pages.transfer.columns_card import ColumnsCard
from tracker.ui.pages.transfer.habits_card import HabitsCard
from tracker.ui.theme.type import BODY, CARD_TITLE, PAGE_TITLE, SMALL
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.card import Card, TitledCard, Wrapped
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.text import Text
from tracker.words.backups import back_to_settings
from tracker.words.transfer import (
    choose_file,
    export_label,
    import_now,
    left_out_title,
    nothing_new,
    transfer_about,
    transfer_title,
)


class TransferPage(Scroll):
    """The way to a file; under it what would come of the one that is chosen, and the button."""

    file_wanted = Signal()
    """A file to import is to be chosen."""
    export_wanted = Signal()
    """Everything is to be written to a file."""
    taken = Signal()
    """What is shown is to be taken in."""
    left = Signal()
    """The page is to be left for the one that led here."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: ColumnsCard | None = None
        self.habits: HabitsCard | None = None
        self.take = Button(nothing_new(), "primary")
        self.take.clicked.connect(self.taken)
        self._file = Text("", CARD_TITLE, wraps=True)
        self._said = Wrapped("", BODY)
        self._left: QWidget | None = None
        self.column.addWidget(Text(transfer_title(), PAGE_TITLE, wraps=True))
        self.column.addSpacing(6)
        self.column.addWidget(Wrapped(transfer_about(), SMALL, muted=True))
        self.column.addSpacing(18)
        self.column.addLayout(self._buttons())
        self.column.addSpacing(18)
        self._card = self._summary()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        self._cards.addWidget(self._card)
        self._card.hide()
        self.column.addLayout(self._cards)
        self.column.addStretch(1)

    def _buttons(self) -> Flow:
        flow = Flow()
        self._choose = Button(choose_file())
        self._choose.clicked.connect(self.file_wanted)
        export, back = Button(export_label()), Button(back_to_settings(), "quiet")
        export.clicked.connect(self.export_wanted)
        back.clicked.connect(self.left)
        for button in (self._choose, export, back):
            flow.addWidget(button)
        return flow

    def _summary(self) -> Card:
        card = Card()
        card.column.addWidget(self._file)
        card.column.addWidget(self._said)
        card.column.addSpacing(6)
        card.column.addWidget(self.take)
        return card

    @property
    def said(self) -> str:
        """What is said of the file."""
        return self._said.text()

    def take_focus(self) -> None:
        """Let the keyboard begin here."""
        self._choose.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def begin(self, file: str, columns: ColumnsCard | None) -> None:
        """Show a file of which nothing is known yet; what stood here of another one goes."""
        for card in (self.columns, self.habits):
            self._drop(card)
        self.columns, self.habits = columns, None
        self._file.setText(file)
        self.say(())
        if columns is not None:
            self._add(columns)

    def show_habits(self, habits: HabitsCard | None) -> None:
        """Show the habits of the file as it was read now."""
        self._drop(self.habits)
        self.habits = habits
        if habits is not None:
            self._add(habits)

    def say(self, lines: Iterable[str], count: int = 0, left_out: Sequence[str] = ()) -> None:
        """Say what would come in, or why nothing can; `count` records are new."""
        self._said.setText("\n".join(lines))
        self._said.setVisible(bool(self._said.text()))
        self.take.set_label(import_now(count) if count else nothing_new())
        self.take.setEnabled(count > 0)
        self._card.show()
        self._drop(self._left)
        self._left = None
        if left_out:
            card = TitledCard(left_out_title())
            card.column.addWidget(Wrapped("\n".join(left_out), SMALL))
            self._left = card
            self._add(card)

    def _add(self, card: QWidget) -> None:
        """Under what stands here."""
        self._cards.addWidget(card)
        card.show()

    def _drop(self, card: QWidget | None) -> None:
        if card is not None:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
