"""Is a person told on a mask day, on the desktop or in the window, and is their answer kept?"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.journeys.person import Person
from tests.private_bus import Bus, NotificationService, private_bus
from tests.still_clock import StillClock
from tracker.actions.settings import set_setting
from tracker.actions.tick import tick
from tracker.store.store import open_store
from tracker.system.day_watch import DayWatch
from tracker.ui.reminding import Reminding
from tracker.ui.widgets.banner import Banner

Start = Callable[[], Person]
MASK = "clay-mask"
SATURDAY = date(2026, 11, 21)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with private_bus(tmp_path, monkeypatch) as found:
        yield found


@pytest.fixture
def service(bus: Bus) -> Iterator[NotificationService]:
    found = NotificationService(bus)
    yield found
    found.die()


def a_minute_passes(person: Person) -> None:
    watch = person.window.findChild(DayWatch)
    assert watch is not None
    watch.looked.emit()
    person.settle()


def wait(person: Person, until: Callable[[], bool]) -> None:
    person.qtbot.waitUntil(until, timeout=5_000)


def note_on(person: Person, service: NotificationService) -> int:
    """The number of the one note on the desktop, once it is there."""
    wait(person, lambda: len(service.shown) == 1)
    (number,) = service.shown
    return number


def banner(person: Person) -> Banner | None:
    shown = [one for one in person.window.findChildren(Banner) if one.isVisible()]
    return shown[0] if shown else None


@pytest.mark.usefixtures("routine")
def test_done_on_the_desktop_ticks_the_step_in_the_open_window_once(
    start: Start, service: NotificationService
) -> None:
    person = start()
    number = note_on(person, service)
    assert service.shown[number].title == "Routine: 1 step for this evening"
    assert service.shown[number].body == ""
    assert banner(person) is None

    service.press(number, "done")
    service.press(number, "done")

    wait(person, lambda: person.card(MASK).is_ticked)
    wait(person, lambda: not service.shown)
    assert person.reads("Ticked Clay mask")
    kept = person.entry(MASK, SATURDAY)
    assert kept is not None
    assert kept.do == "tick"
    person.undo()
    assert person.entry(MASK, SATURDAY) is None
    person.qtbot.waitUntil(lambda: len(service.shown) == 1)
    person.undo()
    assert person.reads("How is your skin?")


@pytest.mark.usefixtures("routine")
def test_skip_on_the_desktop_is_kept_with_a_reason(
    start: Start, service: NotificationService
) -> None:
    person = start()

    service.press(note_on(person, service), "skip")

    wait(person, lambda: person.card(MASK).status == "skipped")
    assert person.card(MASK).said == "Not today"
    wait(person, lambda: not service.shown)


@pytest.mark.usefixtures("routine")
def test_a_snoozed_note_comes_back_in_an_hour(
    start: Start, service: NotificationService, clock: StillClock
) -> None:
    person = start()
    reminding = person.window.findChild(Reminding)
    assert reminding is not None
    service.press(note_on(person, service), "snooze")
    wait(person, lambda: bool(reminding._snoozed) and not service.shown)

    for minutes in (59, 1):
        clock.forward(minutes=minutes)
        a_minute_passes(person)

    note_on(person, service)
    assert len(service.told) == 2
    assert person.entry(MASK, SATURDAY) is None


@pytest.mark.usefixtures("routine")
def test_a_note_that_was_closed_does_not_come_again_that_day(
    start: Start, service: NotificationService, clock: StillClock
) -> None:
    person = start()
    service.close(note_on(person, service))
    wait(person, lambda: not service.shown)

    for hours in (0, 3, 21):
        clock.forward(hours=hours)
        a_minute_passes(person)

    note_on(person, service)
    assert len(service.told) == 2


@pytest.mark.usefixtures("routine")
def test_ticking_in_the_window_or_elsewhere_withdraws_it(
    start: Start, service: NotificationService, folder: Path, clock: StillClock
) -> None:
    person = start()
    note_on(person, service)
    store = open_store(folder, clock)

    tick(store, clock, MASK)
    wait(person, lambda: person.card(MASK).is_ticked)
    wait(person, lambda: not service.shown)
    store.close()
    person.settle()
    person.open_menu(MASK)
    person.choose("Untick")
    note_on(person, service)
    person.click_on("Tick all")
    wait(person, lambda: not service.shown)


@pytest.mark.usefixtures("routine")
def test_a_laptop_that_slept_tells_it_once_at_waking_and_not_what_was_done_meanwhile(
    start: Start, service: NotificationService, folder: Path, clock: StillClock
) -> None:
    clock.forward(hours=-2)
    person = start()

    clock.forward(hours=6)
    a_minute_passes(person)
    note_on(person, service)
    a_minute_passes(person)

    store = open_store(folder, clock)
    tick(store, clock, MASK, SATURDAY)
    store.close()
    wait(person, lambda: not service.shown)
    assert len(service.told) == 1


@pytest.mark.usefixtures("routine", "bus")
def test_without_a_service_the_window_says_it_and_takes_the_same_answers(start: Start) -> None:
    person = start()
    wait(person, lambda: banner(person) is not None)
    assert person.reads("Routine: 1 step for this evening")

    person.click_on("Done")

    assert person.card(MASK).is_ticked
    assert banner(person) is None
    person.undo()
    wait(person, lambda: banner(person) is not None)
    person.click_on("Snooze 1 h")
    assert banner(person) is None


@pytest.mark.usefixtures("routine")
def test_a_service_that_goes_and_comes_back_says_again_what_is_still_due(
    start: Start, bus: Bus
) -> None:
    first = NotificationService(bus)
    person = start()
    note_on(person, first)

    first.die()
    wait(person, lambda: banner(person) is not None)
    second = NotificationService(bus)

    number = note_on(person, second)
    wait(person, lambda: banner(person) is None)
    second.press(number, "done")
    wait(person, lambda: person.card(MASK).is_ticked)
    second.die()


def press_done_too_late(
    person: Person, service: NotificationService, folder: Path, clock: StillClock
) -> None:
    """Another process takes the evening in the moment before the press is heard."""
    number = note_on(person, service)
    store = open_store(folder, clock)
    tick(store, clock, "overnight-serum", anyway=True, reason="Swapped")
    store.close()
    service.press(number, "done")
    wait(person, lambda: bool(service.shown) and service.told[-1].title.endswith("logged"))


def test_why_an_answer_was_refused_is_said_in_its_place(
    start: Start, service: NotificationService, routine: Path, clock: StillClock
) -> None:
    person = start()
    press_done_too_late(person, service, routine, clock)

    assert service.told[-1].body == (
        "Gives way to another step: This step rests until Sunday 22 November."
    )
    assert not person.card(MASK).is_ticked

    person.desk.undo()
    wait(person, lambda: service.told[-1].title == "Routine: 1 step for this evening")
    assert len(service.shown) == 1


def test_why_it_was_refused_is_not_said_on_another_day(
    start: Start, service: NotificationService, routine: Path, clock: StillClock
) -> None:
    person = start()
    press_done_too_late(person, service, routine, clock)

    clock.forward(hours=12)
    a_minute_passes(person)

    wait(person, lambda: not service.shown)


@pytest.mark.usefixtures("routine")
def test_pressing_the_note_itself_brings_the_window_forward(
    start: Start, service: NotificationService
) -> None:
    person = start()
    number = note_on(person, service)
    person.window.showMinimized()

    service.press(number, "default")

    wait(person, lambda: not person.window.isMinimized())
    assert not person.card(MASK).is_ticked


def test_a_name_is_read_on_the_desktop_only_where_that_is_wanted(
    start: Start, service: NotificationService, routine: Path, clock: StillClock
) -> None:
    store = open_store(routine, clock)
    set_setting(store, "reminder_names", True)
    store.close()
    person = start()
    assert service.shown[note_on(person, service)].body == "Clay mask"

    clock.moment += timedelta(days=9)
    a_minute_passes(person)

    wait(person, lambda: len(service.told) == 2)
    shown = service.shown[note_on(person, service)]
    assert shown.body == "Refining lotion: month on begins tomorrow"
    assert shown.actions == ["default", "Open"]


@pytest.mark.usefixtures("routine")
def test_when_the_window_closes_nothing_is_left_on_the_desktop(
    start: Start, service: NotificationService
) -> None:
    person = start()
    note_on(person, service)

    person.leave()

    assert not service.shown
