"""How does one see a month, and go through it by keyboard and mouse?"""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from tracker.actions.views.calendar import CalendarDay, CalendarView
from tracker.domain.day import Day
from tracker.ui.pages.calendar.day_cell import draw_cell, draw_selection
from tracker.ui.pages.calendar.month_shape import (
    DAYS,
    GAP,
    LEAST_WIDTH,
    MonthShape,
    least_height,
)
from tracker.ui.pages.calendar.moves import days_on, last_of_month, months_on
from tracker.ui.theme.paint import LEFT, painter_on, write
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import BODY
from tracker.ui.widgets.spoken import name
from tracker.words.calendar import calendar_title, month_hint, spoken_day
from tracker.words.dates import weekday_short

_BY_DAYS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}
_BY_MONTHS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_YEAR: Final = 12
_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_NOTCH: Final = 120
"""What a wheel turns by, from one notch to the next."""


class MonthGrid(QWidget):
    """The weeks of a month; one day is selected. What it is asked for it tells by signals."""

    day_wanted = Signal(object)
    """A `Day` is to be selected; None: today."""
    day_opened = Signal(object)
    """A `Day` is to be opened."""
    jump_wanted = Signal()
    """A month far away is to be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.view: CalendarView | None = None
        self.selected: Day | None = None
        """Ahead of the view, while that is still being read."""
        self._turned = 0
        self._drawn: QPixmap | None = None
        self._drawn_for: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleDescription(month_hint())
        name(self, calendar_title())

    def show_view(self, view: CalendarView) -> None:
        """Show the weeks of a month."""
        self.view = view
        self.setMinimumSize(DAYS * (LEAST_WIDTH + GAP) - GAP, least_height(len(view.weeks)))
        self.select(view.day)

    def select(self, day: Day) -> None:
        """Select a day, which a screen reader then says with all that its cell shows."""
        self.selected = day
        cell = self.cell(day)
        if cell is not None and self.view is not None:
            name(self, spoken_day(cell, self.view))
            self.update()

    def cell(self, day: Day) -> CalendarDay | None:
        """A day as it is shown; None where it is not."""
        days = () if self.view is None else self.view.days
        return next((one for one in days if one.day == day), None)

    @property
    def shape(self) -> MonthShape:
        """Where each day stands now."""
        weeks = 1 if self.view is None else len(self.view.weeks)
        return MonthShape(self.width(), self.height(), weeks)

    def sizeHint(self) -> QSize:
        """Room for a month at leisure."""
        return QSize(640, 520)

    # --- what is drawn ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """The month, drawn once, and over it which day is selected."""
        del event
        if self.view is None:
            return
        painter = painter_on(self)
        scale = painter.deviceTransform().m11()
        painter.drawPixmap(QPointF(0, 0), self._month(self.view, scale))
        for number, week in enumerate(self.view.weeks):
            for place, cell in enumerate(week):
                if cell is not None and cell.day == self.selected:
                    rect = self.shape.cell(number, place)
                    draw_selection(painter, rect, tokens_of(self), has_focus=self.hasFocus())
        painter.end()

    def _month(self, view: CalendarView, scale: float) -> QPixmap:
        tokens = tokens_of(self)
        wanted = (self.width(), self.height(), scale, tokens, view.today, view.weeks)
        if self._drawn is None or self._drawn_for != wanted:
            self._drawn = QPixmap(self.size() * scale)
            self._drawn.setDevicePixelRatio(scale)
            self._drawn.fill(Qt.GlobalColor.transparent)
            self._drawn_for = wanted
            painter = QPainter(self._drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _draw(painter, view, self.shape, tokens)
            painter.end()
        return self._drawn

    # --- keyboard and mouse ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day and from month to month, and open a day."""
        key, day = Qt.Key(event.key()), self.selected
        if day is None:
            super().keyPressEvent(event)
        elif key in _OPENING:
            self.day_opened.emit(day)
        elif key == Qt.Key.Key_T and not event.modifiers():
            self.day_wanted.emit(None)
        elif key == Qt.Key.Key_G and not event.modifiers():
            self.jump_wanted.emit()
        elif (target := _target(key, event.modifiers(), day)) is not None:
            self._go(target)
        elif key not in {*_BY_DAYS, *_BY_MONTHS}:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click selects."""
        cell = self._at(event)
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._go(cell.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        cell = self._at(event)
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.day_opened.emit(cell.day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls a page higher than its window; else it pages, a month a notch."""
        if self._can_scroll():
            event.ignore()
            return
        event.accept()
        self._turned += event.angleDelta().y()
        months = -int(self._turned / _NOTCH)
        self._turned += months * _NOTCH
        target = None if self.selected is None else months_on(self.selected, months)
        if months and target is not None:
            self._go(target)

    def _can_scroll(self) -> bool:
        """Whether the page that it stands on is higher than its window."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QAbstractScrollArea):
            around = around.parentWidget()
        return around is not None and around.verticalScrollBar().maximum() > 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went on."""
        super().focusOutEvent(event)
        self.update()

    def _go(self, day: Day) -> None:
        """Shown as selected at once where it is in sight; the rest follows when it is read."""
        self.select(day)
        self.day_wanted.emit(day)

    def _at(self, event: QMouseEvent) -> CalendarDay | None:
        spot = self.shape.at(event.position())
        if self.view is None or spot is None:
            return None
        return self.view.weeks[spot[0]][spot[1]]


def _draw(painter: QPainter, view: CalendarView, shape: MonthShape, tokens: Tokens) -> None:
    """The weekdays, and under them the weeks."""
    for place, weekday in enumerate(_weekdays(view)):
        room = shape.head(place).adjusted(8 if shape.width > 500 else 3, 0, 0, 0)
        write(painter, room, weekday, BODY, tokens.muted, LEFT)
    for number, week in enumerate(view.weeks):
        for place, cell in enumerate(week):
            if cell is not None:
                is_today = cell.day == view.today
                draw_cell(painter, shape.cell(number, place), cell, tokens, is_today=is_today)


def _target(key: Qt.Key, modifiers: Qt.KeyboardModifier, day: Day) -> Day | None:
    """Where a key leads from a day; with Shift, Page Up and Page Down lead by years."""
    if key in _BY_MONTHS:
        is_year = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        return months_on(day, _BY_MONTHS[key] * (_YEAR if is_year else 1))
    if key == Qt.Key.Key_Home:
        return day.replace(day=1)
    if key == Qt.Key.Key_End:
        return last_of_month(day)
    return days_on(day, _BY_DAYS[key]) if key in _BY_DAYS else None


def _weekdays(view: CalendarView) -> list[str]:
    """The weekdays' names over their columns."""
    week = next((week for week in view.weeks if None not in week), view.weeks[0])
    return [weekday_short(cell.day) for cell in week if cell is not None]
