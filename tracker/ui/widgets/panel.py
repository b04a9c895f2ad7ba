"""How is something asked or explained right under the row that it is about?"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.ui.theme.paint import CONTROL_RADIUS, ground, painter_on
from tracker.ui.theme.sheet import field_sheet
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, SMALL, font
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.text import Text
from tracker.words.window import Asking

_ARROWS: Final[dict[int, int]] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
"""By how many buttons each leads on."""


class Panel(QWidget):
    """A sentence with a way out; `ask` and `offer` make a question of it. Esc closes it."""

    closed = Signal()
    """Left without an answer, by a button or by Esc."""
    confirmed = Signal(str)
    """Answered with yes; the reason that was given, which may be empty."""
    declined = Signal()
    """Answered with the other of two ways to go on."""

    def __init__(self, sentence: str, left: int = 44) -> None:
        """`left` is how far from its edge it begins: as far as the words of the row above it."""
        super().__init__()
        self._field: QLineEdit | None = None
        self._confirm: Button | None = None
        self._needs_reason = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(left, 10, 12, 12)
        self._column.setSpacing(10)
        self._column.addWidget(Text(sentence, SMALL, wraps=True))

    def explain(self, close: str) -> None:
        """Only a sentence, and a button that closes it."""
        self._add_buttons(self._button(close, self._on_left))

    def ask(self, asking: Asking, reasons: tuple[str, ...], *, needs_reason: bool) -> None:
        """Ask for a reason, with frequent ones beside the field."""
        self._needs_reason = needs_reason
        self._add_field(asking.hint)
        self._add_reasons(reasons)
        self._add_confirming(asking.confirm, self._button(asking.leave, self._on_left))
        self._on_edited()

    def confirm(self, asking: Asking, also: str = "") -> None:
        """Ask for a second word only; `also` is another way to go on, told by `declined`."""
        others = [self._button(also, self._on_declined)] if also else []
        self._add_confirming(asking.confirm, *others, self._button(asking.leave, self._on_left))

    def warn(self, asking: Asking) -> None:
        """Ask before what cannot be taken back: the answer that keeps everything stands out."""
        leave = Button(asking.leave, "primary")
        leave.clicked.connect(self._on_left)
        self._add_buttons(self._button(asking.confirm, self._on_confirmed), leave)

    def offer(self, asking: Asking) -> None:
        """Offer two ways to go on."""
        self._add_confirming(asking.confirm, self._button(asking.leave, self._on_declined))

    def go(self) -> None:
        """Leave the screen for good."""
        self.hide()
        self.deleteLater()

    def stops(self) -> list[QWidget]:
        """Everything on it that takes the keyboard, as one reads."""
        field = [] if self._field is None else [self._field]
        return [*field, *self.findChildren(Button)]

    def take_focus(self) -> None:
        """Let the keyboard go on here."""
        first = self._field or self._confirm or self.findChild(Button)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus_at_the_way_out(self) -> None:
        """Let the keyboard go on where nothing happens, before what cannot be taken back."""
        self.stops()[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_field(self, hint: str) -> None:
        self._field = QLineEdit()
        self._field.setFont(font(BODY))
        self._field.setPlaceholderText(hint)
        self._field.setAccessibleName(hint)
        self._field.setMaxLength(1000)
        self._field.setStyleSheet(field_sheet(tokens_of(self)))
        self._field.textChanged.connect(self._on_edited)
        self._field.returnPressed.connect(self._on_confirmed)
        self._column.addWidget(self._field)

    def _add_reasons(self, reasons: tuple[str, ...]) -> None:
        flow = Flow()
        for reason in reasons:
            flow.addWidget(self._button(reason, self._on_reason_chosen))
        self._column.addLayout(flow)

    def _add_confirming(self, word: str, *others: Button) -> None:
        self._confirm = Button(word, "primary")
        self._confirm.clicked.connect(self._on_confirmed)
        self._add_buttons(self._confirm, *others)

    def _add_buttons(self, *buttons: Button) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
            button.installEventFilter(self)
        row.addStretch(1)
        self._column.addLayout(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An arrow goes from button to button, and never out of the question."""
        by = _ARROWS.get(event.key(), 0) if isinstance(event, QKeyEvent) else 0
        if not by or event.type() != QEvent.Type.KeyPress or not isinstance(watched, Button):
            return super().eventFilter(watched, event)
        buttons = self.findChildren(Button)
        place = buttons.index(watched) + by
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _button(self, word: str, answer: object) -> Button:
        button = Button(word)
        button.clicked.connect(answer)
        return button

    @Slot()
    def _on_edited(self) -> None:
        if self._confirm is not None:
            self._confirm.setEnabled(not self._needs_reason or bool(self._reason()))

    @Slot()
    def _on_reason_chosen(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, Button) and self._field is not None:
            self._field.setText(chosen.label)
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_confirmed(self) -> None:
        if self._reason() or not self._needs_reason:
            self.confirmed.emit(self._reason())

    @Slot()
    def _on_declined(self) -> None:
        self.declined.emit()

    @Slot()
    def _on_left(self) -> None:
        self.closed.emit()

    def _reason(self) -> str:
        return "" if self._field is None else self._field.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A well under its row."""
        del event
        painter = painter_on(self)
        ground(painter, self.rect(), tokens_of(self).sunken, None, CONTROL_RADIUS)
        painter.end()
