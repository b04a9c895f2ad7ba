"""Is a missing display told before Qt ends the process, and a crash written without records?"""

import re
import socket
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.system import display
from tracker.system.crash import write_crash
from tracker.system.display import has_display

NOW = datetime(2026, 11, 21, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "minimal:x"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"DISPLAY": ":7"}, True),
        ({"DISPLAY": "unix:7.0"}, True),
        ({"DISPLAY": ":8"}, False),
        ({"DISPLAY": "elsewhere:8"}, True),
        ({"DISPLAY": "nonsense"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-1"}, False),
    ],
)
def test_a_display_is_there_or_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, environment: dict[str, str], expected: bool
) -> None:
    (tmp_path / "X7").touch()
    (tmp_path / "wayland-0").touch()
    monkeypatch.setattr(display, "_SOCKETS", tmp_path)

    assert has_display({"XDG_RUNTIME_DIR": str(tmp_path), **environment}) is expected


def test_a_display_without_a_file_is_found_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(display, "_SOCKETS", tmp_path)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(f"\0{tmp_path}/X9")
        server.listen()

        assert has_display({"DISPLAY": ":9"})


def test_elsewhere_qt_finds_its_display_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")

    assert has_display({})


def test_a_crash_is_written_for_one_pair_of_eyes_and_without_records(tmp_path: Path) -> None:
    records: dict[str, str] = {}
    name = "Clay mask of Ada"
    with pytest.raises(KeyError) as caught:
        records[name]

    folder = tmp_path / "data"
    path = write_crash(folder, NOW, caught.type, caught.value, caught.tb)
    write_crash(folder, NOW, caught.type, caught.value, caught.tb)

    written = path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for place in (path.parent, folder):
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert written.count("builtins.KeyError\n") == 2
    assert "test_display_and_crash.py" in written
    assert "Ada" not in written


def fails() -> None:
    """A fault that comes of another, which comes of a third."""
    try:
        try:
            dict[str, str]()["Ada's mask"]
        except KeyError as first:
            raise ValueError("Ada's note") from first
    finally:
        list[str]().index("Ada's evening")


def raised() -> ValueError:
    with pytest.raises(ValueError, match="is not in list") as caught:
        fails()
    return caught.value


def test_what_a_fault_came_of_is_written_before_it_and_without_records(tmp_path: Path) -> None:
    bug = raised()
    path = write_crash(tmp_path, NOW, type(bug), bug, bug.__traceback__)
    written = path.read_text(encoding="utf-8")
    kinds = [line for line in written.splitlines() if line.startswith("builtins.")]
    assert kinds == ["builtins.KeyError", "builtins.ValueError", "builtins.ValueError"]
    assert written.count("which led to:\n") == 2
    assert written.count("in fails") == 3
    # The lines of our own code may be shown, which here name her.
    assert "Ada" not in re.sub(r"(?m)^    .*$", "", written)


def test_what_goes_round_in_a_ring_is_written_once_and_what_was_hidden_never(
    tmp_path: Path,
) -> None:
    bug = raised()
    middle = bug.__context__
    assert middle is not None
    middle.__cause__ = bug
    path = write_crash(tmp_path, NOW, type(bug), bug, bug.__traceback__)
    written = path.read_text(encoding="utf-8")
    assert written.count("builtins.ValueError\n") == 2
    assert "KeyError" not in written


def test_what_fails_on_a_thread_or_at_the_front_door_is_told_without_records() -> None:
    program = """
import sys, threading
from tracker.cli import main
from tracker.system.crash import tell_of_threads

class Gone:
    def __del__(self):
        raise ValueError("of Ada")

def fail():
    raise ValueError("of Ada")

main()
tell_of_threads()
thread = threading.Thread(target=fail)
thread.start()
thread.join()
Gone()
fail()
"""
    command = [sys.executable, "-c", program, "plan"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("builtins.ValueError\n") == 3
    assert "of Ada" not in done.stderr.replace(program, "")
