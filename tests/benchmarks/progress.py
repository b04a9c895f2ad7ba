"""How long does Progress take with ten years of data, beside its empty self? Run this file.

Each start opens the window on Today, waits until nothing is read any more and then opens Progress:
once with ten years of entries and ratings, once with no routine at all. The times run from just
before the page is made to the end of the paint event that shows the thing. Targets: the first
chart in at most three times, the whole page in at most eight times the time of the empty page.
The longest gap is the longest time in which the window answered to nothing meanwhile.
"""

import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))
sys.path.insert(0, str(Path(__file__).parents[2]))

from bootstrap_display import real_display

from tests.benchmarks.decade import YEARS, decade
from tracker.domain.day import Day, day_of
from tracker.domain.log import Rating
from tracker.domain.settings import DAY_STARTS_AT
from tracker.store.store import open_store
from tracker.system.clock import SystemClock

ROOT: Final = Path(__file__).parents[2]
CHILD: Final = Path(__file__).with_name("progress_child.py")
RUNS: Final = 7
TARGETS: Final = {"first chart": 3, "whole page": 8}


def main() -> None:
    """Measure in turn, and print medians and their ratios."""
    with tempfile.TemporaryDirectory() as folder, real_display(dict(os.environ)) as environment:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for kind in ("empty page", "ten years"):
            write(Path(folder) / kind, kind)
        times: dict[str, list[float]] = {}
        for run in range(RUNS + 1):
            for kind in ("empty page", "ten years"):
                for name, taken in opened(kind, Path(folder) / kind, environment).items():
                    if run:
                        times.setdefault(name, []).append(taken)
        report({name: median(taken) for name, taken in times.items()})


def write(folder: Path, kind: str) -> None:
    """Ten years of entries and ratings, or a store with nothing in it."""
    folder.mkdir()
    store = open_store(folder, SystemClock())
    if kind == "ten years":
        today = day_of(SystemClock().now(), DAY_STARTS_AT)
        diary = decade(today)
        with store.writing("merge") as work:
            work.put(*diary.steps, *diary.groups, *diary.log, *ratings(today))
    store.close()


def ratings(today: Day) -> Iterator[Rating]:
    """Four days of five, up and down like a season."""
    for number in range(365 * YEARS):
        if number % 5:
            mark = round(6.5 + 2 * math.sin(number / 28) + number % 3 - 1)
            yield Rating(today - timedelta(days=number), mark)


def opened(kind: str, folder: Path, environment: Mapping[str, str]) -> dict[str, float]:
    """Open the page in a process of its own; seconds by what was painted."""
    command = [sys.executable, str(CHILD), kind, str(folder)]
    told = subprocess.run(
        command, env=dict(environment), cwd=ROOT, check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(told.stdout)
    return found


def report(medians: Mapping[str, float]) -> None:
    """A line each, with its ratio to the empty page and its target."""
    print(f"median of {RUNS} in turn, ten years of data")
    for name, taken in medians.items():
        target = TARGETS.get(name)
        wanted = "" if target is None else f"  target {target}"
        print(f"{name:28} {taken * 1000:7.1f} ms {taken / medians['empty page']:6.2f}{wanted}")


if __name__ == "__main__":
    main()
