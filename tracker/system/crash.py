"""Where is a fault of our own told, without a word of the person's records?"""

import os
import platform
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final

import tracker

LOGS: Final = "logs"
"""The folder, in the data folder, of what went wrong."""
_LED_TO: Final = "which led to:\n"  # not shown


def write_crash(
    folder: Path,
    moment: datetime,
    kind: type[BaseException],
    bug: BaseException | None,
    trace: TracebackType | None,
) -> Path:
    """Append the fault to the day's log, 0600, and return its path.

    Raises OSError where nothing can be written.
    """
    logs = folder / LOGS
    for place in (folder, logs):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = logs / f"crash-{moment:%Y-%m-%d}.log"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        file.write(f"{moment.isoformat()} {_version()}\n{fault_lines(kind, bug, trace)}\n")
    return path


def fault_lines(
    kind: type[BaseException], bug: BaseException | None, trace: TracebackType | None
) -> str:
    """The places in the code and the kind of the fault: its message may hold a step's name.

    What it came of stands before it, in the same way.
    """
    causes = [] if bug is None else _causes(bug)
    faults = [*((type(cause), cause.__traceback__) for cause in causes), (kind, trace)]
    return _LED_TO.join(_lines(*fault) for fault in faults)


def _lines(kind: type[BaseException], trace: TracebackType | None) -> str:
    places = "".join(traceback.format_tb(trace))
    return f"{places}{kind.__module__}.{kind.__qualname__}\n"


def _causes(bug: BaseException) -> list[BaseException]:
    """What a fault came of, the first of all first; each once, where they go round in a ring."""
    found = [bug]
    while (cause := _cause(found[-1])) is not None and cause not in found:
        found.append(cause)
    return found[:0:-1]


def _cause(bug: BaseException) -> BaseException | None:
    return bug.__cause__ or (None if bug.__suppress_context__ else bug.__context__)


def tell(kind: type[BaseException], bug: BaseException | None, trace: TracebackType | None) -> None:
    """Say the same on standard error, which a desktop keeps in its own logs; an excepthook."""
    print(fault_lines(kind, bug, trace), end="", file=sys.stderr)


def tell_of_threads() -> None:
    """Have what fails where no excepthook hears of it told in the same way."""
    threading.excepthook = lambda fault: tell(fault.exc_type, fault.exc_value, fault.exc_traceback)
    sys.unraisablehook = lambda fault: tell(fault.exc_type, fault.exc_value, fault.exc_traceback)


def _version() -> str:
    return f"{tracker.__version__}, Python {platform.python_version()}"
