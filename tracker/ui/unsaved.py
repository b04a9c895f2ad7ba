"""What becomes of an edit that could not be kept, on a full disk or a read-only one?"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from tracker.actions.change import ELSEWHERE, Change
from tracker.domain.errors import TrackerError
from tracker.ui.desk import Desk
from tracker.ui.held import Wish, Written
from tracker.ui.widgets.banner import Banners
from tracker.words.unsaved import READ_ONLY, UNSAVED, read_only_note, unsaved_note

EVERY: Final = 3000
"""Milliseconds between two tries."""


class Unsaved(QObject):
    """Keeps what was not saved, in its order, says so as long as that is so, and tries again."""

    moved = Signal()
    """Something more is not saved, or something less."""

    def __init__(self, desk: Desk, put: Callable[[QWidget], None], parent: QObject) -> None:
        """`put` gives the banner its place in the window."""
        super().__init__(parent)
        self._desk = desk
        self._wishes: list[Wish] = []
        self._banners = Banners(self, put)
        self._is_trying = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.retry)
        self._banners.pressed.connect(self._on_pressed)
        self._banners.closed.connect(self._banners.withdraw)
        desk.unsaved.connect(self._on_unsaved)
        desk.changed.connect(self._on_changed)
        desk.replaced.connect(self._on_replaced)

    @property
    def about(self) -> tuple[tuple[object, ...], ...]:
        """What each thing that is not saved is about: the arguments of its action."""
        return tuple(wish.about for wish in self._wishes)

    @Slot()
    def retry(self) -> None:
        """Try the first again; once it is saved, the next."""
        self._timer.stop()
        if self._wishes and not self._is_trying:
            self._is_trying = True
            wish = self._wishes[0]
            self._desk.retry(wish, partial(self._on_retried, wish))

    @Slot()
    def try_last(self) -> None:
        """Try each once more, as the window closes and nobody is told any more."""
        for wish in self._wishes:
            self._desk.retry(wish, _told_nobody)

    def say_read_only(self, error: TrackerError) -> None:
        """Say above every page that nothing can be saved, until something is."""
        self._banners.show(read_only_note(error))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change != ELSEWHERE:
            self._banners.withdraw(READ_ONLY)

    @Slot(object, object)
    def _on_unsaved(self, wish: Wish, error: TrackerError) -> None:
        self._wishes.append(wish)
        self._say(error)
        self._timer.start()

    @Slot()
    def _on_replaced(self) -> None:
        """What was to be done to data that are gone is not done to others."""
        self._timer.stop()
        self._wishes.clear()
        self._banners.withdraw(UNSAVED)
        self.moved.emit()

    def _on_retried(self, wish: Wish, written: Written) -> None:
        self._is_trying = False
        if wish not in self._wishes:
            self.retry()
            return
        if written.is_hindered and written.error is not None:
            self._say(written.error)
            self._timer.start()
            return
        self._wishes.remove(wish)
        self.moved.emit()
        if self._wishes:
            self.retry()
        else:
            self._banners.withdraw(UNSAVED)

    def _say(self, error: TrackerError) -> None:
        self._banners.show(unsaved_note(len(self._wishes), error))
        self.moved.emit()

    @Slot(str, str)
    def _on_pressed(self, key: str, wish: str) -> None:
        del key, wish
        self.retry()


def _told_nobody(written: Written) -> None:
    del written
