"""How far is a writing transaction in another process? It says so through a pipe."""

import os
import select
import sqlite3
import time
from typing import Final

from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

BEGUN, COMMITTING, COMMITTED = b"B", b"c", b"C"
PATIENCE_S: Final = 30.0


def mark_transactions(mark: int) -> None:
    """Have this process write a byte into the pipe `mark` as each writing transaction goes on.

    One when it has begun, one when it is about to be committed, one when commit has returned.
    """

    def after_execute(*about: object) -> None:
        if about[2] == "BEGIN IMMEDIATE":
            os.write(mark, BEGUN)

    def do_commit(_dialect: DefaultDialect, connection: sqlite3.Connection) -> None:
        os.write(mark, COMMITTING)
        connection.commit()
        os.write(mark, COMMITTED)

    event.listen(Engine, "after_cursor_execute", after_execute)
    DefaultDialect.do_commit = do_commit  # type: ignore[method-assign]


def heard(mark: int, most: int) -> bytes:
    """What the process says next; nothing once it has ended."""
    ready, _, _ = select.select([mark], [], [], PATIENCE_S)
    return os.read(mark, most) if ready else b""


def spin(seconds: float) -> None:
    """Wait a time far shorter than a sleep can be trusted with."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
