"""Does everything go, whatever is there and whenever it is killed, and nothing that is not ours?"""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from tests.still_clock import SATURDAY, StillClock
from tests.store.diaries import DAY, WHOLE, records
from tests.store.test_permissions import as_plain_user
from tracker.domain.errors import Unavailable
from tracker.domain.log import Rating
from tracker.store.backup.folder import FolderBackups
from tracker.store.doctor import examine
from tracker.store.store import SqlStore, open_store
from tracker.system.crash import write_crash
from tracker.words.erasing import staying_line

SECRET = b"ZZTOPSECRET"


@pytest.fixture
def backups(folder: Path, clock: StillClock) -> FolderBackups:
    return FolderBackups(folder, clock)


@pytest.fixture
def lived(store: SqlStore, backups: FolderBackups) -> Path:
    """A folder with everything that the program ever makes in one, whole and left by kills."""
    with store.writing("import") as work:
        work.put(*records(WHOLE), Rating(DAY, 5, note=SECRET.decode()))
    made = backups.make("by-hand").file
    backups.restore(made)
    folder = store.database.parent
    write_crash(folder, SATURDAY, KeyError, None, None)
    for name in (
        "damaged-2026-11-21-2130-2.db",
        "damaged-2026-11-21-2130-2.db-journal",
        "restoring-abc.part",
        "routine-abc.new-journal",
        "backups/each-day-20261121T213000000000Z.db-abc.part",
        "backups/each-day-20261121T213000000000Z.db.sha256",
    ):
        (folder / name).write_bytes(SECRET)
    return folder


def holding_the_secret(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and SECRET in path.read_bytes()]


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_nothing_of_it_is_left(lived: Path, store: SqlStore, backups: FolderBackups) -> None:
    held = backups.holdings()
    assert (held.steps, held.ratings) == (len(WHOLE.steps), 2)
    assert held[3:] == (2, 2, 1, (), (), False)
    before = store.data_version()

    assert backups.erase() == ()

    assert names(lived) == {"routine.db"}
    assert SECRET not in store.database.read_bytes()
    assert stat.S_IMODE(store.database.stat().st_mode) == 0o600
    assert store.data_version() != before
    assert store.undo() is None
    with store.reading() as look:
        assert look.routine().steps == ()
    assert all(check.state == "well" for check in examine(lived))
    assert backups.erase() == ()
    assert backups.holdings()[:6] == (0, 0, 0, 0, 0, 0)


def test_what_is_not_ours_stays_and_is_named(lived: Path, backups: FolderBackups) -> None:
    theirs = ["a.db", "backups/a.db", "backups/each-day.db", "logs/a.log", "set-aside.db", "sub/b"]
    (lived / "sub").mkdir()
    for name in theirs:
        (lived / name).touch()
    named = {str(path.relative_to(lived)) for path in backups.holdings().others}
    assert named == {*theirs, "sub"} - {"sub/b"}
    backups.erase()
    assert names(lived) == {"routine.db", "backups", "logs", "sub", *theirs}


def test_a_folder_elsewhere_is_not_emptied_through_a_link(
    lived: Path, place: Path, backups: FolderBackups
) -> None:
    elsewhere = place / "elsewhere"
    (lived / "backups").rename(elsewhere)
    (lived / "backups").symlink_to(elsewhere)
    before = names(elsewhere)
    held = backups.holdings()
    assert (held.backups, held.others, held.linked) == (
        0,
        (lived / "backups",),
        (lived / "backups",),
    )
    assert staying_line(held).endswith(
        "backups is a link to a folder elsewhere, in which everything stays."
    )
    assert backups.erase() == ()
    assert names(elsewhere) == before
    assert (lived / "backups").is_symlink()


def test_a_snapshot_of_hard_links_stays_as_it_was(
    lived: Path, place: Path, backups: FolderBackups
) -> None:
    snapshot = place / "snapshot.db"
    snapshot.hardlink_to(lived / "routine.db")
    before = snapshot.read_bytes()
    assert SECRET in before
    assert staying_line(backups.holdings()).endswith(
        "The database has another name elsewhere, under which it stays as it is."
    )
    assert backups.erase() == ()
    assert "another name" not in staying_line(backups.holdings())
    assert snapshot.read_bytes() == before
    assert not holding_the_secret(lived)


