"""How does one see a week, and get to another day?"""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tracker.actions.views.today import DayMark, WeekDay
from tracker.domain.day import Day
from tracker.ui.theme.paint import (
    CARD_RADIUS,
    CENTRE,
    focus_ring,
    ground,
    painter_on,
    write,
)
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import CARD_TITLE, TINY
from tracker.ui.widgets.arrow import Arrow
from tracker.ui.widgets.day_mark import draw_day_mark
from tracker.ui.widgets.pressable import Pressable
from tracker.words.dates import weekday_short
from tracker.words.week import spoken_day, week_after, week_before

_WEEK: Final = timedelta(days=7)
_SIDEWAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DayCell(Pressable):
    """One day: its weekday, its number, and the mark of how it went."""

    wanted = Signal(object)
    """A day is to be shown."""

    def __init__(self) -> None:
        super().__init__(focus=Qt.FocusPolicy.ClickFocus)
        self.day: Day | None = None
        self.mark: DayMark | None = None
        self._is_today = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_day(self, of_week: WeekDay, shown: Day, today: Day) -> None:
        """Show a day; the one that the page shows stands on a card, and takes the keyboard."""
        self.day, self.mark = of_week
        self._is_today = self.day == today
        is_shown = self.day == shown
        self.setChecked(is_shown)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_shown else Qt.FocusPolicy.ClickFocus)
        self.set_label(spoken_day(of_week, today))

    def nextCheckState(self) -> None:
        """Left as it is: a day is marked once it is shown."""

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead to the days beside it."""
        by = _SIDEWAYS.get(Qt.Key(event.key()))
        if by is None or self.day is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self.wanted.emit(self.day + timedelta(days=by))

    def sizeHint(self) -> QSize:
        """A narrow card; the strip gives it what there is."""
        return QSize(36, 66)

    def minimumSizeHint(self) -> QSize:
        """As wide as a hit target."""
        return QSize(32, 66)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Weekday, number, mark."""
        del event
        if self.day is None:
            return
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.isChecked() or self.underMouse():
            line = tokens.line if self.isChecked() else None
            fill = tokens.surface if self.isChecked() else tokens.sunken
            ground(painter, self.rect(), fill, line, CARD_RADIUS - 2)
        focus_ring(painter, self, self.rect(), CARD_RADIUS - 2)
        width = self.width()
        ink = tokens.accent if self._is_today else tokens.text
        weekday = weekday_short(self.day)
        write(painter, QRect(0, 8, width, 18), weekday, TINY, tokens.muted, CENTRE)
        write(painter, QRect(0, 26, width, 22), str(self.day.day), CARD_TITLE, ink, CENTRE)
        if self.mark is not None:
            draw_day_mark(painter, QPointF(width / 2, 54.5), self.mark, tokens)
        painter.end()


class WeekStrip(QWidget):
    """Seven days with their marks, and the way to the weeks beside them."""

    day_wanted = Signal(object)
    """A day is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Day | None = None
        self.cells = [DayCell() for _ in range(7)]
        self._back, self._on = (
            Arrow(week_before(), is_right=False),
            Arrow(week_after(), is_right=True),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._back)
        for cell in self.cells:
            row.addWidget(cell, 1)
            cell.wanted.connect(self.day_wanted)
        row.addWidget(self._on)
        self._back.clicked.connect(self._on_back_clicked)
        self._on.clicked.connect(self._on_on_clicked)

    def sizeHint(self) -> QSize:
        """Room for seven cards beside the heading."""
        return QSize(508, 66)

    def show_week(self, week: tuple[WeekDay, ...], shown: Day, today: Day) -> None:
        """Show a week; the keyboard stays on the day that is shown."""
        had_focus = any(cell.hasFocus() for cell in self.cells)
        self._shown = shown
        for cell, of_week in zip(self.cells, week, strict=True):
            cell.show_day(of_week, shown, today)
            if had_focus and cell.isChecked():
                cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Everything on it that takes the keyboard, as one reads."""
        return [self._back, *self.cells, self._on]

    @Slot()
    def _on_back_clicked(self) -> None:
        self._go(-_WEEK)

    @Slot()
    def _on_on_clicked(self) -> None:
        self._go(_WEEK)

    def _go(self, by: timedelta) -> None:
        if self._shown is not None:
            self.day_wanted.emit(self._shown + by)
