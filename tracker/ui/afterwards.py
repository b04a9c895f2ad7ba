"""What does the window need that can wait until it has been seen?"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from tracker.actions.ports import Clock
from tracker.ui.desk import Desk
from tracker.ui.window import Window


class Afterwards(QObject):
    """Everything else, begun by the first frame: the store, the watches, the lock, the icon."""

    def __init__(self, app: QApplication, window: Window, desk: Desk, database: Path) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._desk = desk
        self._database = database
        window.painted.connect(self._on_painted)

    @property
    def _clock(self) -> Clock:
        return self._desk.clock

    @Slot()
    def _on_painted(self) -> None:
        """Not before the frame stands on the screen."""
        QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        self._desk.open()
        self._be_only()
        self._watch()

    def _be_only(self) -> None:
        """Give way to a window that opened while this one did."""
        from tracker.system.doorbell import ring  # noqa: PLC0415, the first frame comes first
        from tracker.system.only_window import OnlyWindow  # noqa: PLC0415

        only = OnlyWindow(self._database.parent, self)
        only.called.connect(self._window.come_forward)
        if only.claim():
            self._app.aboutToQuit.connect(only.release)
        elif ring(self._database.parent):
            self._window.close()

    def _watch(self) -> None:
        from tracker.system.day_watch import DayWatch  # noqa: PLC0415
        from tracker.system.file_watch import FileWatch  # noqa: PLC0415

        day = DayWatch(self._clock, self)
        day.turned.connect(self._window.reload)
        day.looked.connect(self._desk.look_elsewhere)
        self._files = FileWatch(self._database, self)
        self._files.stirred.connect(self._desk.look_elsewhere)
        self._desk.opened.connect(self._files.watch)
