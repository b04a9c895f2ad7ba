"""Is anything refused or lost when the window, a note's button and the command line write at once?

Each try is an evening: three commands are started as processes of their own, the window rates one
day after the other for as long as they run, and meanwhile "Done" is pressed on the desktop's note.
"""

import os
import random
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Final

from tests.faults.row import Figure, Row
from tests.faults.window import (
    FIRST,
    MASK,
    OTHERS,
    at,
    entries,
    evening,
    note_on,
    the_clock_goes_to,
    until,
)
from tests.journeys.person import Person, is_idle
from tests.private_bus import NotificationService
from tests.still_clock import StillClock
from tracker.actions.rate import rate
from tracker.domain.day import Day
from tracker.domain.errors import TrackerError
from tracker.store.first_look import first_look

ROOT: Final = Path(__file__).resolve().parents[2]
COMMANDED: Final = OTHERS[:3]


class Evenings:
    """One window, and what was asked of it and of the others."""

    def __init__(self, person: Person, service: NotificationService, clock: StillClock) -> None:
        self._person = person
        self._service = service
        self._clock = clock
        self._chance = random.Random(1)
        self.failures: list[str] = []
        self.rated: list[Day] = []
        self.days: list[Day] = []
        person.desk.failed.connect(self._on_failed)

    def _on_failed(self, error: TrackerError) -> None:
        self.failures.append(error.code)

    def live(self, day: Day) -> None:
        """Everything at once, until all of it is done."""
        self.days.append(day)
        the_clock_goes_to(self._person, self._clock, at(day, 21))
        number = note_on(self._service)
        processes = [_tick(self._person.folder, step, day) for step in COMMANDED]
        press_after = self._chance.randrange(50)
        while any(process.poll() is None for process in processes):
            if is_idle(self._person.desk):
                self._rate()
            if press_after == 0:
                self._service.press(number, "done")
            press_after -= 1
            self._person.qtbot.wait(10)
        if press_after >= 0:
            self._service.press(number, "done")
        for process in processes:
            _, complaint = process.communicate()
            self.failures += [complaint] if process.returncode or complaint else []
        until(lambda: entries(self._person.folder, day).get(MASK) == "tick")
        self._person.settle()

    def _rate(self) -> None:
        day = FIRST - timedelta(1 + len(self.rated))
        self.rated.append(day)
        marks = {"overall": 1 + len(self.rated) % 10}
        self._person.desk.run(rate, marks, None, day)

    def lost(self) -> int:
        """How many of all writes are not there."""
        look = first_look(self._person.folder)
        assert look is not None
        with look:
            missing = sum(look.rating(day) is None for day in self.rated)
        for day in self.days:
            found = entries(self._person.folder, day)
            missing += sum(found.get(step) != "tick" for step in (MASK, *COMMANDED))
        return missing


def _tick(folder: Path, step: str, day: Day) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tracker", "tick", step, "--day", str(day)]
    return subprocess.Popen(
        command,
        env={**os.environ, "ROUTINE_TRACKER_DATA": str(folder)},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def measure(tries: int) -> Figure:
    """The row's figure."""
    clock = StillClock(at(FIRST, 12))
    with evening(clock) as (person, bus):
        service = NotificationService(bus)
        evenings = Evenings(person, service, clock)
        for number in range(tries):
            evenings.live(FIRST + timedelta(number))
        lost, failures = evenings.lost(), evenings.failures
        service.die()
    writes = len(evenings.rated), tries, tries * len(COMMANDED)
    said = "{} refused, {} lost of {} writes: {} window, {} note, {} command line"
    return Figure(said.format(len(failures), lost, sum(writes), *writes), not failures and not lost)


ROW: Final = Row(
    "window, notification and command line writing at once",
    '0 "database is locked", 0 lost',
    "The real window, a note on a real bus, and three commands as processes, all at one time.",
    tries=50,
    quick=5,
    run=measure,
)
