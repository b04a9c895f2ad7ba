"""Does a note reach the desktop's service, and is heard what becomes of it, whatever it does?"""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import active_count

import pytest
from jeepney import DBusAddress, HeaderFields, new_signal
from jeepney.io.blocking import open_dbus_connection
from pytestqt.qtbot import QtBot

from tests.private_bus import SERVICE, Bus, NotificationService, private_bus
from tracker.actions.ports import Note
from tracker.system.notifications.heard import Closed, Heard, Pressed, Turned
from tracker.system.notifications.messenger import Messenger

MASK = Note("mask", "Routine: 1 step", "Clay & <b>mask</b>", (("done", "Done"), ("skip", "Skip")))
THERE, GONE = Turned(is_there=True), Turned(is_there=False)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with private_bus(tmp_path, monkeypatch) as found:
        yield found


@pytest.fixture
def told() -> list[Heard]:
    """What was heard so far."""
    return []


@pytest.fixture
def messenger(told: list[Heard]) -> Iterator[Messenger]:
    found = Messenger(told.append)
    yield found
    found.finish()


@pytest.fixture
def service(bus: Bus) -> Iterator[NotificationService]:
    found = NotificationService(bus)
    yield found
    found.die()


def only(service: NotificationService) -> int:
    """The number of the one note that is shown."""
    (number,) = service.shown
    return number


Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    return lambda until: qtbot.waitUntil(until, timeout=3_000)


def test_a_note_is_shown_with_its_buttons_until_it_is_withdrawn(
    service: NotificationService, messenger: Messenger, told: list[Heard], wait: Wait
) -> None:
    messenger.show(MASK)
    wait(lambda: len(service.shown) == 1)

    (shown,) = service.shown.values()
    assert (shown.title, shown.body, shown.timeout) == (MASK.title, MASK.body, 0)
    assert shown.actions == ["default", "Open", "done", "Done", "skip", "Skip"]
    assert shown.hints == {"urgency": ("y", 1), "desktop-entry": ("s", "routine-tracker")}

    messenger.withdraw(MASK.key)
    wait(lambda: not service.shown)
    messenger.show(MASK)
    wait(lambda: len(service.shown) == 1)
    assert not told


def test_a_note_takes_the_place_of_the_one_with_its_key(
    service: NotificationService, messenger: Messenger, wait: Wait
) -> None:
    messenger.show(MASK)
    messenger.show(MASK._replace(key="phase"))
    messenger.show(MASK._replace(title="Routine: 2 steps"))
    wait(lambda: len(service.told) == 3)

    titles = {number: shown.title for number, shown in service.shown.items()}
    assert titles == {1: "Routine: 2 steps", 2: "Routine: 1 step"}


def test_what_is_no_markup_is_escaped_only_where_markup_is_read(
    bus: Bus, messenger: Messenger, wait: Wait
) -> None:
    service = NotificationService(bus, "body", "body-markup")

    messenger.show(MASK)

    wait(lambda: len(service.shown) == 1)
    (shown,) = service.shown.values()
    assert shown.body == "Clay &amp; &lt;b&gt;mask&lt;/b&gt;"
    assert shown.actions == []
    service.die()


def test_a_press_is_told_once_and_takes_the_note_away(
    service: NotificationService, messenger: Messenger, told: list[Heard], wait: Wait
) -> None:
    messenger.show(MASK)
    wait(lambda: len(service.shown) == 1)
    number = only(service)

    service.press(number, "done")
    service.press(number, "done")

    wait(lambda: not service.shown)
    messenger.show(MASK._replace(key="next"))
    wait(lambda: len(service.shown) == 1)
    assert told == [Pressed("mask", "done")]


def test_a_note_that_is_closed_is_told(
    service: NotificationService, messenger: Messenger, told: list[Heard], wait: Wait
) -> None:
    messenger.show(MASK)
    wait(lambda: len(service.shown) == 1)

    service.close(only(service))

    wait(lambda: told == [Closed("mask")])


