"""When does another hour, and with it perhaps another day, begin?"""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from tracker.actions.ports import Clock

_LONGEST: Final = 57_000
"""Milliseconds between two looks at the wall clock: sleep and clock jumps show within a minute.

A coarse timer may be late by a twentieth, and one that the machine slept through goes on where it
was.
"""


class DayWatch(QObject):
    """Aims at the next full hour, on which a person's day can begin, and looks each minute."""

    turned = Signal()
    """The hour is another one than before, by the wall clock."""
    looked = Signal()
    """A minute has passed."""

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._hour = _hour_of(clock.now())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._aim()

    def look(self) -> None:
        """Compare the wall clock with what was known."""
        hour = _hour_of(self._clock.now())
        if hour != self._hour:
            self._hour = hour
            self.turned.emit()

    @Slot()
    def _on_timeout(self) -> None:
        self.look()
        self.looked.emit()
        self._aim()

    def _aim(self) -> None:
        self._timer.start(min(_LONGEST, to_next_hour(self._clock.now())))


def to_next_hour(now: datetime) -> int:
    """Milliseconds from `now` to just after the next full hour."""
    past = timedelta(minutes=now.minute, seconds=now.second, microseconds=now.microsecond)
    return (timedelta(hours=1) - past) // timedelta(milliseconds=1) + 50


def _hour_of(moment: datetime) -> datetime:
    # Without the zone: aware moments are compared by the instant, and a traveller's clock jumps.
    return moment.replace(minute=0, second=0, microsecond=0, tzinfo=None)
