"""How does a row run the command line, a process for each command?"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]


def run(folder: Path, *arguments: str | bytes) -> subprocess.CompletedProcess[bytes]:
    """Run a command, whatever comes of it."""
    return subprocess.run(
        [sys.executable, "-m", "tracker", *arguments],
        env={**os.environ, "ROUTINE_TRACKER_DATA": str(folder), "PYTHONUTF8": "1"},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )


def prepare(place: Path) -> None:
    """A folder with a routine, and a file with the same."""
    start = ("--start", "2026-10-01", "--choice", "overnight-serum")
    run(place / "data", "routine", "preset", "oily", *start).check_returncode()
    run(place / "data", "export", str(place / "routine.json")).check_returncode()
