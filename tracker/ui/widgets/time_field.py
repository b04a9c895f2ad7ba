"""How does one say a time of day?"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTime, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QWidget

from tracker.ui.theme.paint import CONTROL_RADIUS, ground, painter_on, ring
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, font
from tracker.ui.widgets.spoken import name

SETTLES: Final = 700
"""Milliseconds after the last key at which a time is taken as meant, so that it is one change."""
_WRITTEN: Final = "HH:mm"


class _Edit(QTimeEdit):
    """A bare line to type a time in, or to step it with the arrows."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.setDisplayFormat(_WRITTEN)
        self.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(font(BODY))
        self.lineEdit().installEventFilter(self)
        name(self, spoken)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's: what was typed here is kept as soon as it is meant."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click selects the hour or the minute, so that typing replaces it."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.setSelectedSection(self.currentSection())
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which is what is meant to move."""
        event.ignore()


class TimeField(QWidget):
    """A time of day; `settled` once the person has finished with it."""

    settled = Signal(str)
    """The time as HH:MM, where it is another one than was shown."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.edit = _Edit(spoken)
        self._shown = self.time
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SETTLES)
        self._patience.timeout.connect(self._on_settled)
        self.edit.timeChanged.connect(self._patience.start)
        self.edit.editingFinished.connect(self._on_settled)
        self.edit.installEventFilter(self)
        self.setFixedSize(82, 36)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 6, 5)
        row.addWidget(self.edit)

    @property
    def time(self) -> str:
        """The time in the field, as HH:MM."""
        return self.edit.time().toString(_WRITTEN)

    def show_time(self, time: str) -> None:
        """Show a time; what is just being typed is left alone."""
        self._shown = time
        if not self._patience.isActive():
            self.edit.blockSignals(True)
            self.edit.setTime(QTime.fromString(time, _WRITTEN))
            self.edit.blockSignals(False)

    @Slot()
    def _on_settled(self) -> None:
        self._patience.stop()
        if self.time != self._shown:
            self._shown = self.time
            self.settled.emit(self.time)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring comes and goes with the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field of its own, with a ring where the keyboard is."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        ground(painter, self.rect(), tokens.surface, tokens.muted, CONTROL_RADIUS)
        if self.edit.hasFocus():
            ring(painter, self.rect(), CONTROL_RADIUS, tokens.accent)
        painter.end()
