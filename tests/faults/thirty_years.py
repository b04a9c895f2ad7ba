"""How soon does a page stand there again that was loaded, with thirty years of twelve steps?

Every page is opened until nothing of it is read any more, which is its load. Then each try goes to
every page in turn, and measures from the wish to the end of the paint.
"""

import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Final

from PySide6.QtWidgets import QApplication

from tests.benchmarks.decade import decade
from tests.faults.row import Figure, Row
from tests.faults.window import opened, until
from tests.journeys.person import Person, is_idle
from tests.still_clock import StillClock
from tracker.domain.day import Day
from tracker.domain.log import Rating
from tracker.store.store import open_store

YEARS: Final = 30
AT_MOST_S: Final = 0.1
PAGES: Final = ("today", "calendar", "progress", "routine", "settings", "backups")
QUIET_MS: Final = 1500
"""A page that reads nothing for so long is loaded."""


def ratings(today: Day) -> Iterator[Rating]:
    """One for each of the days."""
    return (Rating(today - timedelta(n), 1 + n % 10) for n in range(1, 365 * YEARS))


def load(person: Person, page: str) -> float:
    """Open a page for the first time; seconds until all of it is there."""
    begun = ended = time.perf_counter()
    person.conduct.places.go(page)
    while time.perf_counter() - ended < QUIET_MS / 1000:
        if not is_idle(person.desk):
            until(lambda: is_idle(person.desk))
            ended = time.perf_counter()
        person.qtbot.wait(20)
    return ended - begun


def come_back(person: Person, page: str) -> float:
    """Go to a page that is loaded; seconds until it is painted."""
    begun = time.perf_counter()
    person.conduct.places.go(page)
    QApplication.processEvents()
    person.window.repaint()
    took = time.perf_counter() - begun
    person.settle()
    return took


def measure(tries: int) -> Figure:
    """The row's figure."""
    clock = StillClock()
    today = clock.now().date()
    with tempfile.TemporaryDirectory() as name:
        store = open_store(Path(name), clock)
        diary = decade(today, YEARS)
        with store.writing("merge") as work:
            work.put(*diary.steps, *diary.groups, *diary.log, *ratings(today))
        store.close()
        with opened(Path(name), clock) as person:
            loads = {page: load(person, page) for page in PAGES}
            rounds = [{page: come_back(person, page) for page in PAGES} for _ in range(tries)]
    medians = {page: median(one[page] for one in rounds) for page in PAGES}
    said = ", ".join(f"{page} {took * 1000:.0f}" for page, took in medians.items())
    slowest = max(loads, key=lambda page: loads[page])
    loaded = f"slowest load: {slowest}, {loads[slowest]:.1f} s"
    return Figure(f"ms, medians: {said}; {loaded}", max(medians.values()) < AT_MOST_S)


ROW: Final = Row(
    "30 years of 12 steps",
    "every page < 100 ms after load",
    "The real window with 115,761 entries and 10,949 ratings, from page to page.",
    tries=25,
    quick=5,
    run=measure,
)
