"""Are the files of other programs taken in by a command, told row by row, and taken out as one?"""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.terminal import Terminal
from tests.exchange.foreign_files import DAYLIO, HABITBULL, loop_db, loop_zip, table
from tracker.exchange.spreadsheet import guarded, unguarded

LIVE = ("=1+1", "+1", "-1", "@sum", "\t=1", "=cmd|' /C calc'!A0", "'=1", "''", "  =1", "\uff1d1")


@pytest.fixture
def elsewhere(tmp_path: Path, terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal on another empty folder."""
    return Terminal(tmp_path / "elsewhere", terminal.clock, capsys)


def test_a_backup_of_loop_is_taken_in_and_back(oily: Terminal, tmp_path: Path) -> None:
    path = str(loop_db(tmp_path / "loop.db"))
    dry = oily.does("import", path, "--dry-run", "--json").json
    assert dry["added"] == {"step": 1, "entry": 3}
    assert dry["left_out"] == [
        {
            "where": "Repetitions, row 2",
            "row": 2,
            "part": "Repetitions",
            "code": "automatic",
            "sentence": "Repetitions, row 2: filled in by the other program and not by hand,"
            " left out.",
        }
    ]
    assert oily.does("undo").out == "Undone: Set up the routine\n"
    oily.does("redo")
    assert oily.does("import", path, "--json").json == dry | {"dry_run": False}
    said = oily.does("import", path).out
    assert said.startswith("Added nothing.\nAlready there: 3 entries.\n1 row says that nothing")
    assert "peel" in oily.does("plan", "2026-11-05", "--json").rows
    assert oily.does("undo").out == "Undone: Imported a file\n"
    assert "peel" not in oily.does("plan", "2026-11-05", "--json").rows


def test_a_backup_is_made_where_something_comes_in(oily: Terminal, tmp_path: Path) -> None:
    path = str(loop_zip(tmp_path / "loop.zip"))
    folder = oily.folder / "backups"
    oily.does("import", path, "--dry-run")
    assert not folder.exists()
    oily.does("import", path)
    assert len(list(folder.glob("before-import-*.db"))) == 1
    oily.does("import", path)
    assert len(list(folder.glob("before-import-*.db"))) == 1


def test_each_habit_becomes_what_is_wished(oily: Terminal, tmp_path: Path) -> None:
    path = str(loop_db(tmp_path / "loop.db"))
    wishes = ("--map", "peel=refining", "--leave", "Clay mask")
    said = oily.does("import", path, *wishes).out
    assert "  Clay mask  left out" in said
    assert "  Peel       step refining-lotion  1 new" in said
    assert oily.does("plan", "2026-11-05", "--json").rows["refining-lotion"][0] == "off_plan"
    only = oily.does("import", path, "--only", "--new", "Clay mask", "--dry-run", "--json").json
    assert only["added"] == {"step": 1, "entry": 2}


def test_days_that_stand_otherwise_for_an_earlier_beginning_are_told(
    oily: Terminal, tmp_path: Path
) -> None:
    path = str(table(tmp_path / "any.csv", "Date,Name", ["2026-09-30,Clay mask"]))
    said = oily.does("import", path, "--dry-run").out
    assert " days since then stand otherwise." in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--map", "Nope=refining"), "No habit is called Nope. Use one of these: Clay mask, Peel."),
        (("--map", "Peel=nope"), "No step is called nope."),
        (("--map", "Peel"), "--map should be HABIT=STEP, not 'Peel'."),
        (("--columns", "day=A"), "--columns should be date=TITLE"),
        (("--date-order", "ymd"), "--date-order is 'ymd'. Use one of these: mdy, dmy."),
        (("--format", "xls"), "Only .json, .csv, .tsv, .txt, .db and .zip are understood."),
    ],
)
def test_a_wish_that_cannot_be_is_told(
    oily: Terminal, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    line = oily.fails(2, "import", str(loop_db(tmp_path / "loop.db")), *options)
    assert said in line


def test_any_table_is_taken_in_by_its_columns(terminal: Terminal, tmp_path: Path) -> None:
    path = str(table(tmp_path / "any.csv", "When;What;Ok", ["03.11.2026;Mask;x", "x;Mask;x"]))
    line = terminal.fails(2, "import", path)
    assert line.endswith("--columns date=TITLE,value=TITLE. The columns: When, What, Ok.")
    said = terminal.does("import", path, "--columns", "date=When,name=What,value=Ok").out
    assert said == (
        "Added 1 step and 1 entry.\n"
        "  Mask  new step mask  1 new  As needed: the file does not say how often.\n"
        "row 3: x is no day, left out.\n"
    )


def test_of_very_many_rows_left_out_the_first_are_told(terminal: Terminal, tmp_path: Path) -> None:
    path = str(table(tmp_path / "any.csv", "Date,Name", ["soon,Mask"] * 250))
    told = terminal.does("import", path).out.splitlines()
    assert len(told) == 103
    assert told[-2:] == ["150 more rows were left out.", "Add --json to see each."]
    found = terminal.does("import", path, "--json").json["left_out"]
    assert isinstance(found, list)
    assert len(found) == 250


def test_ready_formats_are_known_by_their_titles(terminal: Terminal, tmp_path: Path) -> None:
    bull = table(tmp_path / "h.csv", HABITBULL, ["Toner,,Skin,03/04/2026,1,"])
    assert terminal.does("import", str(bull)).out.startswith("Added 1 step and 1 entry.")
    moods = table(tmp_path / "d.csv", DAYLIO, ["2026-11-02,,,,good,work | Toner,,A note"])
    assert terminal.does("import", str(moods)).out.startswith("Added 1 entry and 1 rating.")
    none = terminal.does("import", str(moods), "--no-ratings", "--dry-run", "--json").json
    assert none["same"] == {"entry": 1}


def test_a_hostile_file_changes_nothing(oily: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(b"Date,Name\n2026-11-01,Mask\n2026-11-02,\xff\n")
    before = oily.does("plan", "--json").out
    line = oily.fails(2, "import", str(path))
    assert line == f"{path}: row 3 is not text in UTF-8. Save the file in that encoding."
    assert oily.does("plan", "--json").out == before
    assert not (oily.folder / "backups").exists()


@given(st.text() | st.sampled_from(LIVE))
def test_what_was_guarded_is_given_back(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert cell.lstrip()[:1] not in set("=+-@\uff1d\uff0b\uff0d\uff20|%")
    assert cell[:1] not in set("\t\r\n")


def test_no_cell_of_a_table_is_live_and_every_text_comes_back(
    oily: Terminal, elsewhere: Terminal, tmp_path: Path
) -> None:
    told = [text for text in LIVE if "\t" not in text]
    for number, text in enumerate(told, 1):
        day = f"2026-11-{number:02}"
        oily.does("skip", "pore-serum", "--day", day, f"--reason={text}")
        oily.does("rate", "7", "--day", day, f"--note={text}")
    path, again = tmp_path / "log.csv", tmp_path / "again.csv"
    assert oily.does("export", str(path)).out.startswith("Wrote 9 entries and 9 ratings to")
    cells = [cell for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@\uff1d|%")]
    same = oily.does("import", str(path), "--json").json
    assert (same["added"], same["same"]) == ({}, {"entry": 9, "rating": 9})
    elsewhere.does("import", str(path))
    elsewhere.does("export", str(again))
    mine, theirs = (
        list(csv.reader(io.StringIO(one.read_text("utf-8-sig")))) for one in (path, again)
    )
    assert mine == theirs


def test_a_format_that_cannot_be_written_is_told(oily: Terminal, tmp_path: Path) -> None:
    line = oily.fails(2, "export", str(tmp_path / "log.xls"))
    assert line.endswith("Use a name that ends in .json or .csv, or say --format.")
    oily.does("export", str(tmp_path / "log"), "--format", "csv")
    assert (tmp_path / "log").read_bytes().startswith(b'\xef\xbb\xbf"day"')
