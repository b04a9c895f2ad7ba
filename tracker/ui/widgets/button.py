"""What can be pressed: a button with a ground, a quiet one, a link, three dots?"""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import (
    CENTRE,
    CONTROL_RADIUS,
    dots,
    fill,
    focus_ring,
    ground,
    painter_on,
    ring,
    write,
)
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import NAME, SMALL, Style, font
from tracker.ui.widgets.pressable import Pressable

Ground: TypeAlias = Literal["primary", "plain", "quiet"]
HEIGHT: Final = 34


class _Word(Pressable):
    """A pressable word as large as the word needs."""

    padding = 28
    style_of_word: Style = SMALL

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its word, as tall as a hit target."""
        return QSize(text_width(self.label, self.style_of_word) + self.padding, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """No smaller: its word is never cut off."""
        return self.sizeHint()


class Button(_Word):
    """A button with a word on it; primary for what most people want here."""

    def __init__(self, text: str, kind: Ground = "plain") -> None:
        super().__init__(text)
        self._kind: Ground = kind
        self.padding = 20 if kind == "quiet" else 28
        self.style_of_word = NAME if kind == "primary" else SMALL

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its ground, the ring of the keyboard, its word."""
        del event
        tokens = tokens_of(self)
        fill, line, ink = self._colours(tokens)
        painter = painter_on(self)
        if fill is not None:
            ground(painter, self.rect(), fill, line, CONTROL_RADIUS)
        if self._kind != "primary":
            focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        elif self.hasFocus():
            ring(painter, self.rect().adjusted(2, 2, -2, -2), 6, tokens.on_accent)
        write(painter, self.rect(), self.label, self.style_of_word, ink, CENTRE)
        painter.end()

    def _colours(self, tokens: Tokens) -> tuple[QColor | None, QColor | None, QColor]:
        """The ground, its hairline and the ink."""
        is_warm = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return tokens.sunken, tokens.line, tokens.muted
        if self._kind == "primary":
            return tokens.accent, None, tokens.on_accent
        if self._kind == "quiet":
            fill = tokens.sunken if is_warm else None
            return fill, None, tokens.text if is_warm else tokens.muted
        return (tokens.sunken if is_warm else tokens.surface), tokens.line, tokens.text


class Link(_Word):
    """Words that lead on, underlined; as tall as any hit target."""

    padding = 12

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its words, the line under them, the ring of the keyboard."""
        del event
        ink = tokens_of(self).accent
        painter = painter_on(self)
        focus_ring(painter, self, self.rect().adjusted(0, 3, 0, -3), 6)
        write(painter, self.rect(), self.label, self.style_of_word, ink, CENTRE)
        below = self.rect().center().y() + QFontMetrics(font(SMALL)).height() // 2
        fill(painter, QRectF(6, below, self.width() - 12, 1), ink)
        painter.end()


class More(Pressable):
    """Three dots: there is more to do with what they stand beside.

    Without a name they are left out of the Tab order, since the menu key opens the same menu on
    their row. `is_framed` stands among buttons.
    """

    def __init__(self, spoken: str = "", *, is_framed: bool = False) -> None:
        focus = Qt.FocusPolicy.TabFocus if spoken else Qt.FocusPolicy.NoFocus
        super().__init__(spoken, focus)
        self._is_framed = is_framed
        self.setFixedSize(38 if is_framed else 32, HEIGHT if is_framed else 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots, on a ground under the mouse."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self._is_framed:
            warm = tokens.sunken if self.underMouse() else tokens.surface
            ground(painter, self.rect(), warm, tokens.line, CONTROL_RADIUS)
        elif self.underMouse():
            ground(painter, self.rect(), tokens.line, None, CONTROL_RADIUS)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        dots(painter, QPointF(self.rect().center()) + QPointF(0.5, 0.5), tokens.muted)
        painter.end()
