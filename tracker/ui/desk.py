"""Through which one door does everything go that the window reads or writes?"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import (
    TYPE_CHECKING,
    Concatenate,
    Final,
    Generic,
    Literal,
    NamedTuple,
    ParamSpec,
    Protocol,
    TypeAlias,
    TypeVar,
)

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tracker.actions.change import ELSEWHERE, Change
from tracker.actions.ports import Clock, Everything, Store
from tracker.actions.undo import redo, undo
from tracker.domain.errors import TrackerError, Unavailable

if TYPE_CHECKING:
    from tracker.ui.worker import Worker

Given = ParamSpec("Given")
Value = TypeVar("Value")
Act: TypeAlias = Callable[[Store], Change | None]
"""Something that writes, or finds that there is nothing to write."""
Way: TypeAlias = Literal["undo", "redo"]
BUSY_AFTER: Final = 300
"""Milliseconds after which work that has not returned is owned up to."""


class WatchedStore(Store, Protocol):
    """A store that can tell whether another process wrote."""

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""

    @property
    def database(self) -> Path:
        """The file."""

    def data_version(self) -> int:
        """A number that is another one after every write."""

    def close(self) -> None:
        """Let go of what is open."""


class Desk(QObject):
    """The one door for writes, and the way to everything that is kept.

    The store is opened by `open`, or by the first thing that needs it, on a thread of its own.
    """

    changed = Signal(object)
    """A `Change`: something was written, here or elsewhere."""
    failed = Signal(object)
    """A `TrackerError`: what was asked for did not happen."""
    nothing_left = Signal(str)
    """There was nothing to "undo" or "redo"."""
    opened = Signal()
    """The store is open."""
    busy = Signal(bool)
    """Work takes longer than usual, or no longer does."""

    def __init__(self, opening: Callable[[], WatchedStore], clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self._opening = opening
        self._store: WatchedStore | None = None
        self._version: int | None = None
        self._is_closed = False
        self._writes = 0
        self._worker: Worker | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(BUSY_AFTER)
        self._patience.timeout.connect(self._on_patience_ended)

    @property
    def is_open(self) -> bool:
        """Whether the store was opened."""
        return self._store is not None

    @property
    def database(self) -> Path | None:
        """The file in which everything is kept, once the store was opened."""
        return None if self._store is None else self._store.database

    def open(self) -> None:
        """Open the store; `opened` says when it is."""
        self._give(self._opened, self._on_opened)

    def run(
        self,
        action: Callable[Concatenate[Store, Clock, Given], Change | None],
        *arguments: Given.args,
        **named: Given.kwargs,
    ) -> None:
        """Do an action; `changed` says what moved, `failed` why nothing did."""
        self.write(lambda store: action(store, self.clock, *arguments, **named))

    def write(self, act: Act) -> None:
        """Do one thing; told as one `Change`."""
        self._give_write(act, self._on_written)

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
        self._give(partial(self._looked, look), answer)

    def aside(self, work: Callable[[], Value], answer: Callable[[Value], None]) -> None:
        """Have work done on the store's thread that does not go through the store."""
        self._give(work, answer)

    def replace(self, work: Callable[[], Value], answer: Callable[[Value], None]) -> None:
        """Have `work` put other data in the place of what is kept, which are opened then."""
        self._give(
            partial(self._replaced, work), partial(self._on_replaced, answer), must_be_done=True
        )

    @Slot()
    def look_elsewhere(self) -> None:
        """Find out whether another process wrote; if so, `changed` says `ELSEWHERE`."""
        if self._store is not None:
            self._give(self._looked_elsewhere, self._on_looked_elsewhere)

    def close(self) -> None:
        """Wait for what is to be written, and let go of the store; nothing is done any more."""
        self._is_closed = True
        if self._worker is not None:
            self._worker.finish()
        if self._store is not None:
            self._store.close()

    # --- on the store's thread ---

    def _opened(self) -> WatchedStore:
        """The store, opened if it is not; tried again the next time where that fails."""
        if self._store is None:
            store = self._opening()
            self._version = store.data_version()
            self._store = store
        return self._store

    def _written(self, act: Act, *, unless_moved: bool) -> "_Written":
        """What is written is told as written, whatever fails after it."""
        has_moved = False
        try:
            store = self._opened()
            has_moved = self._has_moved()
            if has_moved and unless_moved:
                return _Written(None, None, has_moved)
            change = act(store)
        except TrackerError as error:
            return _Written(None, error, has_moved)
        self._version = _version_of(store)
        return _Written(change, None, has_moved)

    def _looked(self, look: Callable[[Everything], Value]) -> Value:
        with self._opened().reading() as reading:
            return look(reading)

    def _replaced(self, work: Callable[[], Value]) -> "_Replaced[Value]":
        if self._store is not None:
            self._store.close()
        value = work()
        self._store = None
        return _Replaced(value, self._opened())

    def _has_moved(self) -> bool:
        """Whether another process wrote since we last asked."""
        known, self._version = self._version, self._opened().data_version()
        return known != self._version

    def _looked_elsewhere(self) -> bool:
        """The same where nobody waits for an answer: a file in use is asked again later."""
        try:
            return self._has_moved()
        except Unavailable as error:
            if error.code != "locked":
                raise
            return False

    # --- on the window's thread ---

    def _give_write(
        self, act: Act, answer: Callable[["_Written"], None], *, unless_moved: bool = False
    ) -> None:
        if self._is_closed:
            return
        self._writes += 1
        self._patience.start()
        self._give(
            partial(self._written, act, unless_moved=unless_moved), answer, must_be_done=True
        )

    def _give(
        self,
        work: Callable[[], Value],
        answer: Callable[[Value], None],
        *,
        must_be_done: bool = False,
    ) -> None:
        if self._is_closed:
            return
        if self._worker is None:
            from tracker.ui.worker import Worker  # noqa: PLC0415, needed by no first frame

            self._worker = Worker(self)
            self._worker.failed.connect(self._on_failed)
            self._worker.settled.connect(self._on_settled)
        self._worker.give(work, answer, must_be_done=must_be_done)

    def _on_opened(self, store: WatchedStore) -> None:
        self.opened.emit()
        if store.is_read_only:
            self.failed.emit(Unavailable("read_only", path=str(store.database)))

    def _on_replaced(self, answer: Callable[[Value], None], replaced: "_Replaced[Value]") -> None:
        self._on_opened(replaced.store)
        self.changed.emit(ELSEWHERE)
        answer(replaced.value)

    def _on_written(self, written: "_Written") -> None:
        self._be_patient(writes=self._writes - 1)
        if written.has_moved:
            self.changed.emit(ELSEWHERE)
        if written.change is not None:
            self.changed.emit(written.change)
        if written.error is not None:
            self.failed.emit(written.error)

    def _on_undone(self, written: "_Written") -> None:
        self._on_written(written)
        if written.change is None and written.error is None:
            self.nothing_left.emit("undo")

    def _on_redone(self, written: "_Written") -> None:
        self._on_written(written)
        if written.change is None and written.error is None:
            self.nothing_left.emit("redo")

    def _on_looked_elsewhere(self, has_moved: bool) -> None:
        if has_moved:
            self.changed.emit(ELSEWHERE)

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        self.failed.emit(error)

    @Slot(int)
    def _on_settled(self, waiting: int) -> None:
        if waiting == 0 and self._writes:  # a bug left a write without its answer
            self._be_patient(writes=0)

    def _be_patient(self, *, writes: int) -> None:
        """With as many writes that are still to be answered."""
        self._writes = writes
        if writes == 0:
            self._patience.stop()
            self.busy.emit(False)

    @Slot()
    def _on_patience_ended(self) -> None:
        self.busy.emit(True)


class _Written(NamedTuple):
    """What a write moved, what stopped it, and whether another process had written before."""

    change: Change | None
    error: TrackerError | None
    has_moved: bool


class _Replaced(NamedTuple, Generic[Value]):
    """What came of putting other data in place, and the store opened on them."""

    value: Value
    store: WatchedStore


def _version_of(store: WatchedStore) -> int | None:
    """The store's version; None, which no later look finds, where it cannot be told now."""
    try:
        return store.data_version()
    except TrackerError:
        return None


def tried(work: Callable[[], Value]) -> Value | TrackerError:
    """What the work gives, or the failure that it ended in, to be told in a place of its own."""
    try:
        return work()
    except TrackerError as error:
        return error
