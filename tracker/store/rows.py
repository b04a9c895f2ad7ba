"""How are the rows of one form found, and exchanged for others?"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select
from sqlalchemy.dialects import sqlite

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
    rows = [(place, *stored.row) for place, stored in coming]
    put_in(connection, form.table, names, rows)
    if form.parts is not None:
        _take_out(connection, form.parts.table, "owner", leaving)
        names = ("owner", "place", *form.parts.columns)
        put_in(connection, form.parts.table, names, list(_part_rows(coming)))


def put_in(connection: Connection, table: str, columns: tuple[str, ...], rows: list[Row]) -> None:
    """Put rows into a table; their cells are in the order of `columns`, the table's own."""
    if rows:
        connection.exec_driver_sql(_insert_text(table, columns), rows)


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


@cache
def _insert_text(table: str, columns: tuple[str, ...]) -> str:
    """For the driver itself: naming 40,000 rows' values to SQLAlchemy takes twice the time."""
    target = METADATA.tables[table]
    statement = insert(target).values({name: bindparam(name) for name in columns})
    compiled = statement.compile(dialect=sqlite.dialect())
    assert tuple(compiled.positiontup or ()) == columns
    return str(compiled)


def _part_rows(coming: Iterable[Placed]) -> Iterator[Row]:
    for owner, stored in coming:
        for place, cells in enumerate(stored.parts):
            yield (owner, place, *cells)


def _portions(values: Iterable[T]) -> Iterator[list[T]]:
    left = iter(values)
    while some := list(islice(left, _AT_ONCE)):
        yield some
