"""Is a person told in the window while the desktop's service is away, and does it come back alone?

Each try is a day in one window on a real bus: the mask's time comes and there is no service; one
comes; it dies; another comes and its "Done" is pressed.
"""

import time
from datetime import timedelta
from typing import Final

from tests.faults.row import Figure, Row
from tests.faults.window import (
    FIRST,
    MASK,
    at,
    banner,
    entries,
    evening,
    note_on,
    the_clock_goes_to,
    until,
)
from tests.journeys.person import Person
from tests.private_bus import Bus, NotificationService
from tests.still_clock import StillClock
from tracker.domain.day import Day

AT_MOST_S: Final = 1.0


def live_a_day(person: Person, bus: Bus, clock: StillClock, day: Day) -> list[float]:
    """Seconds until the window said it, each time that the desktop could not."""
    the_clock_goes_to(person, clock, at(day, 20, 59))
    clock.moment = at(day, 21)
    begun = time.perf_counter()
    the_clock_goes_to(person, clock, clock.moment)
    seconds = [_until_said(person, begun)]
    first = NotificationService(bus)
    note_on(first)
    until(lambda: banner(person) is None)
    begun = time.perf_counter()
    first.die()
    seconds.append(_until_said(person, begun))
    second = NotificationService(bus)
    second.press(note_on(second), "done")
    until(lambda: entries(person.folder, day) == {MASK: "tick"})
    until(lambda: not second.shown and banner(person) is None)
    person.settle()
    second.die()
    return seconds


def _until_said(person: Person, begun: float) -> float:
    until(lambda: banner(person) is not None)
    return time.perf_counter() - begun


def measure(tries: int) -> Figure:
    """The row's figure."""
    clock = StillClock(at(FIRST, 12))
    with evening(clock) as (person, bus):
        days = (FIRST + timedelta(n) for n in range(tries))
        seconds = [one for day in days for one in live_a_day(person, bus, clock, day)]
    said = f"at most {max(seconds):.2f} s until the window said it; resumed {2 * tries} times"
    return Figure(said, max(seconds) <= AT_MOST_S)


ROW: Final = Row(
    "notification service absent, dies, comes back",
    "message in the window within 1 s; resumes by itself",
    "The real window on a bus of its own, whose service comes and goes twice a day.",
    tries=40,
    quick=5,
    run=measure,
)
