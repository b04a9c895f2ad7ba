"""What is a card, and how does its head hold words that are wider than it?"""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.theme.measure import text_width, wrapped_height
from tracker.ui.theme.paint import CARD_RADIUS, LEFT, ground, painter_on, write, write_wrapped
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import CARD_TITLE, SMALL, Style
from tracker.ui.widgets.items import ItemLayout
from tracker.ui.widgets.text import Text

_APART: Final = 12
_BELOW: Final = 2
_ROUNDED: Final = 1
"""What the measure of a text may be short of its drawing."""


class Elided(Text):
    """One line that ends in an ellipsis where it is too long, and is then whole in its tooltip."""

    def __init__(self, text: str, style: Style, *, muted: bool = False) -> None:
        super().__init__(text, style, muted=muted)
        self._kind = style
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def whole_width(self) -> int:
        """The width in which nothing is left out."""
        return text_width(self.text(), self._kind) + _ROUNDED

    @property
    def is_elided(self) -> bool:
        """Whether it ends in an ellipsis."""
        return self.width() < self.whole_width

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        if hasattr(self, "_kind"):
            self._hint()

    def minimumSizeHint(self) -> QSize:
        """A line of any width."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is left out is in the tooltip."""
        super().resizeEvent(event)
        self._hint()

    def _hint(self) -> None:
        self.setToolTip(self.text() if self.is_elided else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        del event
        how = Qt.TextElideMode.ElideRight if self.is_elided else Qt.TextElideMode.ElideNone
        shown = self.fontMetrics().elidedText(self.text(), how, self.width())
        painter = painter_on(self)
        write(painter, self.rect(), shown, self._kind, _ink(self), LEFT)
        painter.end()


class Wrapped(Text):
    """As many lines as it needs; a word that is wider than the line goes on in the next."""

    def __init__(self, text: str, style: Style, *, muted: bool = False) -> None:
        super().__init__(text, style, muted=muted, wraps=True)
        self._kind = style

    @property
    def whole_width(self) -> int:
        """The width of all of it in one line; none where there is no text."""
        return text_width(self.text(), self._kind) + _ROUNDED if self.text() else 0

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        return wrapped_height(self.text(), self._kind, width)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self.whole_width, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """A line of any width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every line."""
        del event
        painter = painter_on(self)
        write_wrapped(painter, self.rect(), self.text(), self._kind, _ink(self))
        painter.end()


def _ink(text: Text) -> QColor:
    return text.palette().color(text.foregroundRole())


class Head(ItemLayout):
    """A title and a quiet word at its right, which goes below where both do not fit."""

    def __init__(self, title: Elided, aside: Wrapped) -> None:
        super().__init__()
        self._title, self._aside = title, aside
        self.addWidget(title)
        self.addWidget(aside)

    def heightForWidth(self, width: int) -> int:
        """A line, or a line and the aside below it."""
        return self._line() + (self._below(width) if self._is_stacked(width) else 0)

    def sizeHint(self) -> QSize:
        """Both beside each other."""
        return QSize(self._title.whole_width + self._beside(), self._line())

    def minimumSize(self) -> QSize:
        """A line of any width."""
        return QSize(0, self._line())

    def setGeometry(self, rect: QRect) -> None:
        """Place both, in the middle of what room there is."""
        super().setGeometry(rect)
        spare = rect.height() - self.heightForWidth(rect.width())
        rect = rect.adjusted(0, max(0, spare // 2), 0, 0)
        line = QRect(rect.x(), rect.y(), rect.width(), self._line())
        if self._is_stacked(rect.width()):
            self._title.setGeometry(line)
            below = self._below(rect.width()) - _BELOW
            self._aside.setGeometry(rect.x(), line.bottom() + 1 + _BELOW, rect.width(), below)
            return
        self._title.setGeometry(line.adjusted(0, 0, -self._beside(), 0))
        width, height = self._aside.whole_width, self._aside.sizeHint().height()
        top = line.y() + (line.height() - height) // 2
        self._aside.setGeometry(line.right() + 1 - width, top, width, height)

    def _is_stacked(self, width: int) -> bool:
        return self._beside() > 0 and self._title.whole_width + self._beside() > width

    def _line(self) -> int:
        return self._title.sizeHint().height()

    def _below(self, width: int) -> int:
        return self._aside.heightForWidth(width) + _BELOW

    def _beside(self) -> int:
        """The room of the aside and of what keeps it apart; none where nothing is said there."""
        is_said = bool(self._aside.text()) and not self._aside.isHidden()
        return self._aside.whole_width + _APART if is_said else 0


class Card(QWidget):
    """A rounded surface with a column of things on it."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 18)
        self.column.setSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it from the tokens."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        ground(painter, self.rect(), tokens.surface, tokens.line, CARD_RADIUS)
        painter.end()


class TitledCard(Card):
    """A card with a title, and a quiet word at the title's right, or below it."""

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__()
        self.title = Elided(title, CARD_TITLE)
        self.aside = Wrapped(aside, SMALL, muted=True)
        self.column.addLayout(Head(self.title, self.aside))
