"""What tells our database from any other file, and from one of another version?

Answered from the file's first bytes, without opening it as a database, so that a file which is not
ours is never written to.
"""

from pathlib import Path
from typing import Final, NamedTuple

from tracker.domain.errors import Unavailable

FILE_NAME: Final = "routine.db"
"""The database's name in the data folder."""
APPLICATION_ID: Final = 0x52545231
"""SQLite's application id of our files: "RTR1"."""


class Ladder(NamedTuple):
    """The revisions of the schema, oldest first, and the folder from which Alembic runs them."""

    revisions: tuple[str, ...]
    scripts: Path

    @property
    def top(self) -> str:
        """The newest revision."""
        return self.revisions[-1]


LADDER: Final = Ladder(("0001",), Path(__file__).parent / "migrations")
"""Ours. A new rung is a file in the scripts' "versions", and its revision in here."""

_MAGIC: Final = b"SQLite format 3\0"
_HEADER_LENGTH: Final = 100
_APPLICATION_ID_AT: Final = slice(68, 72)


def is_there(file: Path) -> bool:
    """Whether there is such a file; raises `Unavailable` "not_opened" where that is not told."""
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise Unavailable("not_opened", path=str(file)) from error
    return True


def check_identity(database: Path) -> None:
    """Make sure that the file is one of ours, by its header.

    Raises `Unavailable`: "empty_file", "damaged_file" (no SQLite file), "foreign_file" (another
    program's) or "not_opened", each with the fact `path`.
    """
    try:
        with database.open("rb") as file:
            header = file.read(_HEADER_LENGTH)
    except OSError as error:
        raise Unavailable("not_opened", path=str(database)) from error
    if not header:
        raise Unavailable("empty_file", path=str(database))
    if len(header) < _HEADER_LENGTH or not header.startswith(_MAGIC):
        raise Unavailable("damaged_file", path=str(database))
    if header[_APPLICATION_ID_AT] != APPLICATION_ID.to_bytes(4, "big"):
        raise Unavailable("foreign_file", path=str(database))
