"""How does a copy come into the database's place, so that a kill leaves the old or the new, whole?

The present file gets a second name first, and then the finished copy is renamed onto its first: at
every moment a whole database has that name, and nothing is ever overwritten or removed.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from tracker.domain.errors import Unavailable
from tracker.store.backup.keeping import back_up, sweep
from tracker.store.backup.looking import check_copy, check_records, reading_file
from tracker.store.copies import PART, copy_out
from tracker.store.driver import connect
from tracker.store.failure import FAILURES, failure
from tracker.store.files import file_failure, is_writable, private_file, private_folder, sync
from tracker.store.identity import Ladder, check_identity, is_there

PREFIX: Final = "restoring-"
BESIDE: Final = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file and would apply to whatever has the file's name."""
_NOT_WHOLE: Final = frozenset(("damaged_file", "empty_file", "foreign_file", "newer_data"))


def put_back(
    file: Path, database: Path, moment: datetime, ladder: Ladder
) -> tuple[Path | None, Path | None]:
    """Put a copy in the database's place, brought to this version where it is older.

    Returns under which name the former data are set aside, and the backup made of them. The copy
    itself is only read. Raises what `Backups.restore` raises.
    """
    with beside(database, moment) as fresh:
        fill(fresh, file, ladder)
        backup = _backed_up(database, moment)
        return swap(fresh, database, moment), backup


@contextmanager
def beside(database: Path, moment: datetime) -> Iterator[Path]:
    """An empty file beside the database, gone at the end unless it was put in its place.

    Errors of the system raise `Unavailable`.
    """
    try:
        private_folder(database.parent)
        sweep(database.parent, f"{PREFIX}*{PART}*", moment)
        fresh = private_file(database.parent, PREFIX, PART)
        try:
            yield fresh
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise file_failure(error, database) from error


def fill(fresh: Path, file: Path, ladder: Ladder) -> None:
    """A database of this version with what the copy holds."""
    revision = check_copy(file, ladder)
    with reading_file(file) as copy:
        copy_out(copy, fresh)
    if revision != ladder.top:
        from tracker.store.climbing import climb  # noqa: PLC0415, Alembic is long to import

        climb(fresh, ladder.scripts)
    finish(fresh, ladder)


def finish(fresh: Path, ladder: Ladder) -> None:
    """Make sure that a database that was put together is good and on the disk."""
    check_copy(fresh, ladder)
    check_records(fresh)
    with fresh.open("rb") as written:
        os.fsync(written.fileno())


def _backed_up(database: Path, moment: datetime) -> Path | None:
    """A backup of what is kept now; None where it is not there or not whole."""
    if not is_there(database):
        return None
    try:
        check_identity(database)
        return back_up(database, moment, "before-restore")
    except Unavailable as error:
        if error.code not in _NOT_WHOLE:
            raise
        return None


def swap(fresh: Path, database: Path, moment: datetime) -> Path | None:
    """Rename the finished file onto the database; the name of what was there before."""
    if not is_there(database):
        fresh.replace(database)
        sync(database.parent)
        return None
    held = hold(database)
    try:
        aside = _second_name(database, moment, "set-aside")
        fresh.replace(database)
        sync(database.parent)
    finally:
        if held is not None:
            held.close()
    return aside


def set_aside(database: Path, moment: datetime) -> Path:
    """Give a damaged database another name for good, so that a new one can be begun.

    Raises `Unavailable`.
    """
    try:
        aside = _second_name(database, moment, "damaged")
        database.unlink()
        sync(database.parent)
    except OSError as error:
        raise file_failure(error, database) from error
    return aside


def hold(database: Path) -> sqlite3.Connection | None:
    """Keep others from writing, and roll back what a killed process left half written.

    Whoever waits meanwhile finds the file moved, and writes nothing. None for what is no database
    of ours or damaged: it can be neither held nor written to.
    """
    if not is_writable(database):
        raise Unavailable("read_only", path=str(database))
    try:
        check_identity(database)
    except Unavailable as error:
        if error.code not in _NOT_WHOLE:
            raise
        return None
    try:
        connection = connect(database)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except FAILURES:
            connection.close()
            raise
    except FAILURES as error:
        ours = failure(error, database)
        if ours is not None and ours.code == "damaged_file":
            return None
        raise ours or error from error
    return connection


def _second_name(database: Path, moment: datetime, why: str) -> Path:
    """The same file under a name with the moment in it; what SQLite keeps beside it moves along."""
    stem = f"{why}-{moment:%Y-%m-%d-%H%M}"
    names = (f"{stem}.db", *(f"{stem}-{number}.db" for number in range(2, 1000)))
    aside = next(path for path in map(database.with_name, names) if not path.exists())
    _link(database, aside)
    for suffix in BESIDE:
        beside = database.with_name(database.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    return aside


def _link(file: Path, name: Path) -> None:
    """A second name for the file, or a copy where the file system has no links."""
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:
        copy = private_file(name.parent, PREFIX, PART)
        try:
            shutil.copyfile(file, copy)
            copy.rename(name)
        finally:
            copy.unlink(missing_ok=True)
