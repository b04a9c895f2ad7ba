"""What stands behind the ratings: lines at the marks, and the phases, hatched and named?"""

from collections.abc import Sequence
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from tracker.domain.rule.base import Phase
from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import LEFT, fill, hatch, write
from tracker.ui.theme.tokens import LIGHT, Tokens
from tracker.ui.theme.type import TINY
from tracker.words.progress_charts import phase_word

_PADDING: Final = 8
_LINE: Final = 18
_STRIPE: Final = 16
"""From stripe to stripe; a phase narrower than that is filled instead."""


class Backdrop(pg.GraphicsObject):  # type: ignore[misc]
    """Draws in the window's pixels, so that hatching and words keep their size in every range."""

    def __init__(self, marks: Sequence[int]) -> None:
        super().__init__()
        self._marks = marks
        self.phases: Sequence[Phase] = ()
        self.tokens: Tokens = LIGHT
        self._bounds = QRectF()
        self.setZValue(-10)

    def show_phases(self, phases: Sequence[Phase], bounds: QRectF) -> None:
        """Shade these; `bounds` is all that the chart shows, in days and marks."""
        self.prepareGeometryChange()
        self.phases = phases
        self._bounds = bounds
        self.update()

    def dress(self, tokens: Tokens) -> None:
        """Wear these colours."""
        self.tokens = tokens
        self.update()

    def boundingRect(self) -> QRectF:
        """All that the chart shows."""
        return self._bounds

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:
        """The phases first, the lines over them."""
        del option, widget
        to_pixels = painter.worldTransform()
        whole = to_pixels.mapRect(self._bounds)
        painter.save()
        painter.resetTransform()
        painter.setClipRect(whole)
        for phase in self.phases:
            days = QRectF(phase.first.toordinal() - 0.5, 0, phase.days, 1)
            across = to_pixels.mapRect(days)
            room = QRectF(across.x(), whole.y(), across.width(), whole.height())
            self._draw(painter, room, phase)
        for mark in self._marks:
            height = to_pixels.map(QPointF(0, mark)).y()
            fill(painter, QRectF(whole.x(), round(height), whole.width(), 1), self.tokens.line)
        painter.restore()

    def _draw(self, painter: QPainter, room: QRectF, phase: Phase) -> None:
        if not phase.is_on:
            painter.save()
            painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
            if room.width() < _STRIPE:
                fill(painter, room, self.tokens.rest_soft)
            else:
                hatch(painter, room, self.tokens.rest_soft, 7, _STRIPE)
            painter.restore()
        word = phase_word(is_on=phase.is_on)
        if room.width() > text_width(word, TINY) + 2 * _PADDING:
            line = room.toRect().adjusted(_PADDING, 2, 0, 0)
            line.setHeight(_LINE)
            write(painter, line, word, TINY, self.tokens.muted, LEFT)
