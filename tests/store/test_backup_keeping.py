"""Is a backup made when it is due, checked, private, and nobody else's file touched?"""

import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tests.store.diaries import WHOLE, records
from tests.store.ladders import content
from tests.store.places import new_folder
from tests.store.test_permissions import as_plain_user
from tracker.actions.backups import WHYS, Lost, Why
from tracker.domain.errors import BadInput, NewerData, Unavailable
from tracker.store.backup import folder
from tracker.store.backup.folder import FolderBackups
from tracker.store.backup.keeping import back_up
from tracker.store.backup.naming import file_name, named
from tracker.store.store import SqlStore

DAY = timedelta(days=1)


@pytest.fixture
def whole(store: SqlStore) -> Path:
    """The folder of a store with everything in it."""
    with store.writing("import") as work:
        work.put(*records(WHOLE))
    return store.database.parent


@pytest.fixture
def backups(whole: Path, clock: StillClock) -> FolderBackups:
    return FolderBackups(whole, clock)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("why", WHYS)
def test_a_name_tells_why_and_when(why: Why) -> None:
    moment = datetime(2026, 11, 21, 23, 5, 1, 42, tzinfo=timezone(timedelta(hours=2)))
    name = file_name(why, moment)
    assert name == f"{why}-20261121T210501000042Z.db"
    assert named(name) == (why, moment)


@pytest.mark.parametrize(
    "name",
    [
        "routine.db",
        "daily.db",
        "each-day-20261121T213000000000Z.db.sha256",
        "my-each-day-20261121T213000000000Z.db",
        "each-day-20261121T213000000000Z.db.bak",
        "each-day-20261321T213000000000Z.db",
        "weekly-20261121T213000000000Z.db",
        "each-day-٢0261121T213000000000Z.db",
    ],
)
def test_other_names_are_not_ours(name: str) -> None:
    assert named(name) is None


