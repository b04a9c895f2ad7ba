"""Which of our errors is one of SQLite's?"""

import sqlite3
from pathlib import Path
from typing import Final

from tracker.domain.errors import BadInput, TrackerError, Unavailable

_CODES: Final = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CANTOPEN: "not_opened",
    sqlite3.SQLITE_FULL: "not_written",
    sqlite3.SQLITE_IOERR: "not_written",
}

FAILURES: Final = (sqlite3.Error, UnicodeDecodeError)
"""What the driver raises; the latter where a damaged file puts its text into a message."""


def failure(error: BaseException, database: Path) -> TrackerError | None:
    """What an error while using the database means; None where it can only be a bug of ours.

    `Unavailable` with the fact `path`: "locked" (another program holds it for more than five
    seconds), "read_only", "not_opened", "not_written" (disk full, or it does not answer),
    "damaged_file". `BadInput` with the fact `where`: "not_storable" (the constraint or the columns
    that refused it), "dangling_reference" (something stored refers to what is not).
    """
    if not isinstance(error, FAILURES) or isinstance(error, sqlite3.ProgrammingError):
        return None
    # An error without a code is about text that is no UTF-8: the file is damaged.
    number: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if number == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return BadInput("dangling_reference", where="document")
    if number & 0xFF == sqlite3.SQLITE_CONSTRAINT:
        return BadInput("not_storable", where=str(error).rpartition(": ")[2])
    # Whatever is left, a missing table for instance: our statements are fixed and tested, so it
    # is the file that is not as we left it.
    if number == sqlite3.SQLITE_READONLY_DBMOVED:
        # Another process put another file in its place while we waited; the next try finds that.
        return Unavailable("locked", path=str(database))
    return Unavailable(_CODES.get(number & 0xFF, "damaged_file"), path=str(database))
