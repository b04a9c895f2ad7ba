"""How does a row open the real window, and the desktop around it, outside of pytest?"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.person import Person
from tests.private_bus import Bus, NotificationService
from tests.still_clock import StillClock
from tracker import app
from tracker.domain.day import Day
from tracker.domain.routine import Step, Version
from tracker.domain.rule.daily import Daily
from tracker.store.first_look import first_look
from tracker.store.store import open_store
from tracker.system.day_watch import DayWatch
from tracker.ui.conduct import Conduct
from tracker.ui.crash import CrashReport
from tracker.ui.widgets.banner import Banner

MASK: Final = "clay"
OTHERS: Final = tuple(f"step-{n}" for n in range(6))
FIRST: Final = date(2025, 6, 1)
PATIENCE_MS: Final = 5_000
LONGER: Final = 10


class Patience(QtBot):
    """Waits as in the tests, without one."""

    def __init__(self) -> None:
        """Nothing that asks for a test is used."""

    def wait(self, ms: int) -> None:
        """Let the window go on for so many milliseconds."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Wait longer than a test does: there may be more data."""
        super().waitUntil(callback, timeout=timeout * LONGER)


def until(is_so: Callable[[], bool]) -> None:
    """Let the window go on until it is so; raises TimeoutError."""
    Patience().waitUntil(is_so, timeout=PATIENCE_MS)


@contextmanager
def opened(folder: Path, clock: StillClock) -> Iterator[Person]:
    """Start the program as its front door does; a fault in it is raised at the end."""
    bugs: list[BaseException] = []

    def note(_kind: type[BaseException], bug: BaseException, _trace: TracebackType | None) -> None:
        bugs.append(bug)

    qapp = QApplication.instance() or QApplication([])
    assert isinstance(qapp, QApplication)
    with patch.object(CrashReport, "catch", lambda _: None), patch.object(sys, "excepthook", note):
        window = app.build(qapp, folder, clock, app.first_sight(folder, clock))
        window.show()
        person = Person(Patience(), window, folder)
        person.wait_until_ready()
        person.come_back()
        yield person
        person.leave()
        window.deleteLater()
        QApplication.processEvents()
    if bugs:
        raise bugs[0]


@contextmanager
def evening(clock: StillClock) -> Iterator[tuple[Person, Bus]]:
    """The window on a routine with a mask each evening, and a bus without a service so far."""
    with tempfile.TemporaryDirectory() as name:
        bus = Bus(Path(name))
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        store = open_store(Path(name) / "data", clock)
        with store.writing("set_up") as work:
            work.put(*routine())
        store.close()
        try:
            with opened(Path(name) / "data", clock) as person:
                yield person, bus
        finally:
            bus.end()


def routine() -> tuple[Step, ...]:
    """A mask each evening, and a few other steps."""
    daily = (Version(FIRST, Daily()),)
    others = (Step(step, step.title(), "other", "evening", FIRST, daily) for step in OTHERS)
    return (Step(MASK, "Clay mask", "mask", "evening", FIRST, daily), *others)


def at(day: Day, hour: int, minute: int = 0) -> datetime:
    """A moment of a day."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def the_clock_goes_to(person: Person, clock: StillClock, moment: datetime) -> None:
    """The machine's clock is there, and the watch that looks at it each minute has looked."""
    clock.moment = moment
    watch = person.window.findChild(DayWatch)
    assert watch is not None
    watch._on_timeout()
    person.settle()


def hearing(person: Person) -> Conduct:
    """Who hears the person."""
    found = person.window.findChild(Conduct)
    assert found is not None
    return found


def banner(person: Person) -> Banner | None:
    """The strip in the window that says what the desktop could not."""
    shown = [one for one in person.window.findChildren(Banner) if one.isVisible()]
    return shown[0] if shown else None


def entries(folder: Path, day: Day) -> dict[str, str]:
    """What is logged on a day, by step, by another look at the file."""
    look = first_look(folder)
    assert look is not None
    with look:
        return {one.step: one.do for one in look.entries(day, day)}


def note_on(service: NotificationService) -> int:
    """The number of the one note on the desktop, once it is there."""
    until(lambda: len(service.shown) == 1)
    (number,) = service.shown
    return number
