"""Does everything go through the desk, in order, and is every end of it told?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, get_ident
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from tests.still_clock import StillClock
from tracker.actions.change import ELSEWHERE, Change
from tracker.actions.ports import Clock, Store
from tracker.domain.errors import BadInput, Refused, Unavailable
from tracker.ui.desk import Desk, WatchedStore

TICKED = Change("tick", {"name": "Cleanse"}, frozenset(("entry",)))


class FakeStore:
    """A store that counts what is written, here and elsewhere."""

    def __init__(self) -> None:
        self.version = 0
        self.closed = False
        self.is_read_only = False
        self.database = Path("routine.db")
        self.undone: Change | None = TICKED

    def data_version(self) -> int:
        return self.version

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


def test_several_deeds_are_one_change_up_to_the_one_that_fails(desk: Desk, qtbot: QtBot) -> None:
    def act(step: str) -> Callable[[Store], Change | None]:
        return lambda store: ticking(store, desk.clock, step)

    changes: list[Change] = []
    with qtbot.waitSignals([desk.changed, desk.failed]):
        desk.changed.connect(changes.append)
        desk.write(act("cleanse"), act("done before"), act("mask"), act("lotion"), act("serum"))

    assert [change.facts for change in changes] == [{"name": "2 steps", "count": "2"}]


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
    assert desk.is_idle
    desk.open()
    desk.run(ticking, "cleanse")
    desk.look_elsewhere()
    qtbot.waitUntil(lambda: desk.is_idle)
    assert told == [TICKED]

    store.version += 1
    desk.look_elsewhere()
    qtbot.waitUntil(lambda: desk.is_idle)
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

    assert desk.is_idle


def test_a_bug_goes_on_as_a_bug(desk: Desk, qtbot: QtBot) -> None:
    def buggy(store: Store) -> Change | None:
        raise LookupError(str(store))

    with qtbot.captureExceptions() as bugs:
        desk.write(buggy)
        qtbot.waitUntil(lambda: desk.is_idle)

    assert [kind for kind, _bug, _trace in bugs] == [LookupError]


def test_bad_input_is_no_bug(desk: Desk, qtbot: QtBot) -> None:
    def refusing(store: Store) -> Change | None:
        del store
        raise BadInput("no_such_step")

    with qtbot.waitSignal(desk.failed):
        desk.write(refusing)
