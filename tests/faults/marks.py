"""When is a process to be killed that writes, and how far had it come? It says so through a pipe.

Most are killed between BEGIN and the return of commit, the others anywhere.
"""

import os
import random
import select
import sqlite3
import time
from typing import Final

from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

BEGUN, COMMITTING, COMMITTED = b"B", b"c", b"C"
PATIENCE_S: Final = 30.0
ANYWHERE: Final = 0.15
"""The share of kills at any moment of the process, its start and end included."""
INSIDE: Final = 0.35
"""The share of kills at any moment of the transaction; the others are for the commit alone."""


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


def is_inside(marks: bytes) -> bool:
    """Whether a killed process was between BEGIN and commit's return."""
    return BEGUN in marks and COMMITTED not in marks


class Moments:
    """The moments at which a process is killed that makes one transaction."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._whole_s = self._inside_s = self._commit_s = PATIENCE_S

    def learn(self, mark: int) -> None:
        """See how long an undisturbed process takes that starts now, and how long within it."""
        moments = [time.perf_counter()]
        for _ in range(3):
            heard(mark, 1)
            moments.append(time.perf_counter())
        start, begun, committing, committed = moments
        self._whole_s = min(self._whole_s, committed - start)
        self._inside_s = min(self._inside_s, committed - begun)
        self._commit_s = min(self._commit_s, committed - committing)

    def wait(self, mark: int) -> bytes:
        """Wait for any moment of a process that starts now; what it said by then."""
        kind = self._chance.random()
        if kind < ANYWHERE:
            time.sleep(self._chance.uniform(0, 1.5 * self._whole_s))
            return b""
        marks = heard(mark, 1)
        if kind < ANYWHERE + INSIDE:
            _spin(self._chance.uniform(0, self._inside_s))
            return marks
        marks += heard(mark, 1)
        _spin(self._chance.uniform(0, self._commit_s))
        return marks


def heard(mark: int, most: int) -> bytes:
    """What the process says next; nothing once it has ended."""
    ready, _, _ = select.select([mark], [], [], PATIENCE_S)
    return os.read(mark, most) if ready else b""


def _spin(seconds: float) -> None:
    """Wait a time far shorter than a sleep can be trusted with."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