def test_one_that_is_deleted_as_it_is_made_is_no_backup(
    backups: FolderBackups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made_and_gone(database: Path, moment: datetime, why: Why) -> Path:
        file = back_up(database, moment, why)
        file.unlink()
        return file

    monkeypatch.setattr(folder, "back_up", made_and_gone)
    with pytest.raises(Unavailable, match="not_written"):
        backups.make("by-hand")


def test_a_backup_is_whole_private_and_has_its_sum(backups: FolderBackups, whole: Path) -> None:
    before = os.umask(0)
    try:
        made = backups.make("by-hand")
    finally:
        os.umask(before)
    assert content(made.file) == content(whole / "routine.db")
    checksum = made.file.with_name(f"{made.file.name}.sha256")
    assert names(backups.place) == {made.file.name, checksum.name}
    assert stat.S_IMODE(backups.place.stat().st_mode) == 0o700
    for file in (made.file, checksum):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    digest = hashlib.sha256(made.file.read_bytes()).hexdigest()
    assert checksum.read_text() == f"{digest}  {made.file.name}\n"
    assert made.size == made.file.stat().st_size
    assert backups.listed() == (made,)


def test_two_of_one_moment_are_two(backups: FolderBackups, clock: StillClock) -> None:
    first, second = backups.make("by-hand"), backups.make("by-hand")
    assert first.moment == clock.moment
    assert backups.listed() == (second, first)


def test_they_are_told_in_the_clocks_time(backups: FolderBackups, clock: StillClock) -> None:
    clock.moment = datetime(2026, 11, 22, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    made = backups.make("by-hand")
    assert made.file.name == "by-hand-20261121T223000000000Z.db"
    assert (made.moment.day, made.moment.hour) == (22, 0)


def test_one_a_day_is_made(backups: FolderBackups, clock: StillClock) -> None:
    first = backups.keep_daily()
    assert first is not None
    assert first.why == "each-day"
    for hours in (1, 23):
        clock.forward(hours=hours)
        assert backups.keep_daily() is None
    clock.forward(seconds=1)
    assert backups.keep_daily() is not None
    assert len(backups.listed()) == 2


def test_any_backup_counts_for_the_day(backups: FolderBackups, clock: StillClock) -> None:
    backups.make("before-import")
    clock.forward(hours=20)
    assert backups.keep_daily() is None


def test_nothing_is_kept_of_nothing(folder: Path, place: Path, clock: StillClock) -> None:
    assert FolderBackups(folder, clock).keep_daily() is None
    assert FolderBackups(place / "none", clock).keep_daily() is None
    assert names(place) == {"data"}
    for ask in (
        lambda: FolderBackups(place / "none", clock).make("by-hand"),
        lambda: FolderBackups(place / "none", clock).copy_to(place / "copy.db"),
    ):
        with pytest.raises(BadInput, match="nothing_kept"):
            ask()


def test_a_clock_that_ran_ahead_and_came_back_stops_nothing(
    backups: FolderBackups, clock: StillClock
) -> None:
    backups.keep_daily()
    clock.forward(days=365)
    ahead = backups.keep_daily()
    clock.moment -= 363 * DAY
    later = backups.keep_daily()
    assert later is not None
    assert later.moment == clock.moment
    assert ahead in backups.listed()
    clock.moment -= 1000 * DAY
    assert backups.keep_daily() is not None
    assert len(backups.listed()) == 4


def test_thinning_touches_nothing_but_our_own(backups: FolderBackups, clock: StillClock) -> None:
    backups.place.mkdir()
    others = {"notes.txt", "routine.db", "each-day-old.db", "weekly-20200101T000000000000Z.db"}
    for name in others:
        (backups.place / name).touch()
    (backups.place / "each-day-20200101T000000000000Z.db").mkdir()
    for _ in range(20):
        backups.make("each-day")
        clock.forward(minutes=1)
        backups.make("by-hand")
        clock.forward(days=1)
    left = names(backups.place)
    assert left >= others
    ours = {name for name in left - others if named(name)}
    assert 16 < len(ours) < 26
    assert {f"{name}.sha256" for name in ours} - left == {
        "each-day-20200101T000000000000Z.db.sha256"
    }


def test_a_copy_goes_where_it_is_told_and_overwrites_nothing(
    backups: FolderBackups, place: Path, whole: Path
) -> None:
    copy = backups.copy_to(place / "stick.db")
    assert content(copy) == content(whole / "routine.db")
    before = copy.read_bytes()
    with pytest.raises(BadInput, match="file_exists"):
        backups.copy_to(copy)
    assert copy.read_bytes() == before
    copy.unlink()
    with pytest.raises(BadInput, match="sha256"):
        backups.copy_to(copy)
    with pytest.raises(BadInput, match="no_such_folder"):
        backups.copy_to(place / "none" / "stick.db")
    assert backups.listed() == ()


def test_of_a_damaged_or_foreign_file_there_is_no_backup(
    backups: FolderBackups, whole: Path
) -> None:
    for damage, code in (("PRAGMA application_id=7", "foreign"), ("DELETE FROM steps", "damaged")):
        with closing(sqlite3.connect(whole / "routine.db")) as connection:
            connection.executescript(damage)
        before = (whole / "routine.db").read_bytes()
        with pytest.raises(Unavailable, match=code):
            backups.make("by-hand")
        assert (whole / "routine.db").read_bytes() == before
        (whole / "routine.db").write_bytes(
            before[:68] + 0x52545231.to_bytes(4, "big") + before[72:]
        )
    assert backups.listed() == ()


def test_what_a_copy_holds_is_told_with_what_would_be_lost(
    backups: FolderBackups, store: SqlStore
) -> None:
    made = backups.make("by-hand")
    inside = backups.look_inside(made.file)
    assert inside.moment == made.moment
    assert (inside.steps, inside.entries, inside.ratings) == (
        len(WHOLE.steps),
        len(WHOLE.log),
        len(WHOLE.ratings),
    )
    days = [entry.day for entry in WHOLE.log] + [rating.day for rating in WHOLE.ratings]
    assert (inside.first, inside.last) == (min(days), max(days))
    assert inside.lost == Lost()
    with store.writing("edit") as work:
        work.put(WHOLE.steps[0]._replace(id="new", name="Toner"))
        work.put(WHOLE.ratings[0]._replace(overall=1))
        work.put(WHOLE.log[0]._replace(day=WHOLE.log[0].day + 900 * DAY))
    assert backups.look_inside(made.file).lost == Lost(("Toner",), 1, 1)


def test_a_tampered_copy_is_not_good(backups: FolderBackups, clock: StillClock) -> None:
    good = backups.make("by-hand")
    clock.forward(hours=1)
    bad = backups.make("by-hand")
    assert backups.newest_good() == backups.look_inside(bad.file)
    garbled = bytearray(bad.file.read_bytes())
    garbled[-1] ^= 1
    bad.file.write_bytes(garbled)
    with pytest.raises(Unavailable, match="damaged_file"):
        backups.look_inside(bad.file)
    found = backups.newest_good()
    assert found is not None
    assert found.file == good.file


def test_a_sum_that_is_another_is_not_good(backups: FolderBackups) -> None:
    made = backups.make("by-hand")
    checksum = made.file.with_name(f"{made.file.name}.sha256")
    for text in ("", "0" * 64, "\xff\xff"):
        checksum.write_text(text, encoding="latin-1")
        with pytest.raises(Unavailable, match="damaged_file"):
            backups.look_inside(made.file)
    assert backups.newest_good() is None
    checksum.unlink()
    assert backups.look_inside(made.file).steps == len(WHOLE.steps)
    checksum.mkdir()
    with pytest.raises(Unavailable, match="not_opened"):
        backups.look_inside(made.file)


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("PRAGMA application_id=7", "foreign_file"),
        ("UPDATE alembic_version SET version_num = '0999'", "newer_data"),
        ("DELETE FROM alembic_version", "damaged_file"),
        ("DELETE FROM steps", "damaged_file"),
        ("CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM steps; END", "foreign_file"),
        ("ALTER TABLE ratings RENAME TO r; CREATE VIEW ratings AS SELECT * FROM r", "foreign_file"),
        ("CREATE VIRTUAL TABLE v USING fts5(x)", "foreign_file"),
    ],
)
def test_a_file_that_is_not_ours_whole_and_of_this_version_is_refused(
    backups: FolderBackups, place: Path, whole: Path, script: str, code: str
) -> None:
    copy = backups.copy_to(place / "copy.db")
    (place / "copy.db.sha256").unlink()
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript(script)
    files = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    for use in (backups.look_inside, backups.restore):
        with pytest.raises(Unavailable) as caught:
            use(copy)
        assert caught.value.code == code
        assert caught.value.facts["path"] == str(copy)
        assert isinstance(caught.value, NewerData) == (code == "newer_data")
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == files
    assert names(whole) == {"routine.db"}


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0" + bytes(200)])
def test_what_is_no_database_is_refused(
    backups: FolderBackups, place: Path, content: bytes
) -> None:
    (place / "copy.db").write_bytes(content)
    with pytest.raises(Unavailable):
        backups.restore(place / "copy.db")
    with pytest.raises(Unavailable, match="not_opened"):
        backups.restore(place / "none.db")


