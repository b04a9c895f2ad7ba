"""When does the window back up, and how does it lead back from damaged data?"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from tracker.domain.day import Day
from tracker.domain.errors import TrackerError
from tracker.ui.desk import Desk
from tracker.ui.widgets.toast import Toast
from tracker.ui.window import Window
from tracker.words.errors import error_line

if TYPE_CHECKING:
    from tracker.actions.backups import Backup, Backups, Inside, Restored
    from tracker.ui.pages.backups.page import BackupsPage
    from tracker.ui.pages.notice.page import NoticePage

# Pages and their words are imported when they are shown.
# ruff: noqa: PLC0415

_DAMAGED: Final = frozenset(("damaged_file", "empty_file"))
_IN_THE_WAY: Final = _DAMAGED | {"foreign_file"}
"""Ours with a garbled header looks like another program's; that one is only offered to go back."""
Value = TypeVar("Value")


class Restoring(QObject):
    """Backs up each day, offers a way out of damage, and shows the page of the backups."""

    def __init__(
        self, window: Window, desk: Desk, toast: Toast, backups: "Callable[[], Backups]"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._toast = toast
        self._backups = backups
        self._fault = ""
        """What stopped the last backup, so that it is told once."""
        self._way: Path | None = None
        """The copy that is offered."""
        self._notice: NoticePage | None = None
        desk.opened.connect(self.look_after)

    @property
    def _today(self) -> Day:
        return self._desk.clock.now().date()

    # --- each day ---

    @Slot()
    def look_after(self) -> None:
        """See whether all is whole, page by page, and back up where it is time."""
        self._desk.aside(partial(_tried, self._check_and_keep), self._on_looked_after)

    @Slot()
    def keep_daily(self) -> None:
        """Back up where the last backup is over a day old."""
        self._desk.aside(partial(_tried, self._keep), self._on_looked_after)

    def _check_and_keep(self) -> None:
        self._backups().check()
        self._keep()

    def _keep(self) -> None:
        self._backups().keep_daily()

    def _on_looked_after(self, fault: TrackerError | None) -> None:
        from tracker.words.backups import not_backed_up

        told, self._fault = self._fault, "" if fault is None else fault.code
        if fault is not None and fault.code not in (told, "locked") and not self.mend(fault):
            self._toast.say(not_backed_up(fault))

    # --- damaged data ---

    def mend(self, error: TrackerError) -> bool:
        """Offer a way out of damage; False where the error is of another kind."""
        is_blind = not self._desk.is_open or self._window.today.view is None
        is_unusable = error.code == "unusable_record" and is_blind
        if error.code not in _IN_THE_WAY and not is_unusable:
            return False
        notice = self._notice
        if notice is None or self._window.page is not notice:
            notice = self._show_notice()
            find = partial(_tried, lambda: self._backups().newest_good())
            self._desk.aside(find, partial(self._on_way_found, error))
        notice.say(error_line(error))
        return True

    def _show_notice(self) -> "NoticePage":
        from tracker.ui.pages.notice.page import NoticePage

        notice = self._notice = NoticePage()
        notice.tried_again.connect(self._desk.open)
        notice.taken.connect(self._on_way_taken)
        self._window.show_other(notice)
        return notice

    def _on_way_found(self, error: TrackerError, found: "Inside | TrackerError | None") -> None:
        from tracker.words.backups import (
            begin_anew_about,
            begin_anew_label,
            offer_about,
            offer_label,
        )

        page = self._notice
        if page is None or self._window.page is not page:
            return
        if found is None or isinstance(found, TrackerError):
            self._way = None
            if error.code in _DAMAGED:
                page.offer(begin_anew_label(), begin_anew_about())
            return
        self._way = found.file
        page.offer(offer_label(found, self._today), offer_about(found, self._today))

    @Slot()
    def _on_way_taken(self) -> None:
        if self._way is not None:
            self.restore(self._way)
        else:
            self._desk.replace(lambda: self._backups().begin_anew(), self._on_begun_anew)

    def _on_begun_anew(self, aside: Path | None) -> None:
        from tracker.words.backups import begun_anew_line

        self._toast.say(begun_anew_line(aside))

    @Slot(object)
    def restore(self, file: Path) -> None:
        """Go back to a copy, and say where the former data are."""
        self._desk.replace(lambda: self._backups().restore(file), self._on_restored)

    def _on_restored(self, restored: "Restored") -> None:
        from tracker.words.backups import restored_line

        self._toast.say(restored_line(restored, self._today))

    # --- the page ---

    @Slot()
    def show_page(self) -> None:
        """Show the backups."""
        from tracker.ui.pages.backups.page import BackupsPage

        page = BackupsPage(self._backups().place, self._today)
        page.looked_into.connect(self._on_looked_into)
        page.restored.connect(self.restore)
        page.made.connect(self._on_made)
        page.file_wanted.connect(self._on_file_wanted)
        page.folder_wanted.connect(self._on_folder_wanted)
        self._window.show_other(page)
        page.take_focus()
        self._list()

    def _page(self) -> "BackupsPage | None":
        from tracker.ui.pages.backups.page import BackupsPage

        page = self._window.page
        return page if isinstance(page, BackupsPage) else None

    def _list(self) -> None:
        self._desk.aside(partial(_tried, lambda: self._backups().listed()), self._on_listed)

    def _on_listed(self, found: "tuple[Backup, ...] | TrackerError") -> None:
        page = self._page()
        if isinstance(found, TrackerError):
            self._toast.say(error_line(found))
        elif page is not None:
            page.show_backups(found)

    @Slot(object)
    def _on_looked_into(self, file: Path) -> None:
        look = partial(_tried, lambda: self._backups().look_inside(file))
        self._desk.aside(look, partial(self._on_inside_found, file))

    def _on_inside_found(self, file: Path, found: "Inside | TrackerError") -> None:
        from tracker.words.backups import not_good_line

        page = self._page()
        if page is None:
            return
        if isinstance(found, TrackerError):
            page.show_fault(file, not_good_line(found))
        else:
            page.show_inside(found)

    @Slot()
    def _on_made(self) -> None:
        make = partial(_tried, lambda: self._backups().make("by-hand"))
        self._desk.aside(make, self._on_one_made)

    def _on_one_made(self, made: "Backup | TrackerError") -> None:
        from tracker.words.backups import made_line, not_backed_up

        if isinstance(made, TrackerError):
            self._toast.say(not_backed_up(made))
            return
        self._toast.say(made_line(made.file))
        self._list()

    @Slot()
    def _on_file_wanted(self) -> None:
        from tracker.words.backups import copies_filter, restore_file

        dialog = QFileDialog(self._window, restore_file(), "", copies_filter())
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


def _tried(work: Callable[[], Value]) -> Value | TrackerError:
    """What the work gives, or the failure that it ended in, to be told in a place of its own."""
    try:
        return work()
    except TrackerError as error:
        return error
