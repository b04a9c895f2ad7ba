"""What is left when the command line is killed while it ticks?

`python tests/faults/kill_ticks.py --tries 200` runs `tick` that many times as a process of its own
and ends each with SIGKILL: most between BEGIN and the return of commit, the others anywhere. After
each it looks into the database: is it whole, is everything there that was acknowledged, and has
each entry its row in the undo journal and each such row its entry? It ends with 1 where anything
was lost, or where fewer than three in ten were killed between BEGIN and commit's return.

The process that is killed is this file too, as `--child`: it runs the command line as it is, and
writes a byte into a pipe when the writing transaction begins, one when it is about to be committed,
and one when commit has returned.
"""

import argparse
import os
import random
import select
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tracker.cli import main as run_command  # noqa: E402
from tracker.domain.routine import Step, Version  # noqa: E402
from tracker.domain.rule.daily import Daily  # noqa: E402
from tracker.store.store import open_store  # noqa: E402
from tracker.system.clock import SystemClock  # noqa: E402

STEPS: Final = tuple(f"step-{n}" for n in range(12))
ANYWHERE: Final = 0.15
"""The share of kills at any moment of the process, its start and end included."""
INSIDE: Final = 0.35
"""The share of kills at any moment of the transaction; the others are for the commit alone."""
ENOUGH: Final = 0.3
ENDS = (BEFORE, WITHIN, WITH_JOURNAL, AFTER, ACKNOWLEDGED) = (
    "killed before BEGIN",
    "killed between BEGIN and commit's return",
    "  of these with half a commit on the disk",
    "killed after commit's return",
    "ended by itself: acknowledged",
)
FAULTS = (CORRUPT, DANGLING, HALF, LOST) = (
    "corrupt",
    "rows that refer to nothing",
    "an entry without its journal, or the reverse",
    "acknowledged and lost",
)
BEGUN, COMMITTING, COMMITTED = b"B", b"c", b"C"
PATIENCE_S: Final = 30.0


class Deed(NamedTuple):
    """A tick that is tried."""

    step: str
    day: date


class End(NamedTuple):
    """How a process ended: by itself (acknowledged) or killed, and how far it had come."""

    is_acknowledged: bool
    marks: bytes
    left_journal: bool = False

    @property
    def is_inside(self) -> bool:
        """Whether it was killed after BEGIN and before commit had returned."""
        return not self.is_acknowledged and BEGUN in self.marks and COMMITTED not in self.marks

    @property
    def when(self) -> str:
        """The row of the table in which it counts."""
        if self.is_acknowledged:
            return ACKNOWLEDGED
        if self.is_inside:
            return WITHIN
        return AFTER if self.marks else BEFORE


def child(mark: int, arguments: list[str]) -> int:
    """Run the command line, and say through the pipe `mark` how far its transaction is."""

    def after_execute(*about: object) -> None:
        if about[2] == "BEGIN IMMEDIATE":
            os.write(mark, BEGUN)

    def do_commit(_dialect: DefaultDialect, connection: sqlite3.Connection) -> None:
        os.write(mark, COMMITTING)
        connection.commit()
        os.write(mark, COMMITTED)

    event.listen(Engine, "after_cursor_execute", after_execute)
    DefaultDialect.do_commit = do_commit  # type: ignore[method-assign]
    return run_command(arguments)


