"""Does going back to a copy lose nothing, whatever was there and whenever it is killed?"""

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from tests.still_clock import StillClock
from tests.store.diaries import DAY, WHOLE, records
from tests.store.ladders import content, ladder
from tests.store.test_backup_keeping import names
from tests.store.test_permissions import as_plain_user
from tracker.domain.errors import Unavailable
from tracker.domain.log import Rating
from tracker.store.backup.folder import FolderBackups
from tracker.store.first_look import first_look
from tracker.store.store import SqlStore, open_store

ASIDE = "set-aside-2026-11-21-2130.db"
DAMAGED = "damaged-2026-11-21-2130.db"


@pytest.fixture
def backups(folder: Path, clock: StillClock) -> FolderBackups:
    return FolderBackups(folder, clock)


@pytest.fixture
def whole(store: SqlStore, backups: FolderBackups) -> Path:
    """A backup of a store with everything in it, of which a rating was changed since."""
    with store.writing("import") as work:
        work.put(*records(WHOLE))
    made = backups.make("by-hand").file
    rate(store, 1)
    return made


def rate(store: SqlStore, overall: int) -> None:
    with store.writing("rate") as work:
        work.put(Rating(DAY, overall))


def rating(store: SqlStore) -> int | None:
    with store.reading() as look:
        found = look.rating(DAY)
    return None if found is None else found.overall


def test_what_the_copy_holds_is_there_and_what_was_there_is_set_aside(
    store: SqlStore, backups: FolderBackups, whole: Path
) -> None:
    now, then = content(store.database), content(whole)
    before = store.data_version()
    restored = backups.restore(whole)
    assert content(store.database) == then
    assert restored.set_aside == store.database.with_name(ASIDE)
    assert content(restored.set_aside) == now
    assert restored.backup is not None
    assert restored.backup.name == "before-restore-20261121T213000000000Z.db"
    assert content(restored.backup) == now
    assert restored.inside.lost is not None
    assert restored.inside.lost.ratings == 1
    assert store.data_version() != before
    assert rating(store) == 7
    assert names(store.database.parent) == {"routine.db", "backups", ASIDE}
    for file in (store.database, restored.set_aside):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    undone = store.undo()
    assert undone is not None
    assert undone.verb == "import"


def test_again_and_again_nothing_is_overwritten(
    store: SqlStore, backups: FolderBackups, whole: Path
) -> None:
    asides = []
    for overall in (2, 3, 4):
        rate(store, overall)
        asides.append(backups.restore(whole).set_aside)
    assert [aside and aside.name for aside in asides] == [
        ASIDE,
        ASIDE.replace(".db", "-2.db"),
        ASIDE.replace(".db", "-3.db"),
    ]
    assert [content(aside)["ratings"][0][2] for aside in asides if aside] == [2, 3, 4]


