"""Does a second start raise the first window, and how soon after a kill can the next one open?

`python tests/faults/two_windows.py --tries 20` starts the program as its own process, offscreen,
and each try starts a second one: it must end by itself with 0. Then the first is killed (SIGKILL),
in half of the tries while a further one is starting, so that its lock and its socket stay behind;
the time runs until the lock can be held again. At the end a window must answer at the bell.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import pytest
from PySide6.QtCore import QCoreApplication

from tests.faults.alone import try_alone
from tests.faults.row import Figure, Row
from tracker.system.only_window import OnlyWindow

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE_S: Final = 60.0
TARGET_S: Final = 2.0
EARLY: Final = 0.3
"""The share of a start in which the next one asks whether a window is there."""


def environment(place: Path) -> dict[str, str]:
    """A data folder and a runtime folder of their own."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "ROUTINE_TRACKER_DATA": str(place / "data"),
        "XDG_RUNTIME_DIR": str(place),
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/dev/null/nobody",
    }


def started(place: Path) -> "subprocess.Popen[bytes]":
    """A process that opens a window, or gives way to one."""
    return subprocess.Popen([sys.executable, "-m", "tracker"], cwd=ROOT, env=environment(place))


def answers(place: Path) -> bool:
    """Whether a window answers at the bell, as a further start asks it."""
    code = (
        "import os, sys; from pathlib import Path; from tracker.system.doorbell import ring;"
        "sys.exit(not ring(Path(os.environ['ROUTINE_TRACKER_DATA'])))"
    )
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=environment(place), check=False).returncode == 0


def waited(is_so: Callable[[], bool]) -> float:
    """The seconds until it is so; raises TimeoutError."""
    began = time.monotonic()
    while not is_so():
        if time.monotonic() - began > PATIENCE_S:
            raise TimeoutError
        time.sleep(0.01)
    return time.monotonic() - began


def gives_way(place: Path) -> bool:
    """Whether a second start ends by itself, with nothing to complain of."""
    return started(place).wait(PATIENCE_S) == 0


def taken_over(place: Path) -> float:
    """The seconds until what a killed window held can be held again."""
    only = OnlyWindow(place / "data", QCoreApplication.instance() or QCoreApplication([]))
    try:
        return waited(only.claim)
    finally:
        only.release()


def tried(chance: random.Random) -> tuple[bool, float]:
    """Whether a second start gave way and a third stood in the killed first's place, and how soon.

    The seconds are the lock's alone: how long a start takes besides is not its matter.
    """
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        place = Path(name)
        patch.setenv("XDG_RUNTIME_DIR", name)
        first = started(place)
        alone_s = waited(lambda: answers(place))
        is_well = gives_way(place)
        others = []
        if chance.random() < 0.5:
            others.append(started(place))  # it may be asking as the first is killed
            time.sleep(chance.random() * EARLY * alone_s)
        first.kill()
        first.wait(PATIENCE_S)
        took_s = 0.0 if others else taken_over(place)
        others.append(started(place))
        waited(lambda: answers(place) or all(one.poll() is not None for one in others))
        is_well = is_well and (answers(place) or others[0].returncode == 0)
        for one in others:
            one.kill()
            one.wait(PATIENCE_S)
        return is_well, took_s


def run(tries: int) -> Figure:
    """So many kills."""
    chance = random.Random(20261122)
    found = [tried(chance) for _ in range(tries)]
    well = sum(is_well for is_well, _ in found)
    longest = max(seconds for _, seconds in found)
    said = f"{well} of {tries} gave way and were followed; a lock taken over in {longest:.2f} s"
    return Figure(said, well == tries and longest < TARGET_S)


ROW: Final = Row(
    "two instances; second while the first is killed",
    "the second raises the first's window; stale lock taken over in < 2 s",
    "The program is started twice, and killed while it is started a third time.",
    tries=20,
    quick=2,
    run=run,
)

if __name__ == "__main__":
    sys.exit(try_alone(ROW))
