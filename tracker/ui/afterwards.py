"""What does the window need that can wait until it has been seen?"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from tracker.ui.window import Window

if TYPE_CHECKING:
    from tracker.actions.backups import Backups
    from tracker.actions.ports import Clock
    from tracker.ui.conduct import Conduct
    from tracker.ui.desk import Desk
    from tracker.ui.held import WatchedStore

# Whatever is imported below stands where it is, so that the first frame need not wait for it.
# ruff: noqa: PLC0415


class Afterwards(QObject):
    """Everything else, begun by the first frame: faults, the store, conduct, watches, the lock."""

    def __init__(
        self,
        window: Window,
        opening: "Callable[[], WatchedStore]",
        backups: "Callable[[], Backups]",
        database: Path,
        clock: "Clock",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._backups = backups
        self._database = database
        self._clock = clock
        self.desk: Desk | None = None
        self.conduct: Conduct | None = None
        window.painted.connect(self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        """Not before the frame stands on the screen."""
        QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        """All imports of the window come first: none may run while the store's thread imports."""
        from tracker.system.day_watch import DayWatch
        from tracker.system.doorbell import ring
        from tracker.system.file_watch import FileWatch
        from tracker.system.only_window import OnlyWindow
        from tracker.ui.conduct import Conduct
        from tracker.ui.crash import CrashReport
        from tracker.ui.desk import Desk
        from tracker.ui.reminding import Reminding
        from tracker.ui.theme.icons import window_icon
        from tracker.ui.widgets.spoken import release

        self._window.today.face.complete()
        CrashReport(self._window, self._database.parent, self._clock).catch()
        only = OnlyWindow(self._database.parent, self)
        if not only.claim() and ring(self._database.parent):
            self._window.close()
            return
        only.called.connect(self._window.come_forward)
        desk = self.desk = Desk(self._opening, self._clock)
        desk.setParent(self)
        conduct = self.conduct = Conduct(self._window, desk, self._backups)
        reminding = Reminding(self._window, desk)
        release()
        desk.open()
        day = DayWatch(self._clock, self)
        day.turned.connect(conduct.reload)
        day.turned.connect(conduct.restoring.keep_daily)
        day.looked.connect(desk.look_elsewhere)
        day.looked.connect(reminding.look)
        files = FileWatch(self._database, self)
        files.stirred.connect(desk.look_elsewhere)
        desk.opened.connect(files.watch)
        self._window.closed.connect(only.release)
        self._window.setWindowIcon(window_icon())
        conduct.deeds.keys.begin()
