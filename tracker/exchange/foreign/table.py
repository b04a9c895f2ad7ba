"""What does any table of days hold, once it is known which column is what?"""

from collections.abc import Iterator
from typing import BinaryIO

from tracker.domain.errors import BadInput
from tracker.domain.foreign import Foreign, Habit, HabitKey
from tracker.domain.outside import NAME_LENGTH
from tracker.exchange.foreign.cells import Order, is_ambiguous, order_of, read_day, read_meaning
from tracker.exchange.foreign.columns import Columns, Places, places
from tracker.exchange.foreign.gathering import Gathering
from tracker.exchange.foreign.rows import Row, read_rows
from tracker.words.foreign_place import row_place


def read_table(
    stream: BinaryIO, columns: Columns | Places, order: Order | None, name: str
) -> Foreign:
    """The habits of a table; `name` is that of the only habit where no column names one.

    Raises `BadInput`: for a row that is none, "no_such_column", or "order_needed" where days can
    be read in two ways and none of them tells in which.
    """
    where = places(columns, header_of(stream))
    try:
        return _read(stream, where, order, name[:NAME_LENGTH])
    except _OrderNeededError:
        # Most tables say the year first, and are read but once.
        return _read(stream, where, _order(stream, where.date), name[:NAME_LENGTH])


class _OrderNeededError(Exception):
    """A day can be read in two ways."""


def _read(stream: BinaryIO, where: Places, order: Order | None, name: str) -> Foreign:
    gathering = Gathering()
    read = _Reader(gathering, where, order, name)
    for row in data_rows(stream):
        read.row(row)
    return gathering.foreign()


def header_of(stream: BinaryIO) -> list[str]:
    """The titles of the columns."""
    stream.seek(0)
    return next(read_rows(stream)).cells


def data_rows(stream: BinaryIO) -> Iterator[Row]:
    """The rows below the header, without those in which nothing stands."""
    stream.seek(0)
    for row in read_rows(stream):
        if row.number > 1 and any(cell.strip() for cell in row.cells):
            yield row


def cell(row: Row, place: int | None) -> str:
    """What stands at that place of a row, which may be shorter."""
    return "" if place is None or place >= len(row.cells) else row.cells[place]


def _order(stream: BinaryIO, place: int) -> Order:
    """Which order the days of that column are written in."""
    doubtful: list[Row] = []
    for row in data_rows(stream):
        text = cell(row, place).strip()
        found = order_of((text,))
        if found is not None:
            return found
        if is_ambiguous(text) and not doubtful:
            doubtful.append(row)
    got = cell(doubtful[0], place).strip()[:20]
    raise BadInput("order_needed", where=row_place(doubtful[0].number), got=got)


class _Reader:
    """Reads row after row into a gathering."""

    def __init__(self, gathering: Gathering, where: Places, order: Order | None, name: str) -> None:
        self._gathering = gathering
        self._where = where
        self._order = order
        self._name = name

    def row(self, row: Row) -> None:
        """One row: a habit, a day, and whether it was done."""
        text = cell(row, self._where.date).strip()
        if self._order is None and is_ambiguous(text):
            raise _OrderNeededError
        day = read_day(text, self._order)
        note = cell(row, self._where.note)
        if day is None:
            self._gathering.leave(row.number, "no_day", {"got": text[:40]})
            return
        value = cell(row, self._where.value)
        meaning = "tick" if self._where.value is None else read_meaning(value)
        habit = self._habit(row)
        if habit is None:
            return
        match meaning:
            case "tick" | "skip":
                self._gathering.entry(row.number, habit, day, meaning, note)
            case "nothing":
                self._gathering.nothing(row.number, note)
            case "automatic":
                self._gathering.leave(row.number, "automatic")
            case "unknown":
                self._gathering.leave(row.number, "unknown_value", {"got": value.strip()[:40]})

    def _habit(self, row: Row) -> HabitKey | None:
        name = self._name if self._where.name is None else cell(row, self._where.name).strip()
        return self._gathering.named(row.number, Habit(name, name))
