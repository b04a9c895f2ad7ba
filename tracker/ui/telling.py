"""What is the person told of what was just done, and what leads back from it?"""

from typing import Final

from PySide6.QtCore import QObject, Slot

from tracker.actions.change import Change
from tracker.ui.desk import Desk
from tracker.ui.widgets.rail import WIDTH
from tracker.ui.widgets.toast import Toast
from tracker.ui.window import Window
from tracker.words.changes import change_line, nothing_to_redo, nothing_to_undo
from tracker.words.window import busy_line, intent_label

_QUIET: Final = frozenset({"elsewhere", "set_setting"})
"""Verbs that are seen by what they do and need no toast."""


class Telling(QObject):
    """Hears what the desk did, says it in a toast, and takes it back where that is wished."""

    def __init__(self, window: Window, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self.toast = Toast(window, WIDTH)
        self.toast.pressed.connect(self._on_toast_pressed)
        window.resized.connect(self.toast.place)
        desk.changed.connect(self._on_changed)
        desk.nothing_left.connect(self._on_nothing_left)
        desk.busy.connect(self._on_busy)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.verb in _QUIET and change.direction == "done":
            self.toast.hide()  # its way back would now lead elsewhere
            return
        view = self._window.today.view
        line = change_line(change, None if view is None else view.today)
        wish = "redo" if change.direction == "undone" else "undo"
        self.toast.say(line, wish, intent_label(wish))

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