class Ticker:
    """Ticks in a data folder, in processes of their own, and ends them."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder = folder
        self._chance = chance
        self._whole_s = self._inside_s = self._commit_s = PATIENCE_S

    def calibrate(self, deed: Deed) -> None:
        """See how long an undisturbed tick takes, and how long its transaction."""
        process, mark = self._start(deed)
        moments = [time.perf_counter()]
        for _ in range(3):
            _marks(mark, 1)
            moments.append(time.perf_counter())
        _, complaint = process.communicate(timeout=PATIENCE_S)
        os.close(mark)
        if process.returncode != 0:
            raise RuntimeError(complaint)
        start, begun, committing, committed = moments
        self._whole_s = min(self._whole_s, committed - start)
        self._inside_s = min(self._inside_s, committed - begun)
        self._commit_s = min(self._commit_s, committed - committing)

    def tick(self, deed: Deed) -> End:
        """Tick, and kill the process at some moment."""
        process, mark = self._start(deed)
        marks = self._wait_for_a_moment(mark)
        process.kill()
        left_journal = (self._folder / "routine.db-journal").exists()
        _, complaint = process.communicate(timeout=PATIENCE_S)
        marks += _marks(mark, 3)
        os.close(mark)
        if process.returncode not in (0, -signal.SIGKILL):
            raise RuntimeError(complaint)
        return End(process.returncode == 0, marks, left_journal)

    def _wait_for_a_moment(self, mark: int) -> bytes:
        """Any moment of the process, of its transaction or of its commit; what it said by then."""
        kind = self._chance.random()
        if kind < ANYWHERE:
            time.sleep(self._chance.uniform(0, 1.5 * self._whole_s))
            return b""
        marks = _marks(mark, 1)
        if kind < ANYWHERE + INSIDE:
            _spin(self._chance.uniform(0, self._inside_s))
            return marks
        marks += _marks(mark, 1)
        _spin(self._chance.uniform(0, self._commit_s))
        return marks

    def _start(self, deed: Deed) -> tuple[subprocess.Popen[str], int]:
        """A process that ticks, and the pipe through which it says how far it is."""
        hear, say = os.pipe()
        arguments = ["tick", deed.step, "--day", str(deed.day), "--data-dir", str(self._folder)]
        process = subprocess.Popen(
            [sys.executable, __file__, "--child", str(say), *arguments],
            pass_fds=(say,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        os.close(say)
        return process, hear


def _marks(mark: int, most: int) -> bytes:
    """What the process says next; nothing once it has ended."""
    ready, _, _ = select.select([mark], [], [], PATIENCE_S)
    return os.read(mark, most) if ready else b""


def _spin(seconds: float) -> None:
    """Wait a time far shorter than a sleep can be trusted with."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def set_up(folder: Path, today: date) -> Iterator[Deed]:
    """Begin a routine of daily steps, long ago; the ticks that can be tried, none twice."""
    first = today - timedelta(3650)
    daily = (Version(first, Daily()),)
    steps = [Step(name, name, "other", "evening", first, daily) for name in STEPS]
    with open_store(folder, SystemClock()).writing("set_up") as work:
        work.put(*steps)
    days = (today - timedelta(n) for n in range(3650))
    return (Deed(step, day) for day in days for step in STEPS)


def faults(database: Path, deed: Deed, kept: set[Deed]) -> Iterator[str]:
    """What is wrong after `deed` was tried; `kept` are the ticks that must be there."""
    with closing(sqlite3.connect(database)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            yield CORRUPT
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            yield DANGLING
        entries = _deeds(connection, "SELECT step, day FROM entries")
        image = "after ->> '$.row.step', after ->> '$.row.day'"
        moves = _deeds(connection, f"SELECT {image} FROM journal_moves WHERE kind = 'entry'")
        empty = "SELECT 1 FROM journal WHERE id NOT IN (SELECT action FROM journal_moves)"
        if (
            moves - entries
            or (deed in entries) != (deed in moves)
            or connection.execute(empty).fetchall()
        ):
            yield HALF
    if kept - entries:
        yield LOST


def _deeds(connection: sqlite3.Connection, statement: str) -> set[Deed]:
    return {Deed(step, date.fromisoformat(day)) for step, day in connection.execute(statement)}


def run(folder: Path, tries: int, chance: random.Random, today: date) -> bool:
    """Try so often, print what happened, and answer whether nothing was lost."""
    deeds, ticker = set_up(folder, today), Ticker(folder, chance)
    kept: set[Deed] = set()
    for deed in islice(deeds, 3):
        ticker.calibrate(deed)
        kept.add(deed)
    ends: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for deed in islice(deeds, tries):
        end = ticker.tick(deed)
        ends[end.when] += 1
        ends[WITH_JOURNAL] += end.is_inside and end.left_journal
        if end.is_acknowledged or COMMITTED in end.marks:
            kept.add(deed)
        wrong.update(faults(folder / "routine.db", deed, kept))
    _print(tries, ends, wrong)
    return not wrong and ends[WITHIN] >= ENOUGH * tries


def _print(tries: int, ends: Counter[str], wrong: Counter[str]) -> None:
    counts = {"tries": tries, **{name: ends[name] for name in ENDS}}
    counts |= {name: wrong[name] for name in FAULTS}
    for name, count in counts.items():
        print(f"{name:<44}{count:>6}")


def main() -> int:
    """Read the arguments, and try."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tries", type=int, default=200)
    parser.add_argument("--seed", type=int, help="repeats the same moments, as far as they go")
    parser.add_argument("--folder", type=Path, help="where to put the data folder")
    asked = parser.parse_args()
    # At three in the morning the calendar's day is still to come.
    today = SystemClock().now().date() - timedelta(1)
    with tempfile.TemporaryDirectory(dir=asked.folder) as place:
        is_well = run(Path(place) / "data", asked.tries, random.Random(asked.seed), today)
    return 0 if is_well else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        sys.exit(child(int(sys.argv[2]), sys.argv[3:]))
    sys.exit(main())
