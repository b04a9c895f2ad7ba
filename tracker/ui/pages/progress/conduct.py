"""When is Progress read, and what follows from a wish on it?"""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from tracker.actions.change import Change
from tracker.actions.ports import Everything
from tracker.actions.present import today
from tracker.actions.stats import RANGES, RangeName
from tracker.actions.views.kept import LivedKeeper
from tracker.actions.views.progress import ProgressView, YearView
from tracker.actions.views.progress_view import ProgressKeeper
from tracker.domain.errors import TrackerError
from tracker.exchange.files import write_bytes
from tracker.ui.desk import BUSY_AFTER, Desk
from tracker.ui.pages.progress.page import ProgressPage
from tracker.words.errors import error_line
from tracker.words.progress import picture_kind, picture_saved, save_label

_MINE: Final = frozenset(("entry", "rating", "step", "group", "pause", "treatment", "setting"))


class ProgressConduct(QObject):
    """Reads while the page is in sight, and notes while it is not that it is to be read anew."""

    def __init__(self, page: ProgressPage, desk: Desk, days: LivedKeeper | None = None) -> None:
        """`days` are those that another page keeps and, before us, tells of every change."""
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._keeper = ProgressKeeper(days)
        self._keeps_days = days is None
        self._changes: list[Change] = []
        self._is_stale = True
        self.range_name: RangeName = "year"
        self.dialog: QFileDialog | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(BUSY_AFTER)
        self._patience.timeout.connect(self._on_patience_ended)
        page.show_range(self.range_name)
        page.seen.connect(self._on_seen)
        page.range_wanted.connect(self._on_range_wanted)
        page.picture_wanted.connect(self._on_picture_wanted)
        desk.changed.connect(self._on_changed)
        desk.failed.connect(self._on_failed)

    @Slot()
    def reload(self) -> None:
        """Read anew, at once or when the page is next in sight; another day may have begun."""
        self._is_stale = True
        if self._page.isVisible():
            self._read()

    def _read(self) -> None:
        """The year first where nothing is shown yet, since it is read soonest."""
        self._is_stale = False
        self._patience.start()
        if self._page.view is None:
            self._desk.read(self._year, self._on_year_read)
        changes, self._changes = self._changes, []
        self._desk.read(partial(self._view, changes, self.range_name), self._on_view_read)

    # --- on the store's thread, which alone touches the keeper ---

    def _year(self, reading: Everything) -> YearView:
        return self._keeper.year(reading, today(reading, self._desk.clock))

    def _view(
        self, changes: list[Change], range_name: RangeName, reading: Everything
    ) -> ProgressView:
        for change in changes:
            self._keeper.forget(change)
        return self._keeper.view(reading, today(reading, self._desk.clock), range_name)

    # --- what happens ---

    def _on_year_read(self, year: YearView) -> None:
        self._page.show_year(year)

    def _on_view_read(self, view: ProgressView) -> None:
        """An answer to what is no longer asked is passed over."""
        if view.stats.range == self.range_name:
            self._end_patience()
            self._page.show_view(view)

    @Slot()
    def _on_seen(self) -> None:
        if self._is_stale:
            self._read()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """What another process wrote may be anything."""
        if not change.kinds or change.kinds & _MINE:
            if self._keeps_days:
                self._changes.append(change)
            self.reload()

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """Somebody else says it; what was being read is read when it is next looked at."""
        del error
        if self._patience.isActive() or self._page.header.is_busy:
            self._is_stale = True
            self._end_patience()

    @Slot(str)
    def _on_range_wanted(self, wanted: str) -> None:
        self.range_name = next(name for name in RANGES if name == wanted)
        self._page.say("")
        self._read()

    @Slot()
    def _on_patience_ended(self) -> None:
        self._page.show_busy(is_busy=True)

    def _end_patience(self) -> None:
        self._patience.stop()
        self._page.show_busy(is_busy=False)

    # --- pictures ---

    @Slot(str, bytes)
    def _on_picture_wanted(self, suggested: str, png: bytes) -> None:
        dialog = self.dialog = QFileDialog(self._page, save_label())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{picture_kind()} (*.png)")
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"{suggested}.png")
        dialog.fileSelected.connect(partial(self._save, png))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, png: bytes, path: str) -> None:
        try:
            write_bytes(path, png)
        except TrackerError as error:
            self._page.say(error_line(error))
        else:
            self._page.say(picture_saved(path))
