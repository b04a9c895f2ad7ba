"""Does an old database become a new one whole, or stay what it was?"""

import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from tests.still_clock import StillClock
from tests.store.diaries import WHOLE, records
from tests.store.ladders import content, ladder, schema
from tracker.domain.errors import Unavailable
from tracker.store.climbing import climb
from tracker.store.copies import verified_copy
from tracker.store.identity import LADDER
from tracker.store.store import SqlStore, open_store
from tracker.store.tables import METADATA

KILL = "os.kill(os.getpid(), 9)"


@pytest.fixture
def whole(store: SqlStore) -> Path:
    """The folder of a store with everything in it."""
    with store.writing("import") as work:
        work.put(*records(WHOLE))
    return store.database.parent


def test_the_migrated_schema_is_that_of_the_tables(folder: Path) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as made, closing(sqlite3.connect(folder / "routine.db")) as migrated:
        METADATA.create_all(made)
        raw = made.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        assert schema(raw) == schema(migrated)
    engine.dispose()


def test_the_ladder_has_every_revision_there_is() -> None:
    config = Config()
    config.set_main_option("script_location", str(LADDER.scripts))
    walked = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert LADDER.revisions == tuple(reversed(walked))


def test_a_new_database_climbs_the_whole_ladder(place: Path) -> None:
    database = open_store(place / "data", StillClock(), ladder(place)).database
    assert content(database)["alembic_version"] == [("0002",)]
    assert not (place / "data" / "backups").exists()


def test_a_new_database_that_cannot_climb_is_not_begun(place: Path) -> None:
    failing = ladder(place, after="""op.execute("INSERT INTO pause_steps VALUES (9, 0, 'x')")""")
    with pytest.raises(Unavailable) as caught:
        open_store(place / "data", StillClock(), failing)
    database = str(place / "data" / "routine.db")
    assert (caught.value.code, caught.value.facts) == ("not_migrated", {"path": database})
    assert list((place / "data").iterdir()) == []


def test_a_rebuilt_table_keeps_the_rows_that_refer_to_it(whole: Path, place: Path) -> None:
    before = content(whole / "routine.db")
    store = open_store(whole, StillClock(), ladder(place))
    with store.reading() as look:
        assert look.diary() == WHOLE
    after = content(whole / "routine.db")
    assert after.pop("alembic_version") == [("0002",)]
    assert after.pop("steps") == [(*row, "blue") for row in before.pop("steps")]
    del before["alembic_version"]
    assert after == before
    with store.writing("edit") as work:
        work.put(WHOLE.steps[0]._replace(name="Mask"))
    store.undo()


def test_the_old_database_is_copied_first(whole: Path, place: Path) -> None:
    before = content(whole / "routine.db")
    open_store(whole, StillClock(), ladder(place))
    copy, checksum = sorted((whole / "backups").iterdir())
    assert checksum.name == f"{copy.name}.sha256"
    assert copy.name == "before-migration-20261121T213000000000Z.db"
    assert content(copy) == before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_what_a_killed_process_left_of_a_copy_is_swept(whole: Path, place: Path) -> None:
    names = ("before-migration-20250101T0.db-x.part", "mine.part", "before-migration-2025.db")
    young = "before-migration-20261121T2.db-y.part"
    (whole / "backups").mkdir()
    for name in (*names, young):
        (whole / "backups" / name).touch()
    now = StillClock().now().timestamp()
    os.utime(whole / "backups" / names[0], (now - 4000, now - 4000))
    os.utime(whole / "backups" / young, (now, now))
    open_store(whole, StillClock(), ladder(place))
    left = {path.name for path in (whole / "backups").iterdir()}
    made = "before-migration-20261121T213000000000Z.db"
    assert left == {*names[1:], young, made, f"{made}.sha256"}


def test_rows_that_would_refer_to_nothing_stop_it(whole: Path, place: Path) -> None:
    before = content(whole / "routine.db")
    broken = ladder(place, after="op.execute('DELETE FROM steps')")
    with pytest.raises(Unavailable) as caught:
        open_store(whole, StillClock(), broken)
    assert (caught.value.code, caught.value.facts) == (
        "not_migrated",
        {"path": str(whole / "routine.db")},
    )
    assert content(whole / "routine.db") == before


