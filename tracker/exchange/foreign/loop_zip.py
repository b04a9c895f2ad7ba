"""What does the archive of tables hold that Loop Habit Tracker exports, older or newer?"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tracker.domain.errors import BadInput
from tracker.domain.foreign import Foreign
from tracker.exchange.foreign.cells import read_day
from tracker.exchange.foreign.gathering import Gathering
from tracker.exchange.foreign.loop_values import WORDS, Goal, Known, loop_habit, read_mark
from tracker.exchange.foreign.packed import Archive, open_archive
from tracker.exchange.foreign.rows import MOST_ROWS, Row, read_comma_rows
from tracker.words.foreign_place import row_place

_LIST: Final = "Habits.csv"
_MARKS: Final = re.compile(r"([0-9]{1,6})(?: [^/]*)?/Checkmarks\.csv")
_OFTEN: Final = (
    ("FrequencyNumerator", "FrequencyDenominator"),
    ("NumRepetitions", "Interval"),
)
"""How many times, and in how many days: as it is called now, and was before version 2.3.1."""
_NUMBER: Final = re.compile(r"-?[0-9]{1,12}")
_AMOUNT: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")


def read_loop_zip(path: Path) -> Foreign:
    """The habits and check marks; raises `BadInput` for what is no such archive."""
    with open_archive(path) as archive:
        if _LIST not in archive.names:
            raise BadInput("not_a_loop_archive")
        gathering = Gathering(_LIST)
        habits = _read_habits(archive, gathering)
        rows = 0
        for name in sorted(archive.names):
            found = _MARKS.fullmatch(name)
            if found is not None:
                gathering.part = name
                rows += _read_marks(archive, gathering, habits.get(int(found[1])))
                if rows > MOST_ROWS:
                    raise BadInput("too_many_rows", where=row_place(1, name), most=MOST_ROWS)
        return gathering.foreign()


def _read_habits(archive: Archive, gathering: Gathering) -> dict[int, Known]:
    """The habits by their position."""
    found: dict[int, Known] = {}
    titles: list[str] = []
    with archive.opened(_LIST) as stream:
        for row in read_comma_rows(stream, _LIST):
            if row.number == 1:
                titles = row.cells
                if not {"Position", "Name"} <= set(titles):
                    raise BadInput("not_a_loop_archive")
            else:
                _read_habit(gathering, row, dict(zip(titles, row.cells, strict=False)), found)
    if not titles:
        raise BadInput("not_a_loop_archive")
    return found


def _read_habit(
    gathering: Gathering, row: Row, cells: Mapping[str, str], found: dict[int, Known]
) -> None:
    times, days = next((pair for pair in _OFTEN if pair[0] in cells), _OFTEN[0])
    often = _whole(cells.get(times, "")), _whole(cells.get(days, ""))
    note = gathering.note(row.number, cells.get("Description", ""))
    is_over = cells.get("Archived?", "") == "true"
    habit = loop_habit(cells.get("Name", ""), note, often, is_over=is_over)
    key = gathering.habit(row.number, habit)
    if key is not None:
        found[_whole(cells.get("Position", ""))] = Known(key, _goal(cells))


def _goal(cells: Mapping[str, str]) -> Goal | None:
    """The goal of a habit that is measured in an amount; None for yes or no."""
    if cells.get("Type") != "NUMERICAL":
        return None
    target = cells.get("Target Value", "").strip()  # not shown
    wanted = float(target) if _AMOUNT.fullmatch(target) else 0.0
    is_most = cells.get("Target Type") == "AT_MOST"  # not shown
    return Goal(wanted * 1000, is_most)


def _read_marks(archive: Archive, gathering: Gathering, known: Known | None) -> int:
    """Take the check marks of one habit in; how many rows there were."""
    rows = 0
    with archive.opened(gathering.part) as stream:
        for row in read_comma_rows(stream, gathering.part):
            rows += 1
            if row.cells[:1] not in ([], [""], ["Date"]):
                _read_row(gathering, row, known)
    return rows


def _read_row(gathering: Gathering, row: Row, known: Known | None) -> None:
    text, value, note, *_others = (*row.cells, "", "")
    day = read_day(text.strip(), None)
    number = _value(value.strip(), known)
    if known is None:
        gathering.leave(row.number, "no_such_habit")
    elif day is None:
        gathering.leave(row.number, "no_day", {"got": text[:40]})
    elif number is None:
        gathering.leave(row.number, "unknown_value", {"got": value[:40]})
    else:
        read_mark(gathering, row.number, known, day, (number, note))


def _value(text: str, known: Known | None) -> int | None:
    """The value of a check mark, an amount in thousandths; None for what is neither."""
    if text in WORDS:
        return WORDS[text]
    if _NUMBER.fullmatch(text):
        return int(text)
    is_amount = known is not None and known.goal is not None and _AMOUNT.fullmatch(text)
    return round(float(text) * 1000) if is_amount else None


def _whole(text: str) -> int:
    """A whole number; one that nothing has for anything else."""
    return int(text) if _NUMBER.fullmatch(text.strip()) else -1
