"""Does the demo's window say what it is, and is its folder gone when the window is?"""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.cli.test_demo import contents
from tests.still_clock import StillClock
from tracker.actions.plan_rows import plan_rows
from tracker.actions.views.reminders import reminders
from tracker.demo import fill
from tracker.store.first_look import first_look

WINDOW = """
import sys
from tracker import app, cli

build = app.build

def watched(application, folder, *arguments):
    window = build(application, folder, *arguments)
    window.painted.connect(lambda: tell(window, folder))
    return window

def tell(window, folder):
    rows = [row.card.step for row in window.today.face.rows()]
    print(window.windowTitle(), folder, "cleanse-evening" in rows, sep="|", flush=True)
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, window.close)

app.build = watched
sys.exit(cli.main(["--demo"]))
"""


def test_the_window_stands_on_a_copy_that_goes_with_it(tmp_path: Path) -> None:
    own, temporary = tmp_path / "own", tmp_path / "temporary"
    own.mkdir()
    temporary.mkdir()
    (own / "routine.db").write_bytes(b"whatever the person has")
    before = contents(own)

    done = subprocess.run(
        [sys.executable, "-c", WINDOW],
        env={**os.environ, "ROUTINE_TRACKER_DATA": str(own), "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    title, folder, has_rows = done.stdout.strip().split("|")
    assert title == "Routine Tracker, demo"
    assert Path(folder).parent == temporary
    assert has_rows == "True"
    assert not list(temporary.iterdir())
    assert contents(own) == before


def test_the_demo_reminds_of_nothing(tmp_path: Path) -> None:
    clock = StillClock(datetime(2026, 11, 18, 22, 0, tzinfo=UTC))
    fill(tmp_path, clock)

    look = first_look(tmp_path)
    assert look is not None
    with look:
        assert reminders(clock.now(), look).due == ()
        assert plan_rows(look, clock.now().date(), clock.now().date(), clock.now().date())
