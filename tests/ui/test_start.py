"""Does today stand in the first frame, with nothing heavy before it and nothing lost after?"""

import os
import stat
import subprocess
import sys
import threading
from ast import literal_eval
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.architecture.imports import HEAVY
from tracker import app
from tracker.actions.set_up import set_up
from tracker.exchange.preset import load_preset
from tracker.store.store import open_store
from tracker.system.clock import SystemClock
from tracker.ui.crash import CrashReport

FIRST_FRAME = """
import gc, sys
from tracker import app

build = app.build

def watched(*arguments):
    window = build(*arguments)
    window.painted.connect(tell)
    windows.append(window)
    return window

def tell():
    rows = [row.card.step for row in windows[0].today.face.rows()]
    print(sorted({name.partition(".")[0] for name in sys.modules}))
    print([name for name in sys.modules if name.startswith("PySide6.Qt")])
    print(rows, gc.isenabled(), flush=True)
    import os
    os._exit(0)

windows = []
app.build = watched
app.main()
"""


def first_frame(folder: Path) -> list[str]:
    """What the process knows while it draws its first frame."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME],
        env={**os.environ, "ROUTINE_TRACKER_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def routine(tmp_path: Path) -> Path:
    clock = SystemClock()
    store = open_store(tmp_path, clock)
    set_up(store, load_preset("oily", date(2026, 10, 1)), "oily")
    store.close()
    return tmp_path


def test_todays_steps_stand_in_the_first_frame_and_nothing_heavy_before_it(routine: Path) -> None:
    modules, qt, rows = first_frame(routine)

    # Qt brings "inspect" along.
    heavy = HEAVY - {"PySide6", "shiboken6", "inspect"} | {"concurrent", "platformdirs", "tomllib"}
    assert [name for name in heavy if f"'{name}'" in modules] == []
    assert sorted(literal_eval(qt)) == ["PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"]
    assert "'cleanse-evening'" in rows


def test_the_collector_rests_until_the_window_is_shown(routine: Path) -> None:
    assert first_frame(routine)[-1].endswith("True")


def test_without_data_the_window_stands_as_well(tmp_path: Path) -> None:
    assert first_frame(tmp_path / "none")[-1].startswith("[]")


def test_without_a_display_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    done = subprocess.run(
        [sys.executable, "-c", "import sys; from tracker.app import main; sys.exit(main())"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "set DISPLAY" in done.stderr
    assert "routine-tracker plan" in done.stderr


def test_a_look_that_fails_leaves_the_window_to_the_store(routine: Path) -> None:
    assert app.first_sight(routine, SystemClock()) is not None
    (routine / "routine.db").write_bytes(b"")

    assert app.first_sight(routine, SystemClock()) is None


def test_a_bug_reaches_a_dialog_with_the_path_of_its_log(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    report = CrashReport(window, tmp_path, SystemClock())
    for place, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(place, name, getattr(place, name))
    report.catch()

    records: dict[str, str] = {}
    name = "Clay mask"
    try:
        records[name]
    except KeyError as bug:
        sys.excepthook(KeyError, bug, bug.__traceback__)
        sys.excepthook(KeyError, bug, bug.__traceback__)

    (log,) = (tmp_path / "logs").iterdir()
    assert isinstance(report.dialog, QMessageBox)
    assert str(log) in report.dialog.informativeText()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert "Clay mask" not in log.read_text()
    said = capsys.readouterr().err
    assert said.count("builtins.KeyError\n") == 2
    assert "Clay mask" not in said
    report.dialog.accept()
    qtbot.waitUntil(lambda: report.dialog is None)
