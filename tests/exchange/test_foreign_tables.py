"""Is any table read once its columns are known, and refused where it is no table?"""

from pathlib import Path
from typing import NoReturn

import pytest

from tests.exchange.foreign_files import DAYLIO, HABITBULL, table
from tracker.domain.errors import BadInput
from tracker.domain.foreign import Foreign
from tracker.exchange.foreign import rows
from tracker.exchange.foreign.columns import Columns, Places
from tracker.exchange.foreign.reading import ReadAs, read_foreign, table_header

AS_IT_SAYS = ReadAs()


def read(path: Path, read_as: ReadAs = AS_IT_SAYS) -> Foreign:
    return read_foreign(str(path), read_as)


def days(found: Foreign) -> list[tuple[str, str, str]]:
    return [(one.habit, one.day.isoformat(), one.do) for one in found.entries]


def test_habitbull_is_read_with_both_forms_of_day(tmp_path: Path) -> None:
    told = ["Toner,,Skin,2026-11-01,1,Stung", "Toner,,Skin,03/04/2026,1,", "Run,,,2026-11-02,0,"]
    found = read(table(tmp_path / "h.csv", HABITBULL, [*told, "Run,,,2026-02-30,1,"]))
    assert days(found) == [("Toner", "2026-11-01", "tick"), ("Toner", "2026-03-04", "tick")]
    assert found.entries[0].note == "Stung"
    assert found.blank == 1
    assert [(one.row, one.code) for one in found.left_out] == [(5, "no_day")]


def test_daylio_gives_activities_and_moods(tmp_path: Path) -> None:
    told = [
        '2026-11-02,Nov 2,Monday,21:00,good,"work | Toner","Title","One, two"',
        "2026-11-02,Nov 2,Monday,08:00,bad,,,",
        "2026-11-03,Nov 3,Tuesday,21:00,superb,,,A note",
    ]
    found = read(table(tmp_path / "d.csv", DAYLIO, told))
    assert days(found) == [("work", "2026-11-02", "tick"), ("Toner", "2026-11-02", "tick")]
    assert [one.rating[:2] for one in found.ratings] == [
        (found.entries[0].day, 8),
        (found.ratings[1].rating.day, None),
    ]
    assert [one.rating.note for one in found.ratings] == ["Title\nOne, two", "A note"]
    assert [(one.row, one.code) for one in found.left_out] == [
        (3, "second_rating"),
        (4, "unknown_mood"),
    ]
    assert all(habit.is_aside for habit in found.habits)


