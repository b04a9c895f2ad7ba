"""How are the shapes drawn that several widgets share: grounds, focus rings, chevrons, dots?"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from tracker.ui.theme.tokens import tokens_of

CARD_RADIUS = 12
CONTROL_RADIUS = 8


def painter_on(widget: QWidget) -> QPainter:
    """A painter with smooth edges and neither pen nor brush."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return painter


def ground(painter: QPainter, rect: QRect, fill: QColor, line: QColor | None, radius: int) -> None:
    """A rounded ground; a hairline around it where `line` is a colour."""
    painter.setBrush(fill)
    painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(line, 1))
    inset = 0.0 if line is None else 0.5
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def focus_ring(
    painter: QPainter, widget: QWidget, rect: QRect, radius: int, colour: QColor | None = None
) -> None:
    """A ring inside `rect` where the widget has the keyboard; in the accent if not told."""
    if not widget.hasFocus():
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour or tokens_of(widget).accent, 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)


def chevron(painter: QPainter, centre: QPointF, colour: QColor, *, is_down: bool) -> None:
    """A small arrow that says which way a thing folds."""
    rise = 2.0 if is_down else -2.0
    path = QPainterPath(centre + QPointF(-4, -rise))
    path.lineTo(centre + QPointF(0, rise))
    path.lineTo(centre + QPointF(4, -rise))
    painter.strokePath(path, round_pen(colour, 1.6))


def dots(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    """Three dots: there is more."""
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    for offset in (-5.0, 0.0, 5.0):
        painter.drawEllipse(centre + QPointF(offset, 0), 1.4, 1.4)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def round_pen(colour: QColor, width: float) -> QPen:
    """A pen with round ends and corners."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
