"""What does a table of Daylio hold: activities as habits, and moods as ratings?"""

from typing import BinaryIO, Final

from tracker.domain.foreign import Foreign, Habit
from tracker.domain.log import Rating
from tracker.exchange.foreign.cells import read_day
from tracker.exchange.foreign.columns import Header
from tracker.exchange.foreign.gathering import Gathering
from tracker.exchange.foreign.rows import Row
from tracker.exchange.foreign.table import cell, data_rows, header_of

_MOODS: Final = {"rad": 10, "good": 8, "meh": 6, "bad": 4, "awful": 2}
"""The five moods that everyone begins with, as marks of 1 to 10."""
_TITLES: Final = ("full_date", "mood", "activities")


def is_daylio(header: Header) -> bool:
    """Whether the titles are those of such a table."""
    return set(_TITLES) <= set(header)


def read_daylio(stream: BinaryIO) -> Foreign:
    """The activities and moods; of several moods of a day the first row's, which is the latest."""
    header = header_of(stream)
    places = {title: place for place, title in enumerate(header)}
    gathering = Gathering()
    for row in data_rows(stream):
        _read(gathering, row, places)
    return gathering.foreign()


def _read(gathering: Gathering, row: Row, places: dict[str, int]) -> None:
    text = cell(row, places["full_date"]).strip()
    day = read_day(text, None)
    if day is None:
        gathering.leave(row.number, "no_day", {"got": text[:40]})
        return
    for name in filter(None, map(str.strip, cell(row, places["activities"]).split(" | "))):
        habit = gathering.named(row.number, Habit(name, name, is_aside=True))
        if habit is not None:
            gathering.entry(row.number, habit, day, "tick", "")
    mood = cell(row, places["mood"]).strip()
    mark = _MOODS.get(mood.casefold())
    if mood and mark is None:
        gathering.leave(row.number, "unknown_mood", {"got": mood[:40]})
    texts = [cell(row, places.get(title)) for title in ("note_title", "note")]
    note = gathering.note(row.number, "\n".join(one for one in texts if one.strip()))
    if mark is not None or note is not None:
        gathering.rating(row.number, Rating(day, overall=mark, note=note))
