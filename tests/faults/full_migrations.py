"""What is left when the disk is full while a database is brought to a newer form?

Half of the tries let no file of the process grow beyond a size, which the database outgrows midway;
the others have a small disk in memory, mounted in a name space of their own, where that is allowed.
What is left must be the old database or the new one, whole; a person is told that it could not be
written; a copy with a good name is good; and with room again the next start makes it the new one.
"""

import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.climbs import Climb, climbs, finish, has_backup, left
from tests.faults.row import Figure, Row
from tests.still_clock import StillClock
from tracker.domain.errors import TrackerError, Unavailable
from tracker.store.store import open_store

TORN, MIDWAY, NO_DISK = "torn", "midway", "without a small disk"
_ALONE: Final = ("unshare", "--user", "--map-root-user", "--mount")
Filled = Callable[[Path, float], AbstractContextManager[Path]]


@contextmanager
def limited(folder: Path, room: float) -> Iterator[Path]:
    """Let no file grow beyond `room` times the size of the database."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_room(folder, room), before[1]))
    try:
        yield folder
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def small_disk(folder: Path, room: float) -> Iterator[Path]:
    """Have the folder on a disk with `room` times the database left beside it."""
    disk = folder.with_name("disk")
    disk.mkdir()
    size = _room(folder, 1 + room)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], check=True)
    try:
        yield Path(shutil.copytree(folder, disk / "data"))
        shutil.rmtree(folder)
        shutil.copytree(disk / "data", folder)
    finally:
        subprocess.run(["umount", disk], check=True)
        disk.rmdir()


def _room(folder: Path, room: float) -> int:
    database = folder / "routine.db"
    # Where there is none yet: as large as one becomes.
    return int(room * (database.stat().st_size if database.exists() else 160_000))


def fill_one(folder: Path, climb: Climb, filled: Filled, room: float) -> str:
    """Open the store without enough room; what that leaves."""
    with filled(folder, room) as place:
        try:
            open_store(place, StillClock(), climb.ladder).close()
            is_told = False
        except Unavailable as error:
            is_told = error.code == "not_written"
    try:
        found = left(folder, climb)
        is_midway = found == "old" and (climb.old is None or has_backup(folder, climb))
        finish(folder, climb)
    except (ValueError, TrackerError, sqlite3.Error):
        return TORN
    if is_told != (found == "old"):
        return TORN
    return MIDWAY if is_midway else found


def filled_migrations(tries: int, filled: Filled, most: float) -> Counter[str]:
    """What so many tries of each migration leave, from too little room to `most`, which is enough.

    Most have room for the copy that is made first, and not for the migration.
    """
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for climb in climbs(place):
            for number in range(tries):
                folder = Path(shutil.copytree(climb.folder, place / "try"))
                room = 0.8 + (most - 0.8) * number / tries
                found[fill_one(folder, climb, filled, room)] += 1
                shutil.rmtree(folder)
    return found


def on_a_small_disk(tries: int) -> Counter[str]:
    """The tries with a disk that can be filled; none where no such disk may be mounted."""
    if subprocess.run([*_ALONE, "true"], capture_output=True, check=False).returncode:
        return Counter({NO_DISK: tries})
    command = [*_ALONE, sys.executable, __file__, str(tries)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return Counter(json.loads(told))


def measure(tries: int) -> Figure:
    """The row's figure."""
    found = filled_migrations(tries // 2, limited, 1.7) + on_a_small_disk(tries - tries // 2)
    names = (TORN, "old", MIDWAY, "new", NO_DISK)
    said = ", ".join(f"{found[name]} {name}" for name in names if found[name] or name == TORN)
    return Figure(said, is_met=not found[TORN] and found[MIDWAY] > 0)


ROW: Final = Row(
    "disk full midway in each migration",
    "always the old or the new schema, whole, and the old in a backup",
    "A file-size limit, and a small disk in memory, from almost no room to enough.",
    tries=40,
    quick=16,
    run=measure,
)

if __name__ == "__main__":
    print(json.dumps(filled_migrations(int(sys.argv[1]), small_disk, 2.7)))
