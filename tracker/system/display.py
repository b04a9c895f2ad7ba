"""Is there a display on which a window could open? Qt ends the process where there is none."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_SOCKETS: Final = Path("/tmp/.X11-unix")
_DRAWN_NOWHERE: Final = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can open, as far as that can be told without Qt."""
    if sys.platform in ("win32", "darwin"):
        return True
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform.partition(":")[0] in _DRAWN_NOWHERE:
        return True
    return _has_wayland(environment) or _has_x(environment.get("DISPLAY", ""))


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and (Path(folder) / name).exists()


def _has_x(display: str) -> bool:
    """A display of this machine has a socket; of another machine's we cannot tell."""
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host not in ("", "unix"):
        return True
    return (_SOCKETS / f"X{number}").exists() or _has_abstract(f"{_SOCKETS}/X{number}")


def _has_abstract(name: str) -> bool:
    import socket  # noqa: PLC0415, paid for only where no file tells

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        return line.connect_ex("\0" + name) == 0