def test_where_nothing_is_there_nothing_is_set_aside(
    place: Path, whole: Path, clock: StillClock
) -> None:
    restored = FolderBackups(place / "new", clock).restore(whole)
    assert (restored.set_aside, restored.backup, restored.inside.lost) == (None, None, None)
    assert content(place / "new" / "routine.db") == content(whole)
    assert stat.S_IMODE((place / "new").stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [b"", b"garbled", b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_damaged_file_is_set_aside_byte_for_byte(
    store: SqlStore, backups: FolderBackups, whole: Path, damage: bytes
) -> None:
    store.database.write_bytes(damage)
    journal = store.database.with_name("routine.db-journal")
    journal.write_bytes(b"half a journal")
    restored = backups.restore(whole)
    assert restored.set_aside is not None
    assert restored.set_aside.read_bytes() == damage
    aside = restored.set_aside.with_name(f"{ASIDE}-journal")
    assert aside.read_bytes() == b"half a journal"
    assert not journal.exists()
    assert restored.backup is None
    assert content(store.database) == content(whole)


def test_a_garbled_page_is_set_aside_too(
    store: SqlStore, backups: FolderBackups, whole: Path
) -> None:
    garbled = bytearray(store.database.read_bytes())
    garbled[8192:20000] = b"\xa5" * (20000 - 8192)
    store.database.write_bytes(garbled)
    restored = backups.restore(whole)
    assert restored.set_aside is not None
    assert restored.set_aside.read_bytes() == garbled
    assert restored.backup is None


def test_an_older_copy_is_brought_to_this_version_before_it_is_put_in_place(
    folder: Path, whole: Path, place: Path, clock: StillClock
) -> None:
    longer = ladder(place)
    open_store(folder, clock, longer)
    newer = FolderBackups(folder, clock, longer)
    before = whole.read_bytes()
    newer.restore(whole)
    assert content(folder / "routine.db")["alembic_version"] == [("0002",)]
    assert content(folder / "routine.db")["ratings"] == content(whole)["ratings"]
    assert whole.read_bytes() == before
    found = newer.newest_good()
    assert found is not None
    assert found.revision == "0002"


def test_an_older_copy_that_cannot_climb_changes_nothing(
    folder: Path, whole: Path, place: Path, clock: StillClock
) -> None:
    failing = ladder(place, after="op.execute('DELETE FROM steps')")
    before = content(folder / "routine.db")
    with pytest.raises(Unavailable, match="not_migrated"):
        FolderBackups(folder, clock, failing).restore(whole)
    assert content(folder / "routine.db") == before
    assert names(folder) == {"routine.db", "backups"}


def test_a_copy_with_a_record_that_cannot_be_used_is_refused(
    folder: Path, whole: Path, backups: FolderBackups
) -> None:
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("UPDATE schedule_versions SET rule = '{}'")
        connection.commit()
    whole.with_name(f"{whole.name}.sha256").unlink()
    before = content(folder / "routine.db")
    with pytest.raises(Unavailable, match="unusable_record"):
        backups.restore(whole)
    assert content(folder / "routine.db") == before
    assert names(folder) == {"routine.db", "backups"}


def test_who_writes_meanwhile_waits_and_then_writes_to_the_new_file_or_is_told(
    store: SqlStore, backups: FolderBackups, whole: Path
) -> None:
    told: list[str] = []

    def write_on() -> None:
        for overall in [*range(1, 10)] * 12:
            try:
                rate(store, overall)
            except Unavailable as error:
                told.append(error.code)

    writer = Thread(target=write_on)
    writer.start()
    asides = [backups.restore(whole).set_aside for _ in range(4)]
    writer.join()
    assert set(told) <= {"locked"}
    for file in (store.database, *(aside for aside in asides if aside is not None)):
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert not store.database.with_name("routine.db-journal").exists()


def test_a_file_that_was_moved_while_one_waited_is_busy_and_not_read_only(
    store: SqlStore, backups: FolderBackups, whole: Path
) -> None:
    aside = store.database.with_name("other.db")

    def write_to_what_was_moved() -> None:
        with store.writing("rate") as work:
            store.database.rename(aside)
            shutil.copyfile(whole, store.database)
            work.put(Rating(DAY, 3))

    with pytest.raises(Unavailable, match="locked"):
        write_to_what_was_moved()
    assert content(store.database) == content(whole)
    assert rating(store) == 7
    assert content(aside)["ratings"][0][2] == 1
    assert backups.look_inside(aside).lost is not None


def test_a_file_that_another_holds_stays(
    store: SqlStore, backups: FolderBackups, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.driver.PATIENCE_S", 0.05)
    before = content(store.database)
    with closing(sqlite3.connect(store.database)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="locked"):
            backups.restore(whole)
    assert content(store.database) == before
    assert names(store.database.parent) == {"routine.db", "backups"}


@pytest.mark.parametrize("locked", ["data", "data/routine.db"])
def test_what_may_only_be_read_stays(
    store: SqlStore, backups: FolderBackups, whole: Path, place: Path, locked: str
) -> None:
    before = content(store.database)
    with as_plain_user(place):
        (place / locked).chmod(0o500)
        with pytest.raises(Unavailable, match="read_only"):
            backups.restore(whole)
        (place / locked).chmod(0o700)
    assert content(store.database) == before
    assert names(store.database.parent) == {"routine.db", "backups"}


def test_without_links_the_former_data_are_copied(
    store: SqlStore, backups: FolderBackups, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = content(store.database)

    def no_links(*_names: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    aside = backups.restore(whole).set_aside
    assert aside is not None
    assert content(aside) == now
    assert content(store.database) == content(whole)


@pytest.mark.parametrize(
    ("damage", "is_moved"),
    [(b"", True), (b"garbled", True), (None, False)],
)
def test_one_begins_anew_only_where_the_data_are_damaged(
    folder: Path, backups: FolderBackups, clock: StillClock, damage: bytes | None, is_moved: bool
) -> None:
    if damage is not None:
        (folder / "routine.db").write_bytes(damage)
    aside = backups.begin_anew()
    assert aside == (folder / DAMAGED if is_moved else None)
    assert names(folder) == ({DAMAGED} if is_moved else {"routine.db"})
    if aside is not None:
        assert aside.read_bytes() == damage
    with open_store(folder, clock).reading() as look:
        assert look.routine().steps == ()


def test_another_programs_file_is_not_moved_to_begin_anew(
    folder: Path, backups: FolderBackups
) -> None:
    with closing(sqlite3.connect(folder / "routine.db")) as connection:
        connection.execute("PRAGMA application_id=7")
    with pytest.raises(Unavailable, match="foreign_file"):
        backups.begin_anew()
    assert names(folder) == {"routine.db"}


def test_where_nothing_can_be_moved_it_is_told(
    folder: Path, backups: FolderBackups, place: Path
) -> None:
    (folder / "routine.db").write_bytes(b"garbled")
    with as_plain_user(place):
        folder.chmod(0o500)
        with pytest.raises(Unavailable, match="read_only"):
            backups.begin_anew()
        folder.chmod(0o700)
    assert names(folder) == {"routine.db"}


KILLED = """
import os, sys
from pathlib import Path
from tests.still_clock import StillClock
from tracker.store import files
from tracker.store.backup import folder, restoring

count, most = 0, int(sys.argv[2])

def watched(event, arguments):
    global count
    if event in ("os.link", "os.rename", "os.remove"):
        if not sys.argv[1] in str(arguments):
            return
        count += 1
        if count > most:
            os.kill(os.getpid(), 9)

backups = folder.FolderBackups(Path(sys.argv[1]), StillClock())
made = next(backup for backup in backups.listed() if backup.why == "by-hand")
import tracker.store.connection, tracker.store.full_look
sys.addaudithook(watched)
backups.restore(made.file)
print(count)
"""


def test_killed_at_whatever_it_does_the_old_or_the_new_is_there_whole(
    folder: Path, whole: Path, store: SqlStore, place: Path
) -> None:
    old, new = content(store.database), content(whole)
    store.close()
    seen = []
    for moment in range(50):
        copied = Path(shutil.copytree(folder, place / f"try-{moment}"))
        ended = subprocess.run(
            [sys.executable, "-c", KILLED, str(copied), str(moment)],
            check=False,
            capture_output=True,
        )
        assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
        look = first_look(copied)
        assert look is not None
        look.close()
        found = content(copied / "routine.db")
        assert found in (old, new)
        seen.append(found == new)
        asides = list(copied.glob("set-aside-*.db"))
        assert all(content(aside) == old for aside in asides)
        assert asides or found == old
        if ended.returncode == 0:
            break
        shutil.rmtree(copied)
    assert seen == sorted(seen)
    assert len(seen) > 6
    assert any(seen)
