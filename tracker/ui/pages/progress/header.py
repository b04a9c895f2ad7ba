"""What stands at the page's top: its name, the ranges, and what can be done with all of it?"""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.actions.stats import RANGES, RangeName
from tracker.ui.theme.type import BODY, PAGE_TITLE
from tracker.ui.widgets.button import More
from tracker.ui.widgets.segments import Segments
from tracker.ui.widgets.text import Text
from tracker.words.progress import (
    all_charts_label,
    all_tables_label,
    more_label,
    progress_line,
    progress_title,
    range_label,
    reading_line,
    save_label,
    spoken_range,
)

_NARROW: Final = 600


class Header(QWidget):
    """The title with a line under it, and the ranges beside it, or below it where it is narrow."""

    range_wanted = Signal(str)
    """A `RangeName` was chosen."""
    picked = Signal(str)
    """What is to be done with the page: "save", "tables" or "charts"."""

    def __init__(self) -> None:
        super().__init__()
        self.is_busy = False
        self.title = Text(progress_title(), PAGE_TITLE)
        self.line = Text(progress_line(), BODY, muted=True, wraps=True)
        self.ranges = Segments(((code, range_label(code)) for code in RANGES), is_apart=True)
        self.more = More(more_label(progress_title()), is_framed=True)
        self.more.clicked.connect(self._on_more_clicked)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        titles = QVBoxLayout()
        titles.setSpacing(4)
        titles.addWidget(self.title)
        titles.addWidget(self.line)
        self._box.addLayout(titles, 1)
        self._row = self._range_row()
        self._box.addWidget(self._row, 0, Qt.AlignmentFlag.AlignLeft)

    def _range_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self.ranges.call(map(spoken_range, RANGES))
        self.ranges.wished.connect(self._on_wished)
        line.addWidget(self.ranges)
        line.addWidget(self.more)
        return row

    def show_range(self, range_name: RangeName) -> None:
        """Show which range is seen."""
        self.ranges.show_code(range_name)

    def take_focus(self) -> None:
        """Let the keyboard go on at the range that is seen."""
        self.ranges.take_focus()

    def show_choice(self, *, is_there: bool) -> None:
        """Offer ranges and the menu only where there is something to see."""
        self._row.setVisible(is_there)

    def show_busy(self, *, is_busy: bool) -> None:
        """Own up to reading that takes longer than a moment."""
        self.is_busy = is_busy
        self.line.setText(reading_line() if is_busy else progress_line())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ranges stand beside the title where there is room."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    @Slot(str)
    def _on_wished(self, code: str) -> None:
        """Marked at once: reading the range takes a moment."""
        self.ranges.show_code(code)
        self.range_wanted.emit(code)

    @Slot()
    def _on_more_clicked(self) -> None:
        from tracker.ui.widgets.menus import Menu  # noqa: PLC0415, when it is wanted

        menu = Menu(self, self.more.label)
        menu.add("save", save_label())
        menu.add("tables", all_tables_label())
        menu.add("charts", all_charts_label())
        menu.picked.connect(self.picked)
        corner = self.more.mapToGlobal(self.more.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), -4))
