"""Is what Loop Habit Tracker writes read, whichever version wrote it, and nothing else?"""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.exchange.foreign_files import (
    NEWER,
    VERSIONS,
    lines,
    loop_db,
    loop_zip,
    milliseconds,
    put,
)
from tracker.domain.errors import BadInput
from tracker.domain.foreign import Foreign
from tracker.exchange.foreign.reading import ReadAs, read_foreign


def read(path: Path) -> Foreign:
    return read_foreign(str(path), ReadAs())


def deeds(found: Foreign) -> list[tuple[str, str, str, str | None]]:
    return [(one.habit, one.day.isoformat(), one.do, one.note) for one in found.entries]


def codes(found: Foreign) -> list[tuple[str, int, str]]:
    return [(one.part, one.row, one.code) for one in found.left_out]


def documents(found: Foreign) -> dict[str, object]:
    return {one.key: None if one.rule is None else one.rule.document() for one in found.habits}


TWICE = {"kind": "per_week", "times": 2, "min_gap": 1}
THRICE = {"kind": "per_week", "times": 3, "min_gap": 1}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_backup_of_every_version_is_read(tmp_path: Path, version: int) -> None:
    found = read(loop_db(tmp_path / "loop.db", version))
    note = "Tingled" if version >= 24 else None
    dry = "Too dry" if version >= 24 else None
    done = [("Clay mask", "2026-11-01", "tick", None), ("Peel", "2026-11-05", "tick", note)]
    skipped = [("Clay mask", "2026-11-03", "skip", dry)] if version >= 21 else []
    assert deeds(found) == [done[0], *skipped, done[1]]
    assert documents(found) == {"Clay mask": TWICE, "Peel": THRICE}
    assert [one.is_over for one in found.habits] == [False, True]
    assert [one.is_exact for one in found.habits] == [True, False]
    assert codes(found) == ([("Repetitions", 2, "automatic")] if version >= 21 else [])
    assert found.blank == (1 if version >= 21 else 0)


@pytest.mark.parametrize("older", [False, True])
def test_an_archive_with_either_header_is_read(tmp_path: Path, older: bool) -> None:
    found = read(loop_zip(tmp_path / "loop.zip", older=older))
    assert [one[:3] for one in deeds(found)] == [
        ("Clay mask", "2026-11-01", "tick"),
        ("Clay mask", "2026-11-03", "skip"),
        ("Peel", "2026-11-05", "tick"),
    ]
    assert documents(found) == {"Clay mask": TWICE, "Peel": THRICE}
    row = 2 if older else 3
    assert codes(found) == [("001 Clay mask/Checkmarks.csv", row, "automatic")]
    assert found.blank == 1


def test_a_habit_without_a_row_stops_no_other(tmp_path: Path) -> None:
    found = read(loop_zip(tmp_path / "loop.zip", {"002 Peel/Checkmarks.csv": ""}))
    assert [one[0] for one in deeds(found)] == ["Clay mask", "Clay mask"]
    assert [one.key for one in found.habits] == ["Clay mask", "Peel"]
    with pytest.raises(BadInput, match="not_a_loop_archive"):
        read(loop_zip(tmp_path / "loop.zip", {"Habits.csv": ""}))


def test_only_a_comma_stands_between_the_cells_of_an_archive(tmp_path: Path) -> None:
    marks = lines(["2026-11-05,2,;;;", "2026-11-06,2,"])
    found = read(loop_zip(tmp_path / "loop.zip", {"002 Peel/Checkmarks.csv": marks}, older=True))
    assert deeds(found)[2:] == [
        ("Peel", "2026-11-05", "tick", ";;;"),
        ("Peel", "2026-11-06", "tick", None),
    ]


def test_an_amount_is_done_where_it_reaches_its_goal(tmp_path: Path) -> None:
    path = loop_db(tmp_path / "loop.db", marks=())
    with closing(sqlite3.connect(path)) as database, database:
        for number, most in ((3, 0), (4, 1)):
            cells = {"id": number, "name": f"Water {number}", "freq_num": 1, "freq_den": 1}
            put(database, "Habits", cells | {"type": 1, "target_type": most, "target_value": 2.0})
            for day, amount in enumerate((0, 1000, 2000, 2500), 1):
                at = milliseconds(f"2026-11-0{day}")
                mark = {"habit": number, "timestamp": at, "value": amount}
                put(database, "Repetitions", mark)
    found = read(path)
    assert [one[:2] for one in deeds(found)] == [
        ("Water 3", "2026-11-03"),
        ("Water 3", "2026-11-04"),
        ("Water 4", "2026-11-01"),
        ("Water 4", "2026-11-02"),
        ("Water 4", "2026-11-03"),
    ]
    assert [one.code for one in found.left_out] == ["goal_missed", "goal_missed"]


