"""Where is everything kept? The port `Store`, over one SQLite file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.actions.change import Change
from tracker.actions.ports import Clock
from tracker.domain.errors import Unavailable
from tracker.store.connection import engine
from tracker.store.driver import connect
from tracker.store.failure import FAILURES, failure
from tracker.store.files import is_writable
from tracker.store.full_look import FullLook
from tracker.store.identity import FILE_NAME, LADDER, Ladder
from tracker.store.journal import Way, enter, peek, turn
from tracker.store.opening import make_ready
from tracker.store.rows import CoreSource
from tracker.store.work import UnitOfWork


def open_store(folder: Path, clock: Clock, ladder: Ladder = LADDER) -> "SqlStore":
    """The store in a data folder; both are made where they are missing, and migrated where old.

    `clock` stamps the undo journal and names the copy that is made before migrating. Raises
    `NewerData` "newer_data" and `Unavailable` "empty_file", "foreign_file", "damaged_file",
    "not_opened", "not_written", "read_only" or "locked", and has then changed nothing.
    """
    database = folder / FILE_NAME
    make_ready(database, clock, ladder)
    return SqlStore(database, clock)


class SqlStore:
    """A database that is ready: ours, whole and of this version.

    Any thread may use it; each look and each unit of work has a connection of its own.
    """

    def __init__(self, database: Path, clock: Clock) -> None:
        self.database = database
        self._clock = clock
        self._readers = engine(database, "BEGIN")
        self._writers = engine(database, "BEGIN IMMEDIATE")
        self._watch: sqlite3.Connection | None = None
        self._watched = (0, 0)
        self._is_another = False
        """Whether another file was found in the place of ours."""

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written, because of the file's or the folder's permissions."""
        return not is_writable(self.database)

    @contextmanager
    def reading(self) -> Iterator[FullLook]:
        """One consistent look."""
        with self._readers.connect() as connection:
            yield FullLook(CoreSource(connection))

    @contextmanager
    def writing(self, verb: str, **facts: str) -> Iterator[UnitOfWork]:
        """One unit of work and its entry in the undo journal, kept together or not at all.

        Raises `BadInput` "not_storable" or "dangling_reference" for what the database refuses.
        """
        with self._writers.begin() as connection:
            work = UnitOfWork(connection, facts, verb)
            yield work
            change = None
            if work.moves:
                change = enter(connection, self._clock.now(), work.verb, work.facts, work.moves)
        work.change = change

    def undo(self) -> Change | None:
        """Take back the last action of any process; None where there is none."""
        return self._turn("undone")

    def redo(self) -> Change | None:
        """Do again what was last undone; None where there is nothing."""
        return self._turn("redone")

    def journal(self) -> tuple[Change | None, Change | None]:
        """What `undo` and `redo` would answer now."""
        with self._readers.connect() as connection:
            return peek(connection, "undone"), peek(connection, "redone")

    def data_version(self) -> int:
        """A number that is another one after every write, of this process or of another.

        It is another one too where another file was put in the place of ours. Asked before and
        after, it tells whether anything was written; its own value says nothing.
        """
        try:
            (version,) = self._watching().execute("PRAGMA data_version").fetchone()
        except FAILURES as error:
            raise failure(error, self.database) or error from error
        return hash((*self._watched, int(version)))

    def was_deleted(self) -> bool:
        """Whether, since this was last asked, an empty database came in the place of ours."""
        if not self._is_another:
            return False
        with self.reading() as look:
            is_empty = not look.routine().steps
        self._is_another = False
        return is_empty

    def close(self) -> None:
        """Let go of the file."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _watching(self) -> sqlite3.Connection:
        """A connection to the file of that name, which may be another one since we last asked."""
        try:
            status = self.database.stat()
        except OSError as error:
            raise Unavailable("not_opened", path=str(self.database)) from error
        file = (status.st_dev, status.st_ino)
        if self._watch is None or self._watched != file:
            self._is_another |= self._watch is not None
            self.close()
            self._watched, self._watch = file, connect(self.database, any_thread=True)
        return self._watch

    def _turn(self, way: Way) -> Change | None:
        with self._writers.begin() as connection:
            return turn(connection, way)
