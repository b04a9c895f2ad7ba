"""How do the log and the ratings stand in one table, safe to open in a spreadsheet?

The whole of a diary is in the transfer document; this is the part that is a table.
"""

import csv
import io
from collections.abc import Iterator
from typing import Final

from tracker.domain.diary import Diary
from tracker.domain.log import Entry, Rating
from tracker.domain.product import FACETS
from tracker.exchange.spreadsheet import guarded

TITLES: Final = ("day", "do", "step", "name", "note", *FACETS)


def write_log_table(diary: Diary) -> bytes:
    """The table, by day; marked as UTF-8, since a spreadsheet would take it for something else."""
    text = io.StringIO(newline="")
    table = csv.writer(text, quoting=csv.QUOTE_ALL)
    table.writerow(TITLES)
    names = {step.id: step.name for step in diary.steps}
    rows = [*_entries(diary.log, names), *map(_rating, diary.ratings)]
    table.writerows(map(guarded, row) for row in sorted(rows, key=lambda row: row[0]))
    return text.getvalue().encode("utf-8-sig")


def _entries(log: tuple[Entry, ...], names: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for entry in log:
        own = entry.day.isoformat(), entry.do, entry.step, names.get(entry.step, "")
        yield *own, entry.reason or "", *("" for _facet in FACETS)


def _rating(rating: Rating) -> tuple[str, ...]:
    marks = ("" if mark is None else str(mark) for mark in rating[1:7])
    return rating.day.isoformat(), "rating", "", "", rating.note or "", *marks
