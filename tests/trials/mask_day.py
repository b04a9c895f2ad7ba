"""Does a mask day's reminder work with a real notification service on a real display?

Run by hand, where dunst, dbus and Xvfb are installed, from the project's folder:

    xvfb-run -s "-screen 0 1400x1000x24" python -m tests.trials.mask_day

It starts the program and dunst on a bus of their own, presses, kills and restarts, says what it
saw, and leaves pictures in the folder that it names where ImageMagick is installed.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from tests.private_bus import Bus
from tracker.system.clock import SystemClock

_PATIENCE: Final = 75
"""Seconds for what may take a minute: the program looks at the clock that often."""
_PICK: Final = """#!/bin/sh
sleep 1
grep -m1 "$(cat {folder}/wish)"
"""
"""What dunst takes for its menu: after a moment it chooses what is written in a file."""


class Trial:
    """One run: a folder, the program on it, and dunst as it comes and goes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        pick = folder / "pick"
        pick.write_text(_PICK.format(folder=folder))
        pick.chmod(0o755)
        (folder / "dunstrc").write_text(f"[global]\ndmenu = {pick}\n")

    def set_up(self, now: datetime) -> None:
        """An evening's mask that is due by now, and a morning's that will be in two minutes."""
        rule = {"from": "2026-01-01", "rule": {"kind": "daily"}}
        step = {"kind": "mask", "start": "2026-01-01", "schedule": [rule]}
        soon = f"{now + timedelta(minutes=2):%H:%M}"
        document = {
            "format": "routine-tracker",
            "version": 1,
            "settings": {"evening_at": f"{now - timedelta(minutes=1):%H:%M}"},
            "steps": [
                {**step, "id": "clay", "name": "Clay mask", "slot": "evening"},
                {**step, "id": "aloe", "name": "Aloe", "slot": "morning", "remind_at": soon},
            ],
        }
        path = self.folder / "routine.json"
        path.write_text(json.dumps(document))
        self.tracker("import", str(path))

    def tracker(self, *arguments: str) -> str:
        """The command line on the same data."""
        command = [sys.executable, "-m", "tracker", "--data-dir", str(self.data), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    @contextmanager
    def running(self, *command: str) -> Iterator[subprocess.Popen[bytes]]:
        """A process for the while; killed at the end."""
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def dunst(self) -> Any:
        return self.running("dunst", "-config", str(self.folder / "dunstrc"))

    def press(self, wish: str, times: int = 1) -> None:
        """Choose an action of the note, as often at once."""
        (self.folder / "wish").write_text(wish)
        for _ in range(times):
            subprocess.run(["dunstctl", "context"], check=True)
            time.sleep(0.2)

    def picture(self, name: str) -> None:
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", self.folder / f"{name}.png"], check=True)

    def entries(self) -> list[tuple[str, str]]:
        """What is logged, by a document that the program wrote."""
        path = self.folder / "export.json"
        path.unlink(missing_ok=True)
        self.tracker("export", str(path))
        return [(one["step"], one["do"]) for one in json.loads(path.read_text())["log"]]


def displayed() -> int:
    """How many notes stand on the desktop."""
    command = ["dunstctl", "count", "displayed"]
    told = subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()
    return int(told) if told.isdigit() else -1


def see(what: str, is_so: Callable[[], bool], within: float = 10) -> None:
    """Wait until it is so, and say so; ends the trial where it is not."""
    begun = time.monotonic()
    while not is_so():
        if time.monotonic() - begun > within:
            sys.exit(f"not seen within {within} s: {what}")
        time.sleep(0.1)
    print(f"{time.monotonic() - begun:5.1f} s  {what}", flush=True)


def spent(process: subprocess.Popen[bytes]) -> float:
    """Seconds of the processor that it has used."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    trial = Trial(Path(tempfile.mkdtemp(prefix="mask-day-")))
    print(f"pictures and data: {trial.folder}")
    bus = Bus(trial.folder)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.address
    try:
        go_through(trial)
    finally:
        bus.end()


def go_through(trial: Trial) -> None:
    trial.set_up(SystemClock().now())
    with trial.running(sys.executable, "-m", "tracker", "--data-dir", str(trial.data)) as program:
        with trial.dunst():
            see("the note is on the desktop", lambda: displayed() == 1)
            trial.picture("1-note")
            trial.press("Done", times=2)
            see("pressed twice, one entry", lambda: trial.entries() == [("clay", "tick")])
            see("the note is gone", lambda: displayed() == 0)
            time.sleep(2)
            trial.picture("2-ticked")
            see("still one entry", lambda: trial.entries() == [("clay", "tick")])
        time.sleep(1)
        before = spent(program)
        with trial.dunst():
            see("after a restart the next one comes", lambda: displayed() == 1, _PATIENCE * 2)
            trial.picture("3-next")
        time.sleep(1.5)
        trial.picture("4-in-the-window")
        with trial.dunst():
            see("killed and restarted, it is there again", lambda: displayed() == 1)
            trial.press("Skip")
            entries = [("clay", "tick"), ("aloe", "skip")]
            see("skipped from the desktop", lambda: trial.entries() == entries)
        print(f"{spent(program) - before:5.2f} s of the processor since the first was answered")


if __name__ == "__main__":
    main()
