"""How does a day say whether all was done, some, none, or everything was paused?"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from tracker.actions.views.today import DayMark
from tracker.ui.theme.tokens import Tokens

_DOT: Final = 3.2


def draw_day_mark(
    painter: QPainter, centre: QPointF, mark: DayMark, tokens: Tokens, radius: float = _DOT
) -> None:
    """Filled: all was done; half: some; hollow: none; a dash: paused."""
    if mark == "paused":
        painter.setPen(QPen(tokens.rest, 2))
        painter.drawLine(centre - QPointF(radius, 0), centre + QPointF(radius, 0))
        return
    path = QPainterPath()
    path.addEllipse(centre, radius, radius)
    if mark == "done":
        painter.fillPath(path, tokens.accent)
    if mark == "some":
        half = QPainterPath()
        half.addRect(QRectF(centre.x() - radius, centre.y(), 2 * radius, radius))
        painter.fillPath(path.intersected(half), tokens.accent)
    painter.strokePath(path, QPen(tokens.accent, 1.4))
