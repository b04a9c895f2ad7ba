"""How does a step's box say whether it is open, done, skipped, resting or off plan?

Each has a shape of its own, so that no colour has to speak alone: an empty box; a filled one with
a tick; a box with a bar; a dashed one; a dashed one with a tick.
"""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.actions.views.today import StepCard
from tracker.ui.theme.paint import bent_line, fill, rounded
from tracker.ui.theme.tokens import Tokens

Mark: TypeAlias = Literal["open", "done", "skipped", "resting", "off_plan"]
SIZE: Final = 22
_RADIUS: Final = 6.0
_DASHES: Final = (1.2, 2.9)


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
    box = QRectF(corner.x(), corner.y(), SIZE, SIZE)
    if mark == "done":
        painter.fillPath(rounded(box, _RADIUS), tokens.accent)
        _tick(painter, box, tokens.on_accent)
    elif mark == "off_plan":
        _box(painter, box, tokens.rest, is_dashed=True)
        _tick(painter, box, tokens.rest)
    elif mark == "skipped":
        _box(painter, box, tokens.muted)
        middle = box.center()
        fill(painter, QRectF(middle.x() - 4.5, middle.y() - 1, 9, 2), tokens.muted)
    else:
        is_resting = mark == "resting"
        _box(painter, box, tokens.rest if is_resting else tokens.muted, is_dashed=is_resting)


def _box(painter: QPainter, box: QRectF, colour: QColor, *, is_dashed: bool = False) -> None:
    pen = QPen(colour, 2)
    if is_dashed:
        pen.setDashPattern(_DASHES)
    painter.strokePath(rounded(box.adjusted(1, 1, -1, -1), _RADIUS - 1), pen)


def _tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    middle = box.center()
    corners = [QPointF(-4.5, 0.3), QPointF(-1.4, 3.4), QPointF(4.6, -3.2)]
    bent_line(painter, [middle + corner for corner in corners], colour, 2)
