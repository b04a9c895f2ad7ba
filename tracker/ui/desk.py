"""Through which one door does everything go that the window reads or writes?"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import (
    TYPE_CHECKING,
    Concatenate,
    Final,
    Literal,
    ParamSpec,
    TypeAlias,
    TypeVar,
)

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tracker.actions.change import ELSEWHERE, Change
from tracker.actions.ports import Clock, Everything, Store
from tracker.actions.undo import redo, undo
from tracker.domain.errors import TrackerError, Unavailable
from tracker.ui.held import Act, Held, Replaced, WatchedStore, Written

if TYPE_CHECKING:
    from tracker.ui.worker import Worker

Given = ParamSpec("Given")
Value = TypeVar("Value")
Way: TypeAlias = Literal["undo", "redo"]
BUSY_AFTER: Final = 300
"""Milliseconds after which work that has not returned is owned up to."""


class Desk(QObject):
    """The one door for writes, and the way to everything that is kept.

    The store is opened by `open`, or by the first thing that needs it, on a thread of its own.
    """

    changed = Signal(object)
    """A `Change`: something was written, here or elsewhere."""
    failed = Signal(object)
    """A `TrackerError`: what was asked for did not happen."""
    rested = Signal()
    """All that was given returned, also what a bug left without its answer."""
    nothing_left = Signal(str)
    """There was nothing to "undo" or "redo"."""
    opened = Signal()
    """The store is open."""
    replaced = Signal()
    """Other data are in place, or all were deleted elsewhere: what was begun before is void."""
    busy = Signal(bool)
    """Work takes longer than usual, or no longer does."""

    def __init__(self, opening: Callable[[], WatchedStore], clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self._held = Held(opening)
        self._term = 0
        """To which of the store's terms everything belongs that is wished now."""
        self.is_closed = False
        """Whether nothing is done any more."""
        self._writes = 0
        self._worker: Worker | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(BUSY_AFTER)
        self._patience.timeout.connect(self._on_patience_ended)

    @property
    def is_open(self) -> bool:
        """Whether the store was opened."""
        return self._held.store is not None

    @property
    def database(self) -> Path | None:
        """The file in which everything is kept, once the store was opened."""
        return None if self._held.store is None else self._held.store.database

    def open(self) -> None:
        """Open the store; `opened` says when it is."""
        self._give(self._held.opened, self._on_opened)

    def run(
        self,
        action: Callable[Concatenate[Store, Clock, Given], Change | None],
        *arguments: Given.args,
        **named: Given.kwargs,
    ) -> None:
        """Do an action; `changed` says what moved, `failed` why nothing did."""
        self._give_write(
            lambda store: action(store, self.clock, *arguments, **named), self._on_written
        )

    def write(self, act: Act, answer: Callable[[Written], None] | None = None) -> None:
        """Do one thing; told as one `Change`, or why nothing was done, and then to `answer`."""
        if answer is None:
            self._give_write(act, self._on_written)
        else:
            self._give_write(act, partial(self._on_write_done, answer))

    def attempt(self, act: Act, answer: Callable[[Written], None]) -> None:
        """Do one thing as `write` does; what may pass that hinders it is told to `answer` alone."""
        self._give_write(act, partial(self._on_attempted, answer))

    def undo(self) -> None:
        """Take back the last action of any process."""
        self._give_write(undo, self._on_undone)

    def redo(self) -> None:
        """Do again what was last taken back."""
        self._give_write(redo, self._on_redone)

    def turn_back(self, way: Way) -> None:
        """Undo or redo what was told last; where another process wrote since, only tell that."""
        act = undo if way == "undo" else redo
        self._give_write(act, self._on_written, unless_moved=True)

    def read(self, look: Callable[[Everything], Value], answer: Callable[[Value], None]) -> None:
        """Have `look` read what is kept, then `answer` called with what it found."""
        self._give(partial(self._held.looked, look), answer)

    def aside(self, work: Callable[[], Value], answer: Callable[[Value], None]) -> None:
        """Have work done on the store's thread that does not go through the store."""
        self._give(work, answer)

    def replace(self, work: Callable[[], Value], answer: Callable[[Value], None]) -> None:
        """Have `work` put other data in the place of what is kept, which are opened then."""
        self._give(
            partial(self._held.replaced, work),
            partial(self._on_replaced, answer),
            must_be_done=True,
        )

    @Slot()
    def look_elsewhere(self) -> None:
        """Find out whether another process wrote; if so, `changed` says `ELSEWHERE`."""
        if self._held.store is not None:
            self._give(self._held.has_moved_elsewhere, self._on_looked_elsewhere)

    def await_answers(self) -> None:
        """Wait until all that was given is done, and answered."""
        if self._worker is not None:
            self._worker.await_answers()

    def close(self) -> None:
        """Wait for what is to be written, and let go of the store; nothing is done any more."""
        self.is_closed = True
        if self._worker is not None:
            self._worker.finish()
        self._held.close()

    # --- how it is given and answered ---

    def _give_write(
        self, act: Act, answer: Callable[[Written], None], *, unless_moved: bool = False
    ) -> None:
        if self.is_closed:
            return
        self._writes += 1
        self._patience.start()
        self._give(
            partial(self._held.written, act, term=self._term, unless_moved=unless_moved),
            answer,
            must_be_done=True,
        )

    def _give(
        self,
        work: Callable[[], Value],
        answer: Callable[[Value], None],
        *,
        must_be_done: bool = False,
    ) -> None:
        if self.is_closed:
            return
        if self._worker is None:
            from tracker.ui.worker import Worker  # noqa: PLC0415, needed by no first frame

            self._worker = Worker(self)
            self._worker.failed.connect(self._on_failed)
            self._worker.settled.connect(self._on_settled)
        self._worker.give(work, answer, must_be_done=must_be_done)

    def _on_opened(self, store: WatchedStore) -> None:
        self._keep_up()
        self.opened.emit()
        if store.is_read_only:
            self.failed.emit(Unavailable("read_only", path=str(store.database)))

    def _on_replaced(self, answer: Callable[[Value], None], replaced: Replaced[Value]) -> None:
        self._on_opened(replaced.store)
        self.changed.emit(ELSEWHERE)
        answer(replaced.value)

    def _keep_up(self) -> None:
        if self._term != self._held.term:
            self._term = self._held.term
            self.replaced.emit()

    def _tell_elsewhere(self) -> None:
        self._keep_up()
        self.changed.emit(ELSEWHERE)

    def _on_write_done(self, answer: Callable[[Written], None], written: Written) -> None:
        self._on_written(written)
        answer(written)

    def _on_attempted(self, answer: Callable[[Written], None], written: Written) -> None:
        self._on_written(written._replace(error=None) if written.is_hindered else written)
        answer(written)

    def _on_written(self, written: Written) -> None:
        self._be_patient(writes=self._writes - 1)
        if written.has_moved:
            self._tell_elsewhere()
        if written.change is not None:
            self.changed.emit(written.change)
        if written.error is not None:
            self.failed.emit(written.error)

    def _on_undone(self, written: Written) -> None:
        self._on_written(written)
        if written.change is None and written.error is None:
            self.nothing_left.emit("undo")

    def _on_redone(self, written: Written) -> None:
        self._on_written(written)
        if written.change is None and written.error is None:
            self.nothing_left.emit("redo")

    def _on_looked_elsewhere(self, has_moved: bool) -> None:
        if has_moved:
            self._tell_elsewhere()

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        self._keep_up()
        self.failed.emit(error)

    @Slot(int)
    def _on_settled(self, waiting: int) -> None:
        if waiting == 0 and self._writes:  # a bug left a write without its answer
            self._be_patient(writes=0)
        if waiting == 0:
            self.rested.emit()

    def _be_patient(self, *, writes: int) -> None:
        """With as many writes that are still to be answered."""
        self._writes = writes
        if writes == 0:
            self._patience.stop()
            self.busy.emit(False)

    @Slot()
    def _on_patience_ended(self) -> None:
        self.busy.emit(True)
