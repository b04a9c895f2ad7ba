"""Can everything be deleted for good, after two questions, by either door?"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.journeys.person import Person
from tests.pseudo_language import CODE, write_catalogue
from tests.still_clock import StillClock
from tracker.cli import main
from tracker.domain.diary import Record
from tracker.domain.errors import Unavailable
from tracker.store.work import UnitOfWork
from tracker.ui.pages.first_start.page import FirstStartPage
from tracker.ui.pages.settings.erasing import ErasingPart
from tracker.words import language

Start = Callable[[], Person]


@pytest.fixture
def person(start: Start, routine: Path) -> Person:
    """Someone who has ticked, and has a backup of the day."""
    assert routine.is_dir()
    person = start()
    person.row("pore-serum").take_focus()
    person.press(Qt.Key.Key_Space)
    assert person.entry("pore-serum", date(2026, 11, 21)) is not None
    return person


def ask(person: Person) -> None:
    person.click_on("Settings")
    go_on(person, "Delete everything…")


def go_on(person: Person, label: str) -> None:
    """Click on what leads to a question, and wait until that has its place."""
    part = person.window.findChild(ErasingPart)
    assert part is not None
    with person.qtbot.waitSignal(part.opened):
        person.click_on(label)


def is_first_start(person: Person) -> bool:
    return isinstance(person.conduct.places.front, FirstStartPage)


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


def test_everything_goes_after_two_questions_and_the_window_begins_anew(
    person: Person, folder: Path
) -> None:
    (folder / "mine.txt").touch()
    ask(person)
    assert person.reads("To be deleted for good: 8 steps and 1 entry, with your settings")
    assert person.reads("The same goes for 1 backup.")
    assert person.reads("1 file in the folder is not the program's and stays: mine.txt.")
    go_on(person, "Go on without a copy")
    assert person.reads("Delete everything for good? This cannot be undone")
    person.click_on("Delete everything for good")

    person.qtbot.waitUntil(lambda: is_first_start(person), timeout=5_000)
    assert person.conduct.toast.text == "Everything was deleted."
    assert files(folder) == {"routine.db", "mine.txt"}
    person.undo()
    assert is_first_start(person)


def test_return_alone_deletes_nothing(person: Person, folder: Path) -> None:
    before = files(folder)
    ask(person)
    go_on(person, "Go on without a copy")
    assert QApplication.focusWidget() is person.button("Keep everything")
    person.press(Qt.Key.Key_Space)
    assert person.panel is None
    ask(person)
    person.press(Qt.Key.Key_Escape)
    assert person.panel is None
    assert QApplication.focusWidget() is person.button("Delete everything…")
    assert files(folder) == before
    assert person.entry("pore-serum", date(2026, 11, 21)) is not None


@pytest.mark.parametrize("question", ["first", "last"])
def test_no_question_waits_for_who_went_to_another_page(person: Person, question: str) -> None:
    ask(person)
    if question == "last":
        go_on(person, "Go on without a copy")
    person.click_on("Today")
    person.click_on("Settings")
    assert person.panel is None
    ask(person)
    assert person.reads("To be deleted for good")

    person.click_on("Export first…")
    dialog = person.window.findChild(QFileDialog)
    assert dialog is not None
    person.conduct.places.go("today")
    dialog.fileSelected.emit(str(person.folder.parent / "all.json"))
    dialog.reject()
    person.settle()
    person.click_on("Settings")
    assert person.panel is None


def test_a_copy_can_be_had_first(person: Person, tmp_path: Path) -> None:
    ask(person)
    person.click_on("Export first…")
    dialog = person.window.findChild(QFileDialog)
    assert dialog is not None
    file = tmp_path / "all.json"
    part = person.window.findChild(ErasingPart)
    assert part is not None
    with person.qtbot.waitSignal(part.opened):
        dialog.fileSelected.emit(str(file))
        dialog.reject()
    assert len(json.loads(file.read_text())["log"]) == 1
    assert person.reads("Delete everything for good?")
    person.click_on("Keep everything")

    ask(person)
    person.click_on("Export first…")
    dialog = person.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "all.json"))
    dialog.reject()
    person.settle()
    assert "no such folder" in person.conduct.toast.text
    assert not person.reads("Delete everything for good?")


def test_what_could_not_be_deleted_stays_on_a_banner_in_the_language_that_is_left(
    person: Person, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_catalogue(tmp_path / "resources")
    monkeypatch.setattr(language, "resource", (tmp_path / "resources").joinpath)
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path.parent.name == "backups":
            raise PermissionError(path)
        unlink(path, missing_ok)

    left = {str(path) for path in (folder / "backups").iterdir()}
    person.set("language", CODE)
    assert person.reads("⟦Today⟧")
    person.conduct.places.go("settings")
    person.settle()
    monkeypatch.setattr(Path, "unlink", refused)
    person.conduct.restoring.erase()
    person.qtbot.waitUntil(lambda: is_first_start(person), timeout=5_000)
    person.settle()
    assert person.reads("Not everything could be deleted")
    assert all(person.reads(path) for path in left)
    person.click_on("Close")
    assert not person.reads("Not everything could be deleted")


@pytest.fixture(params=["the window", "the command line"])
def erase(
    request: pytest.FixtureRequest, person: Person, folder: Path, clock: StillClock
) -> Callable[[], None]:
    """Delete everything by one door or the other, with the window open."""

    def by_the_window() -> None:
        person.conduct.restoring.erase()

    def by_the_command_line() -> None:
        assert main(["--data-dir", str(folder), "erase", "--yes"], clock) == 0

    return by_the_window if request.param == "the window" else by_the_command_line


def write_note(person: Person, text: str) -> None:
    """Type it and leave it so."""
    person.rating.write_note()
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClicks(where, text)


def kept_of(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("then", ["looks", "leaves"])
def test_a_note_that_is_being_written_is_not_brought_back(
    person: Person, folder: Path, erase: Callable[[], None], then: str
) -> None:
    write_note(person, "zztopsecret")
    erase()
    if then == "looks":
        person.desk.look_elsewhere()
        person.qtbot.waitUntil(lambda: is_first_start(person), timeout=5_000)
        assert not person.reads("zztopsecret")
    person.leave()
    assert all(b"zztopsecret" not in content for content in kept_of(folder))


@pytest.mark.parametrize("then", ["looks", "is tried", "leaves"])
def test_what_was_not_saved_yet_is_not_brought_back(
    person: Person,
    folder: Path,
    erase: Callable[[], None],
    then: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_work: UnitOfWork, *_records: Record) -> None:
        raise Unavailable("not_written", path="routine.db")

    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "put", full)
        person.conduct.deeds._on_noted(date(2026, 11, 21), "zztopsecret")
        person.settle()
    assert person.reads("1 change is not saved, retrying")

    erase()
    if then == "is tried":
        person.conduct.unsaved.retry()
    elif then == "looks":
        person.desk.look_elsewhere()
    if then != "leaves":
        person.qtbot.waitUntil(lambda: is_first_start(person), timeout=5_000)
        person.settle()
        assert not person.reads("1 change is not saved, retrying")
    person.leave()
    assert all(b"zztopsecret" not in content for content in kept_of(folder))


def test_a_note_being_written_outlives_that_others_write_and_that_deleting_fails(
    person: Person, folder: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note(person, "A long day.")
    assert main(["--data-dir", str(folder), "tick", "cleanse-evening"], clock) == 0
    person.desk.look_elsewhere()
    person.settle()
    monkeypatch.setattr("tracker.store.driver.PATIENCE_S", 0.05)
    with closing(sqlite3.connect(folder / "routine.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        person.conduct.restoring.erase()
        person.settle()
    person.leave()
    assert any(b"A long day." in content for content in kept_of(folder))


def test_a_window_that_is_open_begins_anew_when_another_process_deletes(
    person: Person, folder: Path, clock: StillClock, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(folder), "erase", "--yes"], clock) == 0
    assert capsys.readouterr().out == "Everything was deleted.\n"
    person.desk.look_elsewhere()
    person.qtbot.waitUntil(lambda: is_first_start(person), timeout=5_000)
    person.leave()
    assert files(folder) == {"routine.db"}
