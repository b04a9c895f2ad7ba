"""How does one say a small number?"""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from tracker.ui.theme.paint import CONTROL_RADIUS, fill, ground, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.widgets.framed import HEIGHT, Framed
from tracker.ui.widgets.pressable import Pressable
from tracker.ui.widgets.spoken import name
from tracker.words.form import fewer, more


class _Sign(Pressable):
    """A minus or a plus; the keyboard has Up and Down."""

    def __init__(self, by: int, spoken: str) -> None:
        super().__init__(spoken, Qt.FocusPolicy.NoFocus)
        self.by = by
        self.setFixedSize(34, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, on a ground under the mouse."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.underMouse():
            inner = self.rect().adjusted(3, 3, -3, -3)
            ground(painter, inner, tokens.sunken, None, CONTROL_RADIUS - 2)
        middle = QPointF(self.width() / 2, self.height() / 2)
        fill(painter, QRectF(middle.x() - 5, middle.y() - 0.75, 10, 1.5), tokens.text)
        if self.by > 0:
            fill(painter, QRectF(middle.x() - 0.75, middle.y() - 5, 1.5, 10), tokens.text)
        painter.end()


class NumberField(Framed):
    """A whole number in its limits: typed, or stepped to."""

    changed = Signal()
    """Another number stands there now, or none."""

    def __init__(self, spoken: str, least: int, most: int, number: int | None = None) -> None:
        super().__init__(spoken)
        self.least, self.most = least, most
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.signs = [_Sign(-1, fewer(spoken)), _Sign(1, more(spoken))]
        self.setFixedWidth(124)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.signs[0])
        row.addWidget(self.edit, 1)
        row.addWidget(self.signs[1])
        if number is not None:
            self.edit.write(str(number))
        self.edit.textChanged.connect(self.changed)
        self.edit.stepped.connect(self._step)
        for sign in self.signs:
            sign.clicked.connect(self._on_sign_clicked)

    @property
    def number(self) -> int | None:
        """The number in the field; None where there is none, or one outside the limits."""
        text = self.edit.text().strip()
        if not (text.isascii() and text.isdecimal() and len(text) < 9):
            return None
        return int(text) if self.least <= int(text) <= self.most else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed yet."""
        return not self.edit.text().strip()

    def call(self, spoken: str) -> None:
        """Have a screen reader call it that from now on."""
        for widget, words in zip(
            (self.edit, *self.signs), (spoken, fewer(spoken), more(spoken)), strict=True
        ):
            name(widget, words)

    @Slot(int)
    def _step(self, by: int) -> None:
        """One on or back; the least where there was none."""
        number = self.number
        wanted = self.least if number is None else min(max(number + by, self.least), self.most)
        if wanted != number:
            self.edit.write_over(str(wanted))

    @Slot()
    def _on_sign_clicked(self) -> None:
        sign = self.sender()
        if isinstance(sign, _Sign):
            self._step(sign.by)
