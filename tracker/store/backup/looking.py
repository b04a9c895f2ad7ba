"""Is a copy good, what does it hold, and what would be lost by going back to it?"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from tracker.actions.backups import Inside, Lost
from tracker.domain.day import Day
from tracker.domain.errors import NewerData, Unavailable
from tracker.domain.outside import NAME_LENGTH
from tracker.store.backup.checksum import check_sum
from tracker.store.backup.naming import named
from tracker.store.copies import broken_pages, dangling_rows
from tracker.store.driver import connect
from tracker.store.failure import FAILURES, failure
from tracker.store.identity import Ladder, check_identity
from tracker.store.mapping.cells import Row, day_of_text
from tracker.store.revision import REVISION

_NOT_OURS: Final = (
    "SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'"
)
_SPAN: Final = (
    "SELECT min(day), max(day) FROM (SELECT day FROM entries UNION SELECT day FROM ratings)"
)
_STEPS: Final = f"SELECT id, substr(name, 1, {NAME_LENGTH}) FROM steps ORDER BY place"
"""A name that is longer than any can be is not read whole: damage can be of any size."""
_ENTRIES: Final = "SELECT step, day, do FROM entries"
_RATINGS: Final = (
    "SELECT day, overall, oiliness, pores, breakouts, redness, dryness, note FROM ratings"
)


@contextmanager
def reading_file(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a file that is only read; errors of the database raise `Unavailable`."""
    try:
        uri = f"{file.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
            yield connection
    except FAILURES as error:
        raise failure(error, file) or error from error


def check_copy(file: Path, ladder: Ladder) -> str:
    """Make sure that a file is a database of ours, whole and of this version or an older one.

    Returns its revision. Raises what `Backups.look_inside` raises, and writes nothing.
    """
    check_identity(file)
    check_sum(file)
    with reading_file(file) as connection:
        revisions = connection.execute(REVISION).fetchall()
        if len(revisions) != 1:
            raise Unavailable("damaged_file", path=str(file))
        revision = str(revisions[0][0])
        if revision not in ladder.revisions:
            raise NewerData("newer_data", path=str(file), revision=revision)
        # Ours has none of these; in another's they could do something of their own.
        if connection.execute(_NOT_OURS).fetchone() is not None:
            raise Unavailable("foreign_file", path=str(file))
        if broken_pages(connection) + dangling_rows(connection):
            raise Unavailable("damaged_file", path=str(file))
    return revision


def check_records(file: Path) -> None:
    """Make sure that every record in a database of this version can be used."""
    # SQLAlchemy takes long to import, and a command that only lists backups needs none.
    from tracker.store.connection import engine  # noqa: PLC0415
    from tracker.store.full_look import FullLook  # noqa: PLC0415
    from tracker.store.rows import CoreSource  # noqa: PLC0415

    with engine(file, "BEGIN").connect() as connection:
        FullLook(CoreSource(connection)).diary()


def look_inside(file: Path, database: Path, now: datetime, ladder: Ladder) -> Inside:
    """What a good copy holds, beside what the database holds now; raises for one not good."""
    revision = check_copy(file, ladder)
    with reading_file(file) as copy:
        steps, entries, ratings = _held(copy)
        ((first, last),) = copy.execute(_SPAN).fetchall()
    known = named(file.name)
    return Inside(
        file,
        None if known is None else known[1].astimezone(now.tzinfo),
        len(steps),
        len(entries),
        len(ratings),
        _day(first),
        _day(last),
        revision,
        _lost(database, (steps, entries, ratings)),
    )


def is_empty(database: Path) -> bool:
    """Whether the database holds no step, and so nothing that one could miss."""
    with reading_file(database) as connection:
        return connection.execute("SELECT 1 FROM steps").fetchone() is None


def _held(connection: sqlite3.Connection) -> tuple[dict[str, str], set[Row], set[Row]]:
    """The steps' names by id, the entries and the ratings."""
    steps = {str(step): str(name) for step, name in connection.execute(_STEPS)}
    return steps, set(connection.execute(_ENTRIES)), set(connection.execute(_RATINGS))


def _lost(database: Path, copied: tuple[dict[str, str], set[Row], set[Row]]) -> Lost | None:
    """What stands in the database and not in the copy; None where it cannot be read."""
    try:
        check_identity(database)
        with closing(connect(database)) as connection:
            steps, entries, ratings = _held(connection)
    except (Unavailable, *FAILURES):
        return None
    names = tuple(name for step, name in steps.items() if step not in copied[0])
    return Lost(names, len(entries - copied[1]), len(ratings - copied[2]))


def _day(text: object) -> Day | None:
    return None if text is None else day_of_text(str(text))
