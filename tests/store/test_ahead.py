"""After a clock ran a year ahead and came back: is nothing lost, stopped or thinned?"""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tests.store.diaries import DAY
from tracker.actions.set_up import set_up
from tracker.actions.tick import tick, untick
from tracker.domain.errors import BadInput
from tracker.exchange.preset import load_preset
from tracker.store.ahead import dated_ahead
from tracker.store.backup.folder import FolderBackups
from tracker.store.doctor import Check
from tracker.store.store import SqlStore

STEP = "cleanse-evening"


@pytest.fixture
def routine(store: SqlStore) -> SqlStore:
    set_up(store, load_preset("oily", DAY, "overnight-serum"), "oily")
    return store


def test_what_was_done_meanwhile_stays_is_named_and_can_be_taken_out(
    routine: SqlStore, folder: Path, clock: StillClock
) -> None:
    tick(routine, clock, STEP)
    assert dated_ahead(folder, clock.now()) == []
    today = clock.now().date()
    clock.forward(days=365)
    ahead = clock.now().date()
    tick(routine, clock, STEP)
    assert dated_ahead(folder, clock.now()) == []
    clock.forward(days=-365)

    detail = f"1 {ahead} {ahead}"
    assert dated_ahead(folder, clock.now()) == [Check("clock", "warning", detail)]
    assert tick(routine, clock, "moisturise-evening") is not None
    with pytest.raises(BadInput, match="day_in_future"):
        tick(routine, clock, STEP, ahead)
    assert untick(routine, clock, STEP, ahead) is not None
    assert dated_ahead(folder, clock.now()) == []
    with routine.reading() as look:
        assert {entry.day for entry in look.entries(today, ahead)} == {today}


def test_what_is_undone_is_the_last_that_was_done_whatever_the_clock_said(
    routine: SqlStore, clock: StillClock
) -> None:
    clock.forward(days=365)
    tick(routine, clock, STEP)
    clock.forward(days=-365)
    tick(routine, clock, "moisturise-evening")
    undone = [routine.undo(), routine.undo()]
    assert [change and change.facts["step"] for change in undone] == ["moisturise-evening", STEP]


@pytest.mark.usefixtures("routine")
def test_backups_dated_ahead_neither_stop_nor_thin_others(folder: Path, clock: StillClock) -> None:
    backups = FolderBackups(folder, clock)
    clock.forward(days=365)
    ahead = [backups.make("each-day").file for _ in range(5)]
    clock.forward(days=-365)
    made = []
    for _ in range(20):
        daily = backups.keep_daily()
        assert daily is not None
        made.append(daily.file)
        clock.forward(days=1, minutes=1)
    kept = {backup.file for backup in backups.listed()}
    assert kept.issuperset(ahead)
    assert kept.issuperset(made[-12:])


def test_a_day_ahead_may_be_travel(routine: SqlStore, folder: Path, clock: StillClock) -> None:
    clock.forward(days=1)
    tick(routine, clock, STEP)
    assert dated_ahead(folder, clock.now() - timedelta(days=1)) == []


def test_without_a_database_nothing_is_said(place: Path, clock: StillClock) -> None:
    assert dated_ahead(place / "none", clock.now()) == []
