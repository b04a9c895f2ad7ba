"""How does an icon get the colour of the text beside it?"""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

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
