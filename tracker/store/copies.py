"""How is a copy of the database made that is known to be good?"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from tracker.domain.errors import Unavailable
from tracker.store.driver import connect
from tracker.store.failure import FAILURES, failure
from tracker.store.files import claim, file_failure, private_file, private_folder
from tracker.store.identity import check_identity
from tracker.store.revision import REVISION

PART: Final = ".part"
"""How the name of a copy ends that is not finished."""


def verified_copy(database: Path, target: Path) -> None:
    """Copy a database in use to the new file `target`, which appears only once it is whole.

    Its folder is made where it is missing. Raises `Unavailable`: "damaged_file" where the copy is
    not good, "not_written", "read_only" or "not_opened" where it cannot be made (`target` may be
    there already).
    """
    try:
        private_folder(target.parent)
        # SQLite would make it readable for all; a file that is there keeps its permissions.
        part = private_file(target.parent, f"{target.name}-", PART)
        try:
            _fill(part, database)
            claim(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise file_failure(error, target) from error


def _fill(part: Path, database: Path) -> None:
    try:
        with closing(connect(database)) as source:
            copy_out(source, part)
            revision = source.execute(REVISION).fetchall()
        check_identity(part)
        with closing(connect(part)) as copy:
            copied = copy.execute(REVISION).fetchall()
            is_good = copied == revision and not broken_pages(copy) + dangling_rows(copy)
    except FAILURES as error:
        raise failure(error, database) or error from error
    if not is_good:
        raise Unavailable("damaged_file", path=str(database))
    with part.open("rb") as file:
        os.fsync(file.fileno())


def copy_out(source: sqlite3.Connection, part: Path) -> None:
    """Fill an empty file with all that the source holds, packed anew.

    Raises `Unavailable` "not_written" with the folder where there is no room, else what the driver
    raises.
    """
    try:
        source.execute("VACUUM INTO ?", (str(part.absolute()),))
    except FAILURES as error:
        ours = failure(error, part.parent)
        if ours is not None and ours.code == "not_written":
            raise ours from error
        raise


def broken_pages(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong in the file itself, in its own words."""
    rows = connection.execute("PRAGMA integrity_check")
    return [str(words) for (words,) in rows if words != "ok"]


def dangling_rows(connection: sqlite3.Connection) -> list[str]:
    """The rows that refer to something that is not there."""
    rows = connection.execute("PRAGMA foreign_key_check")
    return [f"{table} {row}: {parent}" for table, row, parent, _ in rows]
