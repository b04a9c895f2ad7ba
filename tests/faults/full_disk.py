"""Is an edit that no longer fits on the disk kept on the screen until it does?

`python tests/faults/full_disk.py --tries 40` opens the real window on a data folder on a disk of
its own, a tmpfs of four megabytes; where none can be mounted, files may grow no further instead
(RLIMIT_FSIZE). Each try fills it to the last byte, then ticks, skips or writes a note: the window
must say that it is not saved and show nothing as saved. Then there is room again, and the edit must
be saved by itself or on a press. At the end all of them must be read on the full disk.
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null/nobody")

from tests.faults.alone import try_alone
from tests.faults.row import Figure, Row
from tests.faults.window import hearing, opened, until
from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.actions.set_up import set_up
from tracker.domain.log import Entry, Rating
from tracker.exchange.preset import load_preset
from tracker.store.identity import FILE_NAME
from tracker.store.store import open_store

BY_ITSELF: Final = 4
"""Of so many, one is left to be tried again by itself."""
EVENING: Final = ("cleanse-evening", "moisturise-evening")


class Disk:
    """A place for a data folder that can be filled up."""

    def __init__(self, place: Path, *, is_mounted: bool) -> None:
        self.place = place
        self._is_mounted = is_mounted
        self._filler = place / "filler"

    def fill(self) -> None:
        """Leave no room."""
        if not self._is_mounted:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
            return
        with self._filler.open("wb", buffering=0) as file:
            try:
                while file.write(bytes(4096)):
                    pass
            except OSError:
                return

    def make_room(self) -> None:
        """As much as before."""
        if self._is_mounted:
            self._filler.unlink(missing_ok=True)
        else:
            whole = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
            resource.setrlimit(resource.RLIMIT_FSIZE, whole)


@contextmanager
def small_disk() -> Iterator[Disk]:
    """A disk of its own where one can be mounted."""
    with tempfile.TemporaryDirectory() as name:
        mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", name]
        is_mounted = os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        disk = Disk(Path(name), is_mounted=is_mounted)
        try:
            yield disk
        finally:
            disk.make_room()
            if is_mounted:
                subprocess.run(["umount", name], check=True)


def edit(person: Person, number: int) -> Callable[[], bool]:
    """Do something at the window; what tells whether it is kept."""
    conduct = hearing(person)
    step, day = EVENING[number % 2], conduct._desk.clock.now().date()
    deeds = conduct.deeds

    def deed(what: str) -> Callable[[], bool]:
        return lambda: getattr(entry(person.folder, step, day), "do", "") == what

    match number % 4:
        case 0 | 1:
            deeds._on_wished(step, "tick")
            return deed("tick")
        case 2:
            deeds._on_skipped(step, "No room")
            return deed("skip")
        case _:
            note = f"Try {number}"
            deeds._on_noted(day, note)
            return lambda: getattr(rating(person.folder, day), "note", "") == note


def entry(place: Path, step: str, day: date) -> Entry | None:
    """What another look finds."""
    with open_store(place, StillClock()).reading() as look:
        return look.entry(step, day)


def rating(place: Path, day: date) -> Rating | None:
    """What another look finds."""
    with open_store(place, StillClock()).reading() as look:
        return look.rating(day)


def tried(person: Person, disk: Disk, clock: StillClock, number: int) -> str:
    """One edit on a full disk; "" where all went as it should, else what did not."""
    clock.forward(days=1)
    hearing(person).reload()
    today = clock.now().date()
    until(lambda: getattr(person.window.today.view, "day", None) == today)
    disk.fill()
    is_kept = edit(person, number)
    unsaved = hearing(person).unsaved
    until(lambda: bool(unsaved.waiting))
    if is_kept():
        return "kept on a full disk"
    if number % 4 < 3:
        row = person.window.today.face.row(EVENING[number % 2])
        if row is None or not row.is_unsaved or row.isChecked():
            return "shown as saved"
    disk.make_room()
    if number % BY_ITSELF:
        unsaved.retry()
    until(lambda: not unsaved.waiting)
    return "" if is_kept() else "told as saved and not kept"


def acknowledged(place: Path) -> int:
    """How many entries there are, on a disk that is full."""
    with open_store(place, StillClock()).reading() as look:
        return len(look.diary().log)


def run(tries: int) -> Figure:
    """So many edits."""
    clock = StillClock()
    with small_disk() as disk:
        place = disk.place / "data"
        store = open_store(place, clock)
        set_up(store, load_preset("oily", clock.now().date(), "overnight-serum"), "oily")
        store.close()
        with opened(place, clock) as person:
            faults = [tried(person, disk, clock, number) for number in range(tries)]
            disk.fill()
            held = acknowledged(place)
            disk.make_room()
        size = (place / FILE_NAME).stat().st_size // 1024
    wrong = [fault for fault in faults if fault]
    expected = tries - len(wrong) - tries // 4
    said = f"{tries - len(wrong)} of {tries} stayed and were saved later"
    said += f", {held} entries read on the full disk of {size} kB of records"
    return Figure(", ".join([said, *sorted(set(wrong))]), not wrong and held == expected)


ROW: Final = Row(
    "disk full (small tmpfs; file-size limit)",
    "every acknowledged entry readable; the edit stays on screen",
    "The window's disk is filled before each edit, and has room again after it.",
    tries=40,
    quick=4,
    run=run,
)

if __name__ == "__main__":
    sys.exit(try_alone(ROW))
