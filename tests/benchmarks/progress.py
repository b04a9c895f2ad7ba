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
import time
from collections.abc import Callable, Iterator, Mapping
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

# Imports stand where their time belongs.
# ruff: noqa: PLC0415

ROOT: Final = Path(__file__).parents[2]
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
    command = [sys.executable, __file__, "--child", kind, str(folder)]
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


def child(kind: str, folder: Path) -> None:
    """Open the window, then the page; tell when what was painted, and leave."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from tests.journeys.person import is_idle
    from tracker import app as program
    from tracker.ui.afterwards import Afterwards
    from tracker.ui.conduct import Conduct
    from tracker.ui.pages.progress.conduct import ProgressConduct
    from tracker.ui.pages.progress.page import ProgressPage

    clock = SystemClock()
    app = QApplication([])
    window = program.build(app, folder, clock, program.first_sight(folder, clock))
    moments: dict[str, float] = {}
    begun = last_beat = longest = 0.0

    class Watcher(QObject):
        def eventFilter(self, widget: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(widget, QWidget):
                QTimer.singleShot(0, note)
            return False

    def note() -> None:
        now = time.perf_counter() - begun
        for name, is_seen in seen.items():
            if name not in moments and is_seen():
                moments[name] = now
        if len(moments) == len(seen):
            QTimer.singleShot(100, end)

    def beat() -> None:
        nonlocal last_beat, longest
        now = time.perf_counter()
        longest, last_beat = max(longest, now - last_beat), now

    def end() -> None:
        if kind == "ten years":
            moments["longest gap"] = longest
        print(json.dumps(moments), flush=True)
        os._exit(0)

    def open_page() -> None:
        nonlocal begun, last_beat, longest
        desk = window.findChild(Afterwards).desk
        if desk is None or not desk.is_open or not is_idle(desk):
            QTimer.singleShot(50, open_page)
            return
        beating.start(4)
        begun = last_beat = time.perf_counter()
        longest = 0.0
        page = ProgressPage()
        ProgressConduct(page, desk, window.findChild(Conduct).deeds.days)
        seen.update(_seen(kind, page))
        watcher = Watcher(page)
        for widget in (page, *page.findChildren(QWidget)):
            widget.installEventFilter(watcher)
        page.ratings.drawn.connect(
            lambda: page.ratings.chart.viewport().installEventFilter(watcher)
        )
        window.show_other(page)

    seen: dict[str, Callable[[], bool]] = {}
    beating = QTimer()
    beating.timeout.connect(beat)
    window.show()
    QTimer.singleShot(500, open_page)
    app.exec()


def _seen(kind: str, page: "ProgressPage") -> dict[str, Callable[[], bool]]:
    """What tells that each thing was painted: it is only asked after a paint event."""
    if kind == "empty page":
        return {"empty page": lambda: page.view is not None}
    return {
        "first frame": lambda: True,
        "first chart": lambda: page.year.days.year is not None,
        "figures and bars": lambda: page.view is not None,
        "whole page": lambda: page.ratings.chart is not None,
    }


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(sys.argv[-2], Path(sys.argv[-1]))
    else:
        main()