def test_an_error_of_a_revision_changes_nothing(whole: Path, place: Path) -> None:
    before = content(whole / "routine.db")
    with pytest.raises(RuntimeError):
        open_store(whole, StillClock(), ladder(place, after="raise RuntimeError"))
    assert content(whole / "routine.db") == before


@pytest.mark.parametrize(("before", "after"), [(KILL, "pass"), ("pass", KILL)])
def test_a_kill_leaves_the_old_database(whole: Path, place: Path, before: str, after: str) -> None:
    old = content(whole / "routine.db")
    killing = ladder(place, before, after)
    script = f"""
from pathlib import Path
from tracker.store.climbing import climb
climb(Path({str(whole / "routine.db")!r}), Path({str(killing.scripts)!r}))
"""
    killed = subprocess.run([sys.executable, "-c", script], check=False)
    assert killed.returncode == -signal.SIGKILL
    with open_store(whole, StillClock()).reading() as look:
        assert look.diary() == WHOLE
    assert content(whole / "routine.db") == old


def test_a_disk_that_is_full_midway_leaves_the_old_database_and_its_copy(
    whole: Path, place: Path
) -> None:
    database = whole / "routine.db"
    before = content(database)
    longer = ladder(place, rungs=2)
    with files_no_larger_than(database.stat().st_size), pytest.raises(Unavailable) as caught:
        open_store(whole, StillClock(), longer)
    assert (caught.value.code, caught.value.facts) == ("not_written", {"path": str(database)})
    assert content(database) == before
    (copy, _checksum) = sorted((whole / "backups").iterdir())
    assert content(copy) == before
    open_store(whole, StillClock(), longer)
    assert content(database)["alembic_version"] == [("0003",)]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """As on a full disk: no file of this process grows beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_start_without_anything_to_migrate_does_not_wait_for_alembic(whole: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from tests.still_clock import StillClock
from tracker.store.store import open_store
open_store(Path({str(whole)!r}), StillClock()).undo()
print("sqlalchemy" in sys.modules, "alembic" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout == "True False\n"


def test_who_comes_second_finds_it_done(whole: Path, place: Path) -> None:
    longer = ladder(place)
    open_store(whole, StillClock(), longer)
    before = content(whole / "routine.db")
    climb(whole / "routine.db", longer.scripts)
    assert content(whole / "routine.db") == before


def test_a_copy_is_whole_private_and_of_one_moment(store: SqlStore, whole: Path) -> None:
    before = os.umask(0)
    try:
        with store.writing("rate") as work:
            work.put(WHOLE.ratings[0]._replace(overall=1))
            verified_copy(store.database, whole / "backups" / "mine.db")
    finally:
        os.umask(before)
    assert [path.name for path in (whole / "backups").iterdir()] == ["mine.db"]
    assert stat.S_IMODE((whole / "backups" / "mine.db").stat().st_mode) == 0o600
    assert content(whole / "backups" / "mine.db")["ratings"][0][2] == 7


def test_a_copy_overwrites_nothing(store: SqlStore, place: Path) -> None:
    (place / "mine.db").write_text("mine")
    with pytest.raises(Unavailable, match="not_opened"):
        verified_copy(store.database, place / "mine.db")
    assert (place / "mine.db").read_text() == "mine"
    assert sorted(path.name for path in place.iterdir()) == ["data", "mine.db"]


def test_of_a_damaged_database_there_is_no_copy(store: SqlStore, whole: Path, place: Path) -> None:
    with closing(sqlite3.connect(store.database)) as connection:
        connection.execute("DELETE FROM steps")
        connection.commit()
    with pytest.raises(Unavailable, match="damaged_file"):
        verified_copy(store.database, place / "copies" / "mine.db")
    assert list((place / "copies").iterdir()) == []
    content_before = bytearray((whole / "routine.db").read_bytes())
    content_before[4096:] = bytes(len(content_before) - 4096)
    (whole / "routine.db").write_bytes(content_before)
    with pytest.raises(Unavailable, match="damaged_file"):
        verified_copy(store.database, place / "copies" / "mine.db")
    assert list((place / "copies").iterdir()) == []
