"""How are the rows of one form found, and exchanged for others?"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select

from tracker.store.mapping.cells import Cell, Row
from tracker.store.mapping.shape import Form, Placed, Stored
from tracker.store.reads import STATEMENTS
from tracker.store.tables import METADATA

T = TypeVar("T")

_AT_ONCE: Final = 300
"""Values in one statement; SQLite's oldest limit is 999 variables."""


class CoreSource:
    """A connection of SQLAlchemy's, asked by the names of `reads`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, statement: str, **values: str) -> Sequence[Row]:
        """The rows that the statement finds."""
        return [tuple(row) for row in self._connection.execute(STATEMENTS[statement], values)]


def last_place(connection: Connection, form: Form) -> int:
    """The place of the row that was entered last; 0 where there is none."""
    place = METADATA.tables[form.table].c.place
    return int(connection.execute(select(func.coalesce(func.max(place), 0))).scalar_one())


def candidates(connection: Connection, form: Form, sought: Collection[Cell]) -> Iterator[Placed]:
    """What is stored whose `lookup` cell is among those sought."""
    column = METADATA.tables[form.table].c[form.lookup]
    for some in _portions(sought):
        yield from _found(connection, form, column.in_(some))


def at_places(connection: Connection, form: Form, places: Collection[int]) -> dict[int, Stored]:
    """What is stored at those of the places where something is."""
    column = METADATA.tables[form.table].c.place
    return {
        placed.place: placed.stored
        for some in _portions(places)
        for placed in _found(connection, form, column.in_(some))
    }


def exchange(
    connection: Connection, form: Form, leaving: Sequence[int], coming: Sequence[Placed]
) -> None:
    """Take out the rows at places, then put others in; references are judged at commit."""
    _take_out(connection, form.table, "place", leaving)
    names = ("place", *form.columns)
    _put_in(connection, form.table, names, ((place, *stored.row) for place, stored in coming))
    if form.parts is not None:
        _take_out(connection, form.parts.table, "owner", leaving)
        names = ("owner", "place", *form.parts.columns)
        _put_in(connection, form.parts.table, names, _part_rows(coming))


def _found(connection: Connection, form: Form, condition: ColumnElement[bool]) -> list[Placed]:
    table = METADATA.tables[form.table]
    columns = (table.c[name] for name in form.columns)
    rows = connection.execute(select(table.c.place, *columns).where(condition)).all()
    if form.parts is None or not rows:
        return list(form.placed(rows))
    parts = METADATA.tables[form.parts.table].c
    owned = (
        select(parts.owner, parts.place, *(parts[name] for name in form.parts.columns))
        .where(parts.owner.in_([row[0] for row in rows]))
        .order_by(parts.owner, parts.place)
    )
    return list(form.placed(rows, [tuple(part) for part in connection.execute(owned)]))


def _take_out(connection: Connection, name: str, column: str, values: Sequence[int]) -> None:
    if values:
        table = METADATA.tables[name]
        statement = delete(table).where(table.c[column] == bindparam("gone"))
        connection.execute(statement, [{"gone": value} for value in values])


def _put_in(connection: Connection, name: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    values = [dict(zip(columns, row, strict=True)) for row in rows]
    if values:
        connection.execute(insert(METADATA.tables[name]), values)


def _part_rows(coming: Iterable[Placed]) -> Iterator[Row]:
    for owner, stored in coming:
        for place, cells in enumerate(stored.parts):
            yield (owner, place, *cells)


def _portions(values: Iterable[T]) -> Iterator[list[T]]:
    left = iter(values)
    while some := list(islice(left, _AT_ONCE)):
        yield some
