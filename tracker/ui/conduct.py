"""What reaches which part of the window, from its first frame on?"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from tracker.actions.change import Change
from tracker.actions.set_up import set_up
from tracker.actions.settings import set_setting
from tracker.domain.errors import Refused, TrackerError
from tracker.ui.desk import Desk
from tracker.ui.pages.today.deeds import Deeds
from tracker.ui.restoring import Restoring
from tracker.ui.sight import Sight, sight
from tracker.ui.widgets.rail import WIDTH
from tracker.ui.widgets.toast import Toast
from tracker.ui.window import Window
from tracker.words.changes import change_line, nothing_to_redo, nothing_to_undo
from tracker.words.errors import error_line
from tracker.words.window import busy_line, intent_label

_QUIET: Final = frozenset({"elsewhere", "set_setting"})
"""Verbs that are seen by what they do and need no toast."""


class Conduct(QObject):
    """Hears the person and the desk, and tells the window what to show."""

    def __init__(self, window: Window, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self.deeds = Deeds(window.today, desk)
        self.toast = Toast(window, WIDTH)
        self.restoring: Restoring | None = None
        self._connect()
        self._add_shortcuts()

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.failed.connect(self._on_failed)
        self._desk.nothing_left.connect(self._on_nothing_left)
        self._desk.busy.connect(self._on_busy)
        self._desk.opened.connect(self.reload)
        self.toast.pressed.connect(self._on_toast_pressed)
        self._window.resized.connect(self.toast.place)
        self._window.closed.connect(self._desk.close)
        self._window.rail.theme.chosen.connect(self._on_theme_chosen)
        self._window.rail.items["today"].clicked.connect(self._on_today_wanted)

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+1": self._on_today_wanted,
            "Ctrl+Z": self._desk.undo,
            "Ctrl+Shift+Z": self._desk.redo,
            "Ctrl+Q": self._window.close,
        }
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self._window).activated.connect(slot)

    # --- what is shown ---

    @Slot()
    def reload(self, change: Change | None = None) -> None:
        """Read anew what is shown."""
        now = self._desk.clock.now()
        self._desk.read(partial(sight, now), self._on_sight_read)
        self.deeds.read_streak(change)

    def _on_sight_read(self, seen: Sight) -> None:
        self._window.show_sight(seen)
        if not seen.today.has_steps:
            self._show_first_start()
        elif self._window.show_today():
            self.deeds.keys.begin()

    def _show_first_start(self) -> None:
        from tracker.ui.pages.first_start.page import FirstStartPage  # noqa: PLC0415, once

        if not isinstance(self._window.page, FirstStartPage):
            page = FirstStartPage()
            page.chosen.connect(self._on_preset_chosen)
            self._window.show_other(page)
            page.take_focus()

    def _show_notice(self, line: str) -> None:
        from tracker.ui.pages.notice.page import NoticePage  # noqa: PLC0415, rarely

        page = self._window.page
        if not isinstance(page, NoticePage):
            page = NoticePage()
            page.tried_again.connect(self._desk.open)
            self._window.show_other(page)
        page.say(line)

    # --- what happens ---

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.reload(change)
        if change.verb in _QUIET and change.direction == "done":
            self.toast.hide()  # its way back would now lead elsewhere
            return
        view = self._window.today.view
        line = change_line(change, None if view is None else view.today)
        wish = "redo" if change.direction == "undone" else "undo"
        self.toast.say(line, wish, intent_label(wish))

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """A refusal belongs to its step; with nothing to show, the rest takes the page."""
        if isinstance(error, Refused) and self.deeds.refuse(error):
            return
        if self.restoring is not None and self.restoring.mend(error):
            return
        if self._desk.is_open and self._window.today.view is not None:
            self.toast.say(error_line(error))
        else:
            self._show_notice(error_line(error))

    @Slot(str)
    def _on_nothing_left(self, way: str) -> None:
        self.toast.say(nothing_to_undo() if way == "undo" else nothing_to_redo())

    @Slot(bool)
    def _on_busy(self, is_busy: bool) -> None:
        if is_busy:
            self.toast.say(busy_line())
        elif self.toast.text == busy_line():
            self.toast.hide()

    @Slot(str)
    def _on_toast_pressed(self, wish: str) -> None:
        self._desk.turn_back("redo" if wish == "redo" else "undo")

    @Slot(str, str)
    def _on_preset_chosen(self, name: str, choice: str) -> None:
        from tracker.exchange.preset import load_preset  # noqa: PLC0415, once

        view = self._window.today.view
        if view is not None:
            start = view.today
            self._desk.write(
                lambda store: set_up(store, load_preset(name, start, choice or None), name)
            )

    @Slot(str)
    def _on_theme_chosen(self, choice: str) -> None:
        self._desk.write(lambda store: set_setting(store, "theme", choice))

    @Slot()
    def _on_today_wanted(self) -> None:
        self._window.rail.items["today"].setChecked(True)
        self.deeds.keys.begin(Qt.FocusReason.ShortcutFocusReason)
