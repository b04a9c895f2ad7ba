"""Does an edit stay on the screen until it is saved, while the disk takes nothing?

What a disk that is really full does is tried by `tests/faults/full_disk.py`.
"""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.domain.diary import Record
from tracker.domain.errors import TrackerError, Unavailable
from tracker.domain.log import Rating
from tracker.store.store import SqlStore, open_store
from tracker.store.work import UnitOfWork
from tracker.ui.unsaved import EVERY
from tracker.ui.widgets.banner import Banner

Start = Callable[[], Person]
TODAY = date(2026, 11, 21)


class Disk:
    """A disk that has room, or none."""

    def __init__(self) -> None:
        self.is_full = True
        self.tries = 0


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Full until the test makes room."""
    disk, put = Disk(), UnitOfWork.put

    def put_or_fail(work: UnitOfWork, *records: Record) -> None:
        disk.tries += 1
        if disk.is_full:
            raise Unavailable("not_written", path="routine.db")
        put(work, *records)

    monkeypatch.setattr(UnitOfWork, "put", put_or_fail)
    return disk


def banners(person: Person) -> list[str]:
    shown = [banner for banner in person.window.findChildren(Banner) if banner.isVisible()]
    return [banner.note.title for banner in shown if banner.note.key == "unsaved"]


def tick(person: Person, step: str) -> None:
    person.row(step).take_focus()
    person.press(Qt.Key.Key_Space)


@pytest.mark.usefixtures("routine")
def test_an_unsaved_tick_stays_and_is_saved_by_itself(start: Start, disk: Disk) -> None:
    person = start()
    tick(person, "pore-serum")

    assert banners(person) == ["1 change is not saved, retrying"]
    assert person.row("pore-serum").line == "Not saved, retrying"
    assert person.row("pore-serum").accessibleName() == "Pore serum, not saved, retrying"
    assert not person.card("pore-serum").is_ticked
    assert person.entry("pore-serum", TODAY) is None

    person.conduct.reload()
    person.settle()
    assert person.row("pore-serum").line == "Not saved, retrying"

    disk.is_full = False
    person.qtbot.waitUntil(lambda: person.card("pore-serum").is_ticked, timeout=3 * EVERY)
    assert banners(person) == []
    assert person.row("pore-serum").line != "Not saved, retrying"
    assert person.entry("pore-serum", TODAY) is not None


@pytest.mark.usefixtures("routine")
def test_several_are_saved_in_their_order_by_a_press(start: Start, disk: Disk) -> None:
    person = start()
    tick(person, "pore-serum")
    tick(person, "cleanse-evening")
    person.conduct.deeds._on_rated("overall", 7)
    person.settle()
    assert banners(person) == ["3 changes are not saved, retrying"]
    person.click_on("Try now")
    person.settle()
    assert banners(person) == ["3 changes are not saved, retrying"]

    disk.is_full = False
    person.click_on("Try now")
    person.qtbot.waitUntil(lambda: not banners(person))
    person.settle()

    assert person.card("pore-serum").is_ticked
    assert person.card("cleanse-evening").is_ticked
    undone = person.desk._held.store
    assert undone is not None
    last, _ = undone.journal()
    assert last is not None
    assert last.verb == "rate"


@pytest.mark.usefixtures("routine")
def test_an_unsaved_note_and_mark_stay_where_they_were_given(start: Start, disk: Disk) -> None:
    person = start()
    deeds = person.conduct.deeds
    deeds._on_noted(TODAY, "A long evening out.")
    deeds._on_rated("overall", 7)
    person.settle()
    beside = person.window.today.face.beside
    assert beside is not None

    person.conduct.reload()
    person.settle()
    assert person.reads("A long evening out.")
    assert beside.rating.title.text() == "Not saved, retrying"
    assert beside.rating.scales["overall"].mark == 7

    disk.is_full = False
    person.click_on("Try now")
    person.qtbot.waitUntil(lambda: person.view.rating is not None)
    person.settle()
    assert beside.rating.title.text() == "How is your skin today?"
    assert person.view.rating == Rating(TODAY, overall=7, note="A long evening out.")


@pytest.mark.usefixtures("routine")
def test_it_is_tried_once_more_as_the_window_closes(start: Start, disk: Disk) -> None:
    person = start()
    tick(person, "pore-serum")
    disk.is_full = False
    person.leave()
    assert person.entry("pore-serum", TODAY) is not None


@pytest.mark.usefixtures("routine")
def test_what_can_no_longer_be_done_is_told_and_not_tried_for_ever(
    start: Start, disk: Disk
) -> None:
    person = start()
    tick(person, "pore-serum")
    disk.is_full = False
    store = person.desk._held.store
    assert store is not None
    with store.writing("remove") as work:
        step = next(step for step in work.routine().steps if step.id == "pore-serum")
        work.remove(step)

    person.click_on("Try now")
    person.settle()

    assert banners(person) == []
    assert "No step is called pore-serum" in person.conduct.toast.text


@pytest.mark.usefixtures("routine")
def test_that_all_is_read_only_is_said_until_something_is_saved(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(SqlStore, "is_read_only", True)
        person = start()
    person.qtbot.waitUntil(lambda: person.reads("Your records are read-only"))
    person.conduct.toast.hide()
    person.conduct.reload()
    person.settle()
    assert person.reads("Your records are read-only")

    tick(person, "pore-serum")

    assert person.card("pore-serum").is_ticked
    assert not person.reads("Your records are read-only")


@pytest.mark.usefixtures("routine")
def test_what_was_entered_first_never_overtakes_what_was_entered_later(
    start: Start, disk: Disk
) -> None:
    person = start()
    deeds = person.conduct.deeds
    deeds._on_noted(TODAY, "Old words")
    deeds._on_rated("overall", 3)
    person.settle()
    disk.is_full = False
    deeds._on_noted(TODAY, "New words")
    deeds._on_rated("overall", 9)
    person.settle()

    assert banners(person) == []
    assert person.view.rating == Rating(TODAY, overall=9, note="New words")


@pytest.mark.usefixtures("routine")
@pytest.mark.parametrize("by", ["undo", "a second press", "Discard"])
def test_what_is_not_saved_can_be_taken_back(start: Start, disk: Disk, by: str) -> None:
    person = start()
    tick(person, "cleanse-evening")
    disk.is_full = False
    person.conduct.unsaved.retry()
    person.settle()
    disk.is_full = True
    tick(person, "pore-serum")
    assert banners(person) == ["1 change is not saved, retrying"]

    if by == "undo":
        person.undo()
    elif by == "Discard":
        person.click_on("Discard")
    else:
        tick(person, "pore-serum")

    assert banners(person) == []
    assert person.row("pore-serum").line != "Not saved, retrying"
    disk.is_full = False
    person.conduct.unsaved.retry()
    person.settle()
    assert person.entry("pore-serum", TODAY) is None
    assert person.entry("cleanse-evening", TODAY) is not None


@pytest.mark.usefixtures("routine")
def test_the_newest_is_taken_back_first_and_a_press_takes_back_its_own_step(
    start: Start, disk: Disk
) -> None:
    person = start()
    for step in ("pore-serum", "cleanse-evening"):
        tick(person, step)
    person.conduct.deeds._on_rated("overall", 7)
    person.settle()
    person.undo()
    tick(person, "pore-serum")
    assert banners(person) == ["1 change is not saved, retrying"]
    disk.is_full = False
    person.click_on("Try now")
    person.settle()
    assert person.view.rating is None
    assert person.entry("pore-serum", TODAY) is None
    assert person.entry("cleanse-evening", TODAY) is not None


@pytest.mark.usefixtures("routine")
def test_what_is_being_saved_when_it_is_taken_back_is_undone(start: Start) -> None:
    person = start()
    person.conduct.deeds._on_wished("pore-serum", "tick")
    assert person.conduct.unsaved.take_back()
    person.settle()
    assert person.entry("pore-serum", TODAY) is None
    person.redo()
    assert person.entry("pore-serum", TODAY) is not None


@pytest.mark.usefixtures("routine")
def test_a_draft_at_closing_outlives_an_older_note_that_was_not_saved(
    start: Start, disk: Disk
) -> None:
    person = start()
    person.conduct.deeds._on_noted(TODAY, "Old words")
    person.settle()
    person.rating.write_note()
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClick(where, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(where, "Words typed last")
    disk.is_full = False
    assert person.window.close()
    with open_store(person.folder, StillClock()).reading() as look:
        assert look.rating(TODAY) == Rating(TODAY, note="Words typed last")


@pytest.mark.usefixtures("routine")
@pytest.mark.parametrize("then", ["Stay", "Discard and close", "saved"])
def test_closing_asks_where_something_would_be_lost(start: Start, disk: Disk, then: str) -> None:
    person = start()
    tick(person, "pore-serum")
    tick(person, "cleanse-evening")
    tries = disk.tries

    assert not person.window.close()

    assert disk.tries == tries + 1, "one hindrance is waited for, and not one for each"
    assert person.window.isVisible()
    assert banners(person) == ["Close without saving 2 changes?"]
    if then == "Discard and close":
        person.button(then).click()
        assert not person.window.isVisible()
        assert person.entry("pore-serum", TODAY) is None
        return
    if then == "Stay":
        person.click_on("Stay")
        assert banners(person) == ["2 changes are not saved, retrying"]
    disk.is_full = False
    assert person.window.close()
    assert person.entry("pore-serum", TODAY) is not None
    assert person.entry("cleanse-evening", TODAY) is not None


@pytest.mark.usefixtures("routine")
def test_a_bug_in_one_does_not_block_the_others(
    start: Start, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = start()
    tick(person, "pore-serum")
    with person.qtbot.captureExceptions() as bugs, monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "put", _stumble)
        person.conduct.unsaved.retry()
        person.settle()
    assert [str(bug) for _, bug, _ in bugs] == ["a bug"]
    assert banners(person) == []
    disk.is_full = False
    tick(person, "cleanse-evening")
    assert person.entry("cleanse-evening", TODAY) is not None
    assert person.entry("pore-serum", TODAY) is None


def _stumble(_work: UnitOfWork, *_records: Record) -> None:
    raise ZeroDivisionError("a bug")


@pytest.mark.usefixtures("routine")
def test_what_is_not_entered_on_today_fails_with_its_reason(start: Start, disk: Disk) -> None:
    person = start()
    told: list[TrackerError] = []
    person.desk.failed.connect(told.append)
    person.set("theme", "dark")
    assert [error.code for error in told] == ["not_written"]
    assert banners(person) == []
    assert disk.tries == 1
    assert "could not be written" in person.conduct.toast.text
