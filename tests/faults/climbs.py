"""Which migrations are there to be disturbed, and what may they leave behind?

Each stands on a stored database of the program's time, with three thousand entries more, and climbs
made rungs that rebuild tables to which those entries refer.
"""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from tests.still_clock import StillClock
from tests.store.ladders import STORED, State, ladder, state
from tracker.domain.log import Entry
from tracker.store.backup.checksum import check_sum
from tracker.store.backup.naming import named
from tracker.store.identity import LADDER, Ladder
from tracker.store.store import open_store

ENTRIES: Final = 3000


class Climb(NamedTuple):
    """A data folder to be copied for each try, and the database before and after."""

    name: str
    folder: Path
    ladder: Ladder
    old: State | None
    """None where the database is yet to be made."""
    new: State


def climbs(place: Path) -> Iterator[Climb]:
    """The making of a new database, and the migrations of every revision but the last made one."""
    longest = ladder(_place(place / "longest"), rungs=2)
    yield _climb("none", place / "none", longest)
    for revision in LADDER.revisions:
        yield _climb(revision, _stored(place, revision), longest)
    shorter = ladder(_place(place / "shorter"), rungs=1)
    between = Path(shutil.copytree(place / LADDER.top, place / shorter.top))
    open_store(between, StillClock(), shorter).close()
    shutil.rmtree(between / "backups")
    yield _climb(shorter.top, between, longest)


def _climb(revision: str, folder: Path, with_ladder: Ladder) -> Climb:
    folder.mkdir(exist_ok=True)
    database = folder / "routine.db"
    old = state(database) if database.exists() else None
    done = Path(shutil.copytree(folder, folder.with_name(f"{folder.name} done")))
    new = state(open_store(done, StillClock(), with_ladder).database)
    if old is not None and _counts(old) != _counts(new):
        raise ValueError(done)
    return Climb(f"{revision} to {with_ladder.top}", folder, with_ladder, old, new)


def _counts(found: State) -> dict[str, int]:
    """How many rows each table has: a rebuilt table must not empty those that refer to it."""
    return {table: len(rows) for table, rows in found.content.items()}


def _place(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _stored(place: Path, revision: str) -> Path:
    """The stored database of a revision, grown by writing as its own version would."""
    folder = _place(place / revision)
    shutil.copy(STORED / f"{revision}.sqlite", folder / "routine.db")
    rungs = LADDER.revisions[: LADDER.revisions.index(revision) + 1]
    store = open_store(folder, StillClock(), LADDER._replace(revisions=rungs))
    first = date(2000, 1, 1)
    with store.writing("merge") as work:
        work.put(
            *(
                Entry(first + timedelta(n // 2), ("mask", "wash")[n % 2], "tick")
                for n in range(ENTRIES)
            )
        )
    store.close()
    return folder


def left(folder: Path, climb: Climb) -> str:
    """What a disturbed migration left: "old" or "new"; raises where it is neither, or not whole."""
    database = folder / "routine.db"
    if not database.exists():
        if climb.old is not None:
            raise ValueError(database)
        return "old"
    found = state(database)
    if found not in (climb.old, climb.new):
        raise ValueError(database)
    return "new" if found == climb.new else "old"


def has_backup(folder: Path, climb: Climb) -> bool:
    """Whether what was there is in a backup; raises where a file with such a name is no good."""
    copies = [file for file in (folder / "backups").glob("*") if named(file.name)]
    for copy in copies:
        check_sum(copy)
        if state(copy) != climb.old:
            raise ValueError(copy)
    return bool(copies)


def finish(folder: Path, climb: Climb) -> None:
    """Open it undisturbed, as the next start does; raises where it does not become the new one."""
    open_store(folder, StillClock(), climb.ladder).close()
    if left(folder, climb) != "new":
        raise ValueError(folder)
