"""How does work go on while the window stays usable?"""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from shiboken6 import isValid

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
        self._is_finished = False
        self.waiting = 0
        """How many pieces of work have not been answered."""
        self._droppable: set[Future[Any]] = set()
        # Queued, since work that is done at once calls back on the window's thread, and would else
        # be answered before what was done earlier.
        self._returned.connect(self._on_returned, Qt.ConnectionType.QueuedConnection)

    def give(
        self, work: Callable[[], Value], answer: Callable[[Value], None], *, must_be_done: bool
    ) -> None:
        """Have `work` done on the thread, then `answer` called here with its value."""
        self.waiting += 1
        future = self._pool.submit(work)
        if not must_be_done:
            self._droppable.add(future)
        future.add_done_callback(lambda done: self._returned.emit(_Job(done, answer)))

    def await_answers(self) -> None:
        """Wait for all that was given until now, and have it answered before this returns."""
        self._pool.submit(int).result()  # once it ran, all before it has been told of
        QCoreApplication.sendPostedEvents(self)

    def finish(self) -> None:
        """Wait for what must be done, and leave the rest; nothing may be given afterwards."""
        for future in tuple(self._droppable):
            future.cancel()
        self._pool.shutdown(wait=True)
        self._is_finished = True

    @Slot(object)
    def _on_returned(self, job: _Job) -> None:
        """A failure that is not ours to expect goes on as the bug that it is."""
        self._droppable.discard(job.future)
        try:
            value = job.future.result()
        except CancelledError:
            return
        except TrackerError as error:
            self.failed.emit(error)
        else:
            if not self._is_finished and not _is_gone(job.answer):
                job.answer(value)
        finally:
            self.waiting -= 1
            self.settled.emit(self.waiting)


def _is_gone(answer: Callable[[Any], None]) -> bool:
    """Whether whoever waited for the answer was deleted meanwhile, as a page can be."""
    while isinstance(answer, partial):
        answer = answer.func
    owner = getattr(answer, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