def test_columns_are_mapped_by_title_or_number(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", "When;What;Ok;Why", ["1.11.2026;Mask;x;a", "2.11.2026;Mask;;"])
    by_title = read(path, ReadAs(columns=Columns("when", "What", "Ok", "Why")))
    by_number = read(path, ReadAs(columns=Columns("1", "2", "3", "4")))
    assert by_title == by_number
    assert days(by_title) == [("Mask", "2026-11-01", "tick")]
    assert by_title.entries[0].note == "a"


def test_usual_columns_are_found(tmp_path: Path) -> None:
    path = table(tmp_path / "t.tsv", "Date\tHabit\tDone", ["2026-11-01\tMask\tskip"])
    assert days(read(path)) == [("Mask", "2026-11-01", "skip")]


def test_a_table_without_names_is_one_habit(tmp_path: Path) -> None:
    path = table(tmp_path / "Mask.csv", "Date,Value", ["2026-11-01,YES_MANUAL", "2026-11-02,NO"])
    assert days(read(path)) == [("Mask", "2026-11-01", "tick")]


@pytest.mark.parametrize("value", ["maybe", "-2", "1e9999", "\u0661"])
def test_a_value_that_says_neither_is_left_out(tmp_path: Path, value: str) -> None:
    found = read(table(tmp_path / "t.csv", "Date,Value", [f"2026-11-01,{value}"]))
    assert [(one.row, one.code) for one in found.left_out] == [(2, "unknown_value")]


def test_a_day_that_can_be_two_is_asked_about(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", "Date", ["03/04/2026", "05/06/2026"])
    with pytest.raises(BadInput, match="order_needed") as refused:
        read(path)
    assert refused.value.facts["where"] == "row 2"
    assert days(read(path, ReadAs(order="dmy")))[0][1] == "2026-04-03"
    assert days(read(path, ReadAs(order="mdy")))[0][1] == "2026-03-04"
    table(path, "Date", ["03/04/2026", "05/26/2026"])
    assert days(read(path))[0][1] == "2026-03-04"


def test_columns_that_cannot_be_found_are_told_with_those_there(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", "When,What", ["x,y"])
    with pytest.raises(BadInput, match="columns_needed") as refused:
        read(path)
    assert refused.value.facts["known"] == "When, What"
    with pytest.raises(BadInput, match="no_such_column"):
        read(path, ReadAs(columns=Columns("Day")))
    with pytest.raises(BadInput, match="columns_needed"):
        read(path, ReadAs("daylio"))


@pytest.mark.parametrize(
    "header", ["Date,Meditate,Run", "date,pimples,did it", "Date,Name,Did it", "Date,"]
)
def test_columns_that_may_say_that_nothing_was_done_are_asked_about(
    tmp_path: Path, header: str
) -> None:
    path = table(tmp_path / "t.csv", header, ["2026-11-01,0,no"])
    with pytest.raises(BadInput, match="columns_needed"):
        read(path)


def test_a_day_and_a_note_alone_say_that_it_was_done(tmp_path: Path) -> None:
    found = read(table(tmp_path / "Mask.csv", "Date,Note", ["2026-11-01,Calm"]))
    assert days(found) == [("Mask", "2026-11-01", "tick")]


def test_a_place_is_the_column_there_whatever_the_titles_are(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", "3,1,2", ["2026-11-01,Mask,no"])
    found = read(path, ReadAs(columns=Places(0, 1)))
    assert days(found) == [("Mask", "2026-11-01", "tick")]


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path / "t.csv", "Date", [])

    def refuse(*_args: object) -> NoReturn:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BadInput, match="file_not_readable"):
        table_header(str(path))


REFUSED = {
    "bad bytes": (b"Date,Name\n2026-11-01,\xff\n", "row_not_utf8", "row 2"),
    "utf-16": ("Date\n".encode("utf-16"), "row_not_utf8", "row 1"),
    "nul": (b"Date,Name\n2026-11-01,a\0b\n", "text_not_storable", "row 2, column 2"),
    "long": (b"Date,Name\n2026-11-01," + b"n" * 200_000, "not_a_row", "row 2"),
    "longer": (b"Date,Name\n2026-11-01," + b"n" * 20_000, "text_too_long", "row 2, column 2"),
    "endless": (b"Date,Name\n" + b"n" * 2_000_000, "text_too_long", "row 2"),
    "unclosed": (b'Date,Name\n2026-11-01,"open\n', "not_a_row", "row 2"),
    "old line ends": (b"Date,Name\n2026-11-01,a\rb\n", "not_a_row", "row 2"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_is_no_table_is_refused_with_its_row(
    tmp_path: Path, case: tuple[bytes, str, str]
) -> None:
    content, code, where = case
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        read(path)
    assert (refused.value.code, refused.value.facts["where"]) == (code, where)
    assert refused.value.facts["file"] == str(path)


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_ROWS", 3)
    path = table(tmp_path / "t.csv", "Date", ["2026-11-01"] * 3)
    with pytest.raises(BadInput, match="too_many_rows") as refused:
        read(path)
    assert refused.value.facts["where"] == "row 4"


def test_too_many_habits_are_refused(tmp_path: Path) -> None:
    told = [f"2026-11-01,Habit {number}" for number in range(501)]
    with pytest.raises(BadInput, match="too_many_habits"):
        read(table(tmp_path / "t.csv", "Date,Name", told))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="file_not_readable"):
        read(tmp_path)
    with pytest.raises(BadInput, match="no_such_file"):
        read(tmp_path / "gone.csv")
    (tmp_path / "empty.csv").write_bytes(b"")
    with pytest.raises(BadInput, match="no_rows"):
        read(tmp_path / "empty.csv")
