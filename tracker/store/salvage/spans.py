"""Which rows can be read, past the pages that cannot?

A scan ends at the first page that is not as it should be. So one is made from each end, and what
lies between is halved, until each row was reached on a way of its own or is known to be lost.
"""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Final, Literal, TypeAlias

from tracker.store.failure import FAILURES
from tracker.store.mapping.cells import Row

Way: TypeAlias = Literal["ASC", "DESC"]
Scan: TypeAlias = Callable[[int, int, Way], Iterator[Row]]
"""The rows whose number is from the first to the second, in an order; the number comes first."""

_MOST_FAILURES: Final = 2000
_MOST_IN_VAIN: Final = 60
"""After so many a table is given up, the latter where nothing of it was read so far: an uppermost
page that is gone fails for every row."""


def readable(scan: Scan, first: int, last: int) -> dict[int, list[Row]]:
    """What can be read from number `first` to number `last`, by its number."""
    found: dict[int, list[Row]] = {}
    gaps, failures = [(first, last)], 0
    while gaps and failures < (_MOST_FAILURES if found else _MOST_IN_VAIN):
        low, high = gaps.pop()
        for way in ("ASC", "DESC"):
            reached, is_whole = _scanned(scan, low, high, way, found)
            if is_whole:
                break
            failures += 1
            if way == "ASC":
                low = max(reached, default=low - 1) + 1
            else:
                high = min(reached, default=high + 1) - 1
        else:
            gaps += _halves(low, high)
    return found


def _scanned(
    scan: Scan, low: int, high: int, way: Way, found: dict[int, list[Row]]
) -> tuple[set[int], bool]:
    """The numbers that were reached, and whether that were all."""
    reached: set[int] = set()
    try:
        for number, *cells in scan(low, high, way):
            if isinstance(number, int) and low <= number <= high:
                reached.add(number)
                row, rows = tuple(cells), found.setdefault(number, [])
                if row not in rows:
                    rows.append(row)
    except (*FAILURES, OverflowError):
        return reached, False
    return reached, True


def _halves(low: int, high: int) -> list[tuple[int, int]]:
    """The two halves of a gap, the lower one last, as that is looked at next; none of one row."""
    if low >= high:
        return []
    middle = (low + high) // 2
    return [(middle + 1, high), (low, middle)]


def table_scan(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Scan:
    """A scan of a table by SQLite's own row number."""
    names = ", ".join(f'"{name}"' for name in columns)

    def scan(first: int, last: int, way: Way) -> Iterator[Row]:
        return connection.execute(
            f'SELECT rowid, {names} FROM "{table}" WHERE rowid BETWEEN ? AND ?'
            f" ORDER BY rowid {way}",
            (first, last),
        )

    return scan
