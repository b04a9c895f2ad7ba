"""Is there one window for a folder, also after a crash?"""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tracker.system.doorbell import bell, lock_file, ring
from tracker.system.only_window import OnlyWindow

RINGER = """
import sys
from pathlib import Path
from tracker.system.doorbell import ring
sys.exit(not ring(Path(sys.argv[1])))
"""
HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QObject
from tracker.system.only_window import OnlyWindow
app = QCoreApplication([])
parent = QObject()
print(OnlyWindow(Path(sys.argv[1]), parent).claim(), flush=True)
app.exec()
"""


@pytest.fixture
def parent(qtbot: QtBot) -> QObject:
    del qtbot
    return QObject()


def test_nobody_answers_where_no_window_is_open(tmp_path: Path) -> None:
    assert not ring(tmp_path)
    bell(tmp_path).touch()
    assert not ring(tmp_path)


def test_a_second_claim_fails_and_ringing_calls_the_first(
    parent: QObject, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = OnlyWindow(tmp_path, parent), OnlyWindow(tmp_path, parent)

    assert first.claim()
    assert not second.claim()
    with qtbot.waitSignal(first.called):
        ringing = subprocess.Popen([sys.executable, "-c", RINGER, str(tmp_path)])
    assert ringing.wait(10) == 0
    first.release()
    assert second.claim()
    second.release()


def test_neither_the_lock_nor_the_bell_is_for_others(parent: QObject, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        mine = OnlyWindow(tmp_path, parent)
        assert mine.claim()
        for place in (lock_file(tmp_path), bell(tmp_path)):
            assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0
        assert os.umask(0) == 0
    finally:
        os.umask(before)
    mine.release()


def test_windows_of_other_folders_do_not_mind(parent: QObject, tmp_path: Path) -> None:
    one, other = OnlyWindow(tmp_path / "a", parent), OnlyWindow(tmp_path / "b", parent)

    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_the_lock_of_a_killed_window_is_taken_over(parent: QObject, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        mine = OnlyWindow(tmp_path, parent)
        assert not mine.claim()
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()

    assert lock_file(tmp_path).exists()
    assert not ring(tmp_path)
    assert mine.claim()
    mine.release()
