"""Does everything go through the desk, in order, and is every end of it told?"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Timer, get_ident
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.journeys.person import is_idle
from tests.still_clock import StillClock
from tracker.actions.change import ELSEWHERE, Change
from tracker.actions.ports import Clock, Store
from tracker.domain.errors import BadInput, Refused, Unavailable
from tracker.ui.desk import BUSY_AFTER, Desk
from tracker.ui.held import WatchedStore
from tracker.ui.worker import Worker

TICKED = Change("tick", {"name": "Cleanse"}, frozenset(("entry",)))


class FakeStore:
    """A store that counts what is written, here and elsewhere."""

    def __init__(self) -> None:
        self.version = 0
        self.is_deleted = False
        self.closed = False
        self.is_read_only = False
        self.database = Path("routine.db")
        self.undone: Change | None = TICKED

    def data_version(self) -> int:
        return self.version

    def was_deleted(self) -> bool:
        return self.is_deleted

    def close(self) -> None:
        self.closed = True

    @contextmanager
    def reading(self) -> Iterator[str]:
        yield "what is kept"

    def undo(self) -> Change | None:
        return self.undone

    def redo(self) -> Change | None:
        return None


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def desk(store: FakeStore, qtbot: QtBot) -> Iterator[Desk]:
    del qtbot
    desk = Desk(lambda: cast("WatchedStore", store), StillClock())
    yield desk
    desk.close()
    assert store.closed == desk.is_open


def ticking(store: Store, clock: Clock, step: str) -> Change | None:
    del clock
    cast("FakeStore", store).version += 1
    if step == "lotion":
        raise Refused("month_off", step=step)
    return None if step == "done before" else TICKED


def test_the_store_is_opened_by_the_first_need_on_a_thread_of_its_own(
    store: FakeStore, qtbot: QtBot
) -> None:
    threads: list[int] = []

    def opening() -> WatchedStore:
        threads.append(get_ident())
        return cast("WatchedStore", store)

    desk = Desk(opening, StillClock())
    with qtbot.waitSignal(desk.opened):
        desk.open()
    with qtbot.waitSignal(desk.changed):
        desk.run(ticking, "cleanse")
    desk.close()

    assert len(threads) == 1
    assert threads != [get_ident()]


def test_a_deed_is_told_as_a_change(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.changed) as told:
        desk.run(ticking, "cleanse")

    assert told.args == [TICKED]


def test_a_refusal_is_told(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.failed) as told:
        desk.run(ticking, "lotion")

    assert told.args is not None
    assert isinstance(told.args[0], Refused)


def test_nothing_left_to_redo_is_told(desk: Desk, qtbot: QtBot, store: FakeStore) -> None:
    with qtbot.waitSignal(desk.nothing_left) as told:
        desk.redo()
    assert told.args == ["redo"]
    with qtbot.waitSignal(desk.changed):
        desk.undo()
    store.undone = None
    with qtbot.waitSignal(desk.nothing_left) as told:
        desk.undo()
    assert told.args == ["undo"]


def test_what_another_process_did_since_is_not_turned_back(
    desk: Desk, qtbot: QtBot, store: FakeStore
) -> None:
    told: list[Change] = []
    with qtbot.waitSignal(desk.opened):
        desk.open()
    desk.changed.connect(told.append)

    desk.turn_back("undo")
    qtbot.waitUntil(lambda: told == [TICKED])
    store.version += 1
    desk.turn_back("undo")
    qtbot.waitUntil(lambda: is_idle(desk))

    assert told == [TICKED, ELSEWHERE]


def test_what_is_kept_is_read(desk: Desk, qtbot: QtBot) -> None:
    found: list[Any] = []

    desk.read(lambda reading: reading, found.append)

    qtbot.waitUntil(lambda: found == ["what is kept"])


def test_another_processs_write_is_noticed_and_our_own_is_not(
    desk: Desk, qtbot: QtBot, store: FakeStore
) -> None:
    told: list[Change] = []
    desk.changed.connect(told.append)
    desk.look_elsewhere()
    assert is_idle(desk)
    desk.open()
    desk.run(ticking, "cleanse")
    desk.look_elsewhere()
    qtbot.waitUntil(lambda: is_idle(desk))
    assert told == [TICKED]

    store.version += 1
    desk.look_elsewhere()
    qtbot.waitUntil(lambda: is_idle(desk))
    assert told == [TICKED, ELSEWHERE]


def test_a_write_of_another_process_before_ours_is_told_too(
    desk: Desk, qtbot: QtBot, store: FakeStore
) -> None:
    told: list[Change] = []
    with qtbot.waitSignal(desk.opened):
        desk.open()
    desk.changed.connect(told.append)

    store.version += 1
    desk.run(ticking, "cleanse")

    qtbot.waitUntil(lambda: told == [ELSEWHERE, TICKED])


def test_a_store_that_does_not_open_is_tried_again(store: FakeStore, qtbot: QtBot) -> None:
    answers: list[object] = [Unavailable("locked", path="routine.db"), store]

    def opening() -> WatchedStore:
        answer = answers.pop(0)
        if isinstance(answer, Unavailable):
            raise answer
        return cast("WatchedStore", answer)

    desk = Desk(opening, StillClock())
    with qtbot.waitSignal(desk.failed):
        desk.open()
    assert not desk.is_open
    with qtbot.waitSignal(desk.opened):
        desk.open()
    desk.close()


def test_a_file_that_may_only_be_read_is_told(desk: Desk, qtbot: QtBot, store: FakeStore) -> None:
    store.is_read_only = True

    with qtbot.waitSignals([desk.opened, desk.failed]):
        desk.open()


def test_what_takes_long_is_owned_up_to(desk: Desk, qtbot: QtBot) -> None:
    held = Event()

    def slow(store: Store) -> Change | None:
        del store
        held.wait(10)
        return TICKED

    with qtbot.waitSignal(desk.busy) as told:
        desk.write(slow)
    assert told.args == [True]
    with qtbot.waitSignal(desk.busy) as told:
        held.set()
    assert told.args == [False]


def test_after_closing_nothing_is_done(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.opened):
        desk.open()
    desk.close()

    desk.run(ticking, "cleanse")

    assert is_idle(desk)


def test_a_bug_goes_on_as_a_bug(desk: Desk, qtbot: QtBot) -> None:
    def buggy(store: Store) -> Change | None:
        raise LookupError(str(store))

    with qtbot.captureExceptions() as bugs:
        desk.write(buggy)
        qtbot.waitUntil(lambda: is_idle(desk))

    assert [kind for kind, _bug, _trace in bugs] == [LookupError]


def test_bad_input_is_no_bug(desk: Desk, qtbot: QtBot) -> None:
    def refusing(store: Store) -> Change | None:
        del store
        raise BadInput("no_such_step")

    with qtbot.waitSignal(desk.failed):
        desk.write(refusing)


class LockedLater(FakeStore):
    """A store whose file is locked by another process from a moment on."""

    is_locked = False

    def data_version(self) -> int:
        if self.is_locked:
            raise Unavailable("locked", path="routine.db")
        return super().data_version()


def test_what_was_written_is_told_although_the_file_is_locked_since(qtbot: QtBot) -> None:
    store = LockedLater()
    desk = Desk(lambda: cast("WatchedStore", store), StillClock())
    failures: list[object] = []
    desk.failed.connect(failures.append)

    def locking(_store: Store) -> Change | None:
        store.is_locked = True
        return TICKED

    with qtbot.waitSignal(desk.changed) as told:
        desk.write(locking)
    desk.look_elsewhere()
    qtbot.waitUntil(lambda: is_idle(desk))
    desk.close()

    assert told.args == [TICKED]
    assert failures == []


def test_reads_that_follow_a_write_are_not_part_of_its_wait(desk: Desk, qtbot: QtBot) -> None:
    held = Event()
    busy: list[bool] = []
    with qtbot.waitSignal(desk.opened):
        desk.open()
    desk.busy.connect(busy.append)

    desk.run(ticking, "cleanse")
    desk.read(lambda _reading: held.wait(10), lambda _value: None)
    qtbot.wait(2 * BUSY_AFTER)
    held.set()
    qtbot.waitUntil(lambda: is_idle(desk))

    assert True not in busy


def test_closing_leaves_reads_and_keeps_writes(desk: Desk, qtbot: QtBot, store: FakeStore) -> None:
    done: list[str] = []
    held = Event()
    begun = Event()

    def slow(_store: Store) -> None:
        begun.set()
        held.wait(10)

    def writing(_store: Store) -> None:
        done.append("written")

    desk.write(slow)
    begun.wait(10)
    desk.read(lambda _reading: done.append("read"), lambda _value: None)
    desk.write(writing)
    Timer(0.2, held.set).start()
    desk.close()
    qtbot.waitUntil(lambda: is_idle(desk))

    assert done == ["written"]
    assert store.closed


def test_answers_come_in_the_order_of_the_work(qtbot: QtBot) -> None:
    parent = QObject()
    worker = Worker(parent)
    answers: list[int] = []
    done = Event()

    class AtOnce(ThreadPoolExecutor):
        """Has all work done before anybody can ask to be called back."""

        def submit(self, *args: Any, **named: Any) -> Any:
            future = super().submit(*args, **named)
            if done.is_set():
                future.result()
            return future

    worker._pool = AtOnce(1)
    held = Event()
    worker.give(lambda: [held.wait(10), 1][1], answers.append, must_be_done=True)
    held.set()
    done.set()
    worker.give(lambda: 2, answers.append, must_be_done=True)
    qtbot.waitUntil(lambda: worker.waiting == 0)
    worker.finish()

    assert answers == [1, 2]


def test_other_data_are_put_in_place_while_the_store_is_closed(
    desk: Desk, store: FakeStore, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.opened):
        desk.open()
    told: list[object] = []
    desk.opened.connect(lambda: told.append("opened"))
    desk.changed.connect(told.append)

    desk.replace(lambda: store.closed, told.append)

    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == ["opened", ELSEWHERE, True]


def test_where_that_fails_the_store_goes_on(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.opened):
        desk.open()

    def fail() -> None:
        raise Unavailable("not_written")

    with qtbot.waitSignal(desk.failed) as failed:
        desk.replace(fail, lambda _value: None)
    assert failed.args is not None
    assert failed.args[0].code == "not_written"
    read: list[object] = []
    desk.read(lambda look: cast("object", look), read.append)
    qtbot.waitUntil(lambda: read == ["what is kept"])


def test_other_work_is_done_on_the_stores_thread(desk: Desk, qtbot: QtBot) -> None:
    done: list[int] = []
    desk.aside(get_ident, done.append)
    qtbot.waitUntil(lambda: len(done) == 1)
    assert done != [get_ident()]


def test_what_returns_after_the_end_is_answered_to_nobody(desk: Desk, qtbot: QtBot) -> None:
    answers: list[str] = []
    started = Event()

    def look(reading: object) -> str:
        del reading
        started.set()
        return "late"

    desk.read(look, answers.append)
    assert started.wait(5)
    desk.close()
    qtbot.waitUntil(lambda: is_idle(desk))

    assert answers == []
