"""How does what is wished on the Settings page become what is kept, and shown?"""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, NamedTuple

from PySide6.QtCore import Signal, Slot

from tracker.actions.backups import Backups, Holdings
from tracker.actions.change import RecordKind
from tracker.actions.ports import Reading
from tracker.actions.settings import set_setting, start_days_at, start_weeks_on
from tracker.actions.views.settings import SettingsView, settings_view
from tracker.domain.day import WEEKDAYS
from tracker.domain.errors import TrackerError
from tracker.domain.settings import Json
from tracker.store.place import DataPlace, data_place
from tracker.ui.conductor import Conductor
from tracker.ui.desk import Desk
from tracker.ui.exporting import Exporting
from tracker.ui.held import tried
from tracker.ui.pages.settings.page import SettingsPage
from tracker.words.errors import error_line


class _Seen(NamedTuple):
    view: SettingsView
    place: DataPlace | None


class SettingsConductor(Conductor):
    """Writes each change at once, and shows what came of it."""

    kinds: ClassVar[frozenset[RecordKind]] = frozenset({"setting"})

    backups_wanted = Signal()
    """The backups are to be seen."""
    erased = Signal()
    """Everything is to be deleted, after both questions."""
    said = Signal(str)
    """A line about what was just done, or why it was not."""
    transfer_wanted = Signal()
    """Records are to be taken in or elsewhere."""

    def __init__(self, desk: Desk, begins_at: str, backups: Callable[[], Backups]) -> None:
        """`begins_at` is the setting at which the keyboard begins."""
        self._settings = SettingsPage()
        self._backups = backups
        super().__init__(self._settings, desk)
        erasing = self._settings.data.erasing
        erasing.wanted.connect(self._on_erasing_wanted)
        exporting = Exporting(self._settings, desk, offers_tables=False)
        exporting.done.connect(self.said)
        exporting.done.connect(erasing.ask_again)
        exporting.failed.connect(self.said)
        erasing.export_wanted.connect(exporting.ask)
        erasing.confirmed.connect(self.erased)
        self._begins_at = begins_at
        self._is_wishing = False
        self._is_known = False
        self._settings.wished.connect(self._on_wished)
        self._settings.data.backups_wanted.connect(self.backups_wanted)
        self._settings.data.transfer_wanted.connect(self.transfer_wanted)
        desk.failed.connect(self._on_failed)

    def come(self) -> None:
        """Which hours are closed depends on the hour that it is, so all is read each time."""
        self.refresh()
        self.take_focus()

    def read(self) -> None:
        """Read the settings, and where the data lie."""
        self.desk.read(self._seen, self._on_read)

    def take_focus(self) -> None:
        """Begin at a setting, once it is known what is in force."""
        if self._is_known:
            self._settings.take_focus(self._begins_at)

    def _seen(self, reading: Reading) -> _Seen:
        """Runs on the store's thread, where a slow disk holds up nothing."""
        database = self.desk.database
        place = None if database is None else data_place(database)
        return _Seen(settings_view(reading, self.desk.clock.now()), place)

    def _on_read(self, seen: _Seen) -> None:
        self._is_wishing = False
        self._settings.show_view(seen.view)
        if seen.place is not None:
            self._settings.data.show_place(seen.place)
        if not self._is_known:
            self._is_known = True
            self.take_focus()

    @Slot(str, object)
    def _on_wished(self, key: str, value: Json) -> None:
        self._is_wishing = True
        weekday = next((day for day in WEEKDAYS if day == value), None)
        if key == "day_starts_at" and isinstance(value, int):
            self.desk.run(start_days_at, value)
        elif key == "week_start" and weekday is not None:
            self.desk.run(start_weeks_on, weekday)
        else:
            self.desk.write(lambda store: set_setting(store, key, value))

    # --- deleting everything ---

    @Slot()
    def _on_erasing_wanted(self) -> None:
        self.desk.aside(partial(tried, lambda: self._backups().holdings()), self._on_held)

    def _on_held(self, found: Holdings | TrackerError) -> None:
        if isinstance(found, TrackerError):
            self.said.emit(error_line(found))
        else:
            self._settings.data.erasing.show_holdings(found)

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """What was wished did not happen: show again what is in force."""
        del error
        if self._is_wishing:
            self._is_wishing = False
            self.refresh()
