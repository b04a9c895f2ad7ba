"""What does "Done" do that is pressed twice, on the desktop or in the window?

The days in one window take turns: twice on the desktop's note, a double click on the banner in the
window, and once on the note while the window ticks everything.
"""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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


def on_the_desktop(person: Person, bus: Bus, _day: Day) -> None:
    """Two presses on the note, the second before the first was heard of."""
    service = NotificationService(bus)
    number = note_on(service)
    service.press(number, "done")
    service.press(number, "done")
    until(lambda: person.card(MASK).is_ticked and not service.shown)
    service.die()


def in_the_window(person: Person, _bus: Bus, _day: Day) -> None:
    """A double click on the button, whose second press hits what is there by then."""
    until(lambda: banner(person) is not None)
    button = person.button("Done")
    place = button.mapTo(person.window, button.rect().center())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    under = person.window.childAt(place)
    if under is not None:
        QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(person.window, place))
    until(lambda: person.card(MASK).is_ticked and banner(person) is None)


def in_both(person: Person, bus: Bus, _day: Day) -> None:
    """On the note, and in the window before that was heard of."""
    service = NotificationService(bus)
    service.press(note_on(service), "done")
    person.button("Tick all").click()
    until(lambda: person.card(MASK).is_ticked and not service.shown)
    service.die()


def is_once(person: Person, day: Day, *, is_alone: bool) -> bool:
    """Whether one entry came of it, and goes with the one action that is taken back."""
    person.settle()
    if entries(person.folder, day).get(MASK) != "tick":
        return False
    if is_alone:
        person.undo()
        return entries(person.folder, day) == {}
    return True


def measure(tries: int) -> Figure:
    """The row's figure."""
    ways = (on_the_desktop, in_the_window, in_both)
    clock = StillClock(at(FIRST, 12))
    wrong = 0
    with evening(clock) as (person, bus):
        for number in range(tries):
            day, way = FIRST + timedelta(number), ways[number % len(ways)]
            the_clock_goes_to(person, clock, at(day, 21))
            way(person, bus, day)
            wrong += not is_once(person, day, is_alone=way is not in_both)
            the_clock_goes_to(person, clock, at(day + timedelta(1), 12))
    return Figure(f"{wrong} with anything but one entry; the note went each time", not wrong)


ROW: Final = Row(
    '"Done" pressed twice, in both places',
    "one entry; the notification goes",
    "On the desktop's note, on the banner in the window, and in both at once.",
    tries=60,
    quick=9,
    run=measure,
)
