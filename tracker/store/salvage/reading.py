"""Which records can be read of a damaged database, and of how many is nothing left but a trace?"""

import sqlite3
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeVar

from tracker.domain.diary import Diary, Record
from tracker.domain.errors import BadInput
from tracker.store.failure import FAILURES
from tracker.store.mapping.cells import Cell, Row
from tracker.store.mapping.groups import GROUPS
from tracker.store.mapping.log import ENTRIES, RATINGS
from tracker.store.mapping.products import PRODUCTS
from tracker.store.mapping.questions import PHOTOS, QUESTIONS
from tracker.store.mapping.rests import PAUSES, TREATMENTS
from tracker.store.mapping.settings import SETTINGS
from tracker.store.mapping.shape import Form, Shape, Stored
from tracker.store.mapping.steps import STEPS
from tracker.store.salvage.entries import whole_rows
from tracker.store.salvage.lending import Layout, Roots, lent
from tracker.store.salvage.spans import readable, table_scan

R = TypeVar("R", bound=Record)
_LEAST_ROW: Final = 8
"""Bytes that no row is shorter than: so many rows a file can hold at most."""
_UNUSABLE: Final = (BadInput, ValueError, TypeError, OverflowError, RecursionError)


class Remains(NamedTuple):
    """The records that can be read, and how many rows were found of which no record can be made."""

    diary: Diary
    unusable: int

    @property
    def size(self) -> int:
        """How many records there are."""
        return sum(map(len, self.diary))


def remains(content: bytearray, layout: Layout) -> Remains:
    """The most that can be read of a damaged file; its content is worn out by that."""
    tries = [_tried(content, layout.header, roots) for roots in layout.roots(content)]
    return max(tries, key=lambda found: found.size)


def _tried(content: bytearray, header: bytes, roots: Roots) -> Remains:
    try:
        with lent(header, content, roots) as connection:
            return _Reader(connection, len(content)).remains()
    except FAILURES:
        return Remains(Diary(), 0)


class _Reader:
    """Reads one kind of record after another."""

    def __init__(self, connection: sqlite3.Connection, size: int) -> None:
        self._connection = connection
        self._most = size // _LEAST_ROW
        self._unusable = 0

    def remains(self) -> Remains:
        """Everything that can be read."""
        diary = Diary(
            {setting.key: setting.value for setting in self._all(SETTINGS)},
            self._all(PRODUCTS),
            self._all(STEPS),
            self._all(GROUPS),
            self._all(PAUSES),
            self._all(TREATMENTS),
            self._all(ENTRIES),
            self._all(RATINGS),
            self._all(QUESTIONS),
            self._all(PHOTOS),
        )
        return Remains(diary, self._unusable)

    def _all(self, shape: Shape[R]) -> tuple[R, ...]:
        found: dict[object, R] = {}
        for stored in self._stored(shape):
            try:
                record = shape.read(stored)
            except _UNUSABLE:
                self._unusable += 1
            else:
                found.setdefault(shape.key(stored), record)
        return tuple(found.values())

    def _stored(self, form: Form) -> Iterator[Stored]:
        """What is stored of a kind, by place; what has a gap among its parts is not."""
        rows = readable(table_scan(self._connection, form.table, form.columns), 1, self._most)
        if form is ENTRIES:
            rows = whole_rows(self._connection, rows)
        parts = self._parts(form)
        for place in sorted(rows):
            own = parts.get(place, {})
            if set(own) != set(range(len(own))):
                self._unusable += 1
                continue
            in_order = tuple(own[number] for number in range(len(own)))
            for row in rows[place]:
                yield Stored(row, in_order)

    def _parts(self, form: Form) -> dict[Cell, dict[Cell, Row]]:
        """The parts of each owner, by their own place."""
        if form.parts is None:
            return {}
        columns = ("owner", "place", *form.parts.columns)
        scan = table_scan(self._connection, form.parts.table, columns)
        found: dict[Cell, dict[Cell, Row]] = {}
        for rows in readable(scan, 1, self._most).values():
            for owner, place, *cells in rows:
                found.setdefault(owner, {}).setdefault(place, tuple(cells))
        return found