def test_what_another_program_says_or_is_said_of_other_notes_is_not_heard(
    bus: Bus, service: NotificationService, messenger: Messenger, told: list[Heard], wait: Wait
) -> None:
    messenger.show(MASK)
    wait(lambda: len(service.shown) == 1)
    address = DBusAddress("/org/freedesktop/Notifications", SERVICE, SERVICE)
    with open_dbus_connection(bus.address) as other:
        pressed = new_signal(address, "ActionInvoked", "us", (only(service), "done"))
        pressed.header.fields[HeaderFields.destination] = service.asker
        other.send(pressed)
        other.bus_proxy.GetId()

    service.press(77, "done")
    service.close(78)
    service.close(only(service))

    wait(lambda: bool(told))
    assert told == [Closed("mask")]


def test_without_a_bus_that_is_told_and_tried_again_with_the_next_note(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    messenger: Messenger,
    told: list[Heard],
    wait: Wait,
) -> None:
    messenger.show(MASK)
    wait(lambda: told == [GONE])
    messenger.withdraw(MASK.key)
    for address in ("", "nonsense", "tcp:host=localhost", f"unix:path={tmp_path}/none"):
        told.clear()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        messenger.show(MASK)
        wait(lambda: told == [GONE])

    told.clear()
    with private_bus(tmp_path, monkeypatch) as bus:
        service = NotificationService(bus)
        messenger.show(MASK)
        wait(lambda: told == [THERE])
        wait(lambda: list(service.shown) == [1])
        service.die()
        wait(lambda: told == [THERE, GONE])


def test_without_a_service_that_is_told_within_a_second_and_its_coming_too(
    bus: Bus, messenger: Messenger, told: list[Heard], wait: Wait
) -> None:
    begun = time.monotonic()
    messenger.show(MASK)
    wait(lambda: told == [GONE])
    assert time.monotonic() - begun < 1

    service = NotificationService(bus)

    wait(lambda: told == [GONE, THERE])
    assert not service.shown
    messenger.show(MASK)
    wait(lambda: len(service.shown) == 1)
    assert told == [GONE, THERE]
    service.die()


def test_a_service_that_dies_and_returns_is_another_with_nothing_on_it(
    bus: Bus, messenger: Messenger, told: list[Heard], wait: Wait
) -> None:
    first = NotificationService(bus)
    messenger.show(MASK)
    wait(lambda: len(first.shown) == 1)
    first.die()
    wait(lambda: told == [GONE])

    second = NotificationService(bus, "body-markup")
    wait(lambda: told == [GONE, THERE])
    messenger.show(MASK)

    wait(lambda: len(second.shown) == 1)
    assert second.told[0].actions == []
    second.die()


def test_a_service_that_does_not_answer_is_not_waited_for(
    bus: Bus, messenger: Messenger, told: list[Heard], wait: Wait
) -> None:
    service = NotificationService(bus, answers=False)

    messenger.show(MASK)

    wait(lambda: told == [GONE])
    service.die()


def test_a_bus_that_dies_takes_the_service_with_it(
    bus: Bus, service: NotificationService, messenger: Messenger, told: list[Heard], wait: Wait
) -> None:
    messenger.show(MASK)
    wait(lambda: len(service.shown) == 1)

    bus.end()

    wait(lambda: told == [GONE])
    messenger.withdraw(MASK.key)
    bus.begin()
    again = NotificationService(bus)
    messenger.show(MASK)
    wait(lambda: told == [GONE, THERE])
    wait(lambda: len(again.shown) == 1)
    again.die()


def test_at_the_end_nothing_is_left_on_the_desktop_and_no_thread_here(
    service: NotificationService, told: list[Heard], wait: Wait
) -> None:
    def show_and_finish() -> tuple[int, int]:
        messenger = Messenger(told.append)
        messenger.show(MASK)
        wait(lambda: len(service.shown) == 1)
        messenger.finish()
        assert not service.shown
        return active_count(), open_files()

    assert show_and_finish() == show_and_finish()
    assert not told


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208, a Path would open one more
