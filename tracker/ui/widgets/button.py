"""What can be pressed: a button with a ground, a quiet one, a link, three dots?"""

from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tracker.ui.theme.paint import CONTROL_RADIUS, dots, focus_ring, ground, painter_on
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import NAME, SMALL, font

Ground: TypeAlias = Literal["primary", "plain", "quiet"]
HEIGHT = 34


class Button(QAbstractButton):
    """A button with a word on it; primary for what most people want here."""

    def __init__(self, text: str, kind: Ground = "plain") -> None:
        super().__init__()
        self._kind = kind
        self.setText(text)
        self.setFont(font(NAME if kind == "primary" else SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As large as its words need, and never lower than a hit target."""
        padding = 20 if self._kind == "quiet" else 28
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + padding, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """No smaller: its words are never cut off."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Warm up under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Cool down."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it from the tokens."""
        del event
        tokens = tokens_of(self)
        fill, line, ink = self._colours(tokens)
        painter = painter_on(self)
        if fill is not None:
            ground(painter, self.rect(), fill, line, CONTROL_RADIUS)
        if self._kind == "primary":
            focus_ring(painter, self, self.rect().adjusted(2, 2, -2, -2), 6, tokens.on_accent)
        else:
            focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
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


class Link(QAbstractButton):
    """Words that lead on, underlined; as tall as any hit target."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setFont(font(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As large as its words need, and never lower than a hit target."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 12, 32)

    def minimumSizeHint(self) -> QSize:
        """No smaller: its words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it from the tokens."""
        del event
        painter = painter_on(self)
        focus_ring(painter, self, self.rect().adjusted(0, 3, 0, -3), 6)
        painter.setFont(self.font())
        painter.setPen(tokens_of(self).accent)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        metrics = self.fontMetrics()
        below = self.rect().center().y() + metrics.height() // 2
        painter.fillRect(QRect(6, below, self.width() - 12, 1), tokens_of(self).accent)
        painter.end()


class More(QAbstractButton):
    """Three dots. Left out of the Tab order: the menu key opens the same menu on the row."""

    def __init__(self) -> None:
        super().__init__()
        self._is_shown = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(32, 32)

    def show_dots(self, *, is_shown: bool) -> None:
        """Show the dots or not; the place is kept either way, so that nothing jumps."""
        if is_shown != self._is_shown:
            self._is_shown = is_shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it from the tokens."""
        del event
        if not self._is_shown:
            return
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.underMouse():
            ground(painter, self.rect(), tokens.line, None, CONTROL_RADIUS)
        dots(painter, QPointF(self.rect().center()) + QPointF(0.5, 0.5), tokens.muted)
        painter.end()
