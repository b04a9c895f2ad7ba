"""On what do the store's tests stand? Real files, and a clock that stands still."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from tracker.store.store import SqlStore, open_store

MEMORY = Path("/dev/shm")


class StillClock:
    """A clock that tells what it was set to."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 10, 21, 21, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def forward(self, **time: int) -> None:
        self.moment += timedelta(**time)


@contextmanager
def new_place() -> Iterator[Path]:
    """An empty folder of its own, memory-backed where that can be."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Path(name)


@contextmanager
def new_store() -> Iterator[SqlStore]:
    """A store in a folder of its own."""
    with new_place() as place:
        store = open_store(new_folder(place), StillClock())
        yield store
        store.close()


def new_folder(place: Path) -> Path:
    """A data folder as the first start leaves it, copied because Alembic is slow."""
    (place / "data").mkdir(mode=0o700)
    (place / "data" / "routine.db").write_bytes(_first_start())
    (place / "data" / "routine.db").chmod(0o600)
    return place / "data"


@cache
def _first_start() -> bytes:
    with new_place() as place:
        return open_store(place / "data", StillClock()).database.read_bytes()
