"""How does SQLAlchemy open the one file, and how does a transaction begin?"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import NullPool

from tracker.store.driver import connect
from tracker.store.failure import failure
from tracker.store.mapping.registry import FORMS

Begin: TypeAlias = Literal["BEGIN", "BEGIN IMMEDIATE"]


def engine(database: Path, begin: Begin, *, foreign_keys: bool = True) -> Engine:
    """An engine on the file, whose errors are ours and whose transactions begin with `begin`.

    It keeps no connections, so any thread may use it. A writer begins IMMEDIATE: it waits for its
    turn once, at the start, and never half-way.
    """
    found = create_engine(
        "sqlite://",
        creator=lambda: connect(database, foreign_keys=foreign_keys),
        poolclass=NullPool,
        # No message of SQLAlchemy's repeats what was to be written.
        hide_parameters=True,
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
        ours = failure(error, database)
        if ours is not None and ours.code == "dangling_reference" and context.connection:
            ours.facts["where"] = _dangling(context.connection.connection.driver_connection)
        if ours is not None:
            raise ours from error

    return on_error


def _dangling(connection: sqlite3.Connection | None) -> str | None:
    """The list, as a document calls it, with something that refers to what is not there."""
    rows = () if connection is None else connection.execute("PRAGMA foreign_key_check")
    tables = {row[0] for row in rows}
    lists = (form.listed for form in FORMS.values() if not tables.isdisjoint(form.tables))
    return next(lists, None)
