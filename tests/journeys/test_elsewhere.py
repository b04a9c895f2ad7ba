"""Does the window show what happened without it: another process, a new day, a broken file?"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.actions.set_up import set_up
from tracker.exchange.preset import load_preset
from tracker.store.identity import FILE_NAME
from tracker.store.store import open_store
from tracker.system.clock import SystemClock
from tracker.system.day_watch import DayWatch
from tracker.system.doorbell import ring

Start = Callable[[], Person]


def tracker(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tracker", *arguments],
        env={**os.environ, "ROUTINE_TRACKER_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_another_processs_tick_shows_by_itself(
    start: Start, qtbot: QtBot, folder: Path, clock: StillClock
) -> None:
    clock.moment = SystemClock().now()
    store = open_store(folder, clock)
    set_up(store, load_preset("oily", clock.moment.date() - timedelta(days=3)), "oily")
    store.close()
    person = start()
    assert not person.card("cleanse-morning").is_ticked

    done = tracker(folder, "tick", "cleanse-morning")

    assert done.returncode == 0, done.stderr
    qtbot.waitUntil(lambda: person.card("cleanse-morning").is_ticked, timeout=5_000)
    person.settle()
    person.undo()
    assert not person.card("cleanse-morning").is_ticked


@pytest.mark.usefixtures("routine")
def test_a_new_day_shows_by_itself(start: Start, qtbot: QtBot, clock: StillClock) -> None:
    person = start()
    clock.moment += timedelta(hours=6, minutes=29)
    watch = person.window.findChild(DayWatch)
    assert watch is not None
    watch.look()
    person.settle()
    assert person.view.day == date(2026, 11, 21)

    clock.moment += timedelta(minutes=1)
    watch.look()

    qtbot.waitUntil(lambda: person.view.day == date(2026, 11, 22))
    assert person.reads("Sunday, 22 November")


@pytest.mark.usefixtures("routine")
def test_in_the_morning_the_mornings_steps_stand_first(start: Start, clock: StillClock) -> None:
    clock.moment = clock.moment.replace(hour=7)

    person = start()

    assert [box.slot.slot for box in person.window.today.face.boxes()] == ["morning", "evening"]
    assert person.focused == "cleanse-morning"


@pytest.mark.usefixtures("routine")
def test_a_second_start_calls_the_window_and_gives_way(start: Start, folder: Path) -> None:
    person = start()
    person.window.showMinimized()
    second = subprocess.Popen(
        [sys.executable, "-m", "tracker"],
        env={**os.environ, "ROUTINE_TRACKER_DATA": str(folder)},
    )

    person.qtbot.waitUntil(lambda: not person.window.isMinimized(), timeout=10_000)

    assert second.wait(timeout=10) == 0
    person.leave()
    assert not ring(folder)


def test_a_record_that_cannot_be_read_is_told_and_tried_again(
    start_broken: Start, routine: Path
) -> None:
    with closing(sqlite3.connect(routine / FILE_NAME)) as database:
        kept = database.execute("SELECT rowid, rule FROM schedule_versions").fetchall()
        database.execute('UPDATE schedule_versions SET rule = \'{"kind":"zzz"}\'')
        database.commit()

    person = start_broken()

    assert person.reads("Your records could not be opened")
    person.click_on("Try again")
    assert person.reads("Your records could not be opened")
    with closing(sqlite3.connect(routine / FILE_NAME)) as database:
        database.executemany("UPDATE schedule_versions SET rule = ?2 WHERE rowid = ?1", kept)
        database.commit()
    person.click_on("Try again")
    person.qtbot.waitUntil(lambda: person.reads("Saturday, 21 November"), timeout=5_000)
    assert not person.reads("Your records could not be opened")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (b"not a database, but long enough to be read" * 9, "damaged")],
)
def test_a_file_that_is_not_ours_is_said_to_be_so_and_left_alone(
    start_broken: Start, folder: Path, content: bytes, said: str
) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(content)

    person = start_broken()

    assert person.reads("Your records could not be opened")
    assert any(said in text.lower() for text in person.visible_texts())
    assert (folder / FILE_NAME).read_bytes() == content

    (folder / FILE_NAME).unlink()
    person.click_on("Try again")
    person.qtbot.waitUntil(lambda: person.reads("How is your skin?"), timeout=5_000)
