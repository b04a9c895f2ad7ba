"""What do actions work on in tests? The real store on a real file, and a clock that stands."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from tracker.actions.set_up import set_up
from tracker.exchange.preset import load_preset
from tracker.store.store import SqlStore, open_store

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


class StandingClock:
    """A clock that tells what it was set to."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 18, 21, 30, tzinfo=UTC)

    def now(self) -> datetime:
        """The moment that was set."""
        return self.moment

    def forward(self, days: int) -> None:
        """Go on by whole days."""
        self.moment += timedelta(days=days)


@pytest.fixture
def clock() -> StandingClock:
    """Wednesday, 18 November 2026, 21:30."""
    return StandingClock()


@pytest.fixture
def store(tmp_path: Path, clock: StandingClock) -> Iterator[SqlStore]:
    """An empty store."""
    opened = open_store(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def oily(store: SqlStore, clock: StandingClock) -> SqlStore:
    """A store with the routine for oily skin and both choices' place, begun on 1 October.

    The lotion's November is its month off; Wednesday is a mask day.
    """
    start = clock.now().date().replace(month=10, day=1)
    set_up(store, load_preset("oily", start, "overnight-serum"), "oily")
    return store
