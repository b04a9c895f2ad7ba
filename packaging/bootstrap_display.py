"""How do the tests get a display of their own, and stay away from the person's?"""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import tempfile
from contextlib import ExitStack, contextmanager
from typing import Iterator

from bootstrap_words import CannotGoOnError

# A test must reach neither the person's screen, desktop and data nor their taste in language.
DESKTOP = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS")
PERSONAL = ("LANGUAGE", "ROUTINE_TRACKER_DATA", *DESKTOP)
DISPLAYS = "ROUTINE_TRACKER_TEST_DISPLAYS"
START_SECONDS = 20


@contextmanager
def offscreen(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield an environment in which Qt draws into memory."""
    with tempfile.TemporaryDirectory(prefix="routine-tracker-") as runtime:
        yield {
            **{name: value for name, value in environment.items() if not _is_personal(name)},
            "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8",
            "XDG_RUNTIME_DIR": runtime,
        }


def _is_personal(name: str) -> bool:
    return name in PERSONAL or name.startswith("QT_")


@contextmanager
def real_display(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield an environment with an X display that only this run uses."""
    with offscreen(environment) as quiet, _xvfb(quiet) as number:
        yield {**quiet, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}


def own_bus() -> list[str]:
    """Return the words before a command that give it a message bus, where the machine has one."""
    return ["dbus-run-session", "--"] if shutil.which("dbus-run-session") else []


@contextmanager
def real_displays(environment: dict[str, str], count: int) -> Iterator[dict[str, str]]:
    """Yield an environment with `count` X displays, one for each process that runs tests.

    On one display their windows would take each other's keys, so each takes its own of `DISPLAYS`.
    """
    with offscreen(environment) as quiet, ExitStack() as servers:
        numbers = [servers.enter_context(_xvfb(quiet)) for _ in range(count)]
        displays = " ".join(f":{number}" for number in numbers)
        yield {**quiet, "QT_QPA_PLATFORM": "xcb", DISPLAYS: displays}


@contextmanager
def _xvfb(environment: dict[str, str]) -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24"]
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            [*command, "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing],
            env=environment,
            stdout=log,
            stderr=log,
        )
        os.close(writing)
        try:
            yield _display_number(reading)
        finally:
            os.close(reading)
            server.terminate()
            server.wait()


def _display_number(reading: int) -> str:
    """Wait until the server writes its number, which it does once it takes connections."""
    ready, _, _ = select.select([reading], [], [], START_SECONDS)
    number = os.read(reading, 16).decode().strip() if ready else ""
    if not number:
        raise CannotGoOnError(
            "Xvfb did not start, so the journeys have no display. Try it by hand: Xvfb -displayfd 1"
        )
    return number
