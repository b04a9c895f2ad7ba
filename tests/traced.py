"""What does the real program ask of the system, call by call?

A window on a display of its own, with a notification service on a bus of its own, and the command
line, each under strace. Only for commands under `tests/faults`: no test needs strace.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.private_bus import Bus, NotificationService
from tests.still_clock import StillClock
from tracker import app
from tracker.system.clock import SystemClock
from tracker.ui.conduct import Conduct
from tracker.ui.desk import Desk

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final = ("calendar", "progress", "routine", "settings", "backups", "today")
_PATIENCE_S: Final = 120
_UNFINISHED: Final = " <unfinished ...>"
_RESUMED: Final = re.compile(r"\d+ +<\.\.\. \w+ resumed>")
_BEAT_MS: Final = 400
"""How long a page is looked at."""
SECRET: Final = "zztopsecret"
"""What stands in everything that the person enters here, to be found wherever it should not be."""
STEP: Final = f"{SECRET}-clay"
ERASE: Final = ("erase", "--yes")
_HABITS: Final = f"""HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText
Oil {SECRET},,,2026-01-02,1,{SECRET}
"""
_TORN: Final = slice(100, 3100)


class Traced(NamedTuple):
    """What a part of the program asked for, a line of strace each, and what it said."""

    part: str
    calls: list[str]
    stderr: str


class Stage:
    """A folder for everything, and the environment in which the program runs there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.home = folder / "home"
        self.run = folder / "run"
        self.out = folder / "out"
        """Where exports and copies go."""
        for place in (self.home, self.run, self.out):
            place.mkdir(mode=0o700)

    def environment(self, **more: str) -> dict[str, str]:
        """Nothing in it leads to the person's own data, bus or settings."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.run),
            "ROUTINE_TRACKER_DATA": str(self.data),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(ROOT),
            **more,
        }

    def begin(self) -> None:
        """A routine whose mask is due each evening, kept by the command line."""
        step = {
            "id": STEP,
            "name": f"Clay {SECRET}",
            "note": SECRET,
            "kind": "mask",
            "slot": "evening",
            "start": "2026-01-01",
            "schedule": [{"from": "2026-01-01", "rule": {"kind": "daily"}}],
        }
        document = {
            "format": "routine-tracker",
            "version": 1,
            "settings": {"evening_at": "20:00"},
            "steps": [step],
        }
        (self.folder / "routine.json").write_text(json.dumps(document))
        more = {"steps": [step, {**step, "id": "second", "name": f"Second {SECRET}"}]}
        (self.folder / "more.json").write_text(json.dumps(more))
        (self.folder / "habits.csv").write_text(_HABITS)

    def damage(self) -> None:
        """Garble the list of the tables."""
        database = self.data / "routine.db"
        content = bytearray(database.read_bytes())
        content[_TORN] = b"\xff" * len(content[_TORN])
        database.write_bytes(content)


@contextmanager
def new_stage() -> Iterator[Stage]:
    """A stage in a folder that goes again."""
    with tempfile.TemporaryDirectory() as name:
        stage = Stage(Path(name))
        stage.begin()
        yield stage


def command_lines(stage: Stage) -> Iterator[tuple[str, ...]]:
    """One command of every kind that touches a file; after `ERASE` there is something again."""
    out = stage.out
    yield ("import", str(stage.folder / "routine.json"))
    yield ("tick", STEP)
    yield ("rate", "5", "--note", SECRET)
    yield ("plan",)
    yield ("stats",)
    yield ("backup",)
    yield ("export", str(out / "all.json"))
    yield ("backup", str(out / "copy.db"))
    yield ("export", str(out / "log.csv"))
    yield ("import", str(out / "log.csv"))
    yield ("import", str(stage.folder / "habits.csv"))
    yield ("routine", "card", str(out / "card.html"))
    yield ("routine", "pause", "2026-01-05", "--step", STEP, "--reason", SECRET)
    yield ("routine", "resume", "--step", STEP)
    yield ("routine", "treat", f"Peel {SECRET}", "--note", SECRET)
    yield ("routine", "set", str(stage.folder / "more.json"))
    yield ("undo",)
    yield ("restore", str(out / "copy.db"))
    # More than any backup holds, or nothing would be salvaged.
    yield ("tick", STEP, "--day", "2026-01-03")
    stage.damage()
    yield ("doctor", "--salvage")
    yield ("doctor",)
    yield ERASE
    yield ("import", str(stage.folder / "routine.json"))
    yield ("tick", STEP)
    yield ("backup",)


def traced_commands(stage: Stage, calls: str, umask: int = 0o022) -> Iterator[Traced]:
    """The command line, a process for each command; without `calls` it runs as it is."""
    for arguments in command_lines(stage):
        command = [sys.executable, "-m", "tracker", *arguments]
        yield _traced(stage, " ".join(arguments[:2]), command, calls, stage.environment(), umask)


def traced_window(stage: Stage, calls: str, umask: int = 0o022) -> Traced:
    """The window: every page, a reminder that is shown and answered, a tick, and its end."""
    bus = Bus(stage.run)
    with _display(stage) as display:
        service = NotificationService(bus, "actions", "body")
        try:
            environment = stage.environment(
                DISPLAY=display, DBUS_SESSION_BUS_ADDRESS=bus.address, QT_QPA_PLATFORM="xcb"
            )
            command = [sys.executable, str(Path(__file__)), str(stage.data)]
            found = _traced(stage, "window", command, calls, environment, umask)
            if not service.told:
                raise RuntimeError(found.stderr)
        finally:
            service.die()
            bus.end()
    return found


def has_strace() -> bool:
    """Whether it is installed."""
    return shutil.which("strace") is not None


@contextmanager
def _display(stage: Stage) -> Iterator[str]:
    """An X server that nobody can reach but by a socket of this machine."""
    hear, say = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(say), "-nolisten", "tcp", "-screen", "0", "1200x800x24"],
        pass_fds=(say,),
        stderr=subprocess.DEVNULL,
        cwd=stage.folder,
    )
    os.close(say)
    try:
        with os.fdopen(hear) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _traced(
    stage: Stage,
    part: str,
    command: list[str],
    calls: str,
    environment: dict[str, str],
    umask: int,
) -> Traced:
    trace = stage.folder / "trace"
    trace.touch()
    before = ["strace", "-f", "-qq", "-y", "-o", str(trace), "-e", f"trace={calls}"]
    done = subprocess.run(
        [*(before if calls else ()), *command],
        env=environment,
        umask=umask,
        cwd=stage.folder,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{part} ended with {done.returncode}: {done.stderr}")
    return Traced(part, _whole(trace.read_text(errors="replace").splitlines()), done.stderr)


def _whole(lines: list[str]) -> list[str]:
    """The calls in one line each, also those in whose middle another thread did something."""
    found: list[str] = []
    begun: dict[str, str] = {}
    for line in lines:
        process = line.partition(" ")[0]
        if line.endswith(_UNFINISHED):
            begun[process] = line.removesuffix(_UNFINISHED)
        elif (resumed := _RESUMED.match(line)) is not None and process in begun:
            found.append(begun.pop(process) + line[resumed.end() :])
        else:
            found.append(line)
    return [*found, *begun.values()]


# --- the window's own process ---


def main(folder: Path) -> int:
    """Open the window on `folder` yesterday evening, look at every page, tick, and close it."""
    evening = SystemClock().now().replace(hour=21, minute=30) - timedelta(days=1)
    clock = StillClock(evening)
    seen = app.first_sight(folder, clock)
    program = QApplication(["routine-tracker"])
    program.setApplicationName("routine-tracker")
    window = app.build(program, folder, clock, seen)
    window.show()

    def conduct() -> Conduct:
        found = window.findChild(Conduct)
        assert found is not None
        return found

    def crash() -> None:
        raise KeyError(STEP)

    deeds: list[Callable[[], object]] = [
        *(lambda page=page: conduct().places.go(page) for page in PAGES),
        lambda: window.today.face.wished.emit(STEP, "tick"),
        crash,
        lambda: [seen.close() for seen in program.topLevelWidgets() if seen.isModal()],
        window.close,
    ]

    def go_on() -> None:
        desk = window.findChild(Desk)
        if desk is None or not desk.is_open:
            return
        deed = deeds.pop(0)
        if not deeds:
            beat.stop()
        deed()

    beat = QTimer(window)
    beat.timeout.connect(go_on)
    beat.start(_BEAT_MS)
    return program.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
