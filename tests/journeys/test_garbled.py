"""Does a garbled database lead back to the newest good backup, and is nothing overwritten?"""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.actions.tick import tick
from tracker.domain.errors import Unavailable
from tracker.store.backup.folder import FolderBackups
from tracker.store.identity import FILE_NAME
from tracker.store.store import open_store
from tracker.ui.pages.backups.row import BackupRow

Start = Callable[[], Person]
OFFER = "Restore the backup of Friday, 20 November, 21:30"
ASIDE = "set-aside-2026-11-21-2130.db"


@pytest.fixture
def backed_up(routine: Path, clock: StillClock) -> Path:
    """A tick, a backup on the evening after it, and another tick on the next day."""
    clock.forward(days=-1)
    ticked(routine, clock, "cleanse-morning")
    FolderBackups(routine, clock).make("each-day")
    clock.forward(days=1)
    ticked(routine, clock, "pore-serum")
    return routine


def ticked(folder: Path, clock: StillClock, step: str) -> None:
    store = open_store(folder, clock)
    tick(store, clock, step)
    store.close()


def without(content: bytes) -> bytes:
    del content
    return b""


def other(content: bytes) -> bytes:
    return b"This was a database once. " * (len(content) // 26)


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def torn_schema(content: bytes) -> bytes:
    return content[:100] + b"\xff" * 3000 + content[3100:]


def torn_pages(content: bytes) -> bytes:
    return content[:4096] + b"\xa5" * (len(content) - 4096)


def torn_mark(content: bytes) -> bytes:
    return content[:68] + b"\xff" * 4 + content[72:]


@pytest.mark.parametrize("garble", [without, other, cut, torn_pages])
def test_the_newest_good_backup_is_offered_and_gone_back_to(
    start_broken: Start, backed_up: Path, garble: Callable[[bytes], bytes]
) -> None:
    database = backed_up / FILE_NAME
    garbled = garble(database.read_bytes())
    database.write_bytes(garbled)

    person = start_broken()
    person.qtbot.waitUntil(lambda: person.reads(OFFER))

    assert person.reads("Your records could not be opened")
    assert person.reads("In it: 8 steps and 1 entry, of 20 November.")
    assert database.read_bytes() == garbled
    assert {path.name for path in backed_up.iterdir()} == {FILE_NAME, "backups"}

    person.press(Qt.Key.Key_Return)

    person.qtbot.waitUntil(lambda: person.reads("Saturday, 21 November"), timeout=5_000)
    person.settle()
    assert not person.reads("Your records could not be opened")
    assert f"What was there before is in {backed_up / ASIDE}" in person.conduct.toast.text
    assert (backed_up / ASIDE).read_bytes() == garbled
    assert person.entry("cleanse-morning", date(2026, 11, 20)) is not None
    assert person.entry("pore-serum", date(2026, 11, 21)) is None
    person.row("pore-serum").take_focus()
    person.press(Qt.Key.Key_Space)
    assert person.card("pore-serum").is_ticked
    assert person.entry("pore-serum", date(2026, 11, 21)) is not None


@pytest.mark.parametrize("garble", [torn_mark, torn_schema])
def test_what_can_still_be_read_comes_first_and_is_put_to_the_backup(
    start_broken: Start, backed_up: Path, garble: Callable[[bytes], bytes]
) -> None:
    database = backed_up / FILE_NAME
    garbled = garble(database.read_bytes())
    database.write_bytes(garbled)

    person = start_broken()
    person.qtbot.waitUntil(lambda: person.reads("Restore both together"))

    assert person.reads("What can be read of the damaged file: 8 steps and 2 entries.")
    assert person.reads("of Friday, 20 November, 21:30: 8 steps and 1 entry.")
    assert person.reads("Both together: 8 steps and 2 entries.")
    assert person.reads("The backup alone lacks 1 entry of 21 November.")
    assert person.reads(OFFER)
    assert database.read_bytes() == garbled
    assert {path.name for path in backed_up.iterdir()} == {FILE_NAME, "backups"}

    person.press(Qt.Key.Key_Return)

    person.qtbot.waitUntil(lambda: person.reads("Saturday, 21 November"), timeout=5_000)
    person.settle()
    assert person.card("pore-serum").is_ticked
    assert person.entry("cleanse-morning", date(2026, 11, 20)) is not None
    assert (backed_up / ASIDE).read_bytes() == garbled
    assert person.conduct.toast.text == (
        f"Restored: 8 steps and 2 entries. The damaged file is now {backed_up / ASIDE}"
    )


def test_without_a_good_backup_one_can_go_on_with_what_can_be_read(
    start_broken: Start, backed_up: Path
) -> None:
    for file in (backed_up / "backups").iterdir():
        file.unlink()
    garbled = torn_schema((backed_up / FILE_NAME).read_bytes())
    (backed_up / FILE_NAME).write_bytes(garbled)

    person = start_broken()
    person.qtbot.waitUntil(lambda: person.reads("There is no good backup."))
    assert person.reads("Begin anew")
    person.click_on("Go on with what can be read")

    person.qtbot.waitUntil(lambda: person.reads("Saturday, 21 November"), timeout=5_000)
    person.settle()
    assert person.card("pore-serum").is_ticked
    assert person.entry("cleanse-morning", date(2026, 11, 20)) is not None


def test_what_is_not_in_it_is_told(start_broken: Start, backed_up: Path) -> None:
    (backed_up / FILE_NAME).write_bytes(b"garbled")

    person = start_broken()
    person.qtbot.waitUntil(lambda: person.reads(OFFER))

    assert person.reads("The newest good backup is of Friday, 20 November, 21:30.")
    assert person.reads("What was entered after Friday, 20 November, 21:30 is not in it.")
    assert person.reads("The file that is there now is set aside, not deleted.")


def test_a_backup_that_is_damaged_too_is_passed_over(
    start_broken: Start, backed_up: Path, clock: StillClock
) -> None:
    newer = FolderBackups(backed_up, clock).make("by-hand").file
    newer.write_bytes(newer.read_bytes()[:-1])
    (backed_up / FILE_NAME).write_bytes(b"garbled")

    person = start_broken()

    person.qtbot.waitUntil(lambda: person.reads(OFFER))


def test_to_begin_anew_is_not_offered_over_another_programs_file(
    start_broken: Start, routine: Path
) -> None:
    (routine / FILE_NAME).write_bytes(torn_mark((routine / FILE_NAME).read_bytes()))
    person = start_broken()
    person.settle()
    assert person.reads("belongs to another program")
    assert not person.reads("Begin anew")


@pytest.mark.parametrize("content", [b"", b"garbled"])
def test_without_a_good_backup_one_can_begin_anew(
    start_broken: Start, routine: Path, content: bytes
) -> None:
    (routine / FILE_NAME).write_bytes(content)
    person = start_broken()
    person.qtbot.waitUntil(lambda: person.reads("There is no good backup."))
    assert (routine / FILE_NAME).read_bytes() == content

    person.click_on("Begin anew")

    person.qtbot.waitUntil(lambda: person.reads("How is your skin?"), timeout=5_000)
    aside = routine / "damaged-2026-11-21-2130.db"
    assert str(aside) in person.conduct.toast.text
    assert aside.read_bytes() == content
    person.settle()
    person.click_on("Start with this routine")
    assert person.reads("Saturday, 21 November")


def test_what_was_mended_meanwhile_is_not_moved(start_broken: Start, routine: Path) -> None:
    whole = (routine / FILE_NAME).read_bytes()
    (routine / FILE_NAME).write_bytes(b"garbled")
    person = start_broken()
    person.qtbot.waitUntil(lambda: person.reads("Begin anew"))
    (routine / FILE_NAME).write_bytes(whole)

    person.click_on("Begin anew")

    person.qtbot.waitUntil(lambda: person.reads("Saturday, 21 November"), timeout=5_000)
    person.settle()
    assert person.conduct.toast.text == "Your records can be read again."
    assert not list(routine.glob("damaged-*"))


def test_trying_again_without_mending_offers_the_same_once(
    start_broken: Start, backed_up: Path
) -> None:
    (backed_up / FILE_NAME).write_bytes(b"garbled")
    person = start_broken()
    person.qtbot.waitUntil(lambda: person.reads(OFFER))

    person.click_on("Try again")
    person.settle()

    assert person.reads("is damaged and was left alone")
    assert [text for text in person.visible_texts() if text == OFFER] == [OFFER] * 2


def test_damage_that_shows_later_leads_to_the_same(
    start: Start, backed_up: Path, clock: StillClock
) -> None:
    person = start()
    clock.forward(hours=1)
    person.conduct.restoring.look_after()
    person.settle()
    database = backed_up / FILE_NAME
    garbled = torn_pages(database.read_bytes())
    database.write_bytes(garbled)

    person.conduct.reload()

    person.qtbot.waitUntil(lambda: person.reads("Restore the backup of Saturday"), timeout=5_000)
    person.click(person.button("Restore the backup of Saturday, 21 November, 22:30"))
    person.qtbot.waitUntil(person.window.today.isVisible, timeout=5_000)
    person.settle()
    assert person.card("pore-serum").is_ticked
    assert (backed_up / "set-aside-2026-11-21-2230.db").read_bytes() == garbled


def test_damage_where_today_does_not_look_is_found_at_the_start(
    start_broken: Start, backed_up: Path
) -> None:
    database = backed_up / FILE_NAME
    with closing(sqlite3.connect(database)) as connection:
        find = "SELECT rootpage FROM sqlite_schema WHERE name = 'journal_moves'"
        (page,) = connection.execute(find).fetchone()
    garbled = bytearray(database.read_bytes())
    garbled[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    database.write_bytes(garbled)

    person = start_broken()

    person.qtbot.waitUntil(lambda: person.reads(OFFER))
    assert database.read_bytes() == garbled
    person.conduct.reload()
    person.settle()
    assert person.reads(OFFER)


def test_a_way_out_that_fails_can_be_taken_again(
    start_broken: Start, backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = backed_up / FILE_NAME
    database.write_bytes(torn_pages(database.read_bytes()))
    person = start_broken()
    person.qtbot.waitUntil(lambda: person.reads(OFFER))

    def full(_backups: FolderBackups, file: Path) -> NoReturn:
        raise Unavailable("not_written", path=str(file))

    with monkeypatch.context() as patch:
        patch.setattr(FolderBackups, "restore", full)
        person.click_on(OFFER)
    person.click_on(OFFER)

    person.qtbot.waitUntil(person.window.today.isVisible, timeout=5_000)


def test_while_a_way_out_is_offered_no_page_stands_empty(
    start_broken: Start, backed_up: Path
) -> None:
    database = backed_up / FILE_NAME
    database.write_bytes(torn_pages(database.read_bytes()))
    person = start_broken()
    person.qtbot.waitUntil(lambda: person.reads(OFFER))

    person.click_on("Settings")
    assert person.reads(OFFER)
    person.click_on("Progress")
    assert person.reads(OFFER)
    person.click_on("All backups…")
    assert [row for row in person.window.findChildren(BackupRow) if row.isVisible()]


def test_a_record_that_cannot_be_used_leads_back_too(start_broken: Start, backed_up: Path) -> None:
    with closing(sqlite3.connect(backed_up / FILE_NAME)) as database:
        database.execute("UPDATE schedule_versions SET rule = '{}'")
        database.commit()

    person = start_broken()
    person.qtbot.waitUntil(lambda: person.reads(OFFER))
    assert person.reads("The backup alone lacks 1 entry of 21 November.")
    person.click_on(OFFER)

    person.qtbot.waitUntil(lambda: person.reads("Saturday, 21 November"), timeout=5_000)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_garbled_nothing_is_lost(
    start: Start,
    backed_up: Path,
    clock: StillClock,
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database = backed_up / FILE_NAME
    garbled = bytearray(database.read_bytes())
    chance = random.Random(seed)
    for _ in range(chance.choice([1, 40])):
        begin = chance.randrange(len(garbled))
        garbled[begin : begin + 500] = chance.randbytes(min(500, len(garbled) - begin))
    database.write_bytes(garbled)
    monkeypatch.setattr(
        Person, "is_ready", lambda person: person.desk.is_open or person.reads("Try again")
    )

    person = start()
    person.settle()
    person.settle()

    assert len(list((backed_up / "backups").glob("*.db"))) == 1
    if person.reads("Try again"):
        assert database.read_bytes() == garbled
        person.click_on(OFFER)
        person.qtbot.waitUntil(person.window.today.isVisible, timeout=5_000)
        person.settle()
        assert (backed_up / ASIDE).read_bytes() == garbled
    FolderBackups(backed_up, clock).check()  # nothing that is wrong goes unnoticed
    assert person.reads("Saturday, 21 November")
