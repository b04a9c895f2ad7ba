"""Does an edit stay on the screen until it is saved, while the disk takes nothing?

What a disk that is really full does is tried by `tests/faults/full_disk.py`.
"""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.journeys.person import Person
from tracker.domain.diary import Record
from tracker.domain.errors import Unavailable
from tracker.domain.log import Rating
from tracker.store.store import SqlStore
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
