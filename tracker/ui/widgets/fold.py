"""How does what few people need stay out of the way until it is wanted?"""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.theme.type import BODY
from tracker.ui.widgets.button import Link
from tracker.ui.widgets.text import Text

_APART: Final = 14


class Fold(QWidget):
    """A link that opens what stands behind it; a line says what that comes to until then."""

    def __init__(self, link: str, *hidden: QWidget, line: str = "") -> None:
        super().__init__()
        self.link = Link(link)
        self._line = Text(line, BODY, wraps=True)
        self._hidden = hidden
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self.link)
        below = QVBoxLayout()
        below.setSpacing(_APART)
        column.addLayout(below)
        for widget in hidden:
            below.addWidget(widget)
            widget.hide()
        self._line.setVisible(bool(line))
        self.setFocusProxy(self.link)
        self.link.clicked.connect(self._on_link_clicked)

    def open(self) -> None:
        """Show what stands behind it."""
        self._line.hide()
        self.link.hide()
        for widget in self._hidden:
            widget.show()
        self.setFocusProxy(self._hidden[0])

    @Slot()
    def _on_link_clicked(self) -> None:
        self.open()
        self._hidden[0].setFocus(Qt.FocusReason.TabFocusReason)
