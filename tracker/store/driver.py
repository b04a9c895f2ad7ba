"""How is the one file opened through the standard library's driver?"""

import sqlite3
from pathlib import Path
from typing import Final

from tracker.store.failure import FAILURES

PATIENCE_S = 5.0
"""How long to wait for another program to be done; SQLite's busy_timeout."""

# Not WAL: it needs a writable folder even to read, fails on network drives, and has had a bug that
# corrupts files; at one commit a tick it would gain nothing. EXTRA also syncs the folder once the
# journal is gone, so that a tick that was acknowledged outlives a power cut.
_PRAGMAS: Final = ("journal_mode=DELETE", "synchronous=EXTRA")


def connect(
    database: Path, *, foreign_keys: bool = True, any_thread: bool = False
) -> sqlite3.Connection:
    """A connection to a database that exists; the driver begins no transaction of its own.

    `foreign_keys` off is for migrating alone. Raises `sqlite3.Error`.
    """
    connection = sqlite3.connect(
        f"{database.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        timeout=PATIENCE_S,
        check_same_thread=not any_thread,
    )
    try:
        for pragma in (*_PRAGMAS, f"foreign_keys={foreign_keys:d}"):
            connection.execute(f"PRAGMA {pragma}")
    except FAILURES:
        connection.close()
        raise
    return connection
