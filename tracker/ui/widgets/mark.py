"""How does a step's box say whether it is open, done, skipped, resting or off plan?

Each has a shape of its own, so that no colour has to speak alone: an empty box; a filled one with
a tick; a box with a bar; a dashed one; a dashed one with a tick.
"""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from tracker.actions.views.today import StepCard
from tracker.ui.theme.paint import round_pen
from tracker.ui.theme.tokens import Tokens

Mark: TypeAlias = Literal["open", "done", "skipped", "resting", "off_plan"]
SIZE: Final = 22
_RADIUS: Final = 6.0


def mark_of(card: StepCard) -> Mark:
    """The mark of a step as it stands."""
    if card.status == "done":
        return "done"
    if card.status == "off_plan":
        return "off_plan"
    if card.status == "skipped":
        return "skipped"
    return "resting" if card.is_resting else "open"


def draw_mark(painter: QPainter, corner: QPointF, mark: Mark, tokens: Tokens) -> None:
    """Draw the mark with its upper left corner there."""
    box = QRectF(corner.x(), corner.y(), SIZE, SIZE).adjusted(1, 1, -1, -1)
    if mark == "done":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), _RADIUS, _RADIUS)
        _tick(painter, box, tokens.on_accent)
    elif mark == "off_plan":
        _box(painter, box, tokens.rest, is_dashed=True)
        _tick(painter, box, tokens.rest)
    elif mark == "skipped":
        _box(painter, box, tokens.muted)
        painter.setPen(round_pen(tokens.muted, 2))
        middle = box.center()
        painter.drawLine(middle - QPointF(4.5, 0), middle + QPointF(4.5, 0))
    else:
        is_resting = mark == "resting"
        _box(painter, box, tokens.rest if is_resting else tokens.muted, is_dashed=is_resting)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _box(painter: QPainter, box: QRectF, colour: QColor, *, is_dashed: bool = False) -> None:
    pen = QPen(colour, 2)
    if is_dashed:
        pen.setDashPattern([2.2, 1.9])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, _RADIUS - 1, _RADIUS - 1)


def _tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    middle = box.center()
    path = QPainterPath(middle + QPointF(-4.5, 0.3))
    path.lineTo(middle + QPointF(-1.4, 3.4))
    path.lineTo(middle + QPointF(4.6, -3.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, round_pen(colour, 2))
