"""How is a note written that may have several lines?"""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from tracker.domain.outside import NOTE_LENGTH
from tracker.ui.theme.sheet import text_sheet
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, font
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.spoken import name
from tracker.words.rating import leave_note, note_hint, save_note

_HEIGHT: Final = 96
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Field(QPlainTextEdit):
    """Tab leads on, since a note has no use for one; Ctrl+Enter saves, Esc leaves."""

    finished = Signal(bool)
    """Whether what is written is to be kept."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, unless it is one of the keys that end it."""
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit(False)
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit(True)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The field follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.dress()

    def dress(self) -> None:
        """Wear the theme's colours."""
        sheet = text_sheet(tokens_of(self))
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)


class NoteField(QWidget):
    """A few lines to write in, and what keeps or leaves them."""

    saved = Signal(str)
    """What was written, without the blanks around it."""
    left = Signal()
    """Nothing is to be kept."""

    def __init__(self, note: str) -> None:
        super().__init__()
        self._field = _Field(note)
        self._field.setFont(font(BODY))
        self._field.setPlaceholderText(note_hint())
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(_HEIGHT)
        self._field.dress()
        name(self._field, note_hint())
        self._save = Button(save_note(), "primary")
        self._leave = Button(leave_note())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._save)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addLayout(buttons)
        self._field.finished.connect(self._on_finished)
        self._field.textChanged.connect(self._on_text_changed)
        self._save.clicked.connect(self._on_saved)
        self._leave.clicked.connect(self.left)

    @property
    def text(self) -> str:
        """What is written, without the blanks around it."""
        return self._field.toPlainText().strip()

    def stops(self) -> list[QWidget]:
        """Everything on it that takes the keyboard, as one reads."""
        return [self._field, self._save, self._leave]

    def take_focus(self) -> None:
        """Write on at the end."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.moveCursor(QTextCursor.MoveOperation.End)

    @Slot()
    def _on_text_changed(self) -> None:
        """No more can be written than can be kept."""
        text = self._field.toPlainText()
        if len(text) > NOTE_LENGTH:
            self._field.setPlainText(text[:NOTE_LENGTH])
            self._field.moveCursor(QTextCursor.MoveOperation.End)

    @Slot(bool)
    def _on_finished(self, is_kept: bool) -> None:
        if is_kept:
            self._on_saved()
        else:
            self.left.emit()

    @Slot()
    def _on_saved(self) -> None:
        self.saved.emit(self.text)
