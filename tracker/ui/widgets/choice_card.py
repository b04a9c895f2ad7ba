"""How does one of a few answers look that exclude each other?"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from tracker.ui.theme.icons import icon
from tracker.ui.theme.paint import CARD_RADIUS, ground, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import CARD_TITLE, SMALL
from tracker.ui.widgets.mark import draw_choice
from tracker.ui.widgets.pressable import Pressable
from tracker.ui.widgets.text import Text

_ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ChoiceCard(Pressable):
    """A title, what it means, and a mark that says whether it is chosen."""

    def __init__(self, code: str, title: str, about: str, picture: str = "") -> None:
        super().__init__(title)
        self.code = code
        self._picture = picture
        self._icon = QLabel()
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleDescription(about)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lay_out(title, about)
        self._show_icon()

    def _lay_out(self, title: str, about: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(10)
        if self._picture:
            self._icon.setFixedSize(22, 22)
            head.addWidget(self._icon)
        head.addWidget(Text(title, CARD_TITLE, wraps=True), 1)
        head.addSpacing(26)
        column.addLayout(head)
        column.addWidget(Text(about, SMALL, muted=True, wraps=True))
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """Room for a few words a line."""
        return super().sizeHint().expandedTo(QSize(150, 84))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose among the cards."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            row = self.parentWidget()
            cards = [self] if row is None else row.findChildren(ChoiceCard)
            other = cards[(cards.index(self) + step) % len(cards)]
            other.setFocus(Qt.FocusReason.TabFocusReason)
            other.setChecked(True)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icon()

    def _show_icon(self) -> None:
        if self._picture:
            colour = tokens_of(self).accent
            self._icon.setPixmap(icon(self._picture, colour, 22, self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card; the chosen one has the accent's ring and a filled mark."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        fill = tokens.sunken if self.underMouse() and not self.isChecked() else tokens.surface
        ground(painter, self.rect(), fill, tokens.line, CARD_RADIUS)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(tokens.accent, 3 if self.hasFocus() else 2))
            inset = 1.5 if self.hasFocus() else 1.0
            inner = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inner, CARD_RADIUS, CARD_RADIUS)
        mark = QRectF(self.width() - 36, 18, 18, 18)
        draw_choice(painter, mark, tokens, is_chosen=self.isChecked())
        painter.end()
