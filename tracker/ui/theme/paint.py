"""How are the shapes drawn that several widgets share: grounds, rings, chevrons, dots, text?"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from tracker.ui.theme.measure import wrapping
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import Style, font

CARD_RADIUS: Final = 12
CONTROL_RADIUS: Final = 8
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter


def painter_on(widget: QWidget) -> QPainter:
    """A painter with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def ground(painter: QPainter, rect: QRect, fill: QColor, line: QColor | None, radius: int) -> None:
    """A rounded ground; a hairline around it where `line` is a colour."""
    inset = 0.0 if line is None else 0.5
    path = rounded(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius)
    painter.fillPath(path, fill)
    if line is not None:
        painter.strokePath(path, QPen(line, 1))


def fill(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A rectangle in one colour, with sharp corners.

    Not by `QPainter.fillRect`: telling its overloads apart builds the list of all of Qt's named
    gradients, a thirtieth of the time to the first frame.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)


def hatch(painter: QPainter, rect: QRectF, colour: QColor, width: float, apart: float) -> None:
    """Slanted stripes across a rectangle, from its lower left; they may stand out of it."""
    stripes = QPainterPath()
    at = rect.left() - rect.height()
    while at < rect.right():
        stripes.moveTo(at, rect.bottom() + 1)
        stripes.lineTo(at + rect.height() + 2, rect.top() - 1)
        at += apart
    painter.strokePath(stripes, QPen(colour, width))


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def ring(painter: QPainter, rect: QRect, radius: int, colour: QColor) -> None:
    """A ring inside `rect`: the keyboard is here."""
    painter.strokePath(rounded(QRectF(rect).adjusted(1, 1, -1, -1), radius), QPen(colour, 2))


def focus_ring(painter: QPainter, widget: QWidget, rect: QRect, radius: int) -> None:
    """A ring inside `rect` where the widget has the keyboard."""
    if widget.hasFocus():
        ring(painter, rect, radius, tokens_of(widget).accent)


def chevron(painter: QPainter, centre: QPointF, colour: QColor, *, is_down: bool) -> None:
    """A small arrow that says which way a thing folds."""
    rise = 2.0 if is_down else -2.0
    corners = [QPointF(-4, -rise), QPointF(0, rise), QPointF(4, -rise)]
    bent_line(painter, [centre + corner for corner in corners], colour, 1.6)


def pointer(painter: QPainter, centre: QPointF, colour: QColor, *, is_right: bool) -> None:
    """A small arrow that leads on or back."""
    run = 2.0 if is_right else -2.0
    corners = [QPointF(-run, -4), QPointF(run, 0), QPointF(-run, 4)]
    bent_line(painter, [centre + corner for corner in corners], colour, 1.6)


def bent_line(painter: QPainter, corners: list[QPointF], colour: QColor, width: float) -> None:
    """A line through the corners, round at its ends and bends."""
    path, rounds = QPainterPath(corners[0]), QPainterPath()
    for corner in corners:
        path.lineTo(corner)
        rounds.addEllipse(corner, width / 2, width / 2)
    painter.strokePath(path, QPen(colour, width))
    painter.fillPath(rounds, colour)


def dots(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    """Three dots: there is more."""
    path = QPainterPath()
    for offset in (-5.0, 0.0, 5.0):
        path.addEllipse(centre + QPointF(offset, 0), 1.4, 1.4)
    painter.fillPath(path, colour)


def write(painter: QPainter, rect: QRect, text: str, style: Style, ink: QColor, at: int) -> None:
    """Text in `rect`; `at` are alignments and text flags."""
    painter.setFont(font(style))
    painter.setPen(ink)
    painter.drawText(rect, at, text)


def write_wrapped(painter: QPainter, rect: QRect, text: str, style: Style, ink: QColor) -> None:
    """Text from the upper left, in as many lines as it needs."""
    write(painter, rect, text, style, ink, wrapping(text, style, rect.width()))
