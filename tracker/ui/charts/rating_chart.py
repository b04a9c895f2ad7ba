"""How did the skin's rating go over time, and in which phases?"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

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
from tracker.words.dates import month_short

MARKS: Final = (2, 4, 6, 8, 10)
_LOWEST, _HIGHEST = 0.4, 11.6
_MONTH_WIDTH: Final = 38
"""Pixels that a month's name needs below the chart."""
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
        self._name_months()
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

    def _name_months(self) -> None:
        """As many months as there is room for, and whole years where there is room for no month."""
        if self._first == Day.min:
            return
        fitting = max(1, self.width() // _MONTH_WIDTH)
        months = _months(self._first, self._last)
        every = next((every for every in (1, 2, 3, 6) if len(months) <= fitting * every), 12)
        while every > 6 and len(months) > fitting * every:
            every += 12
        ticks = [
            (month.toordinal(), str(month.year) if _is_year(month, every) else month_short(month))
            for month in months
            if (month.year * 12 + month.month - 1) % every == 0
        ]
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
            self._name_months()

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


def _months(first: Day, last: Day) -> list[Day]:
    """The first day of each month that begins in the range."""
    begins = first if first.day == 1 else add_months(first.replace(day=1), 1)
    count = (last.year - begins.year) * 12 + last.month - begins.month + 1
    return [add_months(begins, number) for number in range(max(0, count))]


def _is_year(month: Day, every: int) -> bool:
    return month.month == 1 and every > 1
