"""How does the window show a note on the desktop, and hear of it on its own thread?"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from tracker.actions.ports import Note
from tracker.system.notifications.heard import Closed, Heard, Pressed

if TYPE_CHECKING:
    from tracker.system.notifications.messenger import Messenger


class DesktopNotes(QObject):
    """Notes on the person's desktop; the service is first looked for when there is one to show."""

    pressed = Signal(str, str)
    """A note's key, and what the pressed button stands for; the note is gone."""
    closed = Signal(str)
    """The key of a note that the person closed, or that went by itself."""
    turned = Signal(bool)
    """Whether the service is there: anew and empty, or no more, with what was to be shown."""
    _heard = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._messenger: Messenger | None = None
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    def show(self, note: Note) -> None:
        """Show a note, in place of the one with the same key."""
        if self._messenger is None:
            from tracker.system.notifications.messenger import Messenger  # noqa: PLC0415, rarely

            self._messenger = Messenger(self._heard.emit)
        self._messenger.show(note)

    def withdraw(self, key: str) -> None:
        """Take the note away, where it is shown."""
        if self._messenger is not None:
            self._messenger.withdraw(key)

    @Slot()
    def finish(self) -> None:
        """Take every note away; what is shown later begins anew."""
        if self._messenger is not None:
            self._messenger.finish()
            self._messenger = None

    @Slot(object)
    def _on_heard(self, heard: Heard) -> None:
        match heard:
            case Pressed(key, wish):
                self.pressed.emit(key, wish)
            case Closed(key):
                self.closed.emit(key)
            case _:
                self.turned.emit(heard.is_there)
