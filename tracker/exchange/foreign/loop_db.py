"""What does a backup of Loop Habit Tracker hold, whichever version wrote it?

It is a database of a stranger: opened so that nothing in it can run or be written, and only where
the two tables are tables.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import quote

from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.foreign import Foreign
from tracker.domain.outside import NOTE_LENGTH
from tracker.exchange.foreign.gathering import Gathering
from tracker.exchange.foreign.loop_values import DONE, Goal, Known, loop_habit, read_mark
from tracker.exchange.foreign.rows import MOST_ROWS
from tracker.words.foreign_place import row_place

_HABITS: Final = "Habits"
_MARKS: Final = "Repetitions"
_LONGEST_CELL: Final = 1_000_000
_MOST_OPERATIONS: Final = 200_000_000
"""How much work the database may make; the largest that is read takes a hundredth of it."""
_EACH: Final = 100_000
_MOST_OBJECTS: Final = 1000
_DAY_MS: Final = 86_400_000
_FIRST_MS, _LAST_MS = -3_000_000_000_000, 40_000_000_000_000

Value = int | float | str | bytes | None


def read_loop_db(path: Path) -> Foreign:
    """The habits and check marks; raises `BadInput` for what is no such backup."""
    # Not waiting, not writing, no journal beside it: what lies there is read as it is.
    address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            _bound(database)
            _check_schema(database)
            gathering = Gathering(_HABITS)
            habits = _read_habits(database, gathering)
            gathering.part = _MARKS
            _read_marks(database, gathering, habits)
            return gathering.foreign()
    except (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeError) as error:
        raise BadInput("not_a_loop_backup") from error


def _bound(database: sqlite3.Connection) -> None:
    """Let nothing that the file says run, and nothing take long."""
    database.text_factory = _text
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
    database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    left = [_MOST_OPERATIONS // _EACH]

    def go_on() -> bool:
        left[0] -= 1
        return left[0] < 0

    database.set_progress_handler(go_on, _EACH)
    for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        database.execute(f"PRAGMA {pragma}")  # not shown


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogateescape")


def _check_schema(database: sqlite3.Connection) -> None:
    """Raise `BadInput` where a table is none, or something would run when it is read."""
    asked = "SELECT type, name, sql FROM sqlite_master LIMIT ?"  # not shown
    tables = set()
    for kind, name, sql in database.execute(asked, (_MOST_OBJECTS,)):
        is_virtual = str(sql).lstrip().casefold().startswith("create virtual")
        if kind in ("view", "trigger") or is_virtual:
            raise BadInput("database_not_plain", where=_shown(name))
        if kind == "table":
            tables.add(str(name).casefold())
    for table in (_HABITS, _MARKS):
        if table.casefold() not in tables:
            raise BadInput("not_a_loop_backup")


def _columns(database: sqlite3.Connection, table: str) -> set[str]:
    """The columns of a table; raises `BadInput` for one that is worked out when it is read."""
    found = set()
    for _number, name, _kind, _null, _default, _key, hidden in database.execute(
        f"PRAGMA table_xinfo({table})"  # not shown
    ):
        if hidden:
            raise BadInput("database_not_plain", where=_shown(name))
        found.add(str(name).casefold())
    return found


def _rows(
    database: sqlite3.Connection, table: str, needed: Sequence[str], others: Sequence[str]
) -> Iterator[tuple[int, dict[str, Value]]]:
    """Each row's number in the table and its cells; columns that are not there are left out."""
    there = _columns(database, table)
    if not there.issuperset(needed):
        raise BadInput("not_a_loop_backup")
    names = [*needed, *(name for name in others if name in there)]
    found = database.execute(f"SELECT {', '.join(names)} FROM {table}")  # not shown
    number = 0
    while True:
        number += 1
        try:
            row = found.fetchone()
        except (sqlite3.Error, UnicodeError) as error:
            raise BadInput("row_damaged", where=row_place(number, table)) from error
        if row is None:
            return
        if number > MOST_ROWS:
            raise BadInput("too_many_rows", where=row_place(number, table), most=MOST_ROWS)
        for cell in row:
            if isinstance(cell, str | bytes) and len(cell) > NOTE_LENGTH:
                where = row_place(number, table)
                raise BadInput("text_too_long", where=where, got=len(cell), longest=NOTE_LENGTH)
        yield number, dict(zip(names, row, strict=True))


def _read_habits(database: sqlite3.Connection, gathering: Gathering) -> dict[int, Known]:
    found: dict[int, Known] = {}
    others = ("type", "target_type", "target_value", "archived", "description")
    for number, row in _rows(database, _HABITS, ("id", "name", "freq_num", "freq_den"), others):
        often = _whole(row["freq_num"]), _whole(row["freq_den"])
        note = gathering.note(number, _words(row.get("description")))
        habit = loop_habit(_words(row["name"]), note, often, is_over=bool(row.get("archived")))
        key = gathering.habit(number, habit)
        if key is not None:
            found[_whole(row["id"])] = Known(key, _goal(row))
    return found


def _goal(row: dict[str, Value]) -> Goal | None:
    """The goal of a habit that is measured in an amount; None for yes or no."""
    if _whole(row.get("type")) != 1:
        return None
    target = row.get("target_value")
    wanted = float(target) if isinstance(target, int | float) else 0.0
    return Goal(wanted * 1000, is_most=_whole(row.get("target_type")) == 1)


def _read_marks(
    database: sqlite3.Connection, gathering: Gathering, habits: dict[int, Known]
) -> None:
    """In the oldest versions there is no value: a row says that it was done."""
    for number, row in _rows(database, _MARKS, ("habit", "timestamp"), ("value", "notes")):
        known = habits.get(_whole(row["habit"]))
        day = _day(row["timestamp"])
        value = row.get("value", DONE)
        if known is None:
            gathering.leave(number, "no_such_habit")
        elif day is None:
            gathering.leave(number, "no_day", {"got": _shown(row["timestamp"])})
        elif not isinstance(value, int):
            gathering.leave(number, "unknown_value", {"got": _shown(value)})
        else:
            read_mark(gathering, number, known, day, (value, _words(row.get("notes"))))


def _day(stored: Value) -> Day | None:
    """The day whose midnight in UTC is meant, whatever the time zone was."""
    if not isinstance(stored, int) or not _FIRST_MS <= stored <= _LAST_MS:
        return None
    return date.fromordinal(date(1970, 1, 1).toordinal() + stored // _DAY_MS)


def _whole(value: Value) -> int:
    """A whole number; one that nothing has for anything else."""
    return value if isinstance(value, int) else -1


def _words(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _shown(value: object) -> str:
    return ascii(value)[:40]
