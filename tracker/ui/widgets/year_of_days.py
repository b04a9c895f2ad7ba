"""How does a year look, a mark a day?"""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.actions.views.progress import DayCell, YearView
from tracker.domain.day import Day
from tracker.ui.theme.paint import LEFT, fill, painter_on, ring, rounded, write
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import TINY
from tracker.ui.widgets.spoken import name
from tracker.ui.widgets.year_grid import MONTHS, YearGrid
from tracker.words.dates import month_short
from tracker.words.progress_charts import day_line, year_spoken

_KEYS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_PageUp: -28,
    Qt.Key.Key_PageDown: 28,
    Qt.Key.Key_Home: -366,
    Qt.Key.Key_End: 366,
}
"""By how many days a key moves on."""


class YearOfDays(QWidget):
    """53 weeks of days. A square is as full as its day; the keyboard goes from day to day."""

    day_wanted = Signal(object)
    """A `Day` that was pressed: it is to be opened."""
    pointed = Signal(str)
    """What the mouse or the keyboard points at, in words; nothing where it is no day."""

    def __init__(self) -> None:
        super().__init__()
        self.year: YearView | None = None
        self.cursor_at = 0
        """Which cell the keyboard is on."""
        self._hovered: int | None = None
        self._drawn: QPixmap | None = None
        self._drawn_for: tuple[object, ...] = ()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_year(self, year: YearView) -> None:
        """Show a year; the keyboard stands on its last day until it is moved."""
        if self.year is None or year.cells[-1].day != self.year.cells[-1].day:
            self.cursor_at = len(year.cells) - 1
        self.year = year
        self._drawn = None
        name(self, year_spoken(year))
        self.update()

    @property
    def pointed_cell(self) -> DayCell | None:
        """The day under the mouse, or the one that the keyboard is on."""
        at = self.cursor_at if self._hovered is None and self.hasFocus() else self._hovered
        return None if self.year is None or at is None else self.year.cells[at]

    def sizeHint(self) -> QSize:
        """A whole year in one band."""
        return QSize(920, self.heightForWidth(920))

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(0, 7 * 10 + MONTHS)

    def heightForWidth(self, width: int) -> int:
        """As tall as the squares of that width."""
        return self._grid(width).height

    # --- what is drawn ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """The marks, drawn once, and over them where mouse and keyboard are."""
        del event
        painter = painter_on(self)
        # Not the widget's own scale: a picture of it may be larger.
        painter.drawPixmap(QPointF(0, 0), self._marks(painter.deviceTransform().m11()))
        if self.year is not None:
            tokens, cells = tokens_of(self), self.year.cells
            if self._hovered is not None:
                self._ring(painter, cells[self._hovered].day, tokens.muted)
            if self.hasFocus():
                self._ring(painter, cells[self.cursor_at].day, tokens.text)
        painter.end()

    def _ring(self, painter: QPainter, day: Day, colour: QColor) -> None:
        square = self._grid(self.width()).square(day).toAlignedRect().adjusted(-2, -2, 2, 2)
        ring(painter, square, 4, colour)

    def _marks(self, scale: float) -> QPixmap:
        tokens = tokens_of(self)
        wanted = (self.width(), self.height(), scale, tokens)
        if self._drawn is None or self._drawn_for != wanted:
            self._drawn = QPixmap(self.size() * scale)
            self._drawn.setDevicePixelRatio(scale)
            self._drawn.fill(Qt.GlobalColor.transparent)
            self._drawn_for = wanted
            painter = QPainter(self._drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, tokens)
            painter.end()
        return self._drawn

    def _draw(self, painter: QPainter, tokens: Tokens) -> None:
        if self.year is None:
            return
        grid = self._grid(self.width())
        for first, corner in grid.months():
            room = QRect(round(corner.x()), round(corner.y()), 60, MONTHS - 4)
            write(painter, room, month_short(first), TINY, tokens.muted, LEFT)
        for cell in self.year.cells:
            draw_day(painter, grid.square(cell.day), cell, tokens)
        last = self.year.cells[-1].day
        for ahead in range(1, 7 - (last - grid.begins).days % 7):
            square = grid.square(last + timedelta(days=ahead)).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.strokePath(rounded(square, square.width() * 0.22), QPen(tokens.line, 1))

    def _grid(self, width: int) -> YearGrid:
        if self.year is None:
            return YearGrid.within(width, Day(2001, 1, 1), "mon")
        return YearGrid.within(width, self.year.cells[0].day, self.year.week_start)

    # --- mouse and keyboard ---

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the mouse."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is any more."""
        super().leaveEvent(event)
        self._hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the day."""
        at = self._at(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.cursor_at = at
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day, and open one."""
        key = Qt.Key(event.key())
        if self.year is not None and key in _KEYS:
            self._move(self.year, _KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is here."""
        super().focusInEvent(event)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went on."""
        super().focusOutEvent(event)
        if self.year is not None:
            name(self, year_spoken(self.year))
        self._say()

    def _move(self, year: YearView, days: int) -> None:
        self.cursor_at = min(max(0, self.cursor_at + days), len(year.cells) - 1)
        self._hovered = None
        self._say()
        name(self, _line(year.cells[self.cursor_at], year))

    def _hover(self, at: int | None) -> None:
        if at != self._hovered:
            self._hovered = at
            self._say()

    def _say(self) -> None:
        cell, year = self.pointed_cell, self.year
        self.pointed.emit("" if cell is None or year is None else _line(cell, year))
        self.update()

    def _open(self) -> None:
        if self.year is not None:
            self.day_wanted.emit(self.year.cells[self.cursor_at].day)

    def _at(self, point: QPointF) -> int | None:
        """Which cell is there."""
        day = self._grid(self.width()).day_at(point)
        if self.year is None or day is None:
            return None
        number = (day - self.year.cells[0].day) // timedelta(days=1)
        return number if 0 <= number < len(self.year.cells) else None


def _line(cell: DayCell, year: YearView) -> str:
    return day_line(cell, year.cells[-1].day)


def draw_day(painter: QPainter, square: QRectF, cell: DayCell, tokens: Tokens) -> None:
    """A day's mark: filled as far as it was done, hollow, a dot while paused, or nothing."""
    shape, radius = cell.share, square.width() * 0.22
    if cell.is_paused:
        inset = square.width() * 0.36
        dot = square.adjusted(inset, inset, -inset, -inset)
        painter.fillPath(rounded(dot, dot.width() / 2), tokens.muted)
    elif shape == 0:
        inner = square.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.strokePath(rounded(inner, radius), QPen(tokens.accent, 1.5))
    elif shape is not None:
        path = rounded(square, radius)
        painter.fillPath(path, tokens.accent_soft)
        painter.save()
        painter.setClipPath(path)
        fill(painter, square.adjusted(0, square.height() * (1 - shape), 0, 0), tokens.accent)
        painter.restore()
