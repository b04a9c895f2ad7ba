"""How does a new database come to be, so that a kill at any moment leaves a whole one or none?

It is made under a name of its own and then given the real one, which fails where another process
was faster: both then go on with what that one made.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from tracker.domain.errors import Unavailable
from tracker.store.files import claim, file_failure, private_file, private_folder
from tracker.store.identity import is_there

_PREFIX: Final = "routine-"
SUFFIX: Final = ".new"


def create(database: Path, scripts: Path) -> None:
    """Make an empty database and its folder; one that is there by then is left alone.

    `scripts` is the folder of the ladder to climb. Raises `Unavailable` "read_only",
    "not_written" or "not_opened".
    """
    try:
        private_folder(database.parent)
        _create(database, scripts)
    except OSError as error:
        if not is_there(database):
            raise file_failure(error, database) from error
    except Unavailable as error:
        if not is_there(database):
            raise Unavailable(error.code, path=str(database)) from error
    _sweep(database.parent)


def _create(database: Path, scripts: Path) -> None:
    with fresh_database(database.parent, scripts) as fresh:
        claim(fresh, database)


@contextmanager
def fresh_database(folder: Path, scripts: Path) -> Iterator[Path]:
    """An empty database in a file that goes again, unless it is given another name meanwhile."""
    # Alembic is only needed where something is made or changed.
    from tracker.store.climbing import climb  # noqa: PLC0415

    fresh = private_file(folder, _PREFIX, SUFFIX)
    try:
        climb(fresh, scripts)
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what a killed process left. Who is still making one has lost the race by now."""
    for left in folder.glob(f"{_PREFIX}*{SUFFIX}*"):
        with suppress(OSError):
            left.unlink()
