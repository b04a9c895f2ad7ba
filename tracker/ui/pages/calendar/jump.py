"""How does one get to a month that is far away?"""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tracker.domain.day import Day
from tracker.ui.pages.calendar.moves import in_month
from tracker.ui.theme.sheet import field_sheet
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, SMALL, font
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.card import Card, Wrapped
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.spoken import name
from tracker.ui.widgets.text import Text
from tracker.words.calendar import year_fault, year_label
from tracker.words.dates import month_name, month_short


class Jump(Card):
    """A year, and its twelve months. Enter in the year goes to the same month of it."""

    day_wanted = Signal(object)
    """A `Day` of the month that was chosen."""
    left = Signal()
    """Esc: nowhere else."""

    def __init__(self) -> None:
        super().__init__()
        self._day: Day | None = None
        self.year = QLineEdit()
        self.year.setFont(font(BODY))
        self.year.setFixedWidth(84)
        name(self.year, year_label())
        self.year.returnPressed.connect(self._on_entered)
        self.fault = Wrapped("", SMALL)
        self.fault.hide()
        self.months = [Button(month_short(Day(2001, month, 1)), "quiet") for month in range(1, 13)]
        for month, button in enumerate(self.months, start=1):
            name(button, month_name(Day(2001, month, 1)))
            button.clicked.connect(partial(self._go, month))
        self._lay_out()
        self._dress()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(14, 10, 14, 10)
        flow = Flow(2)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 8, 0)
        line.addWidget(Text(year_label(), SMALL, muted=True))
        line.addWidget(self.year)
        flow.addWidget(row)
        for button in self.months:
            flow.addWidget(button)
        self.column.addLayout(flow)
        self.column.addWidget(self.fault)

    def begin(self, day: Day) -> None:
        """Open at the month of `day`, with the keyboard in the year."""
        self._day = day
        self.year.setText(str(day.year))
        self.fault.hide()
        self.show()
        self.year.setFocus(Qt.FocusReason.OtherFocusReason)
        self.year.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The field follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "year"):
            self._dress()

    def _dress(self) -> None:
        self.year.setStyleSheet(field_sheet(tokens_of(self)))

    @Slot()
    def _on_entered(self) -> None:
        if self._day is not None:
            self._go(self._day.month)

    def _go(self, month: int) -> None:
        year = self.year.text().strip()
        is_number = year.isascii() and year.isdecimal() and len(year) < 6
        target = in_month(self._day, int(year), month) if is_number and self._day else None
        if target is None:
            self.fault.setText(year_fault(Day.min.year, Day.max.year))
            self.fault.show()
            self.year.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.day_wanted.emit(target)
