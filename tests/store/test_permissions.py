"""Can nobody else read what is kept, and is what cannot be written said so and left whole?"""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tests.store.diaries import DAY
from tracker.domain.errors import Unavailable
from tracker.domain.log import Rating
from tracker.store import driver
from tracker.store.first_look import first_look
from tracker.store.store import SqlStore, open_store

NOBODY = 65534
"""A user of no rights, for root may write everywhere."""


def modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}


def rate(store: SqlStore, overall: int = 5) -> None:
    with store.writing("rate") as work:
        work.put(Rating(DAY, overall))


@contextmanager
def as_plain_user(place: Path) -> Iterator[None]:
    """As a user for whom permissions hold, who owns the place."""
    if os.geteuid() != 0:
        yield
        return
    for path in (place, *place.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_all_that_is_made_is_for_this_person_alone(place: Path) -> None:
    folder = place / "deep" / "data"
    store = open_store(folder, StillClock())
    assert modes(folder) == {"data": 0o700, "routine.db": 0o600}
    with store.writing("rate") as work:
        work.put(Rating(DAY, 5))
        assert modes(folder) == {"data": 0o700, "routine.db": 0o600, "routine.db-journal": 0o600}


def test_a_folder_that_is_there_keeps_its_permissions(place: Path) -> None:
    place.chmod(0o755)
    open_store(place, StillClock())
    assert modes(place)[place.name] == 0o755


@pytest.mark.parametrize("locked", ["data", "data/routine.db"])
def test_what_cannot_be_written_can_be_read(store: SqlStore, place: Path, locked: str) -> None:
    rate(store)
    assert not store.is_read_only
    with as_plain_user(place):
        (place / locked).chmod(0o500)
        before = store.database.read_bytes()
        found = open_store(store.database.parent, StillClock())
        assert found.is_read_only
        with found.reading() as look:
            assert look.rating(DAY) == Rating(DAY, 5)
        look_first = first_look(store.database.parent)
        assert look_first is not None
        look_first.close()
        for write in (lambda: rate(found, 6), found.undo):
            with pytest.raises(Unavailable, match="read_only"):
                write()
        assert store.database.read_bytes() == before
        (place / locked).chmod(0o700)


def test_nothing_can_be_made_in_a_folder_that_cannot_be_written(place: Path) -> None:
    with as_plain_user(place):
        place.chmod(0o500)
        for folder in (place, place / "data"):
            with pytest.raises(Unavailable) as caught:
                open_store(folder, StillClock())
            facts = {"path": str(folder / "routine.db")}
            assert (caught.value.code, caught.value.facts) == ("read_only", facts)
        place.chmod(0o700)
        assert list(place.iterdir()) == []


def test_a_file_that_cannot_be_read_is_not_opened(store: SqlStore, place: Path) -> None:
    with as_plain_user(place):
        store.database.chmod(0)
        with pytest.raises(Unavailable, match="not_opened"):
            open_store(store.database.parent, StillClock())
        assert first_look(store.database.parent) is None


def test_who_waits_too_long_is_told(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    rate(store)
    with store.writing("slow") as work:
        work.put(Rating(DAY, 6))
        monkeypatch.setattr(driver, "PATIENCE_S", 0.01)
        with pytest.raises(Unavailable, match="locked"):
            rate(store, 7)
        with pytest.raises(Unavailable, match="locked"):
            store.undo()
    with store.reading() as look:
        assert look.rating(DAY) == Rating(DAY, 6)


def test_each_connection_is_as_safe_as_it_gets(store: SqlStore) -> None:
    connection = driver.connect(store.database)
    settings = {"foreign_keys": 1, "journal_mode": "delete", "synchronous": 3, "busy_timeout": 5000}
    for name, value in settings.items():
        assert connection.execute(f"PRAGMA {name}").fetchone() == (value,)
    connection.close()


FULL_DISK = """
import resource, signal, sys
from datetime import timedelta
from pathlib import Path
from tests.store.diaries import DAY
from tests.still_clock import StillClock
from tracker.domain.errors import Unavailable
from tracker.domain.log import Rating
from tracker.store.store import open_store

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder, limit = Path(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
kept = 0
try:
    store = open_store(folder, StillClock())
    while True:
        with store.writing("rate") as work:
            work.put(Rating(DAY + timedelta(kept), 5, note="long " * 400))
        kept += 1
except Unavailable as error:
    print(kept, error.code)
"""


def fill(folder: Path, limit: int) -> tuple[int, str]:
    """Rate until no file may grow beyond `limit` bytes; how many were kept, and the error."""
    command = [sys.executable, "-c", FULL_DISK, str(folder), str(limit)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    kept, code = done.stdout.split()
    return int(kept), code


def test_what_was_kept_outlives_a_full_disk(store: SqlStore) -> None:
    kept, code = fill(store.database.parent, store.database.stat().st_size + 40_000)
    assert code == "not_written"
    with store.reading() as look:
        assert len(look.diary().ratings) == kept > 0
    rate(store)


def test_no_database_is_begun_on_a_full_disk(place: Path) -> None:
    assert fill(place, 20_000) == (0, "not_written")
    assert list(place.iterdir()) == []
