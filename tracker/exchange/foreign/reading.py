"""Which program wrote this file, and what does it hold?"""

from pathlib import Path
from typing import BinaryIO, Final, Literal, NamedTuple, TypeAlias

from tracker.domain.errors import BadInput, TrackerError
from tracker.domain.foreign import Foreign
from tracker.exchange.foreign.cells import Order
from tracker.exchange.foreign.columns import Columns, Places, guessed, shown
from tracker.exchange.foreign.daylio import is_daylio, read_daylio
from tracker.exchange.foreign.own import is_own, read_own
from tracker.exchange.foreign.table import header_of, read_table

Source: TypeAlias = Literal["loop", "csv", "habitbull", "daylio"]
"""A program, or any table."""
SOURCES: Final[tuple[Source, ...]] = ("loop", "csv", "habitbull", "daylio")

MOST_BYTES: Final = 64 * 1024 * 1024
_DATABASE: Final = b"SQLite format 3\0"
_ARCHIVE: Final = b"PK"


class ReadAs(NamedTuple):
    """How a file is to be read, as far as the person says so; what is None is found out."""

    source: Source | None = None
    columns: Columns | Places | None = None
    order: Order | None = None


def read_foreign(name: str, read_as: ReadAs) -> Foreign:
    """What the file holds; raises `BadInput` with the facts `file` and where in it."""
    try:
        return _read(_plain_file(Path(name)), read_as)
    except TrackerError as error:
        error.facts["file"] = name
        raise


def table_header(name: str) -> list[str] | None:
    """The titles of a file that is a table whose columns are not known; else None."""
    if name.lower().endswith(".json"):
        return None
    path = _plain_file(Path(name))
    try:
        with path.open("rb") as file:
            if _is_table(file):
                header = header_of(file)
                return None if is_own(header) or is_daylio(header) else header
    except OSError as error:
        raise BadInput("file_not_readable") from error
    return None


def _plain_file(path: Path) -> Path:
    """The path, where a file lies there that can be read and is not too large."""
    try:
        if not path.exists():
            raise BadInput("no_such_file")
        if not path.is_file():
            raise BadInput("file_not_readable")
        if path.stat().st_size > MOST_BYTES:
            raise BadInput("file_too_large", most=MOST_BYTES // 1024 // 1024)
    except (OSError, ValueError) as error:
        raise BadInput("file_not_readable") from error
    return path


def _read(path: Path, read_as: ReadAs) -> Foreign:
    try:
        with path.open("rb") as file:
            begin = file.read(len(_DATABASE))
            if begin == _DATABASE:
                from tracker.exchange.foreign.loop_db import read_loop_db  # noqa: PLC0415, large

                return read_loop_db(path)
            if begin.startswith(_ARCHIVE):
                from tracker.exchange.foreign.loop_zip import read_loop_zip  # noqa: PLC0415, large

                return read_loop_zip(path)
            if read_as.source == "loop":
                raise BadInput("not_a_loop_backup")
            return _read_table(file, read_as, path.stem)
    except OSError as error:
        raise BadInput("file_not_readable") from error


def _is_table(file: BinaryIO) -> bool:
    begin = file.read(len(_DATABASE))
    return begin != _DATABASE and not begin.startswith(_ARCHIVE)


def _read_table(file: BinaryIO, read_as: ReadAs, name: str) -> Foreign:
    header = header_of(file)
    if read_as.columns is None and read_as.source in (None, "csv") and is_own(header):
        return read_own(file)
    if read_as.source == "daylio" or (read_as.source is None and is_daylio(header)):
        if not is_daylio(header):
            raise BadInput("columns_needed", known=shown(header))
        return read_daylio(file)
    columns = read_as.columns or guessed(header)
    if columns is None:
        raise BadInput("columns_needed", known=shown(header))
    order = read_as.order
    if order is None and _is_habitbull(header):
        order = "mdy"
    return read_table(file, columns, order, name)


def _is_habitbull(header: list[str]) -> bool:
    """Whether days with slashes are written month first, as that program does."""
    return header[:2] == ["HabitName", "HabitDescription"]
