"""Which entries can be read, where the table and its two indexes hold each of them once?

A row that only one of them still holds is taken from it; where two differ, what the third bears
out holds.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Final, TypeAlias

from tracker.domain.day import FIRST_DAY, LAST_DAY
from tracker.store.failure import FAILURES
from tracker.store.mapping.cells import Cell, Row
from tracker.store.mapping.log import ENTRIES
from tracker.store.salvage.spans import Scan, Way, readable

Key: TypeAlias = tuple[Cell, ...]
"""Day, step and deed, as an index holds them."""
_KEY: Final = 3
_BY_DAY: Final = (
    "SELECT day, place, step, do FROM entries INDEXED BY ix_entries_day_step_do"
    " WHERE day BETWEEN ? AND ? ORDER BY day {way}, step {way}, do {way}"
)
_BY_STEP: Final = (
    "SELECT place FROM entries INDEXED BY ix_entries_step_do_day"
    " WHERE day = ? AND step = ? AND do = ?"
)
_BARE: Final[Row] = (None, None, None, None, 0)
"""What an index does not hold of an entry: when, with which product, why."""


def whole_rows(connection: sqlite3.Connection, rows: dict[int, list[Row]]) -> dict[int, list[Row]]:
    """The rows of the table, by place, with what the indexes know besides or better."""
    keys = _keys(connection)
    found = dict(rows)
    for place in keys.keys() - rows.keys():
        borne_out = [key for key in keys[place] if _is_borne_out(connection, place, key) != "no"]
        found[place] = [(*key, *_BARE) for key in borne_out]
    for place in keys.keys() & rows.keys():
        found[place] = [_settled(connection, place, row, keys[place]) for row in rows[place]]
    return found


def _settled(connection: sqlite3.Connection, place: int, row: Row, keys: list[Key]) -> Row:
    own = row[:_KEY]
    if own in keys or _is_borne_out(connection, place, own) == "yes":
        return row
    others = (key for key in keys if _is_borne_out(connection, place, key) == "yes")
    return (*next(others, own), *row[_KEY:])


def _is_borne_out(connection: sqlite3.Connection, place: int, key: Key) -> str:
    """Whether the index by step says the same: "yes", "no" or, where it is torn, "unknown"."""
    try:
        places = [row[0] for row in connection.execute(_BY_STEP, key)]
    except FAILURES:
        return "unknown"
    return "yes" if place in places else "no"


def _keys(connection: sqlite3.Connection) -> dict[int, list[Key]]:
    """What the index by day holds, by place."""
    found: dict[int, list[Key]] = {}
    by_day = readable(_by_day(connection), FIRST_DAY.toordinal(), LAST_DAY.toordinal())
    for number, rows in by_day.items():
        day = date.fromordinal(number).isoformat()
        for place, *rest in rows:
            if isinstance(place, int):
                found.setdefault(place, []).append((day, *rest))
    return found


def _by_day(connection: sqlite3.Connection) -> Scan:
    def scan(first: int, last: int, way: Way) -> Iterator[Row]:
        days = tuple(date.fromordinal(number).isoformat() for number in (first, last))
        for day, *cells in connection.execute(_BY_DAY.format(way=way), days):
            try:
                yield (date.fromisoformat(day).toordinal(), *cells)
            except (TypeError, ValueError):
                continue  # no day: whatever was garbled here, other places may know it better

    return scan


assert ENTRIES.columns[:_KEY] == ("day", "step", "do")
