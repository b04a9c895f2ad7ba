"""What does the person see of a fault of ours?"""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from tracker.actions.ports import Clock
from tracker.system.crash import tell, tell_of_threads, write_crash
from tracker.words.window import crash_line, crash_title


class CrashReport(QObject):
    """Catches what nobody expected: writes it down and says where. What was kept stays kept."""

    def __init__(self, window: QWidget, folder: Path, clock: Clock) -> None:
        super().__init__(window)
        self._folder = folder
        self._clock = clock
        self.dialog: QMessageBox | None = None

    def catch(self) -> None:
        """Hear of every fault from now on."""
        sys.excepthook = self.report
        tell_of_threads()

    def report(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a fault down and show where; a second one while the first is shown is only kept."""
        tell(kind, bug, trace)
        try:
            path = str(write_crash(self._folder, self._clock.now(), kind, bug, trace))
        except OSError:
            path = "stderr"
        if self.dialog is None:
            self._show(path)

    def _show(self, path: str) -> None:
        dialog = QMessageBox()
        dialog.setWindowTitle("Routine Tracker")
        dialog.setText(crash_title())
        dialog.setInformativeText(crash_line(path))
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    def _on_finished(self) -> None:
        self.dialog = None
