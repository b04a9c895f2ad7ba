"""What is left when the program is killed while it brings a database to a newer form?

Each try opens a store as any start of the program does, in a process of its own that is ended with
SIGKILL: most between BEGIN and the return of commit, the others anywhere. What is left must be the
old database or the new one, whole; where anything was begun, the old one must be in a good backup;
and the next start must make it the new one.
"""

import os
import random
import shutil
import signal
import sqlite3
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

from tests.faults.climbs import Climb, climbs, finish, has_backup, left
from tests.faults.marks import Moments, heard, is_inside, mark_transactions
from tests.faults.row import Figure, Row
from tests.still_clock import StillClock
from tracker.domain.errors import TrackerError
from tracker.store.store import open_store

INSIDE, TORN = "inside", "torn"


def begin(folder: Path, climb: Climb) -> tuple[int, int]:
    """Open the store in a process of its own; its id, and the pipe through which it tells."""
    hear, say = os.pipe()
    process = os.fork()
    if process:
        os.close(say)
        return process, hear
    mark_transactions(say)
    try:
        open_store(folder, StillClock(), climb.ladder)
        os._exit(0)
    finally:
        os._exit(1)


def kill_one(folder: Path, climb: Climb, moments: Moments) -> bytes:
    """Open the store and kill that at some moment; what it said by then."""
    process, mark = begin(folder, climb)
    marks = moments.wait(mark)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    marks += heard(mark, 3)
    os.close(mark)
    if status not in (0, signal.SIGKILL):
        raise RuntimeError(status)
    return marks


def learned(place: Path, climb: Climb, chance: random.Random) -> Moments:
    """How long everything takes that is not disturbed."""
    moments = Moments(chance)
    for number in range(3):
        folder = shutil.copytree(climb.folder, place / f"learn-{number}")
        process, mark = begin(folder, climb)
        moments.learn(mark)
        os.waitpid(process, 0)
        os.close(mark)
        shutil.rmtree(folder)
    return moments


def judged(folder: Path, climb: Climb, marks: bytes) -> str:
    """What a killed process left."""
    try:
        found = left(folder, climb)
        is_safe = has_backup(folder, climb) or climb.old is None or not marks
        finish(folder, climb)
    except (ValueError, TrackerError, sqlite3.Error):
        return TORN
    return found if is_safe else TORN


def killed_migrations(tries: int) -> Counter[str]:
    """What so many tries of each migration leave, and how often."""
    chance = random.Random()
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for climb in climbs(place):
            moments = learned(place, climb, chance)
            for _ in range(tries):
                folder = shutil.copytree(climb.folder, place / "try")
                marks = kill_one(folder, climb, moments)
                found[judged(folder, climb, marks)] += 1
                found[INSIDE] += is_inside(marks)
                shutil.rmtree(folder)
    return found


def measure(tries: int) -> Figure:
    """The row's figure."""
    found = killed_migrations(tries)
    said = f"{found[TORN]} torn, {found['old']} old, {found['new']} new; {found[INSIDE]} inside"
    return Figure(
        said, is_met=not found[TORN] and found[INSIDE] >= 0.3 * (found["old"] + found["new"])
    )


ROW: Final = Row(
    "`kill -9` at random moments of each migration",
    "always the old or the new schema, whole, and the old in a backup",
    "From nothing and from every revision up a ladder with made rungs, so often each.",
    tries=200,
    quick=10,
    run=measure,
)
