"""What reaches which part of the window, from its first frame on?"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut

from tracker.actions.backups import Backups
from tracker.actions.change import Change
from tracker.actions.ports import Store
from tracker.actions.set_up import begun, set_up
from tracker.domain.day import Day, is_evening
from tracker.domain.errors import Refused, TrackerError
from tracker.ui.conductor import Conductor
from tracker.ui.desk import Desk
from tracker.ui.pages.today.deeds import Deeds
from tracker.ui.places import TODAY, Maker, Places
from tracker.ui.restoring import Restoring
from tracker.ui.sight import Sight, sight
from tracker.ui.telling import Telling
from tracker.ui.unsaved import Unsaved
from tracker.ui.window import Window
from tracker.words.errors import error_line
from tracker.words.language import language_of, use

if TYPE_CHECKING:
    from tracker.ui.pages.first_start.page import Beginning

_FIRST_SETTING: Final = "day_starts_at"


class Conduct(QObject):
    """Hears the person and the desk, and tells the window what to show."""

    def __init__(self, window: Window, desk: Desk, backups: Callable[[], Backups]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._day: Day | None = None
        self._today: Day | None = None
        self._begins_anew = False
        self.unsaved = Unsaved(desk, window.put_above, self)
        self.unsaved.moved.connect(self._on_unsaved_moved)
        self.deeds = self._deeds()
        self._begin_settings_at = _FIRST_SETTING
        makers: dict[str, Maker] = {
            "calendar": self._calendar,
            "progress": self._progress,
            "routine": self._routine,
            "settings": self._settings,
            "backups": self._backups_page,
            "transfer": self._transfer,
        }
        self.places = Places(window, desk, makers)
        self.toast = Telling(window, desk).toast
        self._backups = backups
        self.restoring = Restoring(self.places, desk, self.toast, window.put_above, backups)
        self._connect()
        self._add_shortcuts()

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.failed.connect(self._on_failed)
        self._desk.replaced.connect(self._on_replaced)
        self._desk.opened.connect(self.reload)
        self._window.closing.connect(self._on_closing)
        self.unsaved.given_up.connect(self._window.close)
        self._window.closed.connect(self._desk.close)
        self.places.arrived.connect(self._on_arrived)

    @Slot()
    def _keep_draft(self) -> None:
        self._window.today.face.keep_draft()

    def _deeds(self) -> Deeds:
        """Whoever hears what is wished on the page of Today that now stands in the window."""
        self._window.today.face.day_wanted.connect(self.show_day)
        self._window.today.shown.connect(self._on_unsaved_moved)
        return Deeds(self._window.today, self._desk, self.unsaved)

    @Slot()
    def _on_unsaved_moved(self) -> None:
        self.deeds.show_unsaved()

    @Slot(QCloseEvent)
    def _on_closing(self, event: QCloseEvent) -> None:
        self._keep_draft()
        if not self.unsaved.may_close():
            event.ignore()

    @Slot()
    def _on_undo_wanted(self) -> None:
        """What is not saved was done last."""
        if not self.unsaved.take_back():
            self._desk.undo()

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Z": self._on_undo_wanted,
            "Ctrl+Shift+Z": self._desk.redo,
            "Ctrl+Y": self._desk.redo,
            "Ctrl+Q": self._window.close,
        }
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self._window).activated.connect(slot)

    # --- what is shown ---

    @Slot()
    def reload(self, change: Change | None = None) -> None:
        """Read anew what is shown."""
        self.reload_day()
        self.deeds.read_streak(change)

    @Slot(object)
    def show_day(self, day: Day | None) -> None:
        """Look at another day on Today's page; None: at the one that runs, and follow it."""
        view = self._window.today.view
        is_now = view is not None and day == view.today
        self._day = None if is_now else day
        self._begins_anew = day is None
        self.reload_day()

    def reload_day(self) -> None:
        """Read anew the day that is looked at."""
        now = self._desk.clock.now()
        self._desk.read(partial(sight, now, day=self._day), self._on_sight_read)

    def _on_sight_read(self, seen: Sight) -> None:
        if language_of(seen.language) != self._window.language:
            self._speak(language_of(seen.language))
        self._window.show_sight(seen)
        if self._today is not None and self._today != seen.today.today:
            self.places.turn()
        self._today = seen.today.today
        if self._day == seen.today.today:
            self._day = None  # the day that was looked at has come, and is followed from now on
        if self.places.is_barred:
            return
        if not seen.today.has_steps:
            self._show_first_start(seen.today.today)
        elif self.places.put_front(self._window.today):
            self.deeds.keys.begin()
        elif self._begins_anew:
            self.deeds.keys.begin(Qt.FocusReason.ShortcutFocusReason)
        self._begins_anew = False

    def _speak(self, language: str | None) -> None:
        """Say everything in another language from now on: all that stands in the window goes."""
        self._keep_draft()
        use(language)
        self._begin_settings_at = "language"
        self._refurnish(language)

    @Slot()
    def _on_replaced(self) -> None:
        """Nothing that was being typed of the former data may come into those of now."""
        self._day = None
        self._refurnish(self._window.language)

    def _refurnish(self, language: str | None) -> None:
        """Make everything that stands in the window anew."""
        self.toast.hide()
        self._window.refurnish(language)
        self._window.today.face.complete()
        self.deeds = self._deeds()
        self.places.start_anew()
        self.deeds.read_streak(None)

    def _calendar(self, desk: Desk) -> Conductor:
        from tracker.ui.pages.calendar.conductor import CalendarConductor  # noqa: PLC0415, wanted

        conductor = CalendarConductor(desk)
        conductor.day_opened.connect(self._on_day_wanted)
        return conductor

    def _progress(self, desk: Desk) -> Conductor:
        from tracker.ui.pages.progress.conductor import ProgressConductor  # noqa: PLC0415, wanted

        conductor = ProgressConductor(desk, self.deeds.days)
        conductor.day_wanted.connect(self._on_day_wanted)
        return conductor

    @Slot(object)
    def _on_day_wanted(self, day: Day) -> None:
        """Another page leads to a day on Today."""
        self.places.go(TODAY)
        self.show_day(day)

    def _routine(self, desk: Desk) -> Conductor:
        from tracker.ui.pages.routine.conductor import RoutineConductor  # noqa: PLC0415, wanted

        conductor = RoutineConductor(desk)
        conductor.said.connect(self.toast.say)
        return conductor

    def _settings(self, desk: Desk) -> Conductor:
        """Whoever has just changed the language there goes on where it was changed."""
        from tracker.ui.pages.settings.conductor import SettingsConductor  # noqa: PLC0415, wanted

        conductor = SettingsConductor(desk, self._begin_settings_at, self._backups)
        self._begin_settings_at = _FIRST_SETTING
        conductor.backups_wanted.connect(self._on_backups_wanted)
        conductor.erased.connect(self.restoring.erase)
        conductor.said.connect(self.toast.say)
        conductor.transfer_wanted.connect(self._on_transfer_wanted)
        return conductor

    def _backups_page(self, desk: Desk) -> Conductor:
        from tracker.ui.pages.backups.conductor import BackupsConductor  # noqa: PLC0415, wanted

        conductor = BackupsConductor(desk, self._backups)
        conductor.said.connect(self.toast.say)
        conductor.restored.connect(self.restoring.restore)
        conductor.left.connect(self._on_settings_wanted)
        return conductor

    def _transfer(self, desk: Desk) -> Conductor:
        from tracker.ui.pages.transfer.conductor import TransferConductor  # noqa: PLC0415, wanted

        conductor = TransferConductor(desk, self._backups)
        conductor.said.connect(self.toast.say)
        conductor.left.connect(self._on_settings_wanted)
        return conductor

    @Slot()
    def _on_transfer_wanted(self) -> None:
        self.places.go("transfer")

    @Slot()
    def _on_settings_wanted(self) -> None:
        self.places.go("settings")

    @Slot()
    def _on_backups_wanted(self) -> None:
        self.places.go("backups")

    def _show_first_start(self, today: Day) -> None:
        from tracker.ui.pages.first_start.page import FirstStartPage  # noqa: PLC0415, once

        if not isinstance(self.places.front, FirstStartPage):
            page = FirstStartPage(is_evening=is_evening(self._desk.clock.now(), today))
            page.chosen.connect(self._on_begun)
            self.places.put_front(page)
            page.take_focus()

    # --- what happens ---

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.reload(change)

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """A refusal belongs to its step; with nothing to show, the rest takes the page."""
        if isinstance(error, Refused) and self.deeds.refuse(error):
            return
        if self.restoring.mend(error):
            return
        if self._desk.is_open and error.code == "read_only":
            self.unsaved.say_read_only(error)
        if self._desk.is_open and self._window.today.view is not None:
            self.toast.say(error_line(error))
        else:
            self.restoring.notify(error_line(error))

    @Slot(object)
    def _on_begun(self, chosen: "Beginning") -> None:
        from tracker.exchange.preset import load_preset  # noqa: PLC0415, once

        view, now = self._window.today.view, self._desk.clock.now()
        if view is None:
            return
        today = view.today

        def begin(store: Store) -> Change | None:
            diary = begun(load_preset(chosen.preset, today, chosen.choice or None), today, now)
            return set_up(store, diary._replace(settings=chosen.settings), chosen.preset)

        self._desk.write(begin)

    @Slot(str)
    def _on_arrived(self, place: str) -> None:
        """Whoever asks for Today goes on at the first open step of the day that runs."""
        if place == TODAY and self._day is not None:
            self.show_day(None)
        elif place == TODAY and self.places.front is self._window.today:
            self.deeds.keys.begin(Qt.FocusReason.ShortcutFocusReason)
