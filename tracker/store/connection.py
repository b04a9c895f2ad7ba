"""How is the one file opened, for SQLAlchemy and without it, and how does a transaction begin?"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import NullPool

from tracker.store.failure import failure

Begin: TypeAlias = Literal["BEGIN", "BEGIN IMMEDIATE"]

_PATIENCE_S: Final = 5.0
# Not WAL: it needs a writable folder even to read, fails on network drives, and has had a bug that
# corrupts files; at one commit a tick it would gain nothing. EXTRA also syncs the folder once the
# journal is gone, so that a tick that was acknowledged outlives a power cut.
_PRAGMAS: Final = ("journal_mode=DELETE", "synchronous=EXTRA", "busy_timeout=5000")


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
        timeout=_PATIENCE_S,
        check_same_thread=not any_thread,
    )
    try:
        for pragma in (*_PRAGMAS, f"foreign_keys={foreign_keys:d}"):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def engine(database: Path, begin: Begin, *, foreign_keys: bool = True) -> Engine:
    """An engine on the file, whose errors are ours and whose transactions begin with `begin`.

    It keeps no connections, so any thread may use it. A writer begins IMMEDIATE: it waits for its
    turn once, at the start, and never half-way.
    """
    found = create_engine(
        "sqlite://",
        creator=lambda: connect(database, foreign_keys=foreign_keys),
        poolclass=NullPool,
    )
    event.listen(found, "begin", _beginner(begin))
    event.listen(found, "handle_error", _translator(database))
    return found


def _beginner(begin: Begin) -> Callable[[Connection], None]:
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return on_begin


def _translator(database: Path) -> Callable[[ExceptionContext], None]:
    def on_error(context: ExceptionContext) -> None:
        error = context.original_exception
        ours = failure(error, database) if isinstance(error, sqlite3.Error) else None
        if ours is not None:
            raise ours from error

    return on_error
