"""What does the store's thread do for the desk, on the one store that it holds?"""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from tracker.actions.change import Change
from tracker.actions.ports import Everything, Store
from tracker.domain.errors import TrackerError, Unavailable

Value = TypeVar("Value")
Act: TypeAlias = Callable[[Store], Change | None]
"""Something that writes, or finds that there is nothing to write."""


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

    def was_deleted(self) -> bool:
        """Whether, since this was last asked, an empty database came in the place of ours."""

    def close(self) -> None:
        """Let go of what is open."""


_TRANSIENT: Final = frozenset(("not_written", "locked"))
"""What may be otherwise in a moment: a disk that is full or away, a file that another one holds."""


class Written(NamedTuple):
    """What a write moved, what stopped it, and whether another process had written before."""

    change: Change | None
    error: TrackerError | None
    has_moved: bool

    @property
    def is_hindered(self) -> bool:
        """Whether it was stopped by something that may pass."""
        return self.error is not None and self.error.code in _TRANSIENT


class Replaced(NamedTuple, Generic[Value]):
    """What came of putting other data in place, and the store opened on them."""

    value: Value
    store: WatchedStore


class Held:
    """The store, opened by the first thing that needs it.

    All but `store` and `close` runs on the store's thread. What is not said to be told raises
    `TrackerError`.
    """

    def __init__(self, opening: Callable[[], WatchedStore]) -> None:
        self._opening = opening
        self._version: int | None = None
        self.store: WatchedStore | None = None
        """None until it was opened."""
        self.term = 0
        """How often other data were put in place, here, or all were deleted by another process."""

    def opened(self) -> WatchedStore:
        """The store, opened if it is not; tried again the next time where that fails."""
        if self.store is None:
            store = self._opening()
            self._version = store.data_version()
            self.store = store
        return self.store

    def written(self, act: Act, *, term: int, unless_moved: bool) -> Written:
        """What is written is told as written, whatever fails after it.

        What was wished of data of an earlier `term` is not done to those of now.
        """
        has_moved = False
        try:
            store = self.opened()
            has_moved = self._has_moved()
            if term != self.term or (has_moved and unless_moved):
                return Written(None, None, has_moved)
            change = act(store)
        except TrackerError as error:
            return Written(None, error, has_moved)
        self._version = _version_of(store)
        return Written(change, None, has_moved)

    def looked(self, look: Callable[[Everything], Value]) -> Value:
        """What `look` finds in one consistent look."""
        with self.opened().reading() as reading:
            return look(reading)

    def replaced(self, work: Callable[[], Value]) -> Replaced[Value]:
        """What `work` gives, which puts other data in place while nothing is open."""
        if self.store is not None:
            self.store.close()
        value = work()
        self.store = None
        self.term += 1
        return Replaced(value, self.opened())

    def has_moved_elsewhere(self) -> bool:
        """Whether another process wrote; a file in use is asked again later."""
        try:
            return self._has_moved()
        except Unavailable as error:
            if error.code != "locked":
                raise
            return False

    def close(self) -> None:
        """Let go of the store."""
        if self.store is not None:
            self.store.close()

    def _has_moved(self) -> bool:
        store = self.opened()
        version = store.data_version()
        if version == self._version:
            return False
        self.term += store.was_deleted()
        self._version = version
        return True


def tried(work: Callable[[], Value]) -> Value | TrackerError:
    """What the work gives, or the failure that it ended in, to be told in a place of its own."""
    try:
        return work()
    except TrackerError as error:
        return error


def _version_of(store: WatchedStore) -> int | None:
    """The store's version; None, which no later look finds, where it cannot be told now."""
    try:
        return store.data_version()
    except TrackerError:
        return None
