"""How does one say a time of day?"""

import re
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTime, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tracker.ui.theme.paint import CONTROL_RADIUS, ground, painter_on, ring
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, font
from tracker.ui.widgets.spoken import name

SETTLES: Final = 700
"""Milliseconds after the last step at which a time is taken as meant, so that it is one change."""
_WRITTEN: Final = "HH:mm"
_STEPS: Final = {Qt.Key.Key_Up: 5, Qt.Key.Key_Down: -5}
"""The minutes by which a key steps."""
_TYPED: Final = re.compile(r"([0-9]{1,2})(?:[:. ]?([0-9]{2}))?")


def time_in(text: str) -> str | None:
    """The time as HH:MM that was typed as 06:30, 6.30, 0630, 630 or 6; None where it is none."""
    typed = _TYPED.fullmatch(text.strip())
    if typed is None:
        return None
    time = QTime(int(typed[1]), int(typed[2] or 0))
    return time.toString(_WRITTEN) if time.isValid() else None


class _Edit(QLineEdit):
    """A bare line to type a time in, all of which is selected when one comes to it."""

    stepped = Signal(int)
    """Up or Down was pressed: by so many minutes."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self._is_fresh = False
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(font(BODY))
        name(self, spoken)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's, unless something is just being typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            is_undo = event.matches(keys.Undo) or event.matches(keys.Redo)
            if is_undo and not self.isModified():
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step."""
        minutes = _STEPS.get(Qt.Key(event.key()))
        if minutes is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(minutes)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes here wants to write another time."""
        super().focusInEvent(event)
        self._is_fresh = event.reason() == Qt.FocusReason.MouseFocusReason
        self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press that led here has put the cursor somewhere, and selected nothing."""
        super().mouseReleaseEvent(event)
        if self._is_fresh and not self.hasSelectedText():
            self.selectAll()
        self._is_fresh = False


class TimeField(QWidget):
    """A time of day; `settled` once the person has finished with it."""

    settled = Signal(str)
    """The time as HH:MM, where it is another one than was shown."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.edit = _Edit(spoken)
        self._shown = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SETTLES)
        self._patience.timeout.connect(self._on_settled)
        self.edit.stepped.connect(self._on_stepped)
        self.edit.returnPressed.connect(self._on_settled)
        self.edit.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.edit)
        self.setFixedSize(82, 36)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 6, 5)
        row.addWidget(self.edit)

    @property
    def time(self) -> str:
        """The time in the field, as HH:MM; what was last shown where it holds none."""
        return time_in(self.edit.text()) or self._shown

    def show_time(self, time: str) -> None:
        """Show a time; what is just being typed is left alone."""
        self._shown = time
        if not self.edit.isModified():
            self._write(time)

    def _write(self, time: str) -> None:
        """Write a time that is not the person's; the next key writes over it."""
        self.edit.setText(time)
        if self.edit.hasFocus():
            self.edit.selectAll()

    @Slot()
    def _on_settled(self) -> None:
        self._patience.stop()
        time = self.time
        self._write(time)
        if time != self._shown:
            self._shown = time
            self.settled.emit(time)

    @Slot(int)
    def _on_stepped(self, minutes: int) -> None:
        """Round the clock, as if it were typed."""
        time = QTime.fromString(self.time, _WRITTEN).addSecs(60 * minutes)
        self.edit.selectAll()
        self.edit.insert(time.toString(_WRITTEN))
        self.edit.selectAll()
        self._patience.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring comes and goes with the keyboard; a time that is left is meant."""
        if isinstance(event, QFocusEvent):
            self.update()
            is_left = event.type() == QEvent.Type.FocusOut
            if is_left and event.reason() != Qt.FocusReason.PopupFocusReason:
                self._on_settled()
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
