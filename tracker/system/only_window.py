"""How does one window stay the only one for its data folder?"""

from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer

from tracker.system.doorbell import HEARD, bell, lock_file
from tracker.system.umask import for_this_person


class OnlyWindow(QObject):
    """Holds the lock of a data folder, and listens for a second start."""

    called = Signal()
    """A second process started and gave way: the window should come to the front."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._bell = str(bell(folder))
        self._lock = QLockFile(str(lock_file(folder)))
        # A window may be open for weeks; only a holder that has died makes a lock stale.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def claim(self) -> bool:
        """Become the only window; False where another one is open."""
        with for_this_person():
            if not self._lock.tryLock(0):
                return False
            QLocalServer.removeServer(self._bell)
            self._server.listen(self._bell)
        return True

    def release(self) -> None:
        """Let another window open."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_new_connection(self) -> None:
        while self._server.hasPendingConnections():
            line = self._server.nextPendingConnection()
            line.write(HEARD)
            line.flush()
            line.disconnected.connect(line.deleteLater)
            line.disconnectFromServer()
            self.called.emit()
