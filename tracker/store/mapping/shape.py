"""What does the mapping between a kind of record and its rows consist of?"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, TypeVar

from tracker.store.mapping.cells import Cell, Row

if TYPE_CHECKING:
    from tracker.actions.change import RecordKind

R = TypeVar("R")


class Stored(NamedTuple):
    """A record as the database holds it: its own cells, and those of its parts in their order.

    Without places: where a thing stands is no part of what it is.
    """

    row: Row
    parts: tuple[Row, ...] = ()


class Placed(NamedTuple):
    """Something stored, and its place."""

    place: int
    stored: Stored


class Parts(NamedTuple):
    """The table of a record's parts and its columns after `owner` and `place`."""

    table: str
    columns: tuple[str, ...]


class Form:
    """In which tables and columns one kind of record is stored.

    `columns` are its table's columns after `place`. Two records are the same one when the columns
    in `same` agree; without any, when everything does. `lookup` is a column, never NULL, by which
    few candidates for the same one are found. `listed` is the name of its list in a document.
    """

    kind: "ClassVar[RecordKind]"
    listed: ClassVar[str]
    table: ClassVar[str]
    columns: ClassVar[tuple[str, ...]]
    same: ClassVar[tuple[str, ...]] = ()
    lookup: ClassVar[str]
    parts: ClassVar[Parts | None] = None

    def __init__(self) -> None:
        places = map(self.columns.index, self.same)
        self._same_cells = itemgetter(*places) if self.same else None

    @property
    def tables(self) -> tuple[str, ...]:
        """Its table, and that of its parts."""
        return (self.table,) if self.parts is None else (self.table, self.parts.table)

    def key(self, stored: Stored) -> object:
        """What makes two of them the same one; hashable."""
        return stored if self._same_cells is None else self._same_cells(stored.row)

    def cell(self, stored: Stored, column: str) -> Cell:
        """One of its own cells."""
        return stored.row[self.columns.index(column)]

    def placed(self, rows: Iterable[Sequence[Cell]], parts: Iterable[Row] = ()) -> Iterator[Placed]:
        """What rows of the table hold, with the rows of their parts, in the order of the rows."""
        owned: dict[Cell, list[Row]] = {}
        for owner, _, *cells in parts:
            owned.setdefault(owner, []).append(tuple(cells))
        for row in rows:
            place = row[0]
            assert isinstance(place, int)
            yield Placed(place, Stored(tuple(row[1:]), tuple(owned.get(place, ()))))


class Shape(Form, ABC, Generic[R]):
    """The mapping of one kind of record to its rows and back."""

    @abstractmethod
    def write(self, record: R) -> Stored:
        """The record as it is stored."""

    @abstractmethod
    def read(self, stored: Stored) -> R:
        """The record that is stored; raises `BadInput` where its cells hold none."""
