"""What is left when the command line is killed while it goes back to a backup?

`python tests/faults/kill_restores.py --tries 200` runs `restore` that many times as a process of
its own and ends each with SIGKILL at a random moment, most of them while it works and not while it
starts. After each, the database must be whole and be either what it was or what the backup holds,
and what was there must be under its own name or set aside. It ends with 1 where anything was lost.
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.row import Figure, Row

ROOT: Final = Path(__file__).resolve().parents[2]
TRACKER: Final = [sys.executable, "-m", "tracker"]
PATIENCE_S: Final = 60


def run(folder: Path, *arguments: str) -> None:
    """Run a command that must succeed."""
    command = [*TRACKER, *arguments]
    told = subprocess.DEVNULL
    subprocess.run(command, env=_environment(folder), check=True, cwd=ROOT, stdout=told)


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "ROUTINE_TRACKER_DATA": str(folder)}


def prepare(folder: Path) -> Path:
    """A folder with a backup and one tick more than it holds."""
    # Whoever begins in the evening has no morning on that day.
    run(folder, "routine", "preset", "oily", "--start", "2026-01-01")
    run(folder, "tick", "cleanse-morning")
    run(folder, "backup")
    run(folder, "tick", "cleanse-evening")
    return next((folder / "backups").glob("by-hand-*.db"))


def ticks(database: Path) -> int:
    """How many entries a database holds, which must be whole; raises ValueError."""
    with closing(sqlite3.connect(database)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise ValueError(database)
        return int(connection.execute("SELECT count(*) FROM entries").fetchone()[0])


def kill_one(folder: Path, backup: Path, after_s: float) -> bool:
    """Restore, and kill it after so long; whether it was still running."""
    process = subprocess.Popen(
        [*TRACKER, "restore", str(backup)],
        env=_environment(folder),
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
    )
    time.sleep(after_s)
    process.kill()
    ended = process.wait(PATIENCE_S)
    if ended not in (0, -signal.SIGKILL):
        raise RuntimeError(ended)
    return ended != 0


def judge(folder: Path) -> str:
    """What the folder is left with; "lost" where something is."""
    try:
        now = ticks(folder / "routine.db")
        aside = [ticks(file) for file in folder.glob("set-aside-*.db")]
    except (ValueError, sqlite3.Error):
        return "lost"
    if now == 2:
        return "old"
    return "new" if now == 1 and aside == [2] else "lost"


def killed_restores(tries: int, seed: int) -> Counter[str]:
    """What so many tries leave, and how often."""
    chance = random.Random(seed)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        backup = prepare(place / "first")
        whole = place / "timed"
        shutil.copytree(place / "first", whole)
        began = time.perf_counter()
        run(whole, "restore", str(backup))
        lasts_s = time.perf_counter() - began
        for number in range(tries):
            folder = place / f"try-{number}"
            shutil.copytree(place / "first", folder)
            is_killed = kill_one(folder, backup, chance.uniform(0.2, 1.1) * lasts_s)
            found[f"{judge(folder)}, {'killed' if is_killed else 'ended'}"] += 1
            shutil.rmtree(folder)
    return found


def lost(found: Counter[str]) -> int:
    """How many tries lost something."""
    return sum(count for what, count in found.items() if what.startswith("lost"))


def measure(tries: int) -> Figure:
    """The row's figure."""
    found = killed_restores(tries, 0)
    said = f"{lost(found)} lost; killed: {found['old, killed']} old, {found['new, killed']} new"
    return Figure(said, is_met=not lost(found))


ROW: Final = Row(
    "`kill -9` at random moments of going back to a backup",
    "always the old or the backup, whole; nothing gone",
    "The command line's `restore` is killed, most of the times while it works.",
    tries=200,
    quick=10,
    run=measure,
)


def main() -> int:
    """Kill as often as asked, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tries", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    found = killed_restores(asked.tries, asked.seed)
    for what, count in sorted(found.items()):
        print(f"{count:5} {what}")
    return int(lost(found) > 0)


if __name__ == "__main__":
    raise SystemExit(main())
