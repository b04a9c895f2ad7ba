"""Which backups are there, what is in one, and how does one go back to it?"""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.actions.backups import Backup, Inside
from tracker.domain.day import Day
from tracker.ui.pages.backups.row import BackupRow
from tracker.ui.theme.type import BODY, CARD_TITLE, PAGE_TITLE, SMALL
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.card import Card, Wrapped
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.panel import Panel
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.text import Text
from tracker.words.backups import (
    back_to_settings,
    back_up_now,
    backups_about,
    backups_title,
    inside_line,
    looking_asking,
    lost_line,
    no_backups,
    restore_file,
    show_folder,
    sure_asking,
    sure_line,
)
from tracker.words.dates import long_day
from tracker.words.window import close_label


class BackupsPage(Scroll):
    """The backups by day; what is in one, and the question before going back, stand under it."""

    looked_into = Signal(object)
    """The backup, a path, whose inside the person wants to see."""
    restored = Signal(object)
    """The copy, a path, to which the person wants to go back, after the second question."""
    made = Signal()
    """A backup is wanted now."""
    file_wanted = Signal()
    """A copy from elsewhere is to be chosen."""
    folder_wanted = Signal()
    """The folder is to be shown."""
    left = Signal()
    """The page is to be left for the one that led here."""

    def __init__(self, place: Path, today: Day) -> None:
        super().__init__()
        self._today = today
        self._homes: dict[Path, QVBoxLayout] = {}
        self._panel: Panel | None = None
        self._inside: Inside | None = None
        self._list: QWidget | None = None
        self._top = QVBoxLayout()
        self.column.addWidget(Text(backups_title(), PAGE_TITLE, wraps=True))
        self.column.addSpacing(6)
        self.column.addWidget(Wrapped(backups_about(str(place)), SMALL, muted=True))
        self.column.addSpacing(18)
        self.column.addLayout(self._buttons())
        self.column.addLayout(self._top)
        self.column.addSpacing(18)
        self._below = QVBoxLayout()
        self.column.addLayout(self._below)
        self.column.addStretch(1)

    def _buttons(self) -> Flow:
        flow = Flow()
        self._make = Button(back_up_now(), "primary")
        self._make.clicked.connect(self.made)
        file, folder = Button(restore_file()), Button(show_folder())
        file.clicked.connect(self.file_wanted)
        folder.clicked.connect(self.folder_wanted)
        back = Button(back_to_settings(), "quiet")
        back.clicked.connect(self.left)
        for button in (self._make, file, folder, back):
            flow.addWidget(button)
        return flow

    def take_focus(self) -> None:
        """Let the keyboard begin here."""
        self._make.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what is open, and then leaves."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._panel is not None:
            self._on_closed()
        else:
            self.left.emit()

    def show_backups(self, backups: Iterable[Backup], today: Day) -> None:
        """Show which there are, newest first, as seen on `today`."""
        self._today = today
        self._close()
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        self._homes = {}
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for day, own in groupby(backups, key=lambda backup: backup.moment.date()):
            column.addSpacing(8)
            column.addWidget(Text(long_day(day, self._today), CARD_TITLE, wraps=True))
            column.addWidget(self._card(own))
        if not self._homes:
            column.addWidget(Text(no_backups(), BODY, muted=True, wraps=True))
        self._below.addWidget(self._list)
        self._list.show()

    def _card(self, backups: Iterable[Backup]) -> Card:
        card = Card()
        card.column.setContentsMargins(6, 6, 6, 6)
        card.column.setSpacing(2)
        for backup in backups:
            row = BackupRow(backup, self._today)
            row.clicked.connect(self._on_row_clicked)
            home = self._homes[backup.file] = QVBoxLayout()
            home.addWidget(row)
            card.column.addLayout(home)
        return card

    def show_inside(self, inside: Inside) -> None:
        """Show what a copy holds and what going back to it would lose, with a way to do so."""
        self._inside = inside
        lines = (inside_line(inside, self._today), lost_line(inside, self._today))
        panel = Panel("\n".join(lines))
        panel.confirm(looking_asking())
        panel.confirmed.connect(self._on_chosen)
        self._show_panel(panel, inside.file)

    def show_fault(self, file: Path, line: str) -> None:
        """Show why a copy cannot be gone back to."""
        panel = Panel(line)
        panel.explain(close_label())
        self._show_panel(panel, file)

    def _show_panel(self, panel: Panel, file: Path) -> None:
        """Under the backup; at the top for a copy from elsewhere."""
        self._close()
        self._panel = panel
        panel.closed.connect(self._on_closed)
        self._homes.get(file, self._top).addWidget(panel)
        panel.show()
        panel.take_focus()

    def _close(self) -> None:
        if self._panel is not None:
            self._panel.go()
            self._panel = None

    @Slot()
    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, BackupRow):
            self.looked_into.emit(row.backup.file)

    @Slot()
    def _on_chosen(self) -> None:
        """A second question, since what is entered since then goes out of sight."""
        if self._inside is not None:
            panel = Panel(sure_line(self._inside, self._today))
            panel.confirm(sure_asking())
            panel.confirmed.connect(self._on_sure)
            self._show_panel(panel, self._inside.file)

    @Slot()
    def _on_sure(self) -> None:
        self._close()
        if self._inside is not None:
            self.restored.emit(self._inside.file)

    @Slot()
    def _on_closed(self) -> None:
        """The keyboard goes back to the row."""
        home = self._panel.parentWidget() if self._panel is not None else None
        self._close()
        rows = [] if home is None else home.findChildren(BackupRow)
        same = [row for row in rows if self._inside and row.backup.file == self._inside.file]
        (same[0] if same else self._make).setFocus()
