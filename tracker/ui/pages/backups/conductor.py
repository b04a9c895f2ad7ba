"""How does what is wished on the page of the backups come about?"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from tracker.actions.backups import Backup, Backups, Inside
from tracker.actions.change import RecordKind
from tracker.domain.errors import TrackerError
from tracker.ui.conductor import Conductor
from tracker.ui.desk import Desk
from tracker.ui.held import tried
from tracker.ui.pages.backups.page import BackupsPage
from tracker.words.backups import (
    backed_up_line,
    copies_filter,
    not_backed_up,
    not_good_line,
    restore_file,
)
from tracker.words.errors import error_line


class BackupsConductor(Conductor):
    """Lists the backups, looks inside one, makes one; going back to one is left to its owner."""

    kinds: ClassVar[frozenset[RecordKind]] = frozenset()

    said = Signal(str)
    """A line about what was just done, or why it was not."""
    restored = Signal(object)
    """The copy, a path, to which the person wants to go back."""
    left = Signal()
    """The settings, from which one comes here, are wanted again."""

    def __init__(self, desk: Desk, backups: Callable[[], Backups]) -> None:
        self._backups = backups
        self._list = BackupsPage(backups().place, desk.clock.now().date())
        super().__init__(self._list, desk)
        self._list.looked_into.connect(self._on_looked_into)
        self._list.restored.connect(self.restored)
        self._list.left.connect(self.left)
        self._list.made.connect(self._on_made)
        self._list.file_wanted.connect(self._on_file_wanted)
        self._list.folder_wanted.connect(self._on_folder_wanted)

    def come(self) -> None:
        """Backups come and go without a change of any record, so they are listed each time."""
        self.is_stale = True
        super().come()

    def read(self) -> None:
        """List the backups."""
        self.desk.aside(partial(tried, lambda: self._backups().listed()), self._on_listed)

    def take_focus(self) -> None:
        """Begin at the buttons."""
        self._list.take_focus()

    def _on_listed(self, found: tuple[Backup, ...] | TrackerError) -> None:
        if isinstance(found, TrackerError):
            self.said.emit(error_line(found))
        else:
            self._list.show_backups(found, self.desk.clock.now().date())

    @Slot(object)
    def _on_looked_into(self, file: Path) -> None:
        look = partial(tried, lambda: self._backups().look_inside(file))
        self.desk.aside(look, partial(self._on_inside_found, file))

    def _on_inside_found(self, file: Path, found: Inside | TrackerError) -> None:
        if isinstance(found, TrackerError):
            self._list.show_fault(file, not_good_line(found))
        else:
            self._list.show_inside(found)

    @Slot()
    def _on_made(self) -> None:
        make = partial(tried, lambda: self._backups().make("by-hand"))
        self.desk.aside(make, self._on_one_made)

    def _on_one_made(self, made: Backup | TrackerError) -> None:
        if isinstance(made, TrackerError):
            self.said.emit(not_backed_up(made))
            return
        self.said.emit(backed_up_line(made, made.moment.date()))
        self.refresh()

    @Slot()
    def _on_file_wanted(self) -> None:
        dialog = QFileDialog(self._list, restore_file(), "", copies_filter())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self._on_looked_into(Path(name))

    @Slot()
    def _on_folder_wanted(self) -> None:
        place = self._backups().place
        while not place.is_dir():
            place = place.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
