"""How long does a page of the calendar take with ten years of log, beside an empty one? Run this.

Both have the same routine of twelve steps, begun ten years ago. Each month is asked for as the
arrow does, and the time runs until it is painted. The two take turns, month by month, so that they
meet the same noise. Target: at most 1.5 times the time with the empty log, in each direction.
"""

import os
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.benchmarks.decade import YEARS, decade
from tracker.actions.views.calendar_view import CalendarKeeper
from tracker.domain.day import Day, day_of
from tracker.domain.settings import DAY_STARTS_AT
from tracker.store.store import SqlStore, open_store
from tracker.system.clock import SystemClock
from tracker.ui.desk import Desk
from tracker.ui.pages.calendar.conductor import CalendarConductor
from tracker.ui.pages.calendar.moves import months_on
from tracker.ui.theme.theme import Theme
from tracker.ui.theme.type import load_typeface

RUNS: Final = 3
TARGET: Final = 1.5
FAR: Final = 300 * 12
SPANS: Final = {
    "back, month by month": range(-1, -12 * YEARS, -1),
    "on, month by month": range(1, 61),
    "300 years back": range(-FAR, -FAR - 24, -1),
    "300 years on": range(FAR, FAR + 24),
}
"""The months that are paged through, counted from the one that runs."""


def main() -> None:
    """Measure in turn, and print medians and their ratios."""
    application = QApplication([])
    load_typeface()
    Theme(application)
    with tempfile.TemporaryDirectory() as folder:
        stores = {kind: written(Path(folder) / kind, kind) for kind in ("empty", "ten years")}
        measured(stores)
        for store in stores.values():
            store.close()


def measured(stores: dict[str, SqlStore]) -> None:
    """A line a span: the page, and the view alone."""
    today = day_of(SystemClock().now(), DAY_STARTS_AT)
    print(f"{'':24} {'empty log':>10} {'ten years':>10}   ratio (target {TARGET})")
    for span, months in SPANS.items():
        days = [day for number in months if (day := months_on(today, number)) is not None]
        pages: dict[str, list[float]] = {kind: [] for kind in stores}
        views: dict[str, list[float]] = {kind: [] for kind in stores}
        for _ in range(RUNS):
            shown = {kind: Shown(store) for kind, store in stores.items()}
            keepers = {kind: CalendarKeeper() for kind in stores}
            for day in days:
                for kind, store in stores.items():
                    pages[kind].append(shown[kind].paged(day))
                    views[kind].append(viewed(store, keepers[kind], day))
            for one in shown.values():
                one.close()
        report(span, pages)
        report("  of it, the view", views)


def written(folder: Path, kind: str) -> SqlStore:
    """The routine of ten years, with or without what was logged."""
    folder.mkdir()
    store = open_store(folder, SystemClock())
    diary = decade(day_of(SystemClock().now(), DAY_STARTS_AT))
    with store.writing("merge") as work:
        work.put(*diary.steps, *diary.groups, *(diary.log if kind == "ten years" else ()))
    return store


class Shown:
    """The page of one store, on the screen."""

    def __init__(self, store: SqlStore) -> None:
        self._desk = Desk(lambda: store, SystemClock())
        self._conductor = CalendarConductor(self._desk)
        self._page = self._conductor.calendar
        self._page.resize(1016, 800)
        self._page.show()
        self._conductor.come()
        self._wait_for(day_of(SystemClock().now(), DAY_STARTS_AT))

    def paged(self, day: Day) -> float:
        """Seconds until another month is painted."""
        before = time.perf_counter()
        self._page.day_wanted.emit(day)
        self._wait_for(day)
        self._page.repaint()
        return time.perf_counter() - before

    def _wait_for(self, day: Day) -> None:
        until = time.perf_counter() + timedelta(minutes=1).total_seconds()
        while self._page.view is None or self._page.view.day != day:
            QApplication.processEvents()
            if time.perf_counter() > until:
                raise SystemExit(f"{day} was never shown")

    def close(self) -> None:
        """Take it from the screen; the store stays open for the next."""
        self._page.hide()
        self._page.deleteLater()
        QApplication.processEvents()


def viewed(store: SqlStore, keeper: CalendarKeeper, day: Day) -> float:
    """Seconds until the view is worked out."""
    before = time.perf_counter()
    with store.reading() as reading:
        keeper.view(reading, day, SystemClock().now())
    return time.perf_counter() - before


def report(name: str, times: dict[str, list[float]]) -> None:
    """Medians in milliseconds, and their ratio."""
    empty, ten = median(times["empty"]), median(times["ten years"])
    print(f"{name:24} {empty * 1000:7.1f} ms {ten * 1000:7.1f} ms {ten / empty:7.2f}")


if __name__ == "__main__":
    main()
