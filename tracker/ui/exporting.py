"""How is everything written to a file that the person names?"""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.actions.change import RecordKind
from tracker.actions.ports import Everything
from tracker.domain.errors import TrackerError
from tracker.exchange.outgoing import write_out
from tracker.ui.desk import Desk
from tracker.ui.held import tried
from tracker.words.errors import error_line
from tracker.words.report import export_text
from tracker.words.transfer import export_filters, export_label


class Exporting(QObject):
    """Asks for the file over a page, and writes it on the store's thread.

    As a document of all, or, where `offers_tables`, as a table of the log.
    """

    done = Signal(str)
    """A line that says what was written, and where."""
    failed = Signal(str)
    """A line that says why nothing was."""

    def __init__(self, page: QWidget, desk: Desk, *, offers_tables: bool = True) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._offers_tables = offers_tables

    @Slot()
    def ask(self) -> None:
        """Ask which file."""
        filters = export_filters() if self._offers_tables else export_filters()[:1]
        dialog = QFileDialog(self._page, export_label(), "", ";;".join(filters))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.filterSelected.connect(partial(self._on_filter_selected, dialog))
        dialog.fileSelected.connect(self.export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_filter_selected(self, dialog: QFileDialog, chosen: str) -> None:
        dialog.setDefaultSuffix("csv" if chosen == export_filters()[1] else "json")

    @Slot(str)
    def export(self, name: str) -> None:
        """Write everything to a file, by its name as a document or a table."""
        is_table = self._offers_tables and name.lower().endswith(".csv")

        def write(reading: Everything) -> dict[RecordKind, int] | TrackerError:
            return tried(lambda: write_out(reading.diary(), name, is_table=is_table))

        self._desk.read(write, partial(self._on_written, name))

    def _on_written(self, name: str, counts: dict[RecordKind, int] | TrackerError) -> None:
        if isinstance(counts, TrackerError):
            self.failed.emit(error_line(counts))
        else:
            self.done.emit(export_text(name, counts))
