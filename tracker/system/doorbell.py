"""Is a window of this person and folder open already, and can it be called to the front?

Asked before Qt is imported, so it knows nothing of Qt; the bell hangs in `only_window`.
"""

import os
from pathlib import Path
from typing import Final
from zlib import crc32

HEARD: Final = b"!"
"""What an open window answers to whoever connects."""
_PATIENCE: Final = 1.0
"""Seconds for which an answer is awaited; a window that hangs gives none."""


def bell(folder: Path) -> Path:
    """The socket on which this person's window for a data folder listens."""
    mark = crc32(os.fsencode(folder.resolve()))
    runtime = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp"
    return Path(runtime) / f"routine-tracker-{_user()}-{mark:08x}"


def lock_file(folder: Path) -> Path:
    """The file that the window holds while it is open."""
    return bell(folder).with_suffix(".lock")


def ring(folder: Path) -> bool:
    """Call the open window to the front; False where there is none, or it gives no answer."""
    place = bell(folder)
    if not place.exists():
        return False
    import socket  # noqa: PLC0415, paid for only where a window may be open

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(_PATIENCE)
            line.connect(str(place))
            return line.recv(len(HEARD)) == HEARD
    except OSError:
        return False


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0
