"""From what does one pick a day?"""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.day import FIRST_DAY, LAST_DAY, Day, Weekday, add_months
from tracker.ui.theme.paint import (
    CENTRE,
    CONTROL_RADIUS,
    focus_ring,
    ground,
    painter_on,
    pointer,
    write,
)
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import NAME
from tracker.ui.widgets.month_days import MonthDays
from tracker.ui.widgets.pressable import Pressable
from tracker.words.calendar import month_after, month_before, month_title

_KEYS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class _Turn(Pressable):
    """Leads a month on or back."""

    def __init__(self, by: int) -> None:
        super().__init__(month_after() if by > 0 else month_before(), Qt.FocusPolicy.NoFocus)
        self.by = by
        self.setFixedSize(QSize(34, 34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """An arrow to a side, on a ground under the mouse."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.underMouse():
            ground(painter, self.rect(), tokens.sunken, None, CONTROL_RADIUS)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        pointer(painter, QPointF(self.rect().center()), tokens.text, is_right=self.by > 0)
        painter.end()


class _Title(QWidget):
    """Which month it is."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the middle."""
        del event
        painter = painter_on(self)
        write(painter, self.rect(), self.text, NAME, tokens_of(self).text, CENTRE)
        painter.end()


class MonthPopup(QWidget):
    """A month over the window: arrows go by days and weeks, Page Up and Down by months.

    Enter or a click picks, Esc leaves.
    """

    picked = Signal(object)
    """The `Day` that was picked."""
    closed = Signal()
    """It is gone, whether or not a day was picked."""

    def __init__(self, owner: QWidget, day: Day, today: Day, week_start: Weekday) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = _Title()
        self.days = MonthDays(day, today, week_start)
        self.turns = [_Turn(-1), _Turn(1)]
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.turns[0])
        head.addWidget(self._title, 1)
        head.addWidget(self.turns[1])
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.days)
        for turn in self.turns:
            turn.clicked.connect(self._on_turned)
        self.days.moved.connect(self._on_moved)
        self.days.picked.connect(self._on_picked)
        self._on_moved(day)

    def open(self) -> None:
        """Show it, wholly on the screen, and let the keyboard go on there."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        at = self.geometry()
        at.moveRight(min(at.right(), screen.right()))
        at.moveBottom(min(at.bottom(), screen.bottom()))
        self.move(at.topLeft())
        self.show()
        self.days.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """By months; Esc leaves."""
        by = _KEYS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif by is not None:
            self._turn(by)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the field."""
        super().closeEvent(event)
        self.closed.emit()

    def _turn(self, by: int) -> None:
        day = add_months(self.days.day, by)
        self.days.show_day(min(max(day, FIRST_DAY), LAST_DAY))

    @Slot()
    def _on_turned(self) -> None:
        turn = self.sender()
        if isinstance(turn, _Turn):
            self._turn(turn.by)

    @Slot(object)
    def _on_moved(self, day: Day) -> None:
        self._title.text = month_title(day)
        self._title.update()

    @Slot(object)
    def _on_picked(self, day: Day) -> None:
        self.picked.emit(day)
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground with a hairline; a popup has no corners to see through."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        ground(painter, self.rect(), tokens.surface, tokens.muted, 0)
        painter.end()