def test_an_amount_in_a_table_is_measured_too(tmp_path: Path) -> None:
    habits = lines([NEWER, "001,Water,NUMERICAL,,,1,1,#000000,l,AT_LEAST,1.5,false"])
    marks = lines(["Date,Value,Notes", "2026-11-01,1500,", "2026-11-02,1.5,", "2026-11-03,900,"])
    files = {"Habits.csv": habits, "001 Clay mask/Checkmarks.csv": marks}
    found = read(loop_zip(tmp_path / "loop.zip", files))
    water = [one for one in deeds(found) if one[0] == "Water"]
    assert [one[1] for one in water] == ["2026-11-01", "2026-11-02"]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("timestamp", "soon", "no_day"),
        ("timestamp", 2**62, "no_day"),
        ("timestamp", milliseconds("1820-05-05"), "no_day"),
        ("timestamp", milliseconds("1899-12-31"), "day_out_of_range"),
        ("value", "yes", "unknown_value"),
        ("value", 17, "unknown_value"),
        ("habit", 99, "no_such_habit"),
        ("notes", "a\x07b", "note_not_storable"),
    ],
)
def test_a_row_that_says_nothing_sound_is_left_out(
    tmp_path: Path, column: str, value: object, code: str
) -> None:
    path = loop_db(tmp_path / "loop.db", marks=())
    with closing(sqlite3.connect(path)) as database, database:
        sound = {"habit": 1, "timestamp": milliseconds("2026-11-01"), "value": 2}
        put(database, "Repetitions", sound | {column: value})
    found = read(path)
    assert codes(found) == [("Repetitions", 1, code)]
    assert len(found.entries) == (code == "note_not_storable")


def test_habits_of_one_name_stay_two(tmp_path: Path) -> None:
    path = loop_db(tmp_path / "loop.db")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("update Habits set name = 'Same'")
    assert [one.key for one in read(path).habits] == ["Same", "Same (2)"]


HOSTILE = {
    "view": "create view Peek as select * from Habits",
    "trigger": "create trigger Act after insert on Habits begin delete from Repetitions; end",
    "virtual": "create virtual table Other using fts5(name)",
    "generated": "alter table Habits add column later as (hex(zeroblob(1000)))",
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_a_database_in_which_something_would_run_is_refused(tmp_path: Path, line: str) -> None:
    path = loop_db(tmp_path / "loop.db")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(line)
    with pytest.raises(BadInput) as refused:
        read(path)
    assert refused.value.code == "database_not_plain"
    assert refused.value.facts["where"]


def test_a_view_in_place_of_a_table_is_refused(tmp_path: Path) -> None:
    path = loop_db(tmp_path / "loop.db")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("alter table Habits rename to Kept")
        database.execute("create view Habits as select * from Kept")
    with pytest.raises(BadInput, match="database_not_plain"):
        read(path)


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("create table Habits (id integer)")
    with pytest.raises(BadInput, match="not_a_loop_backup"):
        read(path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("create table Repetitions (id integer)")
    with pytest.raises(BadInput, match="not_a_loop_backup"):
        read(path)


def test_a_field_that_is_too_long_is_refused_with_its_row(tmp_path: Path) -> None:
    path = loop_db(tmp_path / "loop.db", marks=[(1, "2026-11-01", 2, "n" * 200_000)])
    with pytest.raises(BadInput, match="text_too_long") as refused:
        read(path)
    assert refused.value.facts["where"] == "Repetitions, row 1"


def test_reading_leaves_no_trace(tmp_path: Path) -> None:
    path = loop_db(tmp_path / "loop.db")
    before = path.read_bytes()
    read(path)
    assert [one.name for one in tmp_path.iterdir()] == ["loop.db"]
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../out.csv", "name_leads_out"),
        ("a/../../out.csv", "name_leads_out"),
        ("/etc/out.csv", "name_leads_out"),
        ("\\out.csv", "name_leads_out"),
        ("C:out.csv", "name_leads_out"),
    ],
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str, code: str) -> None:
    path = loop_zip(tmp_path / "loop.zip", {name: "x"})
    with pytest.raises(BadInput) as refused:
        read(path)
    assert refused.value.code == code


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    path = loop_zip(tmp_path / "loop.zip")
    link = zipfile.ZipInfo("003 Link/Checkmarks.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(BadInput, match="archive_link"):
        read(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    zeros = "0" * 4_000_000
    path = loop_zip(tmp_path / "loop.zip", {"001 Clay mask/Checkmarks.csv": zeros})
    with pytest.raises(BadInput, match="archive_bomb"):
        read(path)


def test_an_archive_cut_short_or_damaged_is_refused(tmp_path: Path) -> None:
    path = loop_zip(tmp_path / "loop.zip")
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    with pytest.raises(BadInput, match="not_an_archive"):
        read(path)
    place = whole.index(b"Habits.csv") + 14
    path.write_bytes(whole[:place] + b"\xff\xff\xff" + whole[place + 3 :])
    with pytest.raises(BadInput, match="archive_damaged"):
        read(path)


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(BadInput, match="not_a_loop_archive"):
        read(path)
    loop_zip(path, {"Habits.csv": "a,b\n"})
    with pytest.raises(BadInput, match="not_a_loop_archive"):
        read(path)


def test_a_schema_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = loop_db(tmp_path / "loop.db")
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"CREATE TABLE Habits", b"CREA\x88E TABLE Habits"))
    with pytest.raises(BadInput, match="not_a_loop_backup"):
        read(path)
