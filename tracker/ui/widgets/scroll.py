"""How does a page scroll that is longer than the window?"""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from tracker.ui.theme.sheet import scroll_sheet
from tracker.ui.theme.tokens import tokens_of

_MARGIN: Final = 28
_BAR: Final = 10


class Scroll(QScrollArea):
    """A page's room: it scrolls downwards only, and nothing moves aside when it begins to."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameStyle(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(_MARGIN, 34, _MARGIN, 28)
        self.column.setSpacing(0)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    @Slot(int, int)
    def _on_range_changed(self, least: int, most: int) -> None:
        """The bar takes its room out of the margin; it is dressed when it is first needed."""
        has_bar = most > least
        if has_bar and not self.verticalScrollBar().styleSheet():
            self._dress()
        margins = self.column.contentsMargins()
        margins.setRight(_MARGIN - _BAR if has_bar else _MARGIN)
        self.column.setContentsMargins(margins)

    def changeEvent(self, event: QEvent) -> None:
        """The bar follows the theme."""
        super().changeEvent(event)
        is_dressed = event.type() == QEvent.Type.PaletteChange and hasattr(self, "column")
        if is_dressed and self.verticalScrollBar().styleSheet():
            self._dress()

    def _dress(self) -> None:
        self.verticalScrollBar().setStyleSheet(scroll_sheet(tokens_of(self)))
