"""Is a person told once of what their laptop slept through, and not of what was done meanwhile?

Each try is an evening in one window: the clock stands still before the mask's time and goes on
after it, up to four in the morning, as it does for a machine that slept. The watch's timer counts
only while the machine is awake, so that it looks within the minute that it was set for.
"""

import random
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QTimer

from tests.faults.row import Figure, Row
from tests.faults.window import FIRST, MASK, at, evening, the_clock_goes_to, until
from tests.journeys.person import Person
from tests.private_bus import NotificationService
from tests.still_clock import StillClock
from tracker.actions.tick import tick
from tracker.domain.day import Day
from tracker.store.store import open_store
from tracker.system.day_watch import DayWatch

AT_MOST_MS: Final = 60_000


def sleep_through(
    person: Person, service: NotificationService, clock: StillClock, day: Day
) -> tuple[bool, int]:
    """Whether what should be told was told, and after how many milliseconds of waking at most."""
    chance = random.Random(day.toordinal())
    told = len(service.told)
    the_clock_goes_to(person, clock, at(day, 20, chance.randrange(60)))
    most_ms = _timer(person).remainingTime()
    is_done = chance.random() < 0.5
    if is_done:
        store = open_store(person.folder, clock)
        tick(store, clock, MASK, day)
        store.close()
    woken = at(day, 21) + timedelta(minutes=chance.randrange(7 * 60))
    for minutes in range(3):
        the_clock_goes_to(person, clock, woken + timedelta(minutes=minutes))
    if not is_done:
        until(lambda: len(service.told) > told)
    is_right = len(service.told) - told == (0 if is_done else 1)
    the_clock_goes_to(person, clock, at(day + timedelta(1), 12))
    until(lambda: not service.shown)
    return is_right and len(service.told) - told == (0 if is_done else 1), most_ms


def _timer(person: Person) -> QTimer:
    watch = person.window.findChild(DayWatch)
    assert watch is not None
    return watch._timer


def measure(tries: int) -> Figure:
    """The row's figure."""
    clock = StillClock(at(FIRST, 12))
    with evening(clock) as (person, bus):
        service = NotificationService(bus)
        days = (FIRST + timedelta(n) for n in range(tries))
        nights = [sleep_through(person, service, clock, day) for day in days]
        service.die()
    wrong = sum(not is_right for is_right, _ in nights)
    most_ms = max(ms for _, ms in nights)
    said = f"{wrong} told anything else; the next look is at most {most_ms / 1000:.1f} s off"
    return Figure(said, not wrong and most_ms <= AT_MOST_MS)


ROW: Final = Row(
    "laptop asleep through a reminder",
    "one reminder within 60 s of waking, none if done meanwhile",
    "The real window with a clock that stands still and jumps; half is ticked elsewhere meanwhile.",
    tries=50,
    quick=10,
    run=measure,
)
