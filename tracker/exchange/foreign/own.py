"""What does a table hold that `export` has written?"""

import re
from typing import BinaryIO, Final

from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.foreign import Foreign, Habit
from tracker.domain.log import Rating
from tracker.domain.outside import Outside
from tracker.domain.product import FACETS, range_of
from tracker.exchange.foreign.cells import read_day
from tracker.exchange.foreign.columns import Header
from tracker.exchange.foreign.gathering import Gathering
from tracker.exchange.foreign.rows import Row
from tracker.exchange.foreign.table import data_rows
from tracker.exchange.log_table import TITLES
from tracker.exchange.spreadsheet import unguarded

_MARK: Final = re.compile(r"[0-9]{1,2}")


def is_own(header: Header) -> bool:
    """Whether the titles are those of such a table."""
    return tuple(header) == TITLES


def read_own(stream: BinaryIO) -> Foreign:
    """The entries and ratings, with every text exactly as it was."""
    gathering = Gathering()
    for row in data_rows(stream):
        _read(gathering, row)
    return gathering.foreign()


def _read(gathering: Gathering, row: Row) -> None:
    cells = [unguarded(cell) for cell in row.cells]
    text, deed, step, name, note, *marks = [*cells, *("" for _title in TITLES)]
    day = read_day(text, None)
    if day is None:
        gathering.leave(row.number, "no_day", {"got": text[:40]})
        return
    match deed:
        case "tick" | "skip":
            habit = gathering.named(row.number, Habit(step, name, step=step))
            if habit is not None:
                gathering.entry(row.number, habit, day, deed, note)
        case "rating":
            _read_rating(gathering, row.number, day, note, marks)
        case _:
            gathering.leave(row.number, "unknown_value", {"got": deed[:40]})


def _read_rating(gathering: Gathering, row: int, day: Day, note: str, marks: list[str]) -> None:
    found: dict[str, int] = {}
    for facet, text in zip(FACETS, marks, strict=False):
        value = int(text) if _MARK.fullmatch(text) else text
        try:
            found |= {facet: Outside(value).number(*range_of(facet))} if text else {}
        except BadInput:
            gathering.leave(row, "unknown_value", {"got": text[:40]})
            return
    gathering.rating(row, Rating(day=day, note=gathering.note(row, note), **found))
