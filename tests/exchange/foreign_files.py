"""What do the files of other programs look like? Small ones, made as those programs make them."""

import sqlite3
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TypeAlias

VERSIONS = (12, 21, 22, 23, 24, 25)
"""The versions of Loop's database that are in use."""
HABITBULL = "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText"
DAYLIO = "full_date,date,weekday,time,mood,activities,note_title,note"
NEWER = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,"
    "Target Type,Target Value,Archived?"
)
OLDER = "Position,Name,Question,Description,NumRepetitions,Interval,Color"
Marks: TypeAlias = Sequence[tuple[int, str, int, str]]
"""A habit's number, a day, a value and a note."""
MARKS: Marks = (
    (1, "2026-11-01", 2, ""),
    (1, "2026-11-02", 1, ""),
    (1, "2026-11-03", 3, "Too dry"),
    (1, "2026-11-04", 0, ""),
    (2, "2026-11-05", 2, "Tingled"),
)


def milliseconds(day: str) -> int:
    """The day as Loop stores it: its midnight in UTC."""
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400_000


def loop_schema(version: int) -> list[str]:
    """The tables as that version of Loop has them."""
    habits = ["id integer primary key autoincrement", "archived integer", "color integer"]
    habits += ["description text", "freq_den integer", "freq_num integer", "highlight integer"]
    habits += ["name text", "position integer", "reminder_hour integer", "reminder_min integer"]
    marks = ["id integer primary key autoincrement", "habit integer", "timestamp integer"]
    if version >= 21:
        habits += ["type integer not null default 0", "target_type integer not null default 0"]
        habits += ["target_value real not null default 0", 'unit text not null default ""']
        marks += ["value integer not null default 2"]
    if version >= 23:
        habits += ["question text"]
    if version >= 24:
        habits += ["uuid text"]
        marks += ["notes text"]
    if version >= 25:
        habits += ["defaultValue integer not null default 0"]
    return [
        "create table android_metadata (locale text)",
        f"create table Habits ({', '.join(habits)})",
        f"create table Repetitions ({', '.join(marks)})",
        f"pragma user_version = {version}",
    ]


def loop_db(path: Path, version: int = 25, marks: Marks = MARKS) -> Path:
    """A backup of two habits, one of them put away."""
    with closing(sqlite3.connect(path)) as database, database:
        for line in loop_schema(version):
            database.execute(line)
        insert = (
            "insert into Habits (id, name, freq_num, freq_den, archived) values (?, ?, ?, ?, ?)"
        )
        database.executemany(insert, [(1, "Clay mask", 2, 7, 0), (2, "Peel", 2, 5, 1)])
        for habit, day, value, note in marks:
            cells: dict[str, object] = {"habit": habit, "timestamp": milliseconds(day)}
            if version >= 21:
                cells["value"] = value
            if version >= 24:
                cells["notes"] = note
            elif version < 21 and value != 2:
                continue
            put(database, "Repetitions", cells)
    return path


def put(database: sqlite3.Connection, table: str, cells: Mapping[str, object]) -> None:
    """Insert one row."""
    names, marks = ", ".join(cells), ", ".join("?" * len(cells))
    database.execute(f"insert into {table} ({names}) values ({marks})", tuple(cells.values()))


def loop_zip(path: Path, files: Mapping[str, str] | None = None, *, older: bool = False) -> Path:
    """An archive of tables; `files` take the place of those in it, or come beside them."""
    if older:
        habits = [OLDER, "001,Clay mask,,,2,7,#FF8F00", "002,Peel,,,2,5,#00897B"]
        first = ["2026-11-01,2", "2026-11-02,1", "2026-11-03,3", "2026-11-04,0"]
    else:
        habits = [
            NEWER,
            "001,Clay mask,YES_NO,,,2,7,#FF8F00,,,,false",
            "002,Peel,YES_NO,,,2,5,#00897B,,,,true",
        ]
        first = ["Date,Value,Notes", "2026-11-01,YES_MANUAL,", "2026-11-02,YES_AUTO,"]
        first += ["2026-11-03,SKIP,Too dry", "2026-11-04,NO,"]
    second = [*first[:1], "2026-11-05,YES_MANUAL,Tingled"] if not older else ["2026-11-05,2"]
    found = {
        "Habits.csv": lines(habits),
        "001 Clay mask/Checkmarks.csv": lines(first),
        "001 Clay mask/Scores.csv": "Date,Score\n",
        "002 Peel/Checkmarks.csv": lines(second),
        "Checkmarks.csv": "Date,Clay mask,Peel,\n",
        **(files or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in found.items():
            archive.writestr(name, text)
    return path


def table(path: Path, header: str, rows: Iterable[str]) -> Path:
    """A table as text."""
    path.write_text(lines([header, *rows]), encoding="utf-8")
    return path


def lines(rows: Iterable[str]) -> str:
    return "".join(f"{row}\n" for row in rows)
