"""How do the rail, the pages and the toast stand together, and what reaches which of them?"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from tracker.actions.change import Change
from tracker.actions.set_up import set_up
from tracker.actions.settings import set_setting
from tracker.domain.errors import Refused, TrackerError
from tracker.ui.desk import Desk
from tracker.ui.pages.today.page import TodayPage
from tracker.ui.sight import Sight, sight
from tracker.ui.theme.theme import Theme, as_choice
from tracker.ui.widgets.rail import WIDTH, Rail
from tracker.ui.widgets.toast import Toast
from tracker.words.changes import change_line
from tracker.words.errors import error_line
from tracker.words.window import busy_line, intent_label, nothing_to_redo, nothing_to_undo

SIZE: Final = QSize(1200, 800)
LEAST: Final = QSize(560, 420)
_QUIET: Final = frozenset({"elsewhere", "set_setting"})
"""Verbs that are seen by what they do and need no toast."""


class Window(QWidget):
    """The one window. It shows what it is told, and asks the desk for all else."""

    painted = Signal()
    """The first frame has been drawn."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._is_painted = False
        self._way_back = 1
        self.setWindowTitle("Routine Tracker")
        self.setMinimumSize(LEAST)
        self.resize(SIZE)
        self.rail = Rail(("today",))
        self.today = TodayPage(desk)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.today)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addWidget(self._pages, 1)
        self.toast = Toast(self, WIDTH)
        self._connect()
        self._add_shortcuts()

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.failed.connect(self._on_failed)
        self._desk.nothing_left.connect(self._on_nothing_left)
        self._desk.busy.connect(self._on_busy)
        self._desk.opened.connect(self.reload)
        self.toast.pressed.connect(self._on_toast_pressed)
        self.rail.theme.chosen.connect(self._on_theme_chosen)
        self.rail.theme.show_choice(self._theme.choice)
        self.rail.items["today"].setChecked(True)
        self.rail.items["today"].clicked.connect(self._on_today_wanted)

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+1": self._on_today_wanted,
            "Ctrl+Z": self._desk.undo,
            "Ctrl+Shift+Z": self._desk.redo,
            "Ctrl+Q": self._on_quit,
        }
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    # --- what is shown ---

    def show_sight(self, seen: Sight) -> None:
        """Show today, or the first start where there is no routine."""
        self._theme.choose(as_choice(seen.theme))
        self.rail.theme.show_choice(self._theme.choice)
        self.today.show_view(seen.today)
        if seen.has_steps:
            self._show_today()
        else:
            self._show_first_start()

    @Slot()
    def reload(self, change: Change | None = None) -> None:
        """Read anew what is shown."""
        self._desk.read(partial(sight, self._desk.clock.now()), self.show_sight)
        self.today.reload_streak(change)

    def _show_today(self) -> None:
        if self._pages.currentWidget() is not self.today:
            self._pages.setCurrentWidget(self.today)
            self._drop_others()
            self.today.face.focus_first()

    def _show_first_start(self) -> None:
        from tracker.ui.pages.first_start.page import FirstStartPage  # noqa: PLC0415, once

        if not isinstance(self._pages.currentWidget(), FirstStartPage):
            page = FirstStartPage()
            page.chosen.connect(self._on_preset_chosen)
            self._show_other(page)
            page.take_focus()

    def _show_notice(self, line: str) -> None:
        from tracker.ui.pages.notice.page import NoticePage  # noqa: PLC0415, rarely

        page = NoticePage()
        page.tried_again.connect(self._desk.open)
        self._show_other(page)
        page.say(line)

    def _show_other(self, page: QWidget) -> None:
        self._drop_others()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def _drop_others(self) -> None:
        """Pages that are seen once do not stay."""
        for place in reversed(range(1, self._pages.count())):
            page = self._pages.widget(place)
            if page is not None:
                self._pages.removeWidget(page)
                page.deleteLater()

    # --- what happens ---

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.reload(change)
        if change.verb in _QUIET and change.direction == "done":
            return
        view = self.today.view
        line = change_line(change, None if view is None else view.today)
        way_back = "redo" if change.direction == "undone" else "undo"
        self._way_back = int(change.facts.get("count", "1"))
        self.toast.say(line, way_back, intent_label(way_back))

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """A refusal belongs to its step; with nothing to show, the rest takes the page."""
        if isinstance(error, Refused) and self.today.refuse(error):
            return
        if self._desk.is_open:
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
        for _one in range(self._way_back):
            if wish == "undo":
                self._desk.undo()
            else:
                self._desk.redo()

    @Slot(str, str)
    def _on_preset_chosen(self, name: str, choice: str) -> None:
        from tracker.exchange.preset import load_preset  # noqa: PLC0415, once

        view = self.today.view
        if view is not None:
            diary = load_preset(name, view.today, choice or None)
            self._desk.write(lambda store: set_up(store, diary, name))

    @Slot(str)
    def _on_theme_chosen(self, choice: str) -> None:
        self._desk.write(lambda store: set_setting(store, "theme", choice))

    @Slot()
    def _on_today_wanted(self) -> None:
        self.rail.items["today"].setChecked(True)
        self.today.face.focus_first(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_quit(self) -> None:
        self.close()

    @Slot()
    def come_forward(self) -> None:
        """Stand in front of everything else, as far as the system lets us."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # --- Qt's own ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first frame is told to whoever waited for it."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The toast keeps its place."""
        super().resizeEvent(event)
        if self.toast.isVisible():
            self.toast.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being written is finished first."""
        self._desk.close()
        super().closeEvent(event)
