"""On what do the store's tests stand? Real files, and a clock that stands still."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.still_clock import StillClock
from tracker.store.store import SqlStore, open_store

MEMORY = Path("/dev/shm")


@contextmanager
def new_place() -> Iterator[Path]:
    """An empty folder of its own, memory-backed where that can be."""
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as name:
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
