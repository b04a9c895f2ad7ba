"""How is the calendar laid out: the month, the day beside it, and what the month came to?"""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.actions.views.calendar import CalendarView
from tracker.domain.day import Day
from tracker.ui.pages.calendar.day_panel import DayPanel
from tracker.ui.pages.calendar.header import Header
from tracker.ui.pages.calendar.jump import Jump
from tracker.ui.pages.calendar.month_card import MonthCard
from tracker.ui.pages.calendar.month_grid import MonthGrid
from tracker.ui.pages.calendar.moves import months_on
from tracker.ui.theme.type import BODY, SMALL
from tracker.ui.widgets.card import Wrapped
from tracker.ui.widgets.data_table import DataTable
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.text import Text
from tracker.words import calendar as words

_NARROW: Final = 640
"""The width of both columns under which the right one moves below the month."""
_SHARE: Final = 0.3125
_LEAST: Final = 250
_MOST: Final = 340
_GAP: Final = 18
_APART: Final = 12
_BELOW: Final = 520
"""How high the month is at most where the day stands below it."""
_ANY: Final = 16777215
_DAYS: Final = 42
"""Rows of the table: it has a day each, and the page scrolls."""


class CalendarPage(Scroll):
    """The page; draws a view and passes on what is wished."""

    day_wanted = Signal(object)
    """A `Day` is to be shown; None: today."""
    day_opened = Signal(object)
    """A `Day` is to be opened on Today."""
    form_wanted = Signal(str)
    """A form is to stand in the day's place: "pause", "treatment", or "shift:" and a step's id."""

    def __init__(self) -> None:
        super().__init__()
        self.view: CalendarView | None = None
        self.header, self.jump = Header(), Jump()
        self.grid, self.panel, self.card = MonthGrid(), DayPanel(), MonthCard()
        self.table: DataTable | None = None
        self.form: QWidget | None = None
        self.supposed = Wrapped(words.supposed_line(), SMALL, muted=True)
        self._empty = Text(words.no_routine_line(), BODY, muted=True, wraps=True)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._side = QWidget()
        self._body = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        margins = self.column.contentsMargins()
        self.column.setContentsMargins(margins.left(), 24, margins.right(), 24)
        for part, space in ((self.header, _APART), (self.jump, 0), (self._empty, 0)):
            self.column.addWidget(part)
            self.column.addSpacing(space)
        self.column.addWidget(self.supposed)
        self.column.addWidget(self._body, 1)
        self._left.addWidget(self.grid, 1)
        self._left.addStretch(0)
        self._right.setSpacing(16)
        self._right.addWidget(self.panel, 1)
        self._right.addWidget(self.card)
        for column in (self._left, self._right, self._box):
            column.setContentsMargins(0, 0, 0, 0)
        self._side.setLayout(self._right)
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._box.setSpacing(_GAP)
        self._box.addLayout(self._left, 1)
        self._box.addWidget(self._side)
        for hidden in (self.jump, self.supposed, self._empty):
            hidden.hide()

    def _connect(self) -> None:
        self.grid.day_wanted.connect(self.day_wanted)
        self.grid.jump_wanted.connect(self._on_jump_wanted)
        self.grid.day_opened.connect(self._on_day_opened)
        self.panel.opened.connect(self._on_day_opened)
        self.card.form_wanted.connect(self.form_wanted)
        self.header.month_wanted.connect(self._on_month_wanted)
        self.header.today_wanted.connect(partial(self.day_wanted.emit, None))
        self.header.jump_wanted.connect(self._on_jump_wanted)
        self.header.table_wanted.connect(self._on_table_wanted)
        self.jump.day_wanted.connect(self._on_jumped)
        self.jump.left.connect(self._on_jump_left)

    # --- what is shown ---

    def show_view(self, view: CalendarView) -> None:
        """Show a month, and one of its days in full."""
        self.view = view
        self.header.show_month(view.day)
        self.grid.show_view(view)
        self.panel.show_view(view)
        self.card.show_view(view)
        self.supposed.setVisible(view.is_supposed)
        self._empty.setVisible(not view.has_steps)
        self._side.setVisible(view.has_steps)
        self._bound_grid()
        if self.table is not None:
            self.table.show_table(words.month_table(view))

    def select(self, day: Day) -> None:
        """Name the month of a day, and select it where it is in sight; it is being read."""
        self.header.show_month(day)
        self.grid.select(day)

    def show_form(self, form: QWidget | None) -> None:
        """Let a form stand in the day's place; None: the day again."""
        if self.form is not None:
            self._right.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = form
        if form is not None:
            self._right.insertWidget(0, form)
            form.show()
            self.ensureWidgetVisible(form)
        else:
            self.verticalScrollBar().setValue(0)
        self.panel.setVisible(form is None)
        self._right.setStretch(0, 1)

    def take_focus(self) -> None:
        """Let the keyboard go on in the month."""
        (self.grid if self.table is None else self.table).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The day stands beside the month where there is room."""
        super().resizeEvent(event)
        margins = self.column.contentsMargins()
        width = event.size().width() - margins.left() - margins.right()
        way = QBoxLayout.Direction
        if width < _NARROW:
            self._box.setDirection(way.TopToBottom)
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_ANY)
        else:
            self._box.setDirection(way.LeftToRight)
            self._side.setFixedWidth(min(_MOST, max(_LEAST, round(width * _SHARE))))
        self._bound_grid()

    def _bound_grid(self) -> None:
        """Beside a day with much to say the month stays as high as the window."""
        margins = self.column.contentsMargins()
        above = [part for part in (self.header, self.jump, self.supposed) if not part.isHidden()]
        apart = _APART if len(above) > 1 else 0
        self._box.setContentsMargins(0, apart, 0, 0)
        taken = sum(part.sizeHint().height() for part in above) + _APART + apart
        room = self.viewport().height() - margins.top() - margins.bottom() - taken
        is_beside = self._box.direction() == QBoxLayout.Direction.LeftToRight
        self.grid.setMaximumHeight(max(self.grid.minimumHeight(), room if is_beside else _BELOW))

    # --- what is wished ---

    @Slot(object)
    def _on_day_opened(self, day: Day) -> None:
        """A day is opened where Today can show it."""
        if self.view is not None and self.view.shown.is_in_reach:
            self.day_opened.emit(day)

    @Slot(int)
    def _on_month_wanted(self, months: int) -> None:
        shown = self.grid.selected
        target = None if shown is None else months_on(shown, months)
        if target is not None:
            self.day_wanted.emit(target)

    @Slot()
    def _on_jump_wanted(self) -> None:
        if self.grid.selected is not None and not self.jump.isVisible():
            self.jump.begin(self.grid.selected)
            self._bound_grid()
        else:
            self._on_jump_left()

    @Slot(object)
    def _on_jumped(self, day: Day) -> None:
        self._on_jump_left()
        self.day_wanted.emit(day)

    @Slot()
    def _on_jump_left(self) -> None:
        self.jump.hide()
        self._bound_grid()
        self.take_focus()

    @Slot()
    def _on_table_wanted(self) -> None:
        if self.table is None and self.view is not None:
            self.table = DataTable(
                words.month_title(self.view.day), words.month_table(self.view), _DAYS
            )
            self.table.left.connect(self._on_table_wanted)
            self._left.insertWidget(0, self.table, 0, Qt.AlignmentFlag.AlignTop)
        elif self.table is not None:
            self._left.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        self.grid.setVisible(self.table is None)
        self.header.show_table(is_shown=self.table is not None)
        self.take_focus()
