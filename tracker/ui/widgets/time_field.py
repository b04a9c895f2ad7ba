"""How does one say a time of day?"""

import re
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTime, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout

from tracker.ui.widgets.framed import Framed

SETTLES: Final = 700
"""Milliseconds after the last step at which a time is taken as meant, so that it is one change."""
_WRITTEN: Final = "HH:mm"
_STEP: Final = 5 * 60
"""The seconds by which a key steps."""
_TYPED: Final = re.compile(r"([0-9]{1,2})(?:[:. ]?([0-9]{2}))?")


def time_in(text: str) -> str | None:
    """The time as HH:MM that was typed as 06:30, 6.30, 0630, 630 or 6; None where it is none."""
    typed = _TYPED.fullmatch(text.strip())
    if typed is None:
        return None
    time = QTime(int(typed[1]), int(typed[2] or 0))
    return time.toString(_WRITTEN) if time.isValid() else None


class TimeField(Framed):
    """A time of day; `settled` once the person has finished with it."""

    settled = Signal(str)
    """The time as HH:MM, where it is another one than was shown."""

    def __init__(self, spoken: str) -> None:
        super().__init__(spoken)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SETTLES)
        self._patience.timeout.connect(self._on_settled)
        self.edit.stepped.connect(self._on_stepped)
        self.edit.returnPressed.connect(self._on_settled)
        self.setFixedWidth(82)
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
            self.edit.write(time)

    @Slot()
    def _on_settled(self) -> None:
        self._patience.stop()
        time = self.time
        self.edit.write(time)
        if time != self._shown:
            self._shown = time
            self.settled.emit(time)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        """Round the clock, as if it were typed."""
        time = QTime.fromString(self.time, _WRITTEN).addSecs(_STEP * by)
        self.edit.write_over(time.toString(_WRITTEN))
        self._patience.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A time that is left is meant."""
        if isinstance(event, QFocusEvent):
            is_left = event.type() == QEvent.Type.FocusOut
            if is_left and event.reason() != Qt.FocusReason.PopupFocusReason:
                self._on_settled()
        return super().eventFilter(watched, event)
