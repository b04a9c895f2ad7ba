"""Can everything be deleted for good, after two questions, by either door?"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.cli import main
from tracker.ui.pages.first_start.page import FirstStartPage
from tracker.ui.pages.settings.erasing import ErasingPart

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


def test_a_window_that_is_open_begins_anew_when_another_process_deletes(
    person: Person, folder: Path, clock: StillClock, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(folder), "erase", "--yes"], clock) == 0
    assert capsys.readouterr().out == "Everything was deleted.\n"
    person.desk.look_elsewhere()
    person.qtbot.waitUntil(lambda: is_first_start(person), timeout=5_000)
    person.leave()
    assert files(folder) == {"routine.db"}
