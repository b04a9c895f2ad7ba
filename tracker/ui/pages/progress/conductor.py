"""When is Progress read, and what follows from a wish on it?"""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from tracker.actions.change import RecordKind
from tracker.actions.ports import Everything
from tracker.actions.present import today
from tracker.actions.stats import RANGES, RangeName
from tracker.actions.views.kept import LivedKeeper
from tracker.actions.views.progress import ProgressView, YearView
from tracker.actions.views.progress_view import ProgressKeeper
from tracker.domain.errors import TrackerError
from tracker.exchange.files import write_bytes
from tracker.ui.conductor import Conductor
from tracker.ui.desk import BUSY_AFTER, Desk
from tracker.ui.pages.progress.page import ProgressPage
from tracker.words.errors import error_line
from tracker.words.progress import picture_kind, picture_saved, save_label


class ProgressConductor(Conductor):
    """Reads while the page is in sight, and hears what is wished on it."""

    kinds: ClassVar[frozenset[RecordKind]] = frozenset(
        ("entry", "rating", "step", "group", "pause", "treatment", "setting")
    )
    day_wanted = Signal(object)
    """A day is to be opened."""

    def __init__(self, desk: Desk, days: LivedKeeper) -> None:
        """`days` are those that are kept for the streak; whoever keeps them hears of changes."""
        self._progress = ProgressPage()
        super().__init__(self._progress, desk)
        self._keeper = ProgressKeeper(days)
        self.range_name: RangeName = "year"
        self.dialog: QFileDialog | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(BUSY_AFTER)
        self._patience.timeout.connect(self._on_patience_ended)
        page = self._progress
        page.show_range(self.range_name)
        page.range_wanted.connect(self._on_range_wanted)
        page.picture_wanted.connect(self._on_picture_wanted)
        page.day_wanted.connect(self.day_wanted)
        desk.failed.connect(self._on_failed)

    def read(self) -> None:
        """Read the range; the year first where nothing is shown yet, since it is read soonest."""
        self._patience.start()
        if self._progress.view is None:
            self.desk.read(self._year, self._on_year_read)
        self.desk.read(partial(self._view, self.range_name), self._on_view_read)

    def take_focus(self) -> None:
        """Begin at the ranges."""
        self._progress.header.take_focus()

    # --- on the store's thread, which alone touches the keeper ---

    def _year(self, reading: Everything) -> YearView:
        return self._keeper.year(reading, today(reading, self.desk.clock))

    def _view(self, range_name: RangeName, reading: Everything) -> ProgressView:
        return self._keeper.view(reading, today(reading, self.desk.clock), range_name)

    # --- what happens ---

    def _on_year_read(self, year: YearView) -> None:
        self._progress.show_year(year)

    def _on_view_read(self, view: ProgressView) -> None:
        """An answer to what is no longer asked is passed over."""
        if view.stats.range == self.range_name:
            self._end_patience()
            self._progress.show_view(view)

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """Somebody else says it; what was being read is read when it is next looked at."""
        del error
        if self._patience.isActive() or self._progress.header.is_busy:
            self.is_stale = True
            self._end_patience()

    @Slot(str)
    def _on_range_wanted(self, wanted: str) -> None:
        self.range_name = next(name for name in RANGES if name == wanted)
        self._progress.say("")
        self.refresh()

    @Slot()
    def _on_patience_ended(self) -> None:
        self._progress.show_busy(is_busy=True)

    def _end_patience(self) -> None:
        self._patience.stop()
        self._progress.show_busy(is_busy=False)

    # --- pictures ---

    @Slot(str, bytes)
    def _on_picture_wanted(self, suggested: str, png: bytes) -> None:
        dialog = self.dialog = QFileDialog(self._progress, save_label())
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
            self._progress.say(error_line(error))
        else:
            self._progress.say(picture_saved(path))
