"""Do records that may only be read open read-only, and does the window go on saying so?

`python tests/faults/read_only.py --tries 6` makes the data folder, the file, or the whole disk one
that may not be written, in turn. An administrator gives up the right to pass over permissions for
it; a disk that is mounted read-only holds for everyone and is tried where one can be mounted. Each
try runs the command line: to look must work, to tick and to undo must end with 4 and one
line. Then it opens the real window: the routine must be seen, a banner must stay that
says that the records are read-only, and a tick must leave every file as it was, byte for byte.
"""

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null/nobody")

from tests.faults.alone import try_alone
from tests.faults.full_disk import EVENING
from tests.faults.rights import be_held_by_permissions
from tests.faults.row import Figure, Row
from tests.faults.window import hearing, opened, until
from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.actions.set_up import set_up
from tracker.cli import main as run_command
from tracker.exchange.preset import load_preset
from tracker.store.backup.folder import FolderBackups
from tracker.store.identity import FILE_NAME
from tracker.store.store import open_store
from tracker.ui.widgets.banner import Banner
from tracker.words.unsaved import READ_ONLY

WAYS: Final = ("folder", "file", "disk")
LOOKS: Final = (["plan"], ["stats"], ["routine", "show"])
WRITES: Final = (["tick", EVENING[0]], ["undo"], ["backup"])
UNAVAILABLE: Final = 4


def made(place: Path, clock: StillClock) -> None:
    """A routine, and a backup of it."""
    store = open_store(place, clock)
    set_up(store, load_preset("oily", clock.now().date(), "overnight-serum"), "oily")
    store.close()
    FolderBackups(place, clock).make("by-hand")


@contextmanager
def locked(place: Path, way: str) -> Iterator[bool]:
    """Let nothing be written; whether that could be had."""
    if way != "disk":
        path = place if way == "folder" else place / FILE_NAME
        path.chmod(0o500 if way == "folder" else 0o400)
        try:
            yield True
        finally:
            path.chmod(0o700 if way == "folder" else 0o600)
        return
    bind = ["mount", "--bind", str(place), str(place)]
    again = ["mount", "-o", "remount,ro,bind", str(place)]
    can = os.geteuid() == 0 and subprocess.run(bind, check=False).returncode == 0
    if not can:
        yield False
        return
    try:
        yield subprocess.run(again, check=False).returncode == 0
    finally:
        subprocess.run(["umount", str(place)], check=True)


def content(place: Path) -> dict[str, bytes]:
    """Every file but the backups, whose folder has permissions of its own."""
    return {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()}


def asked(place: Path, arguments: list[str], clock: StillClock) -> tuple[int, str]:
    """A command's code, and what it said on standard error."""
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(io.StringIO()):
        code = run_command(["--data-dir", str(place), *arguments], clock)
    return code, said.getvalue()


def commands(place: Path, clock: StillClock) -> list[str]:
    """What the command line did that it should not."""
    wrong = []
    for arguments in LOOKS:
        code, said = asked(place, arguments, clock)
        if (code, said) != (0, ""):
            wrong.append(f"{arguments[0]} ended with {code}")
    for arguments in WRITES:
        code, said = asked(place, arguments, clock)
        # Where the backups lie may be written all the same.
        is_fine = arguments == ["backup"] and code == 0
        if not is_fine and (code != UNAVAILABLE or said.count("\n") != 1):
            wrong.append(f"{arguments[0]} ended with {code}")
    return wrong


def window(place: Path, clock: StillClock) -> list[str]:
    """What the window did that it should not."""
    wrong = []
    with opened(place, clock) as person:
        until(lambda: says_so(person))
        conduct = hearing(person)
        conduct.deeds._on_wished(EVENING[0], "tick")
        until(lambda: "may only be read" in conduct.toast.text)
        row = person.window.today.face.row(EVENING[0])
        if row is None or row.isChecked():
            wrong.append("shown as saved")
        if not says_so(person):
            wrong.append("the banner went")
    return wrong


def says_so(person: Person) -> bool:
    """Whether the window says that the records may only be read."""
    found = person.window.findChildren(Banner)
    return any(one.isVisible() and one.note.key == READ_ONLY for one in found)


def tried(way: str) -> tuple[bool, list[str]]:
    """Whether it could be tried, and what was wrong."""
    clock = StillClock()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        made(place, clock)
        with locked(place, way) as can:
            if not can:
                return False, []
            before = content(place)
            wrong = [*commands(place, clock), *window(place, clock)]
            if content(place) != before:
                wrong.append("a file was changed")
    return True, [f"{way}: {what}" for what in wrong]


def run(tries: int) -> Figure:
    """So many records that may only be read."""
    be_held_by_permissions()
    found = [tried(WAYS[number % len(WAYS)]) for number in range(tries)]
    done = sum(can for can, _ in found)
    wrong = sorted({what for _, faults in found for what in faults})
    said = f"{done} opened read-only and said so" if not wrong else "; ".join(wrong)
    left_out = "" if done == tries else f"; {tries - done} not tried: no disk can be mounted here"
    return Figure(said + left_out, not wrong and done > 0)


ROW: Final = Row(
    "read-only folder, read-only file",
    "opens read-only and says so",
    "The folder, the file or the disk may not be written; commands are run and the window opened.",
    tries=6,
    quick=3,
    run=run,
)

if __name__ == "__main__":
    sys.exit(try_alone(ROW))
