"""How does a day of the month look?"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tracker.actions.views.calendar import CalendarDay
from tracker.ui.pages.calendar.chips import HEIGHT, chip_width, chips_of, draw_chip, fitting
from tracker.ui.theme.paint import (
    CENTRE,
    CONTROL_RADIUS,
    LEFT,
    fill,
    ground,
    hatch,
    ring,
    rounded,
    write,
)
from tracker.ui.theme.tokens import Tokens
from tracker.ui.theme.type import BODY, CARD_TITLE, Style
from tracker.ui.widgets.day_mark import draw_day_mark
from tracker.ui.widgets.mark import SIZE, Mark, draw_mark

BAND: Final = 7
"""The height of a single band."""
_THIN: Final = 5
"""The height of one of two."""
_MARK: Final = 4.6
_TOP: Final = 32
"""Where the chips begin, under the day's number."""
_SMALL: Final = 14
_APART: Final = 3


def draw_cell(
    painter: QPainter, rect: QRect, cell: CalendarDay, tokens: Tokens, *, is_today: bool
) -> None:
    """A day on its card: number, mark, chips, small marks; its bands lie over the lower edge."""
    if cell.is_changed:
        draw_changed(painter, rect, tokens)
    else:
        ground(painter, rect, tokens.surface, tokens.line, CONTROL_RADIUS)
    _number(painter, rect, cell, tokens, is_today=is_today)
    if cell.mark is not None:
        centre = QPointF(rect.right() - 13, rect.top() + 16.5)
        draw_day_mark(painter, centre, cell.mark, tokens, _MARK)
    _chips(painter, rect, cell, tokens)
    _bands(painter, rect, cell, tokens)


def draw_changed(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """The ground of a day that would be another."""
    ground(painter, rect, tokens.accent_soft, tokens.line, CONTROL_RADIUS)
    pen = QPen(tokens.accent, 1.2)
    pen.setDashPattern((3, 2))
    painter.strokePath(rounded(QRectF(rect).adjusted(0.6, 0.6, -0.6, -0.6), 7.5), pen)


def draw_selection(painter: QPainter, rect: QRect, tokens: Tokens, *, has_focus: bool) -> None:
    """The day that is shown in full; a second ring where the keyboard is on it."""
    ring(painter, rect, CONTROL_RADIUS, tokens.accent)
    if has_focus:
        inner = QRectF(rect).adjusted(3.5, 3.5, -3.5, -3.5)
        painter.strokePath(rounded(inner, CONTROL_RADIUS - 3), QPen(tokens.accent, 1))


def band_height(bands: int) -> int:
    """The height of all bands."""
    return BAND if bands == 1 else _THIN * bands


def draw_band(painter: QPainter, rect: QRectF, tokens: Tokens, *, is_on: bool) -> None:
    """A stretch of a band: on is solid, off is hatched."""
    if is_on:
        painter.save()
        painter.setOpacity(0.6)
        fill(painter, rect, tokens.accent)
        painter.restore()
        return
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    fill(painter, rect, tokens.rest_soft)
    painter.setOpacity(0.45)
    hatch(painter, rect, tokens.rest, 2, 7)
    painter.restore()


def _number(
    painter: QPainter, rect: QRect, cell: CalendarDay, tokens: Tokens, *, is_today: bool
) -> None:
    number = str(cell.day.day)
    if is_today:
        badge = QRectF(rect.left() + 4, rect.top() + 5, 27, 23)
        painter.fillPath(rounded(badge, 11.5), tokens.accent)
        write(painter, badge.toRect(), number, CARD_TITLE, tokens.on_accent, CENTRE)
        return
    style: Style = CARD_TITLE if cell.is_of_month else BODY
    ink = tokens.text if cell.is_of_month else tokens.muted
    write(painter, QRect(rect.left() + 9, rect.top() + 5, 30, 23), number, style, ink, LEFT)


def _chips(painter: QPainter, rect: QRect, cell: CalendarDay, tokens: Tokens) -> None:
    small: list[Mark] = ["skipped"] if cell.skipped and cell.mask != "skipped" else []
    small += ["off_plan"] if cell.off_plan else []
    room = rect.height() - _TOP - band_height(len(cell.phases))
    lines = max(0, (room - (_SMALL if small else 0)) // (HEIGHT + _APART))
    margin = 8 if rect.width() >= 76 else 1
    top = rect.top() + _TOP
    for chip in fitting(chips_of(cell), lines):
        width = min(chip_width(chip), rect.width() - 2 * margin)
        draw_chip(painter, QRect(rect.left() + margin, top, width, HEIGHT), chip, tokens)
        top += HEIGHT + _APART
    for place, mark in enumerate(small):
        _draw_small(
            painter, QPointF(rect.left() + margin + place * (_SMALL + 4), top), mark, tokens
        )


def _bands(painter: QPainter, rect: QRect, cell: CalendarDay, tokens: Tokens) -> None:
    """Along the lower edge, within the card's round corners; the first one lowest."""
    painter.save()
    inner = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setClipPath(rounded(inner, CONTROL_RADIUS - 0.5))
    height = band_height(len(cell.phases)) / max(1, len(cell.phases))
    for place, is_on in enumerate(cell.phases):
        if is_on is not None:
            top = inner.bottom() - (place + 1) * height
            stretch = QRectF(inner.left(), top, inner.width(), height - place)
            draw_band(painter, stretch, tokens, is_on=is_on)
    painter.restore()


def _draw_small(painter: QPainter, corner: QPointF, mark: Mark, tokens: Tokens) -> None:
    """A step's mark, smaller."""
    painter.save()
    painter.translate(corner)
    painter.scale(_SMALL / SIZE, _SMALL / SIZE)
    draw_mark(painter, QPointF(), mark, tokens)
    painter.restore()
