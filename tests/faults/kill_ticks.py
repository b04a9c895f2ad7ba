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
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.marks import (
    COMMITTED,
    PATIENCE_S,
    Moments,
    heard,
    is_inside,
    mark_transactions,
)
from tests.faults.row import Figure, Row
from tracker.cli import main as run_command
from tracker.domain.routine import Step, Version
from tracker.domain.rule.daily import Daily
from tracker.store.store import open_store
from tracker.system.clock import SystemClock

STEPS: Final = tuple(f"step-{n}" for n in range(12))
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
        return not self.is_acknowledged and is_inside(self.marks)

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
    mark_transactions(mark)
    return run_command(arguments)


class Ticker:
    """Ticks in a data folder, in processes of their own, and ends them."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder = folder
        self._moments = Moments(chance)

    def calibrate(self, deed: Deed) -> None:
        """See how long an undisturbed tick takes, and how long its transaction."""
        process, mark = self._start(deed)
        self._moments.learn(mark)
        _, complaint = process.communicate(timeout=PATIENCE_S)
        os.close(mark)
        if process.returncode != 0:
            raise RuntimeError(complaint)

    def tick(self, deed: Deed) -> End:
        """Tick, and kill the process at some moment."""
        process, mark = self._start(deed)
        marks = self._moments.wait(mark)
        process.kill()
        left_journal = (self._folder / "routine.db-journal").exists()
        _, complaint = process.communicate(timeout=PATIENCE_S)
        marks += heard(mark, 3)
        os.close(mark)
        if process.returncode not in (0, -signal.SIGKILL):
            raise RuntimeError(complaint)
        return End(process.returncode == 0, marks, left_journal)

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


class Toll(NamedTuple):
    """How the processes ended, and what was wrong afterwards."""

    tries: int
    ends: Counter[str]
    wrong: Counter[str]

    @property
    def is_well(self) -> bool:
        """Whether nothing was lost, with enough killed where it matters."""
        return not self.wrong and self.ends[WITHIN] >= ENOUGH * self.tries


def killed_ticks(tries: int, chance: random.Random, place: Path | None = None) -> Toll:
    """Try so often."""
    # At three in the morning the calendar's day is still to come.
    today = SystemClock().now().date() - timedelta(1)
    toll = Toll(tries, Counter(), Counter())
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name) / "data"
        deeds, ticker = set_up(folder, today), Ticker(folder, chance)
        kept: set[Deed] = set()
        for deed in islice(deeds, 3):
            ticker.calibrate(deed)
            kept.add(deed)
        for deed in islice(deeds, tries):
            end = ticker.tick(deed)
            toll.ends[end.when] += 1
            toll.ends[WITH_JOURNAL] += end.is_inside and end.left_journal
            if end.is_acknowledged or COMMITTED in end.marks:
                kept.add(deed)
            toll.wrong.update(faults(folder / "routine.db", deed, kept))
    return toll


def measure(tries: int) -> Figure:
    """The row's figure."""
    toll = killed_ticks(tries, random.Random())
    wrong = ", ".join(f"{toll.wrong[name]} {name}" for name in FAULTS if toll.wrong[name])
    return Figure(f"{wrong or '0 of any'}; {toll.ends[WITHIN]} inside", toll.is_well)


ROW: Final = Row(
    "`kill -9` at random moments of writing",
    "0 corrupt, 0 acknowledged lost, 0 half; 3 of 10 between BEGIN and commit's return",
    "The command line's `tick` is killed, most of the times within its transaction.",
    tries=1000,
    quick=20,
    run=measure,
)


def _print(toll: Toll) -> None:
    counts = {"tries": toll.tries, **{name: toll.ends[name] for name in ENDS}}
    counts |= {name: toll.wrong[name] for name in FAULTS}
    for name, count in counts.items():
        print(f"{name:<44}{count:>6}")


def main() -> int:
    """Read the arguments, and try."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tries", type=int, default=200)
    parser.add_argument("--seed", type=int, help="repeats the same moments, as far as they go")
    parser.add_argument("--folder", type=Path, help="where to put the data folder")
    asked = parser.parse_args()
    toll = killed_ticks(asked.tries, random.Random(asked.seed), asked.folder)
    _print(toll)
    return 0 if toll.is_well else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        sys.exit(child(int(sys.argv[2]), sys.argv[3:]))
    sys.exit(main())
