"""How does a page that is not always seen stay up to date?"""

from typing import ClassVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from tracker.actions.change import Change, RecordKind
from tracker.ui.desk import Desk


class Conductor(QObject):
    """Stands between one page and the desk: reads when the page is seen and something moved.

    A subclass says which kinds of record concern its page and how it is read. While the page is
    hidden it is only noted that it is stale.
    """

    kinds: ClassVar[frozenset[RecordKind]]
    """The kinds of record that the page shows."""
    sought = Signal()
    """The page is to be shown: something is asked there."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self.page = page
        self.desk = desk
        self.is_stale = True
        """Whether it is to be read anew when it is next seen."""
        desk.changed.connect(self._on_changed)

    def come(self) -> None:
        """The page is shown now: bring it up to date and let the keyboard go on there."""
        if self.is_stale:
            self.refresh()
        self.take_focus()

    def refresh(self) -> None:
        """Read the page anew."""
        self.is_stale = False
        self.read()

    def stir(self) -> None:
        """What the page shows may have moved: read it now if it is seen, else when it is."""
        if self.page.isVisible():
            self.refresh()
        else:
            self.is_stale = True

    def read(self) -> None:
        """Have the desk read what the page shows, and show it."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Let the keyboard go on where one begins on the page."""
        raise NotImplementedError

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """No kinds: another process wrote, and what moved is not known."""
        if not change.kinds or change.kinds & self.kinds:
            self.stir()
