"""What is given to the store's tests?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tests.store.places import new_folder, new_place
from tracker.store.store import SqlStore, open_store


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def place() -> Iterator[Path]:
    """An empty folder."""
    with new_place() as found:
        yield found


@pytest.fixture
def folder(place: Path) -> Path:
    """A data folder with an empty database."""
    return new_folder(place)


@pytest.fixture
def store(folder: Path, clock: StillClock) -> Iterator[SqlStore]:
    """The store in `folder`."""
    found = open_store(folder, clock)
    yield found
    found.close()
