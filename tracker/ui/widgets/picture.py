"""How does a part of the window become a picture in a file?"""

from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from tracker.ui.theme.tokens import tokens_of

SCALE: Final = 2


def png_of(widget: QWidget) -> bytes:
    """The widget as it looks, all of it, at twice its size and in PNG."""
    pixmap = QPixmap(widget.size() * SCALE)
    pixmap.setDevicePixelRatio(SCALE)
    pixmap.fill(tokens_of(widget).bg)
    widget.render(pixmap, QPoint())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().data())
