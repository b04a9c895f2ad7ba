"""What do actions work on in tests? The real store on a real file, and a clock that stands."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.still_clock import SATURDAY, StillClock
from tracker.actions.set_up import set_up
from tracker.exchange.preset import load_preset
from tracker.store.store import SqlStore, open_store


@pytest.fixture
def clock() -> StillClock:
    """Wednesday, 18 November 2026, 21:30."""
    return StillClock(SATURDAY - timedelta(days=3))


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Iterator[SqlStore]:
    """An empty store."""
    opened = open_store(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def oily(store: SqlStore, clock: StillClock) -> SqlStore:
    """A store with the routine for oily skin and both choices' place, begun on 1 October.

    The lotion's November is its month off; Wednesday is a mask day.
    """
    start = clock.now().date().replace(month=10, day=1)
    set_up(store, load_preset("oily", start, "overnight-serum"), "oily")
    return store
