"""On what do journeys stand? A real database, the real window, a clock that stands still."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.hand import Hand
from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker import app
from tracker.actions.set_up import set_up
from tracker.exchange.preset import load_preset
from tracker.store.store import open_store
from tracker.ui.crash import CrashReport


@pytest.fixture
def clock() -> StillClock:
    """Saturday evening in a month off, in a week without a mask so far."""
    return StillClock(datetime(2026, 11, 21, 21, 30, tzinfo=timezone(timedelta(hours=1))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The person's data folder."""
    return tmp_path / "data"


@pytest.fixture
def routine(folder: Path, clock: StillClock) -> Path:
    """The routine for oily skin, begun in October, with nothing logged; its folder."""
    store = open_store(folder, clock)
    set_up(store, load_preset("oily", date(2026, 10, 1), "overnight-serum"), "oily")
    store.close()
    return folder


Start = Callable[[], Person]


@pytest.fixture
def start(
    qtbot: QtBot,
    qapp: QApplication,
    folder: Path,
    clock: StillClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Start]:
    """Start the program as its front door does; at the end nothing modal may be open."""
    monkeypatch.setattr(CrashReport, "catch", lambda _report: None)
    people: list[Person] = []

    def started() -> Person:
        window = app.build(qapp, folder, clock, app.first_sight(folder, clock))
        qtbot.addWidget(window)
        window.show()
        people.append(Person(qtbot, window, folder))
        people[-1].wait_until_ready()
        people[-1].come_back()
        return people[-1]

    yield started
    for person in people:
        person.leave()
    assert QApplication.activeModalWidget() is None


@pytest.fixture
def start_broken(start: Start, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Start where the store cannot be opened."""
    monkeypatch.setattr(Person, "is_ready", lambda person: person.reads("Try again"))
    return start


@pytest.fixture
def hand(start: Start, routine: Path) -> Hand:
    """At work on the routine's page."""
    del routine
    one = Hand(start())
    one.open_routine()
    return one
