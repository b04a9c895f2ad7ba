"""How does work go on while the window stays usable?"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from tracker.domain.errors import TrackerError

Value = TypeVar("Value")


class _Job(NamedTuple):
    """Work that returned, and who is told of its value."""

    future: Future[Any]
    answer: Callable[[Any], None]


class Worker(QObject):
    """One thread that works off what it is given, in that order; answers on the window's thread.

    Everything that touches the store runs here, so the store belongs to one thread.
    """

    failed = Signal(object)
    """Work ended in a `TrackerError`."""
    settled = Signal(int)
    """A piece of work returned, and how many are still waiting."""
    _returned = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="store")
        self.waiting = 0
        """How many pieces of work have not been answered."""
        self._returned.connect(self._on_returned)

    def give(self, work: Callable[[], Value], answer: Callable[[Value], None]) -> None:
        """Have `work` done on the thread, then `answer` called here with its value."""
        self.waiting += 1
        future = self._pool.submit(work)
        future.add_done_callback(lambda done: self._returned.emit(_Job(done, answer)))

    def finish(self) -> None:
        """Wait for what is under way; nothing may be given afterwards."""
        self._pool.shutdown(wait=True)

    @Slot(object)
    def _on_returned(self, job: _Job) -> None:
        """A failure that is not ours to expect goes on as the bug that it is."""
        try:
            value = job.future.result()
        except TrackerError as error:
            self.failed.emit(error)
        else:
            job.answer(value)
        finally:
            self.waiting -= 1
            self.settled.emit(self.waiting)
