"""Where is a fault of our own written down, without a word of the person's records?"""

import os
import platform
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

import tracker


def write_crash(
    folder: Path,
    moment: datetime,
    kind: type[BaseException],
    trace: TracebackType | None,
) -> Path:
    """Append the fault to the day's log, 0600, and return its path.

    Only the kind of the fault and the places in the code: its message may hold a step's name.
    Raises OSError where nothing can be written.
    """
    logs = folder / "logs"
    logs.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = logs / f"crash-{moment:%Y-%m-%d}.log"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        file.write(_report(moment, kind, trace))
    return path


def _report(moment: datetime, kind: type[BaseException], trace: TracebackType | None) -> str:
    places = "".join(traceback.format_tb(trace))
    version = f"{tracker.__version__}, Python {platform.python_version()}"
    return f"{moment.isoformat()} {version}\n{places}{kind.__module__}.{kind.__qualname__}\n\n"
