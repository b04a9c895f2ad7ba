"""Does the window show what a file would bring, take it in as one action, and write one?"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.exchange.foreign_files import DAYLIO, loop_db, table
from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.store.store import open_store
from tracker.ui.pages.transfer.conductor import TransferConductor
from tracker.ui.pages.transfer.page import TransferPage
from tracker.ui.widgets.choice import Choice

Start = Callable[[], Person]


def show_page(person: Person) -> TransferConductor:
    person.click_on("Settings")
    person.click_on("Import and export…")
    person.settle()
    conductor = person.conduct.places.conductor("transfer")
    assert isinstance(conductor, TransferConductor)
    return conductor


def opened(person: Person, path: Path) -> TransferPage:
    """The page with what the file would bring, chosen in the system's dialog."""
    conductor = show_page(person)
    page = conductor.page
    assert isinstance(page, TransferPage)
    person.click_on("Choose a file to import…")
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    person.come_back()
    person.settle()
    return page


def choice(page: TransferPage, spoken: str) -> Choice:
    found = [one for one in page.findChildren(Choice) if one.accessibleName().startswith(spoken)]
    assert found, f"no choice of {spoken!r}"
    return found[0]


def pick(person: Person, choice: Choice, label: str) -> None:
    """Choose by the keyboard, as a menu is walked."""
    choice.setFocus()
    person.press(Qt.Key.Key_Down)
    menu = choice.menu
    assert menu is not None
    action = next(one for one in menu.actions() if one.text() == label)
    action.trigger()
    menu.close()
    person.come_back()
    person.settle()


@pytest.mark.usefixtures("routine")
def test_a_backup_of_loop_is_looked_into_taken_in_and_taken_back(
    start: Start, tmp_path: Path, folder: Path
) -> None:
    person = start()
    page = opened(person, loop_db(tmp_path / "loop.db"))
    assert choice(page, "Clay mask").label == "Clay mask"
    assert choice(page, "Peel").label == "A new step"
    assert person.entry("clay-mask", date(2026, 11, 1)) is None
    person.click_on("Import 4 records")
    assert person.conduct.toast.text == "Imported a file"
    assert person.entry("clay-mask", date(2026, 11, 1)) is not None
    assert list(folder.glob("backups/before-import-*.db"))
    assert page.take.label == "Nothing to import"
    assert not page.take.isEnabled()
    assert choice(page, "Peel").label == "Peel"
    person.undo()
    assert person.entry("clay-mask", date(2026, 11, 1)) is None
    assert choice(page, "Peel").label == "A new step"
    assert page.take.label == "Import 4 records"


@pytest.mark.usefixtures("routine")
def test_what_becomes_of_a_habit_is_chosen(start: Start, tmp_path: Path) -> None:
    person = start()
    page = opened(person, loop_db(tmp_path / "loop.db"))
    pick(person, choice(page, "Peel"), "Refining lotion")
    pick(person, choice(page, "Clay mask"), "Leave out")
    person.click_on("Import 1 record")
    assert person.entry("refining-lotion", date(2026, 11, 5)) is not None
    assert person.entry("clay-mask", date(2026, 11, 1)) is None


@pytest.mark.usefixtures("routine")
def test_moods_can_be_left_out(start: Start, tmp_path: Path) -> None:
    person = start()
    page = opened(person, table(tmp_path / "d.csv", DAYLIO, ["2026-11-02,,,,good,run,,Note"]))
    assert page.take.label == "Import 1 record"
    pick(person, choice(page, "Moods"), "Leave out")
    assert page.take.label == "Nothing to import"


@pytest.mark.usefixtures("routine")
def test_of_very_many_rows_left_out_nothing_is_said_of_the_command_line(
    start: Start, tmp_path: Path
) -> None:
    person = start()
    opened(person, table(tmp_path / "d.csv", DAYLIO, ["soon,,,,good,run,,Note"] * 250))
    assert person.reads("more rows were left out.")
    assert not person.reads("--json")


@pytest.mark.usefixtures("routine")
def test_the_columns_of_any_table_are_chosen(start: Start, tmp_path: Path) -> None:
    person = start()
    path = table(tmp_path / "any.csv", "When;What", ["03/04/2026;Clay mask"])
    page = opened(person, path)
    assert not page.take.isEnabled()
    pick(person, choice(page, "The day"), "When")
    pick(person, choice(page, "The habit"), "What")
    pick(person, choice(page, "03/04/2026 is"), "3 April")
    person.click_on("Import 1 record")
    assert person.entry("clay-mask", date(2026, 4, 3)) is not None


@pytest.mark.usefixtures("routine")
def test_a_chosen_column_is_that_one_whatever_another_is_called(
    start: Start, tmp_path: Path
) -> None:
    person = start()
    page = opened(person, table(tmp_path / "any.csv", "When,1", ["2026-11-03,Clay mask"]))
    pick(person, choice(page, "The day"), "When")
    pick(person, choice(page, "The habit"), "1")
    person.click_on("Import 1 record")
    assert person.entry("clay-mask", date(2026, 11, 3)) is not None


@pytest.mark.usefixtures("routine")
def test_a_chosen_step_that_is_deleted_is_chosen_no_more(start: Start, tmp_path: Path) -> None:
    person = start()
    page = opened(person, loop_db(tmp_path / "loop.db"))
    assert page.habits is not None
    wishes = page.habits.wishes()
    pick(person, choice(page, "Peel"), "Pore serum")
    assert wishes.habits == {}
    store = open_store(person.folder, StillClock())
    with store.writing("take_back") as work:
        work.remove(work.routine().step("pore-serum"))
    store.close()
    person.qtbot.waitUntil(lambda: choice(page, "Peel").label == "A new step")
    assert page.take.label == "Import 4 records"


@pytest.mark.usefixtures("routine")
def test_a_file_that_cannot_be_read_is_told_on_the_page(start: Start, tmp_path: Path) -> None:
    person = start()
    path = tmp_path / "bad.csv"
    path.write_bytes(b"Date\n\xff\n")
    page = opened(person, path)
    assert not page.take.isEnabled()
    assert "row 2 is not text in UTF-8" in page.said


@pytest.mark.usefixtures("routine")
def test_what_was_exported_comes_in_again(start: Start, tmp_path: Path) -> None:
    person = start()
    conductor = show_page(person)
    person.conduct.places.go("today")
    person.row("pore-serum").take_focus()
    person.press(Qt.Key.Key_Space)
    for name in ("all.json", "log.csv"):
        conductor.exporting.export(str(tmp_path / name))
        person.settle()
        assert person.conduct.toast.text.startswith("Wrote ")
    assert len(json.loads((tmp_path / "all.json").read_text())["log"]) == 1
    person.undo()
    page = opened(person, tmp_path / "all.json")
    assert page.take.label == "Import 1 record"
    page = opened(person, tmp_path / "log.csv")
    person.click_on("Import 1 record")
    assert person.entry("pore-serum", date(2026, 11, 21)) is not None


@pytest.mark.usefixtures("routine")
def test_esc_leads_back_to_the_settings(start: Start) -> None:
    person = start()
    show_page(person)
    person.press(Qt.Key.Key_Escape)
    assert person.conduct.places.here == "settings"
