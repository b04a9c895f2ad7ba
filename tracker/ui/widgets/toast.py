"""How is a person told what was just done, with the way back in reach?"""

from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.ui.theme.paint import CARD_RADIUS, ground, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY
from tracker.ui.widgets.button import Link
from tracker.ui.widgets.text import Text

STAYS: Final = 6000
"""Milliseconds for which a toast is shown; as long as the mouse rests on it, it stays."""
_GAP: Final = 20


class Toast(QWidget):
    """A line over the window's lower edge with one thing to press; it goes by itself."""

    pressed = Signal(str)
    """What the toast's word stands for, as it was given to `say`."""

    def __init__(self, window: QWidget, left: int) -> None:
        super().__init__(window)
        self._left = left
        self._wish = ""
        self._line = Text("", BODY)
        self._link = Link("")
        self._link.clicked.connect(self._on_link_clicked)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._line, 1)
        row.addWidget(self._link)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._line.text()

    def say(self, line: str, wish: str = "", label: str = "") -> None:
        """Show a line; `label` is the word to press and `wish` what it stands for."""
        self._wish = wish
        self._line.setText(line)
        self._link.set_label(label)
        self._link.setVisible(bool(wish))
        self.setAccessibleName(line)
        self.show()
        self.place()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """Stand in the middle of the window's lower edge, beside the rail."""
        window = self.window()
        room = window.width() - self._left - 2 * _GAP
        self._line.setWordWrap(False)
        if self.sizeHint().width() > room:
            self._line.setWordWrap(True)
        width = min(self.sizeHint().width(), room)
        height = max(46, self.heightForWidth(width) if self.hasHeightForWidth() else 0)
        left = self._left + (window.width() - self._left - width) // 2
        self.setGeometry(left, window.height() - height - _GAP, width, height)

    @Slot()
    def _on_link_clicked(self) -> None:
        self.hide()
        self.pressed.emit(self._wish)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay as long as the mouse does."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go in a while."""
        super().leaveEvent(event)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card of its own."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        ground(painter, self.rect(), tokens.surface, tokens.line, CARD_RADIUS)
        painter.end()
