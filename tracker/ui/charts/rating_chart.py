"""How did the skin's rating go over time, and in which phases?"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)

from tracker.actions.views.progress import RatingPoint
from tracker.actions.views.progress_view import MEAN_OF
from tracker.domain.day import Day, add_months
from tracker.domain.rule.base import Phase
from tracker.ui.charts.backdrop import Backdrop
from tracker.ui.theme.paint import ring
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import TINY, font
from tracker.ui.widgets.spoken import name
from tracker.words.dates import brief_day, month_short

MARKS: Final = (2, 4, 6, 8, 10)
_LOWEST, _HIGHEST = 0.4, 11.6
_MONTH_WIDTH: Final = 38
"""Pixels that a month's name needs below the chart."""
_DAY_WIDTH: Final = 64
"""The same for a day."""
_FEW_DAYS: Final = 100
Tick: TypeAlias = tuple[int, str]
"""A day's number, and what stands below it."""
_MANY: Final = 400
"""From as many points on, dots and line are drawn finer."""


class RatingChart(pg.PlotWidget):  # type: ignore[misc]
    """Dots for days, a line for their 7-day mean, the phases of a cycle behind them.

    It neither zooms nor moves: the wheel is the page's, which scrolls.
    """

    def __init__(self) -> None:
        super().__init__()
        self.points: Sequence[RatingPoint] = ()
        self._first = self._last = Day.min
        self.backdrop = Backdrop(MARKS)
        self.dots = pg.ScatterPlotItem(pen=None)
        self.line = pg.PlotCurveItem(antialias=True)
        # As one path, a line of two pixels takes Qt up to ten times as long as its pieces do.
        self.line.setSegmentedLineMode("on")
        for item in (self.backdrop, self.dots, self.line):
            self.addItem(item, ignoreBounds=True)
        self.setMouseEnabled(x=False, y=False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.getAxis("left").setTicks([[(mark, str(mark)) for mark in MARKS]])
        self.getAxis("left").setWidth(28)
        self.dress()

    def show_ratings(
        self, points: Sequence[RatingPoint], phases: Sequence[Phase], first: Day, last: Day
    ) -> None:
        """Show the days from `first` to `last`."""
        self.points, self._first, self._last = points, first, last
        days = np.array([point.day.toordinal() for point in points], dtype=float)
        self.dots.setData(days, np.array([point.overall for point in points], dtype=float))
        means = np.array([point.mean for point in points], dtype=float)
        self.line.setData(days, means, connect=_connected(points))
        left, right = first.toordinal() - 0.5, last.toordinal() + 0.5
        self.setRange(xRange=(left, right), yRange=(_LOWEST, _HIGHEST), padding=0)
        bounds = QRectF(left, _LOWEST, right - left, _HIGHEST - _LOWEST)
        self.backdrop.show_phases(phases, bounds)
        self._name_days()
        self.dress()

    def say(self, spoken: str) -> None:
        """What a screen reader says of it."""
        name(self, spoken)

    def dress(self) -> None:
        """Wear the colours of the theme, which pyqtgraph does not ask the palette for."""
        tokens = tokens_of(self)
        self.setBackground(tokens.surface)
        is_fine = len(self.points) > _MANY
        dots = QColor(tokens.muted)
        dots.setAlphaF(0.4 if is_fine else 0.65)
        self.dots.setBrush(dots)
        self.dots.setSize(3 if is_fine else 4)
        self.line.setPen(pg.mkPen(tokens.accent, width=1 if is_fine else 2))
        self.backdrop.dress(tokens)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(tokens.surface))
            axis.setTextPen(tokens.muted)
            axis.setStyle(tickFont=font(TINY), tickLength=0)

    def _name_days(self) -> None:
        """Below the chart: days where there are few, months, or years where there are many."""
        if self._first == Day.min:
            return
        days = (self._last - self._first).days + 1
        ticks = (_day_ticks if days <= _FEW_DAYS else _month_ticks)(
            self._first, self._last, self.width()
        )
        self.getAxis("bottom").setTicks([ticks])

    def changeEvent(self, event: QEvent) -> None:
        """The colours follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "backdrop"):
            self.dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for more months."""
        super().resizeEvent(event)
        if hasattr(self, "backdrop"):
            self._name_days()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The card has the menu."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring appears."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """The ring of the keyboard."""
        super().drawForeground(painter, rect)
        if self.hasFocus():
            painter.save()
            painter.resetTransform()
            ring(painter, self.viewport().rect(), 6, tokens_of(self).accent)
            painter.restore()


def _connected(points: Sequence[RatingPoint]) -> "np.ndarray[tuple[int], np.dtype[np.int32]]":
    """Which point is joined with the next: those whose means share a day."""
    joined = [(later.day - one.day).days < MEAN_OF for one, later in pairwise(points)]
    return np.array([*joined, False][: len(points)], dtype=np.int32)


def _day_ticks(first: Day, last: Day, width: int) -> list[Tick]:
    """Every week, or every few weeks, as many as there is room for; none at the very edge."""
    days = (last - first).days + 1
    weeks = next((weeks for weeks in (1, 2, 4) if days * _DAY_WIDTH <= width * weeks * 7), 8)
    half = timedelta(days=min(weeks * 7, days) // 2)
    shown = [first + half + timedelta(days=day) for day in range(0, days, weeks * 7)]
    return [(day.toordinal(), brief_day(day)) for day in shown if day <= last]


def _month_ticks(first: Day, last: Day, width: int) -> list[Tick]:
    """The first day of every month, or of every few; of a January, its year."""
    months = _months(first, last)
    fitting = max(1, width // _MONTH_WIDTH)
    every = next((every for every in (1, 2, 3, 6) if len(months) <= fitting * every), 12)
    while len(months) > fitting * every:
        every += 12
    return [
        (month.toordinal(), _month_name(month, every))
        for month in months
        if (month.year * 12 + month.month - 1) % every == 0
    ]


def _months(first: Day, last: Day) -> list[Day]:
    """The first day of each month that begins in the range."""
    begins = first if first.day == 1 else add_months(first.replace(day=1), 1)
    count = (last.year - begins.year) * 12 + last.month - begins.month + 1
    return [add_months(begins, number) for number in range(max(0, count))]


def _month_name(month: Day, every: int) -> str:
    return str(month.year) if month.month == 1 and every > 1 else month_short(month)
