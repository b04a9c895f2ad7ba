"""How is a file looked into, and taken in?"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog

from tracker.actions.backups import Backups
from tracker.actions.becoming import Wishes
from tracker.actions.brought import Brought
from tracker.actions.change import Change, RecordKind
from tracker.actions.ports import Everything, Store
from tracker.actions.present import today
from tracker.domain.day import Day
from tracker.domain.errors import TrackerError
from tracker.domain.foreign import Foreign
from tracker.domain.routine import Step
from tracker.exchange.foreign.reading import ReadAs, table_header
from tracker.exchange.incoming import (
    DocumentReport,
    Incoming,
    back_up_before,
    foreseen,
    read_incoming,
    take_in,
)
from tracker.ui.conductor import Conductor
from tracker.ui.desk import Desk
from tracker.ui.exporting import Exporting
from tracker.ui.held import Written, tried
from tracker.ui.pages.transfer.columns_card import ColumnsCard
from tracker.ui.pages.transfer.habits_card import HabitsCard
from tracker.ui.pages.transfer.page import TransferPage
from tracker.words.errors import error_line
from tracker.words.foreign import left_lines
from tracker.words.left_out import left_out_lines
from tracker.words.transfer import (
    choose_file,
    fault_line,
    import_filter,
    summary_lines,
)


class _Foreseen(NamedTuple):
    """What taking the file in would do, or why nothing can, and the steps that there are."""

    report: Brought | DocumentReport | TrackerError
    steps: tuple[Step, ...]
    today: Day


class TransferConductor(Conductor):
    """Reads on the store's thread, shows what would come of it, and takes it in as one action."""

    kinds: ClassVar[frozenset[RecordKind]] = frozenset(
        {"step", "entry", "rating", "setting", "product", "group", "pause", "treatment"}
    )

    said = Signal(str)
    """A line about what was just done, or why it was not."""
    left = Signal()
    """The settings, from which one comes here, are wanted again."""

    def __init__(self, desk: Desk, backups: Callable[[], Backups]) -> None:
        self._backups = backups
        self._sheet = TransferPage()
        super().__init__(self._sheet, desk)
        self._name = ""
        self._incoming: Incoming | None = None
        self._sheet.file_wanted.connect(self._on_file_wanted)
        self.exporting = Exporting(self._sheet, desk)
        self.exporting.done.connect(self.said)
        self.exporting.failed.connect(self.said)
        self._sheet.export_wanted.connect(self.exporting.ask)
        self._sheet.taken.connect(self._on_taken)
        self._sheet.left.connect(self.left)

    def read(self) -> None:
        """See anew what would come of the file, where one is shown."""
        incoming = self._incoming
        if incoming is not None:
            look = partial(self._foresee, incoming, self._wishes())
            self.desk.read(look, partial(self._on_foreseen, incoming))

    def take_focus(self) -> None:
        """Begin at the buttons."""
        self._sheet.take_focus()

    def open(self, name: str) -> None:
        """Look into a file."""
        self._name = name
        header = partial(tried, partial(table_header, name))
        self.desk.aside(header, self._on_header_read)

    def _on_header_read(self, header: list[str] | TrackerError | None) -> None:
        columns = ColumnsCard(header) if isinstance(header, list) else None
        if columns is not None:
            columns.wished.connect(self._look_into)
        self._sheet.begin(Path(self._name).name, columns)
        self._look_into(ReadAs())

    @Slot(object)
    def _look_into(self, read_as: ReadAs) -> None:
        work = partial(tried, partial(read_incoming, self._name, read_as))
        self.desk.aside(work, partial(self._on_read, self._name))

    def _on_read(self, name: str, found: Incoming | TrackerError) -> None:
        if name != self._name:
            return  # another file was chosen meanwhile
        self._sheet.show_habits(None)
        if isinstance(found, TrackerError):
            self._incoming = None
            found.facts.pop("file", None)
            self._sheet.say((fault_line(found),))
            return
        self._incoming = found
        self.read()

    def _wishes(self) -> Wishes:
        return Wishes() if self._sheet.habits is None else self._sheet.habits.wishes()

    def _foresee(self, incoming: Incoming, wishes: Wishes, reading: Everything) -> _Foreseen:
        """Runs on the store's thread."""
        report = tried(partial(foreseen, reading, self.desk.clock, incoming, wishes))
        steps = tuple(reading.routine().ordered())
        return _Foreseen(report, steps, today(reading, self.desk.clock))

    def _on_foreseen(self, incoming: Incoming, found: _Foreseen) -> None:
        if incoming is not self._incoming:
            return
        if isinstance(found.report, TrackerError):
            habits = self._sheet.habits
            if habits is not None and habits.keep_to(found.steps):
                self.read()  # a step that was chosen was deleted since
                return
            self._sheet.say((error_line(found.report),))
        elif isinstance(found.report, Brought) and isinstance(incoming, Foreign):
            self._show_brought(found.report, incoming, found)
        elif isinstance(found.report, DocumentReport):
            report, notes = found.report
            lines = summary_lines(dict(report.added), dict(report.same))
            count = sum(report.added.values())
            self._sheet.say(lines, count, left_out_lines(notes))

    def _show_brought(self, brought: Brought, foreign: Foreign, found: _Foreseen) -> None:
        if self._sheet.habits is None and (foreign.habits or foreign.ratings):
            habits = HabitsCard(foreign)
            habits.wished.connect(self.read)
            self._sheet.show_habits(habits)
        if self._sheet.habits is not None:
            self._sheet.habits.show_brought(brought, found.steps, found.today)
        lines = summary_lines(dict(brought.added), dict(brought.same), brought.blank)
        self._sheet.say(lines, sum(brought.added.values()), left_lines(brought))

    # --- taking it in ---

    @Slot()
    def _on_taken(self) -> None:
        incoming, wishes = self._incoming, self._wishes()
        if incoming is None:
            return
        self._sheet.take.setEnabled(False)  # a second press would find nothing new
        faults: list[str] = []

        def take(store: Store) -> Change | None:
            faults.append(back_up_before(self._backups()))
            return take_in(store, self.desk.clock, incoming, wishes)

        self.desk.write(take, partial(self._on_took, faults))

    def _on_took(self, faults: list[str], written: Written) -> None:
        if any(faults) and written.error is None:
            self.said.emit(faults[0])
        if self._sheet.habits is not None:
            self._sheet.habits.settle()
        self.stir()

    @Slot()
    def _on_file_wanted(self) -> None:
        dialog = QFileDialog(self._sheet, choose_file(), "", import_filter())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
