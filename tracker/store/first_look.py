"""What must be known before the window is first painted?

The few reads of the rules, through the standard library alone: SQLAlchemy takes longer to import
than all the rest of a start. Only reads, on a connection that cannot write; whatever is out of the
ordinary is left to the store.
"""

import sqlite3
from contextlib import nullcontext
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tracker.store.failure import FAILURES, failure
from tracker.store.first_look_text import TEXTS
from tracker.store.identity import APPLICATION_ID, FILE_NAME, LADDER, is_there
from tracker.store.look import Look
from tracker.store.mapping.cells import Row

_PATIENCE_S: Final = 0.05


class FirstLook(Look):
    """A consistent look over a connection of its own, which ends with the `with` block."""

    def __init__(self, connection: sqlite3.Connection, database: Path) -> None:
        super().__init__(_TextSource(connection, database))
        self._connection = connection

    def __enter__(self) -> Self:
        """The look itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of the file."""
        self.close()

    def close(self) -> None:
        """Let go of the file, for who cannot wait for the end of a block."""
        self._connection.close()


def first_look(folder: Path) -> FirstLook | None:
    """A look at what a data folder keeps, or None where only the store can tell what to do.

    None where there is no database, where it is locked, damaged, another program's or of another
    revision, or where a killed process left a transaction to be rolled back. Reading raises
    `Unavailable` as the store's own look does.
    """
    database = folder / FILE_NAME
    try:
        connection = sqlite3.connect(
            f"{database.absolute().as_uri()}?mode=ro",
            uri=True,
            isolation_level=None,
            timeout=_PATIENCE_S,
        )
    except FAILURES:
        return None
    try:
        if _is_ours(connection):
            return FirstLook(connection, database)
    except FAILURES:
        pass
    connection.close()
    return None


def empty_look(folder: Path) -> nullcontext[Look] | None:
    """A look that finds nothing, where there is no database: who only looks makes none.

    Raises `Unavailable` "not_opened" where the system does not tell whether there is one.
    """
    return None if is_there(folder / FILE_NAME) else nullcontext(Look(_NoSource()))


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Whether it is our database of this revision; from here on it stays as it is now."""
    connection.execute("BEGIN")
    revision = connection.execute(TEXTS["revision"][0]).fetchall()
    ((application,),) = connection.execute("PRAGMA application_id")
    return revision == [(LADDER.top,)] and application == APPLICATION_ID


class _NoSource:
    """Where nothing is kept."""

    def rows(self, statement: str, **values: str) -> list[Row]:
        """No rows, whatever is asked."""
        del statement, values
        return []


class _TextSource:
    """A connection of the standard library's, asked by the names of the generated texts."""

    def __init__(self, connection: sqlite3.Connection, database: Path) -> None:
        self._connection = connection
        self._database = database

    def rows(self, statement: str, **values: str) -> list[Row]:
        """The rows that the statement finds; raises `Unavailable`."""
        text, parameters = TEXTS[statement]
        try:
            return self._connection.execute(text, [values[name] for name in parameters]).fetchall()
        except FAILURES as error:
            raise failure(error, self._database) or error from error
