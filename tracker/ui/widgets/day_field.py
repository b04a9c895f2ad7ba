"""How does one say a day?"""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from tracker.domain.day import FIRST_DAY, LAST_DAY, Day, Weekday
from tracker.ui.theme.paint import CONTROL_RADIUS, chevron, ground, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.widgets.framed import HEIGHT, Framed
from tracker.ui.widgets.month_popup import MonthPopup
from tracker.ui.widgets.pressable import Pressable
from tracker.words.dates import short_day
from tracker.words.form import pick_day
from tracker.words.typed import day_in

SETTLES: Final = 300
"""Milliseconds after the last key at which a day is taken as meant."""


class _Opener(Pressable):
    """What opens the month; the keyboard does it from the line itself."""

    def __init__(self, spoken: str) -> None:
        super().__init__(spoken, Qt.FocusPolicy.NoFocus)
        self.setFixedSize(32, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An arrow downwards, on a ground under the mouse."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.underMouse():
            inner = self.rect().adjusted(1, 3, -3, -3)
            ground(painter, inner, tokens.sunken, None, CONTROL_RADIUS - 2)
        chevron(painter, QPointF(self.rect().center()), tokens.muted, is_down=True)
        painter.end()


class DayField(Framed):
    """A day: typed, stepped to with Up and Down, or picked from a month (Alt+Down)."""

    changed = Signal(object)
    """The `Day` that is meant now; None where what was typed is no day."""

    def __init__(self, spoken: str, day: Day, today: Day, week_start: Weekday = "mon") -> None:
        """`today` is where days are seen from; a month's weeks begin on `week_start`."""
        super().__init__(spoken)
        self.opener = _Opener(pick_day(spoken))
        self.popup: MonthPopup | None = None
        self._told: Day | None = day
        self._today, self._week_start = today, week_start
        self._written = ("", day)
        self._is_month_first = _is_month_first()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SETTLES)
        self._lay_out()
        self._listen()
        self._write(day)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(150)
        self.setMaximumWidth(320)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.edit, 1)
        row.addWidget(self.opener)

    def _listen(self) -> None:
        self._patience.timeout.connect(self._on_paused)
        self.edit.textEdited.connect(self._patience.start)
        self.edit.stepped.connect(self._on_stepped)
        self.edit.returnPressed.connect(self._on_settled)
        self.opener.clicked.connect(self.open_month)

    @property
    def day(self) -> Day | None:
        """The day in the field; None where what stands there is none."""
        text, (written, day) = self.edit.text(), self._written
        if text == written:
            return day
        return day_in(text, self._today, is_month_first=self._is_month_first)

    def show_day(self, day: Day) -> None:
        """Show another day, which nobody is told of."""
        self._told = day
        self._write(day)

    def _write(self, day: Day) -> None:
        self._written = (self._shown(day), day)
        self.edit.write(self._written[0])

    def _shown(self, day: Day) -> str:
        """With its year, unless one means the same day without it."""
        brief = short_day(day)
        return brief if day_in(brief, self._today) == day else short_day(day, Day.min)

    @Slot()
    def open_month(self) -> None:
        """Open the month to pick from, under the field."""
        self.popup = MonthPopup(self, self.day or self._today, self._today, self._week_start)
        self.popup.picked.connect(self._on_picked)
        self.popup.closed.connect(self._on_closed)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.popup.open()

    def _is_typed(self) -> bool:
        """Whether a day stands there as it was typed, and was not written anew yet."""
        return self.day is not None and self.edit.text() != self._written[0]

    def _settle(self, *, is_final: bool) -> None:
        """Take what stands there as meant; while it is typed, a text that is no day may become one.

        The day is written anew only once the person is done with it.
        """
        self._patience.stop()
        day = self.day
        if is_final and day is not None:
            self._write(day)
        if day != self._told and (is_final or day is not None):
            self._told = day
            self.changed.emit(day)

    @Slot()
    def _on_paused(self) -> None:
        self._settle(is_final=False)

    @Slot()
    def _on_settled(self) -> None:
        self._settle(is_final=True)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        """What is written then is known, in whatever language it is."""
        day = self.day or self._today
        if day != (LAST_DAY if by > 0 else FIRST_DAY):
            stepped = day + timedelta(days=by)
            self._written = (self._shown(stepped), stepped)
            self.edit.write_over(self._written[0])
            self._patience.start()

    @Slot(object)
    def _on_picked(self, day: Day) -> None:
        self._write(day)
        self._settle(is_final=True)

    @Slot()
    def _on_closed(self) -> None:
        self.popup = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A day that is left is meant, and one that is entered; Enter then does nothing else."""
        if isinstance(event, QFocusEvent):
            is_left = event.type() == QEvent.Type.FocusOut
            if is_left and event.reason() != Qt.FocusReason.PopupFocusReason:
                self._on_settled()
        elif isinstance(event, QKeyEvent) and _opens(event):
            self.open_month()
            return True
        elif isinstance(event, QKeyEvent) and _enters(event) and self._is_typed():
            self._on_settled()
            return True
        return super().eventFilter(watched, event)


def _enters(event: QKeyEvent) -> bool:
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.type() == QEvent.Type.KeyPress and event.key() in keys


def _opens(event: QKeyEvent) -> bool:
    """Alt+Down, as everywhere."""
    is_down = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
    return is_down and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def _is_month_first() -> bool:
    """Whether the person's own figures of a day begin with the month."""
    figures = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return 0 <= figures.find("M") < figures.find("d")
