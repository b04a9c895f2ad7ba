"""How do a mask, a pause and a treatment look on a day, and in the legend?

Each state has a shape of its own: filled with a tick is done, dashed is planned, outlined is
missed, filled with an arrow was made up elsewhere, outlined with a bar was skipped.
"""

from typing import Final, Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from tracker.actions.views.calendar import CalendarDay, MaskMark
from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import LEFT, bent_line, fill, rounded, write
from tracker.ui.theme.tokens import Tokens
from tracker.ui.theme.type import TINY, font
from tracker.words.calendar import mask_label, more_chips, paused_label, recovery_label

Look: TypeAlias = Literal["filled", "dashed", "hollow"]
Sign: TypeAlias = Literal["tick", "arrow", "bar", "none"]

HEIGHT: Final = 22
_SIGN: Final = 13
_LEAST_PADDING: Final = 2
_PADDING: Final = 8


class Chip(NamedTuple):
    """A word on a rounded ground; `is_rest` in the colour of rest, else of masks."""

    word: str
    look: Look
    sign: Sign = "none"
    is_rest: bool = True


def mask_chip(mark: MaskMark) -> Chip:
    """The chip of a mask."""
    looks: dict[MaskMark, tuple[Look, Sign]] = {
        "done": ("filled", "tick"),
        "planned": ("dashed", "none"),
        "missed": ("hollow", "none"),
        "moved": ("filled", "arrow"),
        "skipped": ("hollow", "bar"),
    }
    return Chip(mask_label(), *looks[mark], is_rest=False)


def chips_of(cell: CalendarDay) -> list[Chip]:
    """What is written on a day, the most important first."""
    found = [] if cell.mask is None else [mask_chip(cell.mask)]
    found += [Chip(name, "filled") for name in cell.treatments]
    found += [Chip(paused_label(), "hollow")] if cell.is_paused else []
    if cell.is_recovering and not cell.treatments:
        found.append(Chip(recovery_label(), "dashed"))
    return found


def fitting(chips: list[Chip], room: int) -> list[Chip]:
    """As many as there is room for; the last of several then counts those that are left out."""
    if len(chips) <= room or room < 2:
        return chips[:room]
    left_out = Chip(more_chips(len(chips) - room + 1), "hollow")
    return [*chips[: room - 1], left_out]


def chip_width(chip: Chip) -> int:
    """The width in which nothing of it is left out."""
    sign = 0 if chip.sign == "none" else _SIGN
    return text_width(chip.word, TINY) + 1 + sign + 2 * _PADDING


def draw_chip(painter: QPainter, rect: QRect, chip: Chip, tokens: Tokens) -> None:
    """Draw it in that room, its word shortened where it must be."""
    ink = tokens.rest if chip.is_rest else tokens.clay
    soft = tokens.rest_soft if chip.is_rest else tokens.clay_soft
    _ground(painter, rect, chip.look, soft, ink)
    sign = 0 if chip.sign == "none" else _SIGN
    spare = rect.width() - text_width(chip.word, TINY) - 1 - sign
    padding = max(_LEAST_PADDING, min(_PADDING, spare // 2))
    inner = rect.adjusted(padding, 0, -padding - sign, 0)
    how = Qt.TextElideMode.ElideRight
    word = chip.word
    if text_width(word, TINY) > inner.width():
        word = QFontMetrics(font(TINY)).elidedText(word, how, inner.width())
    write(painter, inner, word, TINY, ink, LEFT)
    at = inner.left() + text_width(word, TINY) + sign / 2 + 1
    _draw_sign(painter, QPointF(at, rect.center().y() + 0.5), chip.sign, ink)


def _ground(painter: QPainter, rect: QRect, look: Look, soft: QColor, ink: QColor) -> None:
    path = rounded(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2 - 0.5)
    if look == "filled":
        painter.fillPath(path, soft)
        return
    pen = QPen(ink, 1)
    if look == "dashed":
        pen.setDashPattern((3, 2))
    painter.strokePath(path, pen)


def _draw_sign(painter: QPainter, centre: QPointF, sign: Sign, ink: QColor) -> None:
    if sign == "tick":
        corners = [QPointF(-3.5, 0), QPointF(-1, 2.5), QPointF(3.5, -2.5)]
        bent_line(painter, [centre + corner for corner in corners], ink, 1.5)
    elif sign == "arrow":
        bent_line(painter, [centre - QPointF(4, 0), centre + QPointF(4, 0)], ink, 1.5)
        corners = [QPointF(1, -3), QPointF(4, 0), QPointF(1, 3)]
        bent_line(painter, [centre + corner for corner in corners], ink, 1.5)
    elif sign == "bar":
        fill(painter, QRectF(centre.x() - 4, centre.y() - 0.75, 8, 1.5), ink)
