"""Does the window back up by itself, show what is in a backup, and go back to one?"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.store.backup.folder import FolderBackups
from tracker.system.day_watch import DayWatch
from tracker.ui.pages.backups.row import BackupRow

Start = Callable[[], Person]


def backups(folder: Path) -> list[str]:
    return sorted(path.name.partition("-2026")[0] for path in folder.glob("backups/*.db"))


def show_page(person: Person) -> None:
    person.click_on("Settings")
    person.click_on("Backups…")
    person.settle()


def rows(person: Person) -> list[BackupRow]:
    return [row for row in person.window.findChildren(BackupRow) if row.isVisible()]


def test_a_start_backs_up_and_the_next_on_the_same_day_does_not(
    start: Start, routine: Path, clock: StillClock
) -> None:
    for _ in range(2):
        start().leave()
        clock.forward(hours=5)
    assert backups(routine) == ["each-day"]


@pytest.mark.usefixtures("routine")
def test_a_window_that_stays_open_backs_up_each_day(
    start: Start, folder: Path, clock: StillClock
) -> None:
    person = start()
    watch = person.window.findChild(DayWatch)
    assert watch is not None
    for _ in range(50):
        clock.forward(hours=1)
        watch.look()
        person.settle()
    assert backups(folder) == ["each-day"] * 3
    assert person.conduct.toast.isHidden()


def test_a_first_start_leaves_no_backup_of_nothing(start: Start, folder: Path) -> None:
    person = start()
    person.settle()
    assert backups(folder) == []


def test_a_backup_that_cannot_be_made_is_told_and_stops_nothing(
    start: Start, routine: Path
) -> None:
    (routine / "backups").touch()
    person = start()
    assert person.conduct.toast.text.startswith("No backup was made: ")
    person.row("pore-serum").take_focus()
    person.press(Qt.Key.Key_Space)
    assert person.entry("pore-serum", date(2026, 11, 21)) is not None


@pytest.mark.usefixtures("routine")
def test_one_looks_inside_and_goes_back(start: Start, folder: Path, clock: StillClock) -> None:
    person = start()
    clock.forward(minutes=5)
    person.row("pore-serum").take_focus()
    person.press(Qt.Key.Key_Space)
    show_page(person)
    assert person.reads("Saturday, 21 November")
    (row,) = rows(person)
    assert row.label == "Saturday, 21 November, 21:30, Daily"

    person.click(row)
    assert person.reads("In it: 8 steps.\nNot in it, but kept in the copy that is set aside: 1 e")
    person.click_on("Restore this one")
    assert person.reads("Go back to the backup of Saturday, 21 November, 21:30?")
    assert person.entry("pore-serum", date(2026, 11, 21)) is not None
    person.click_on("Go back to it")

    person.qtbot.waitUntil(person.window.today.isVisible, timeout=5_000)
    person.settle()
    assert not person.card("pore-serum").is_ticked
    assert person.entry("pore-serum", date(2026, 11, 21)) is None
    assert "set-aside-2026-11-21-2135.db" in person.conduct.toast.text
    assert backups(folder) == ["before-restore", "each-day"]


@pytest.mark.usefixtures("routine")
def test_whoever_thinks_better_of_it_keeps_what_there_is(start: Start, folder: Path) -> None:
    person = start()
    show_page(person)
    (row,) = rows(person)
    person.click(row)
    assert person.reads("Everything that you have now is in it.")
    person.press(Qt.Key.Key_Return)
    person.click_on("Keep what I have")
    assert person.panel is None
    assert QApplication.focusWidget() is row
    person.press(Qt.Key.Key_Space)
    person.press(Qt.Key.Key_Escape)
    assert person.panel is None
    assert {path.name for path in folder.iterdir()} == {"routine.db", "backups"}


@pytest.mark.usefixtures("routine")
def test_one_is_made_by_hand_and_stands_first(
    start: Start, folder: Path, clock: StillClock
) -> None:
    person = start()
    clock.forward(days=40)
    show_page(person)
    person.press(Qt.Key.Key_Return)
    assert backups(folder) == ["by-hand", "each-day"]
    assert "Thursday, 31 December, 21:30" in person.conduct.toast.text
    assert ".db" not in person.conduct.toast.text
    assert [row.label for row in rows(person)] == [
        "Thursday, 31 December, 21:30, Made by hand",
        "Saturday, 21 November, 21:30, Daily",
    ]


@pytest.mark.usefixtures("routine")
def test_esc_closes_what_is_open_and_then_leads_back(start: Start) -> None:
    person = start()
    show_page(person)
    person.click(rows(person)[0])
    assert person.reads("In it: 8 steps.")
    rows(person)[0].setFocus()
    person.press(Qt.Key.Key_Escape)
    assert person.panel is None
    assert person.conduct.places.here == "backups"

    person.press(Qt.Key.Key_Escape)
    assert person.conduct.places.here == "settings"


@pytest.mark.usefixtures("routine")
def test_a_row_shows_at_its_end_that_it_opens(start: Start) -> None:
    person = start()
    show_page(person)
    (row,) = rows(person)
    row._size = ""
    picture = row.grab().toImage()
    across, down = picture.width(), picture.height()

    end = {picture.pixel(x, y) for x in range(across - across // 8, across) for y in range(down)}

    assert len(end) > 1


@pytest.mark.usefixtures("routine")
def test_a_damaged_backup_is_told_in_its_place(start: Start, folder: Path) -> None:
    person = start()
    (file,) = folder.glob("backups/*.db")
    file.write_bytes(b"garbled")
    show_page(person)
    person.click(rows(person)[0])
    assert person.reads("This one cannot be used: ")
    assert person.reads("is damaged")
    person.click_on("Close")
    assert person.panel is None


@pytest.mark.usefixtures("routine")
def test_a_copy_from_elsewhere_is_looked_into_and_gone_back_to(
    start: Start, folder: Path, clock: StillClock, tmp_path: Path
) -> None:
    copy = FolderBackups(folder, clock).copy_to(tmp_path / "stick.db")
    person = start()
    person.row("pore-serum").take_focus()
    person.press(Qt.Key.Key_Space)
    show_page(person)
    person.click_on("Restore from a file…")
    dialog = person.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(copy))
    dialog.fileSelected.emit(str(copy))
    dialog.reject()
    person.settle()
    person.come_back()
    person.click_on("Restore this one")
    assert person.reads("Go back to stick.db?")
    person.click_on("Go back to it")
    person.qtbot.waitUntil(person.window.today.isVisible, timeout=5_000)
    person.settle()
    assert not person.card("pore-serum").is_ticked
    assert copy.is_file()


def test_without_a_backup_it_says_when_there_will_be_one(start: Start) -> None:
    person = start()
    show_page(person)
    assert person.reads("There is no backup yet. The first is made when the next day begins")
    person.click_on("Back up now")
    assert len(rows(person)) == 1


@pytest.mark.usefixtures("routine")
def test_many_backups_fit_a_narrow_window(start: Start, folder: Path, clock: StillClock) -> None:
    now = clock.moment
    for days in range(12, 0, -1):
        clock.moment = now - timedelta(days=days)
        FolderBackups(folder, clock).make("before-migration")
    clock.moment = now
    person = start()
    person.window.resize(560, 640)
    show_page(person)
    page = person.window.page

    def is_whole(row: BackupRow) -> bool:
        right = row.mapTo(page, row.rect().topRight()).x()
        return right <= page.width() and row.sizeHint().width() <= row.width()

    person.qtbot.waitUntil(lambda: all(map(is_whole, rows(person))))
    assert len(rows(person)) == 12


def test_it_leads_back_to_the_settings(start: Start) -> None:
    person = start()
    show_page(person)
    assert person.conduct.places.here == "backups"

    person.click_on("Back to Settings")

    assert person.conduct.places.here == "settings"
