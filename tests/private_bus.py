"""On which bus do notifications travel in tests? One of their own, with a service of our own."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from threading import Thread
from typing import Any, Final, NamedTuple

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

SERVICE: Final = "org.freedesktop.Notifications"
_ADDRESS: Final = DBusAddress("/org/freedesktop/Notifications", SERVICE, SERVICE)
_CONFIG: Final = """<busconfig>
  <type>session</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""
"""Nothing that another program could start: no folder with services is named."""


class Shown(NamedTuple):
    """A note as the service was told of it."""

    number: int
    title: str
    body: str
    actions: list[str]
    hints: dict[str, Any]
    timeout: int


class Bus:
    """A bus that nobody else knows."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "bus"
        self._config = folder / "bus.conf"
        self._config.write_text(_CONFIG.format(path=self._path))
        self.address = f"unix:path={self._path}"
        self._daemon: subprocess.Popen[bytes] | None = None
        self.begin()

    def begin(self) -> None:
        self._path.unlink(missing_ok=True)
        self._daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={self._config}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
        )
        assert self._daemon.stdout is not None
        self._daemon.stdout.readline()

    def end(self) -> None:
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.communicate()
            self._daemon = None


@contextmanager
def private_bus(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """A bus for this test, which everything in it takes for the session's."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed, so there is no bus to try this on")
    bus = Bus(folder)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    try:
        yield bus
    finally:
        bus.end()


class NotificationService:
    """A desktop's notification service that keeps what it shows for tests to see."""

    def __init__(self, bus: Bus, *capabilities: str, answers: bool = True) -> None:
        self._capabilities = list(capabilities or ("actions", "body"))
        self._answers = answers
        self._connection: DBusConnection = open_dbus_connection(bus.address)
        self._last = 0
        self.asker = ""
        """Who asked last, by its unique name on the bus."""
        self.shown: dict[int, Shown] = {}
        self.told: list[Shown] = []
        """Every note that it was ever asked to show."""
        unwrap_msg(self._connection.send_and_get_reply(message_bus.RequestName(SERVICE, 4)))
        self._stop, self._stopped = socket.socketpair()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    # --- what a person does ---

    def press(self, number: int, wish: str) -> None:
        self._signal("ActionInvoked", "us", (number, wish))

    def close(self, number: int) -> None:
        self.shown.pop(number, None)
        self._signal("NotificationClosed", "uu", (number, 2))

    def die(self) -> None:
        """Leave the bus without a word."""
        self._stop.close()
        self._thread.join()
        self._connection.close()
        self._stopped.close()

    # --- what it is ---

    def _run(self) -> None:
        with DefaultSelector() as waiting:
            waiting.register(self._connection.sock, EVENT_READ)
            waiting.register(self._stopped, EVENT_READ)
            while all(key.fileobj is not self._stopped for key, _ in waiting.select()):
                self._serve()

    def _serve(self) -> None:
        try:
            while True:
                message = self._connection.receive(timeout=0)
                if message.header.message_type is MessageType.method_call and self._answers:
                    self._answer(message)
        except (TimeoutError, ConnectionError):
            return

    def _answer(self, message: Message) -> None:
        self.asker = message.header.fields[HeaderFields.sender]
        match message.header.fields[HeaderFields.member]:
            case "GetCapabilities":
                reply = new_method_return(message, "as", (self._capabilities,))
            case "Notify":
                self._show(message)
                return
            case "CloseNotification":
                (number,) = message.body
                if self.shown.pop(number, None) is not None:
                    self._signal("NotificationClosed", "uu", (number, 3))
                reply = new_method_return(message)
            case member:
                raise AssertionError(member)
        self._connection.send(reply)

    def _show(self, message: Message) -> None:
        """Nobody can press on a note before whoever asked for it knows its number."""
        _, replaced, _, title, body, actions, hints, timeout = message.body
        if replaced not in self.shown:
            self._last += 1
        number = replaced if replaced in self.shown else self._last
        self._connection.send(new_method_return(message, "u", (number,)))
        shown = Shown(number, title, body, actions, hints, timeout)
        self.told.append(shown)
        self.shown[number] = shown

    def _signal(self, name: str, form: str, body: tuple[object, ...]) -> None:
        self._connection.send(new_signal(_ADDRESS, name, form, body))
