"""How does a step's box say whether it is open, done, skipped, resting, off plan or ahead?

Each has a shape of its own, so that no colour has to speak alone: an empty box; a filled one with
a tick; a box with a bar; a dashed one; a dashed one with a tick; a box with a plus for what may be
used but is not asked for; a dot for what is still to come.
"""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from tracker.actions.views.today import StepCard
from tracker.ui.theme.paint import bent_line, fill, rounded
from tracker.ui.theme.tokens import Tokens

Mark: TypeAlias = Literal["open", "done", "skipped", "resting", "off_plan", "at_hand", "ahead"]
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
    if card.is_resting:
        return "resting"
    if card.is_ahead:
        return "ahead"
    return "at_hand" if card.status == "optional" else "open"


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
    elif mark == "ahead":
        path = QPainterPath()
        path.addEllipse(box.center(), 3, 3)
        painter.fillPath(path, tokens.muted)
    elif mark == "at_hand":
        _box(painter, box, tokens.muted, width=1)
        middle = box.center()
        fill(painter, QRectF(middle.x() - 4, middle.y() - 0.75, 8, 1.5), tokens.muted)
        fill(painter, QRectF(middle.x() - 0.75, middle.y() - 4, 1.5, 8), tokens.muted)
    else:
        is_resting = mark == "resting"
        _box(painter, box, tokens.rest if is_resting else tokens.muted, is_dashed=is_resting)


def draw_choice(painter: QPainter, circle: QRectF, tokens: Tokens, *, is_chosen: bool) -> None:
    """The round mark of one of several answers that exclude each other."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.accent if is_chosen else tokens.muted, 2))
    painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
    if is_chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        painter.drawEllipse(circle.adjusted(5, 5, -5, -5))


def _box(
    painter: QPainter, box: QRectF, colour: QColor, *, is_dashed: bool = False, width: int = 2
) -> None:
    pen = QPen(colour, width)
    if is_dashed:
        pen.setDashPattern(_DASHES)
    painter.strokePath(rounded(box.adjusted(1, 1, -1, -1), _RADIUS - 1), pen)


def _tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    middle = box.center()
    corners = [QPointF(-4.5, 0.3), QPointF(-1.4, 3.4), QPointF(4.6, -3.2)]
    bent_line(painter, [middle + corner for corner in corners], colour, 2)
