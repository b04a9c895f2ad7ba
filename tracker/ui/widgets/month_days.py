"""How do the days of a month stand to be picked from?"""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.domain.day import FIRST_DAY, LAST_DAY, Day, Weekday, week_first
from tracker.ui.theme.paint import CENTRE, CONTROL_RADIUS, ground, painter_on, ring, write
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import NAME, SMALL, TINY
from tracker.ui.widgets.spoken import name
from tracker.words.dates import weekday_day, weekday_short

_CELL: Final = 34
_HEAD: Final = 24
_KEYS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_PICKS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MonthDays(QWidget):
    """Six weeks around a month; the day that the keyboard is on is filled, today has a ring."""

    moved = Signal(object)
    """The `Day` that the keyboard is on now."""
    picked = Signal(object)
    """The `Day` that was chosen."""

    def __init__(self, day: Day, today: Day, week_start: Weekday) -> None:
        super().__init__()
        self.day = day
        self._today, self._week_start = today, week_start
        self.setFixedSize(QSize(7 * _CELL, _HEAD + 6 * _CELL))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name(self, weekday_day(day, Day.min))

    def show_day(self, day: Day) -> None:
        """Go to a day."""
        self.day = day
        name(self, weekday_day(day, Day.min))
        self.moved.emit(day)
        self.update()

    def cell(self, day: Day) -> QRect:
        """Where a day stands."""
        week, weekday = divmod((day - self._first()).days, 7)
        return QRect(weekday * _CELL, _HEAD + week * _CELL, _CELL, _CELL)

    def _first(self) -> Day:
        """The first day that is seen."""
        return week_first(self.day.replace(day=1), self._week_start)

    def _at(self, place: QPoint) -> Day | None:
        week, weekday = (place.y() - _HEAD) // _CELL, place.x() // _CELL
        if not (0 <= week < 6 and 0 <= weekday < 7):
            return None
        day = self._first() + timedelta(days=7 * week + weekday)
        return day if FIRST_DAY <= day <= LAST_DAY else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter and Space choose."""
        by = _KEYS.get(Qt.Key(event.key()))
        if by is not None:
            day = self.day + timedelta(days=by)
            self.show_day(min(max(day, FIRST_DAY), LAST_DAY))
        elif event.key() in _PICKS:
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A day is chosen where the mouse lets go of it."""
        day = self._at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.show_day(day)
            self.picked.emit(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The weekdays, and the days under them."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        first = self._first()
        for place in range(7):
            head = QRect(place * _CELL, 0, _CELL, _HEAD)
            day = first + timedelta(days=place)
            write(painter, head, weekday_short(day), TINY, tokens.muted, CENTRE)
        for place in range(42):
            self._draw(painter, first + timedelta(days=place), tokens)
        painter.end()

    def _draw(self, painter: QPainter, day: Day, tokens: Tokens) -> None:
        cell = self.cell(day).adjusted(1, 1, -1, -1)
        is_chosen = day == self.day
        if is_chosen:
            ground(painter, cell, tokens.accent, None, CONTROL_RADIUS)
        elif day == self._today:
            ring(painter, cell, CONTROL_RADIUS, tokens.accent)
        ink = tokens.text if day.month == self.day.month else tokens.muted
        style = NAME if is_chosen or day == self._today else SMALL
        write(painter, cell, str(day.day), style, tokens.on_accent if is_chosen else ink, CENTRE)
