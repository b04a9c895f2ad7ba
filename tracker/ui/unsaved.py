"""What becomes of what a person entered on Today and could not be kept, as on a full disk?"""

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from tracker.actions.change import ELSEWHERE, Change
from tracker.domain.day import Day
from tracker.domain.errors import TrackerError
from tracker.domain.log import Rating
from tracker.domain.routine import StepId
from tracker.ui.desk import Desk
from tracker.ui.held import Act, Written
from tracker.ui.widgets.banner import Banners
from tracker.words.unsaved import READ_ONLY, UNSAVED, closing_note, read_only_note, unsaved_note

EVERY: Final = 3000
"""Milliseconds between two tries."""


class Wish(NamedTuple):
    """What a person entered on Today: what writes it, and of what it is to be seen meanwhile."""

    act: Act
    day: Day
    steps: tuple[StepId, ...] = ()
    """The steps it ticks or skips, or of which it takes that back."""
    rated: Callable[[Rating], Rating] | None = None
    """What it makes of the day's rating."""


class Unsaved(QObject):
    """Has the wishes of Today done one after the other, so that none overtakes an older one.

    Keeps what something hinders that may pass, says so as long as that is so, and tries again.
    """

    moved = Signal()
    """Something more is not saved, or something less."""
    given_up = Signal()
    """The person wants to close without what is not saved."""

    def __init__(self, desk: Desk, put: Callable[[QWidget], None], parent: QObject) -> None:
        """`put` gives the banner its place in the window."""
        super().__init__(parent)
        self._desk = desk
        self._wishes: list[Wish] = []
        self._tried: Wish | None = None
        """What the store's thread has now."""
        self._takes_back = False
        """Whether that is to be undone, should it be saved after all."""
        self._hindrance: TrackerError | None = None
        """What stopped the first; the others wait for it."""
        self._asks = False
        """Whether the person is asked to close without what is not saved."""
        self._banners = Banners(self, put)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.retry)
        self._banners.pressed.connect(self._on_pressed)
        self._banners.closed.connect(self._banners.withdraw)
        desk.changed.connect(self._on_changed)
        desk.rested.connect(self._on_rested)
        desk.replaced.connect(self.forget)

    @property
    def waiting(self) -> tuple[Wish, ...]:
        """What is not saved, the oldest first; nothing as long as nothing hinders."""
        return () if self._hindrance is None else tuple(self._wishes)

    def wish(self, wish: Wish) -> None:
        """Have it done after all that is not saved yet."""
        self._wishes.append(wish)
        self._say()
        self.retry()

    @Slot()
    def retry(self) -> None:
        """Try the first again; once it is saved, the next."""
        self._timer.stop()
        if self._wishes and self._tried is None:
            self._tried = self._wishes[0]
            self._desk.attempt(self._tried.act, partial(self._on_tried, self._tried))

    def take_back(self, day: Day | None = None, step: StepId | None = None) -> bool:
        """Drop the newest, or the newest of a step of that day; False where there is none."""
        for wish in reversed(self._wishes):
            if step is None or (wish.day == day and step in wish.steps):
                self._drop(wish)
                return True
        return False

    @Slot()
    def forget(self) -> None:
        """Drop all: what was to be done to data that are gone is not done to others."""
        self._wishes.clear()
        self._takes_back = False
        self._say()

    def may_close(self) -> bool:
        """Try once more what is left, and wait for it; where it is hindered, ask."""
        if self._desk.is_closed:
            return True
        self.retry()
        while self._tried is not None:
            self._desk.await_answers()
        self._asks = bool(self._wishes)
        self._say()
        return not self._asks

    def say_read_only(self, error: TrackerError) -> None:
        """Say above every page that nothing can be saved, until something is."""
        self._banners.show(read_only_note(error))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change != ELSEWHERE:
            self._banners.withdraw(READ_ONLY)

    def _on_tried(self, wish: Wish, written: Written) -> None:
        is_left = any(one is wish for one in self._wishes)
        takes_back, self._tried, self._takes_back = self._takes_back, None, False
        if is_left and written.is_hindered:
            self._hindrance = written.error
            self._timer.start()
        elif is_left:
            self._wishes = [one for one in self._wishes if one is not wish]
        elif takes_back and written.change is not None:
            self._desk.undo()
        self._say()
        if not self._timer.isActive():
            self.retry()

    @Slot()
    def _on_rested(self) -> None:
        """What a bug ended is told as that, and not tried for ever."""
        if self._tried is not None:
            self._on_tried(self._tried, Written(None, None, has_moved=False))

    def _drop(self, wish: Wish) -> None:
        self._wishes = [one for one in self._wishes if one is not wish]
        self._takes_back = self._takes_back or wish is self._tried
        self._say()

    def _say(self) -> None:
        """Say how much is not saved, or that all is."""
        if not self._wishes:
            self._timer.stop()
            self._hindrance, self._asks = None, False
            self._banners.withdraw(UNSAVED)
        elif self._hindrance is not None:
            note = closing_note if self._asks else unsaved_note
            self._banners.show(note(len(self._wishes), self._hindrance))
        self.moved.emit()

    @Slot(str, str)
    def _on_pressed(self, key: str, wish: str) -> None:
        del key
        self._asks = False
        if wish in ("discard", "leave"):
            while self.take_back():
                pass
        if wish == "leave":
            self.given_up.emit()
        self._say()
        self.retry()
