"""How does a page scroll that is longer than the window?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Scroll(QScrollArea):
    """A page's room: it scrolls downwards only, and what is focused is brought into view."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(28, 34, 28, 28)
        self.column.setSpacing(0)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
