"""Does a second start raise the first window, and how soon after a kill can the next one open?

`python tests/faults/two_windows.py --tries 20` starts the program as its own process, offscreen,
and each try starts a second one: it must end by itself with 0 and have been heard by the first.
Then the first is ended with SIGKILL while a third is starting, so that its lock and its socket stay
behind; the time runs until the third answers at the bell. The kill comes with the start or soon
after it, while the third may be asking.
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

from tests.faults.alone import try_alone
from tests.faults.row import Figure, Row

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


def killed(place: Path, first: "subprocess.Popen[bytes]", after_s: float) -> float | None:
    """Kill the first while another one starts; the seconds until that one stands in its place."""
    second = started(place)
    try:
        time.sleep(after_s)
        first.kill()
        first.wait(PATIENCE_S)
        began = time.monotonic()
        waited(lambda: second.poll() is not None or answers(place))
        if second.poll() is None:
            return time.monotonic() - began
    finally:
        second.kill()
        second.wait(PATIENCE_S)
    return None


def tried(chance: random.Random) -> tuple[bool, float | None]:
    """Whether the second start gave way, and how long the third was held up in taking over.

    What a start takes with nobody before it is taken off: it is not the lock's. None where the
    first had still answered the third before it was killed.
    """
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        first = started(place)
        try:
            alone_s = waited(lambda: answers(place))
            has_given_way = gives_way(place)
            after_s = chance.choice((0.0, chance.random() * EARLY * alone_s))
            took_s = killed(place, first, after_s)
        finally:
            first.kill()
            first.wait(PATIENCE_S)
        return has_given_way, None if took_s is None else max(0.0, took_s + after_s - alone_s)


def run(tries: int) -> Figure:
    """So many kills."""
    chance = random.Random(20261122)
    found = [tried(chance) for _ in range(tries)]
    gave_way = sum(has_given_way for has_given_way, _ in found)
    held_up = [seconds for _, seconds in found if seconds is not None]
    longest = max(held_up, default=0.0)
    said = (
        f"{gave_way} of {tries} gave way; {len(held_up)} took over from a killed one,"
        f" held up by at most {longest:.1f} s"
    )
    return Figure(said, gave_way == tries and bool(held_up) and longest < TARGET_S)


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