def test_who_has_the_former_file_open_finds_nothing_in_it(
    lived: Path, backups: FolderBackups
) -> None:
    with (lived / "routine.db").open("rb") as former:
        backups.erase()
        assert former.read() == b""


def test_a_database_behind_a_link_goes_too(
    lived: Path, place: Path, backups: FolderBackups
) -> None:
    itself = place / "elsewhere.db"
    (lived / "routine.db").rename(itself)
    (lived / "routine.db").symlink_to(itself)
    assert backups.erase() == ()
    assert not itself.exists()
    assert not (lived / "routine.db").is_symlink()
    assert not holding_the_secret(lived)


@pytest.mark.parametrize("damage", [b"", b"garbled", b"SQLite format 3\0" + b"\xff" * 50])
def test_damaged_data_go_too(lived: Path, backups: FolderBackups, damage: bytes) -> None:
    (lived / "routine.db").write_bytes(damage)
    (lived / "routine.db-journal").write_bytes(SECRET)
    assert backups.holdings()[:3] == (None, None, None)
    assert backups.erase() == ()
    assert names(lived) == {"routine.db"}
    backups.check()


def test_where_there_is_no_database_none_is_made(
    place: Path, lived: Path, clock: StillClock
) -> None:
    assert FolderBackups(place / "none", clock).erase() == ()
    assert not (place / "none").exists()
    (lived / "routine.db").unlink()
    assert FolderBackups(lived, clock).erase() == ()
    assert names(lived) == set()


def test_another_programs_database_stays_with_everything_beside_it(
    lived: Path, backups: FolderBackups
) -> None:
    with closing(sqlite3.connect(lived / "routine.db")) as connection:
        connection.execute("PRAGMA application_id = 7")
    before = names(lived)
    with pytest.raises(Unavailable, match="foreign_file"):
        backups.erase()
    assert names(lived) == before


def test_while_another_holds_the_data_nothing_goes(
    lived: Path, backups: FolderBackups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.driver.PATIENCE_S", 0.05)
    before = names(lived)
    with closing(sqlite3.connect(lived / "routine.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="locked"):
            backups.erase()
    assert names(lived) - {"routine.db-journal"} == before


def test_what_cannot_be_deleted_is_told(lived: Path, place: Path, clock: StillClock) -> None:
    with as_plain_user(place):
        (lived / "logs").chmod(0o500)
        left = FolderBackups(lived, clock).erase()
        (lived / "logs").chmod(0o700)
    assert [path.name for path in left] == ["crash-2026-11-21.log"]
    assert names(lived) == {"routine.db", "logs", "logs/crash-2026-11-21.log"}


def test_who_writes_and_backs_up_meanwhile_brings_nothing_back(
    lived: Path, store: SqlStore, backups: FolderBackups
) -> None:
    told: set[str] = set()

    def go_on() -> None:
        for _ in range(40):
            try:
                backups.keep("by-hand")
                with store.writing("undo") as work:
                    work.put(*(rating._replace(overall=3) for rating in work.diary().ratings))
            except Unavailable as error:
                told.add(error.code)

    other = Thread(target=go_on)
    other.start()
    backups.erase()
    other.join()
    assert told <= {"locked", "not_opened", "not_written", "damaged_file"}
    # A backup that was made after it, of what is empty now, is nobody's business to remove.
    assert holding_the_secret(lived) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.still_clock import StillClock
from tracker.store.backup.folder import FolderBackups

left = int(sys.argv[2])
unlink = Path.unlink

def counted(path, missing_ok=False):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    unlink(path, missing_ok)

Path.unlink = counted
FolderBackups(Path(sys.argv[1]), StillClock()).erase()
"""


@pytest.mark.parametrize("after", [0, 3, 11])
def test_a_kill_leaves_what_can_be_read_and_deleted(
    lived: Path, backups: FolderBackups, clock: StillClock, after: int
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(lived), str(after)], check=False)
    assert done.returncode == -signal.SIGKILL
    backups.check()
    open_store(lived, clock).close()
    assert backups.erase() == ()
    assert names(lived) == {"routine.db"}
    assert os.access(lived / "routine.db", os.R_OK)