def test_a_backup_with_a_record_that_cannot_be_used_is_passed_over(
    backups: FolderBackups, clock: StillClock, whole: Path
) -> None:
    good = backups.make("each-day")
    clock.forward(days=1)
    with closing(sqlite3.connect(whole / "routine.db")) as connection:
        connection.execute("UPDATE schedule_versions SET rule = '{}'")
        connection.commit()
    backups.make("each-day")
    found = backups.newest_good()
    assert found is not None
    assert found.file == good.file


def test_a_folder_that_cannot_be_written_is_told(
    backups: FolderBackups, whole: Path, place: Path
) -> None:
    backups.make("by-hand")
    with as_plain_user(place):
        backups.place.chmod(0o500)
        with pytest.raises(Unavailable) as caught:
            backups.make("by-hand")
        assert caught.value.code == "read_only"
        assert str(caught.value.facts["path"]).startswith(str(backups.place))
        backups.place.chmod(0)
        with pytest.raises(Unavailable, match="read_only"):
            backups.listed()
        backups.place.chmod(0o700)
    assert len(backups.listed()) == 1
    assert names(whole) == {"routine.db", "backups"}


FULL = """
import resource, signal, sys
from pathlib import Path
from tests.still_clock import StillClock
from tracker.domain.errors import Unavailable
from tracker.store.backup.folder import FolderBackups
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
backups = FolderBackups(Path(sys.argv[1]), StillClock())
made = backups.listed()[0].file
for most in (0, 100, 4096, 50000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most * 0 + resource.RLIM_INFINITY))
    for use in (lambda: backups.make("by-hand"), lambda: backups.restore(made)):
        try:
            use()
        except Unavailable as error:
            print(error.code, error.facts["path"])
        else:
            print("done")
"""


def test_a_full_disk_is_told_and_leaves_nothing(backups: FolderBackups, whole: Path) -> None:
    made = backups.make("by-hand")
    before = {path: path.read_bytes() for path in whole.rglob("*") if path.is_file()}
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(whole)], check=True, capture_output=True, text=True
    )
    lines = done.stdout.splitlines()
    assert len(lines) == 8
    assert {line.split()[0] for line in lines} == {"not_written"}
    assert {line.split()[1] for line in lines[::2]} == {str(backups.place)}
    assert {path: path.read_bytes() for path in whole.rglob("*") if path.is_file()} == before
    assert backups.look_inside(made.file).lost == Lost()


def test_a_copy_whose_sum_cannot_be_written_is_none(
    backups: FolderBackups, place: Path, clock: StillClock
) -> None:
    backups.place.mkdir()
    taken = f"{file_name('by-hand', clock.moment)}.sha256"
    (backups.place / taken).touch()
    with pytest.raises(Unavailable, match="not_opened"):
        backups.make("by-hand")
    assert names(backups.place) == {taken}
    assert names(place) == {"data"}


def test_the_moment_is_utcs_whatever_the_zone() -> None:
    assert named("each-day-20261121T213000000000Z.db") == (
        "each-day",
        datetime(2026, 11, 21, 21, 30, tzinfo=UTC),
    )


def test_a_folder_made_in_a_test_is_what_the_first_start_leaves(place: Path) -> None:
    FolderBackups(new_folder(place), StillClock()).check()
