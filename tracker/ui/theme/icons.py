"""How does an icon get the colour of the text beside it?"""

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from tracker.ui.theme.paint import bent_line, rounded
from tracker.ui.theme.tokens import LIGHT
from tracker.words.resources import resource


def icon(name: str, colour: QColor, size: int, scale: float = 1.0) -> QPixmap:
    """The icon in a colour, `size` pixels wide at 100 %; `scale` is the screen's device ratio."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415, needed by no first frame

    drawn = resource("icons", f"{name}.svg").read_bytes()
    drawn = drawn.replace(b"currentColor", colour.name().encode())
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawn)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def window_icon() -> QIcon:
    """The program's own: a step that is done."""
    pixmap = QPixmap(128, 128)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(rounded(QRectF(8, 8, 112, 112), 30), LIGHT.accent)
    corners = [QPointF(38, 66), QPointF(56, 84), QPointF(92, 46)]
    bent_line(painter, corners, LIGHT.on_accent, 12)
    painter.end()
    return QIcon(pixmap)
