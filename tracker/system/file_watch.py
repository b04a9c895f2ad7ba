"""Did something happen in the data folder that may be another process's write?"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

_GATHERS: Final = 80
"""Milliseconds after a first stir in which further ones are taken as the same write."""


class FileWatch(QObject):
    """Watches a file and its folder: a database's journal comes and goes with every write."""

    stirred = Signal()
    """The file or its folder changed a moment ago: told once for all that stirred meanwhile."""

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_stirred)
        self._watcher.directoryChanged.connect(self._on_stirred)
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHERS)
        self._gather.timeout.connect(self.stirred)
        self.watch()

    @Slot()
    def watch(self) -> None:
        """Watch whatever of it is there; a file that is replaced has to be entered anew."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [str(path) for path in (self._file, self._file.parent) if path.exists()]
        missing = [path for path in wanted if path not in watched]
        if missing:
            self._watcher.addPaths(missing)

    @Slot(str)
    def _on_stirred(self, path: str) -> None:
        del path
        self.watch()
        if not self._gather.isActive():
            self._gather.start()
