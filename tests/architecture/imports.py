"""Which modules does a command import before it ends?"""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = frozenset(
    {"PySide6", "shiboken6", "sqlalchemy", "alembic", "pyqtgraph", "numpy", "inspect"}
)


def run(data: Path, *arguments: str) -> set[str]:
    """Run routine-tracker with its data in `data`; return the top-level names it imported."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tracker", *arguments],
        env={**os.environ, "ROUTINE_TRACKER_DATA": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return imported(done.stderr)


def imported(listing: str) -> set[str]:
    """Read the top-level names out of what -X importtime wrote."""
    rows = (line for line in listing.splitlines() if line.startswith("import time:"))
    return {row.rpartition("|")[2].strip().partition(".")[0] for row in rows}
