"""Is a file that is not ours, not whole or not of our time left exactly as it is?"""

import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tests.store.diaries import DAY, WHOLE, records
from tracker.domain.errors import NewerData, TrackerError, Unavailable
from tracker.domain.log import Rating
from tracker.store.first_look import first_look
from tracker.store.store import SqlStore, open_store

TRIES = 60


def refused(folder: Path) -> Unavailable:
    """The error that opening gives; the file is the same afterwards, and nothing is beside it."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert first_look(folder) is None
    with pytest.raises(Unavailable) as caught:
        open_store(folder, StillClock())
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert caught.value.facts["path"] == str(folder / "routine.db")
    return caught.value


def test_an_empty_file_is_refused(folder: Path) -> None:
    (folder / "routine.db").write_bytes(b"")
    assert refused(folder).code == "empty_file"


@pytest.mark.parametrize("content", [b"not a database", b"%PDF-1.7" + bytes(4000), bytes(4096)])
def test_what_is_no_database_is_refused(folder: Path, content: bytes) -> None:
    (folder / "routine.db").write_bytes(content)
    assert refused(folder).code == "damaged_file"


def test_another_programs_database_is_refused(folder: Path) -> None:
    (folder / "routine.db").unlink()
    with closing(sqlite3.connect(folder / "routine.db")) as connection:
        connection.execute("CREATE TABLE habits (name)")
    assert refused(folder).code == "foreign_file"


def test_a_newer_database_is_refused(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "routine.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()
    error = refused(folder)
    assert isinstance(error, NewerData)
    assert (error.code, error.facts["revision"]) == ("newer_data", "0999")


@pytest.mark.parametrize("tamper", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_database_that_does_not_say_its_revision_is_refused(folder: Path, tamper: str) -> None:
    with closing(sqlite3.connect(folder / "routine.db")) as connection:
        connection.execute(tamper)
        connection.commit()
    assert refused(folder).code == "damaged_file"


def test_a_folder_of_that_name_is_refused(place: Path) -> None:
    (place / "routine.db").mkdir()
    with pytest.raises(Unavailable, match="not_opened"):
        open_store(place, StillClock())


def test_a_file_in_place_of_the_folder_is_refused(place: Path) -> None:
    (place / "data").write_text("mine")
    with pytest.raises(Unavailable, match="not_opened"):
        open_store(place / "data", StillClock())
    assert (place / "data").read_text() == "mine"


@pytest.mark.parametrize("pages", [1, 3, 20])
def test_a_truncated_database_never_crashes(folder: Path, pages: int) -> None:
    whole = (folder / "routine.db").read_bytes()
    (folder / "routine.db").write_bytes(whole[: pages * 4096 - 100])
    _use(folder)


def test_a_garbled_database_never_crashes(store: SqlStore) -> None:
    with store.writing("import") as work:
        work.put(*records(WHOLE))
    whole = store.database.read_bytes()
    chance = random.Random(7)
    for _ in range(TRIES):
        garbled = bytearray(whole)
        for _ in range(chance.choice([1, 20, 400])):
            garbled[chance.randrange(len(garbled))] = chance.randrange(256)
        store.database.write_bytes(garbled)
        _use(store.database.parent)


def _use(folder: Path) -> None:
    """Read and write; nothing but expected errors comes of it."""
    for use in (_look, _read, _write, _undo):
        with suppress(TrackerError):
            use(folder)


def _look(folder: Path) -> None:
    look = first_look(folder)
    if look is not None:
        with look:
            look.routine()
            look.log()


def _read(folder: Path) -> None:
    with open_store(folder, StillClock()).reading() as look:
        look.diary()


def _write(folder: Path) -> None:
    with open_store(folder, StillClock()).writing("rate") as work:
        work.put(Rating(DAY, 3))


def _undo(folder: Path) -> None:
    open_store(folder, StillClock()).undo()
