"""What stands over the month: its name, the ways to others, and how else it can be read?"""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tracker.domain.day import Day
from tracker.ui.pages.calendar.moves import months_on
from tracker.ui.theme.type import PAGE_TITLE
from tracker.ui.widgets.arrow import Arrow
from tracker.ui.widgets.button import Button, More
from tracker.ui.widgets.text import Text
from tracker.words import calendar as words
from tracker.words.progress import more_label

_NARROW: Final = 420


class Header(QWidget):
    """The month's name, and beside it what leads to another."""

    month_wanted = Signal(int)
    """So many months on, or back."""
    today_wanted = Signal()
    """Back to today."""
    jump_wanted = Signal()
    """To a month far away."""
    table_wanted = Signal()
    """The month is to be read as a table, or as a calendar again."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", PAGE_TITLE)
        self.back = Arrow(words.month_before(), is_right=False)
        self.today = Button(words.today_label())
        self.on = Arrow(words.month_after(), is_right=True)
        self.more = More(more_label(words.calendar_title()), is_framed=True)
        self._has_table = False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self.title, 1)
        self._box.addWidget(self._row(), 0, Qt.AlignmentFlag.AlignLeft)
        self.back.clicked.connect(self._on_back_clicked)
        self.on.clicked.connect(self._on_on_clicked)
        self.today.clicked.connect(self.today_wanted)
        self.more.clicked.connect(self._on_more_clicked)

    def _row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.back, self.today, self.on, self.more):
            line.addWidget(part)
        return row

    def show_month(self, day: Day) -> None:
        """Show which month is seen; at the ends of all time nothing leads on."""
        self.title.setText(words.month_title(day))
        self.back.setEnabled(months_on(day, -1) is not None)
        self.on.setEnabled(months_on(day, 1) is not None)

    def show_table(self, *, is_shown: bool) -> None:
        """Show whether the month is read as a table now."""
        self._has_table = is_shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ways stand beside the name where there is room."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    @Slot()
    def _on_back_clicked(self) -> None:
        self.month_wanted.emit(-1)

    @Slot()
    def _on_on_clicked(self) -> None:
        self.month_wanted.emit(1)

    @Slot()
    def _on_more_clicked(self) -> None:
        from tracker.ui.widgets.menus import Menu  # noqa: PLC0415, when it is wanted

        menu = Menu(self, self.more.label)
        menu.add("jump", words.jump_label())
        menu.add("table", words.table_toggle(is_shown=self._has_table))
        menu.picked.connect(self._on_picked)
        corner = self.more.mapToGlobal(self.more.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), -4))

    @Slot(str)
    def _on_picked(self, code: str) -> None:
        (self.jump_wanted if code == "jump" else self.table_wanted).emit()
