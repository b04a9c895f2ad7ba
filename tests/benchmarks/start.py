"""How long after its start does the window show today, beside a bare PySide6 window? Run this file.

Ten years of data, an X display of its own and, where the machine has one, a message bus of its
own. Each round starts a bare window and ours; medians are compared. The time runs from just before
the process is started to the last paint event of the first pass over the window. Targets: first
frame in at most 1.4, first frame with today's steps in at most 1.6 times the bare window's.

The bare window writes one line of text: a window that paints nothing spares itself what every
window pays that shows anything (Qt's codes and the first font). It is measured as well.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))
sys.path.insert(0, str(Path(__file__).parents[2]))

from bootstrap_display import own_bus, real_display

from tests.benchmarks.decade import write_decade
from tracker.domain.day import day_of
from tracker.domain.settings import DAY_STARTS_AT
from tracker.system.clock import SystemClock

ROOT: Final = Path(__file__).parents[2]
RUNS: Final = 41
TARGETS: Final = {"first frame": 1.4, "today's steps": 1.6}
KINDS: Final = ("bare", "empty", "tracker")
CHILD: Final = Path(__file__).with_name("start_child.py")


def main() -> None:
    """Measure in turn, and print medians and their ratios."""
    bus = own_bus()
    if bus and "--on-own-bus" not in sys.argv:
        os.execvp(bus[0], [*bus, sys.executable, __file__, "--on-own-bus"])
    with tempfile.TemporaryDirectory() as folder, real_display(dict(os.environ)) as environment:
        bus_address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
        if bus_address:
            environment["DBUS_SESSION_BUS_ADDRESS"] = bus_address
        write_decade(Path(folder), day_of(SystemClock().now(), DAY_STARTS_AT))
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        report(measure({**environment, "ROUTINE_TRACKER_DATA": folder}))


def measure(environment: Mapping[str, str]) -> dict[str, float]:
    """The median of each in seconds, after one start of each that does not count."""
    for kind in KINDS:
        started(kind, environment)
    times: dict[str, list[float]] = {}
    for _ in range(RUNS):
        for kind in KINDS:
            for name, taken in started(kind, environment).items():
                times.setdefault(name, []).append(taken)
    return {name: median(taken) for name, taken in times.items()}


def started(kind: str, environment: Mapping[str, str]) -> dict[str, float]:
    """Start one window; the seconds until it was painted, by what was painted."""
    reading, writing = os.pipe()
    before = time.monotonic()
    child = subprocess.Popen(
        [sys.executable, str(CHILD), kind, str(writing)],
        env=environment,
        pass_fds=[writing],
        cwd=ROOT,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told: dict[str, float] = json.loads(pipe.read())
    child.wait()
    return {name: moment - before for name, moment in told.items()}


def report(medians: Mapping[str, float]) -> None:
    """A line each, with its ratio to the bare window and its target."""
    bare = medians["bare window"]
    print(f"median of {RUNS} starts in turn, ten years of data")
    for name, taken in medians.items():
        target = TARGETS.get(name)
        wanted = "" if target is None else f"  target {target}"
        print(f"{name:14} {taken * 1000:7.1f} ms  {taken / bare:5.2f}{wanted}")


if __name__ == "__main__":
    main()
