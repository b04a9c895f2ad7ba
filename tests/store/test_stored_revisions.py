"""Does a database that an older version of the program wrote open as one of this version?"""

import shutil
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tests.store.ladders import STORED, ladder, state
from tracker.exchange.transfer import read_document
from tracker.store.identity import LADDER, Ladder, check_identity
from tracker.store.revision import stored_revision
from tracker.store.store import SqlStore, open_store


def kept(place: Path, revision: str) -> Path:
    """A data folder with the database that is stored of a revision."""
    folder = place / f"of {revision}"
    folder.mkdir()
    shutil.copy(STORED / f"{revision}.sqlite", folder / "routine.db")
    return folder


def opened(folder: Path, with_ladder: Ladder = LADDER) -> SqlStore:
    return open_store(folder, StillClock(), with_ladder)


def test_of_every_revision_a_database_is_stored() -> None:
    assert {file.stem for file in STORED.glob("*.sqlite")} == set(LADDER.revisions)


@pytest.mark.parametrize("revision", LADDER.revisions)
def test_a_stored_database_opens_with_all_that_is_in_it(place: Path, revision: str) -> None:
    folder = kept(place, revision)
    assert stored_revision(folder / "routine.db") == revision

    store = opened(folder)

    document, notes = read_document((STORED / f"{revision}.json").read_bytes())
    assert notes == ()
    with store.reading() as look:
        diary = look.diary()
    assert diary._replace(settings=document.settings) == document
    assert document.settings.items() <= diary.settings.items()
    redone = store.redo()
    assert redone is not None
    assert redone.verb == "rate"
    assert (folder / "backups").exists() == (revision != LADDER.top)


@pytest.mark.parametrize("revision", LADDER.revisions)
def test_its_schema_becomes_that_of_a_fresh_one(place: Path, revision: str) -> None:
    stored, fresh = opened(kept(place, revision)), opened(place / "fresh")

    check_identity(stored.database)
    assert state(stored.database).schema == state(fresh.database).schema


@pytest.mark.parametrize("revision", LADDER.revisions)
def test_so_it_does_on_a_longer_ladder_with_its_copy_made_first(place: Path, revision: str) -> None:
    longer = ladder(place, rungs=2)
    folder = kept(place, revision)
    before = state(folder / "routine.db")

    stored, fresh = opened(folder, longer), opened(place / "fresh", longer)

    assert stored_revision(stored.database) == "0003"
    assert state(stored.database).schema == state(fresh.database).schema
    (copy,) = (folder / "backups").glob("before-migration-*.db")
    assert state(copy) == before
