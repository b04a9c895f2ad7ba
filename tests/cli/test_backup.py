"""Does the command line make copies, list them, and go back to one without losing the other?"""

import shlex
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest

from tests.cli.terminal import Ran, Terminal

STAMP = "20261121T213000000000Z"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def listed(terminal: Terminal) -> list[dict[str, object]]:
    return cast(
        "list[dict[str, object]]", terminal.does("backup", "--list", "--json").json["backups"]
    )


def is_ticked(terminal: Terminal, step: str) -> bool:
    return terminal.does("plan", "--json").rows[step][0] == "done"


def test_a_backup_is_made_and_listed(oily: Terminal) -> None:
    assert oily.does("backup", "--list").out.startswith("There is no backup yet. ")
    file = oily.folder / "backups" / f"by-hand-{STAMP}.db"
    assert oily.does("backup").out == f"Made a checked copy: {file}\n"
    oily.clock.forward(hours=1)
    made = oily.does("backup", "--json").json
    assert made == {
        "file": str(file).replace("2130", "2230"),
        "moment": "2026-11-21T22:30:00+00:00",
        "why": "by-hand",
        "size": file.stat().st_size,
    }
    assert listed(oily)[0] == made
    assert [line[:52] for line in oily.does("backup", "--list").out.splitlines()] == [
        "Saturday, 21 November 2026, 22:30  Made by hand  156",
        "Saturday, 21 November 2026, 21:30  Made by hand  156",
    ]


def test_a_copy_goes_where_one_says_and_overwrites_nothing(oily: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "stick.db"
    assert oily.does("backup", str(file), "--json").json == {"file": str(file)}
    before = file.read_bytes()
    said = oily.fails(2, "backup", str(file))
    assert said == f"{file}: There is such a file already. Give another name."
    assert file.read_bytes() == before
    nowhere = str(tmp_path / "none" / "a.db")
    assert oily.fails(2, "backup", nowhere).startswith(f"{nowhere}: There is no such folder")
    assert listed(oily) == []


def test_of_nothing_there_is_no_backup(terminal: Terminal) -> None:
    said = terminal.fails(2, "backup")
    assert said == f"Nothing is kept in {terminal.folder} yet, so there is nothing to back up."
    assert not terminal.folder.exists()


def test_one_looks_inside_before_going_back(oily: Terminal) -> None:
    oily.does("tick", "cleanse-morning")
    oily.does("backup")
    oily.does("tick", "pore-serum")
    oily.does("rate", "7")
    before = (oily.folder / "routine.db").read_bytes()
    looked = oily.does("restore", f"by-hand-{STAMP}.db", "--dry-run")
    assert looked.out == (
        "In it: 8 steps and 1 entry, of 21 November 2026.\n"
        "Not in it, but kept in the copy that is set aside: 1 entry and 1 rating.\n"
    )
    said = oily.does("restore", f"by-hand-{STAMP}.db", "--dry-run", "--json").json
    assert said == {
        "file": str(oily.folder / "backups" / f"by-hand-{STAMP}.db"),
        "dry_run": True,
        "inside": {
            "steps": 8,
            "entries": 1,
            "ratings": 0,
            "first": "2026-11-21",
            "last": "2026-11-21",
            "revision": "0001",
        },
        "lost": {"steps": [], "entries": 1, "ratings": 1},
        "set_aside": None,
        "backup": None,
    }
    assert (oily.folder / "routine.db").read_bytes() == before
    assert names(oily.folder) == {"routine.db", "backups"}


def test_going_back_keeps_what_was_there(oily: Terminal) -> None:
    oily.does("tick", "cleanse-morning")
    oily.does("backup")
    oily.does("tick", "pore-serum")
    said = oily.does("restore", str(oily.folder / "backups" / f"by-hand-{STAMP}.db")).out
    aside = oily.folder / "set-aside-2026-11-21-2130.db"
    assert said.startswith(
        "Went back to the backup of Saturday, 21 November 2026, 21:30."
        f" What was there before is in {aside}\n"
    )
    assert is_ticked(oily, "cleanse-morning")
    assert not is_ticked(oily, "pore-serum")
    assert oily.does("undo").out == "Undone: Ticked Cleanse\n"
    back = oily.does("restore", str(aside), "--json").json
    assert back["lost"] == {"steps": [], "entries": 0, "ratings": 0}
    assert is_ticked(oily, "pore-serum")
    assert [backup["why"] for backup in listed(oily)].count("before-restore") == 2


@pytest.mark.parametrize("name", ["none.db", "/dev/null", "."])
def test_what_is_no_file_is_told(oily: Terminal, name: str) -> None:
    assert oily.fails(2, "restore", name).startswith(f"{name}: ")


@pytest.mark.parametrize(("content", "said"), [(b"", "is empty"), (b"text", "is damaged")])
def test_what_is_no_copy_is_left_alone(
    oily: Terminal, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "a.db").write_bytes(content)
    assert said in oily.fails(4, "restore", str(tmp_path / "a.db"))
    assert names(oily.folder) == {"routine.db"}


def test_a_copy_of_a_newer_version_is_refused(oily: Terminal, tmp_path: Path) -> None:
    oily.does("backup", str(tmp_path / "a.db"))
    (tmp_path / "a.db.sha256").unlink()
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    assert "newer version" in oily.fails(5, "restore", str(tmp_path / "a.db"))


def test_damaged_data_name_the_newest_good_backup_and_the_way_back(oily: Terminal) -> None:
    oily.does("tick", "cleanse-morning")
    oily.does("backup")
    oily.clock.forward(days=1)
    oily.does("backup")
    bad = oily.folder / "backups" / f"by-hand-{STAMP.replace('1121', '1122')}.db"
    bad.write_bytes(bad.read_bytes()[:-1])
    (oily.folder / "routine.db").write_bytes(b"garbled")
    rest: list[str] = []
    for command in (("plan",), ("tick", "cleanse-evening"), ("stats", "--json")):
        said = oily.fails(4, *command)
        sentence, _colon, way = said.rpartition(": ")
        assert "is damaged and was left alone" in sentence
        assert "of Saturday, 21 November 2026, 21:30; to go back to it" in sentence
        program, option, folder, *rest = shlex.split(way)
        assert (program, option, folder) == ("routine-tracker", "--data-dir", str(oily.folder))
    assert (oily.folder / "routine.db").read_bytes() == b"garbled"
    oily.does(*rest)
    oily.clock.forward(days=-1)
    assert is_ticked(oily, "cleanse-morning")
    assert (oily.folder / "set-aside-2026-11-22-2130.db").read_bytes() == b"garbled"


def test_without_a_good_backup_only_the_damage_is_told(oily: Terminal) -> None:
    (oily.folder / "routine.db").write_bytes(b"garbled")
    assert oily.fails(4, "plan").endswith("or move it away to begin anew.")


def with_a_tick(oily: Terminal, file: Path) -> str:
    """A document that holds a tick more than is kept."""
    oily.does("tick", "cleanse-evening")
    oily.does("export", str(file))
    oily.does("undo")
    return str(file)


def test_an_import_is_preceded_by_a_backup(oily: Terminal, tmp_path: Path) -> None:
    file = with_a_tick(oily, tmp_path / "a.json")
    oily.does("import", file, "--dry-run")
    assert listed(oily) == []
    oily.does("import", file)
    assert [backup["why"] for backup in listed(oily)] == ["before-import"]


def test_an_import_that_adds_nothing_needs_no_backup(oily: Terminal, tmp_path: Path) -> None:
    oily.does("export", str(tmp_path / "a.json"))
    assert oily.does("import", str(tmp_path / "a.json")).out.startswith("Added nothing.")
    assert listed(oily) == []


def test_an_import_into_nothing_needs_no_backup(
    oily: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    oily.does("export", str(tmp_path / "a.json"))
    other = Terminal(tmp_path / "other", oily.clock, capsys)
    other.does("import", str(tmp_path / "a.json"))
    assert listed(other) == []


def test_an_import_goes_on_without_a_backup_and_says_so(oily: Terminal, tmp_path: Path) -> None:
    file = with_a_tick(oily, tmp_path / "a.json")
    (oily.folder / "backups").touch()
    ran: Ran = oily.run("import", file)
    assert ran.code == 0
    assert is_ticked(oily, "cleanse-evening")
    assert ran.err.startswith("No backup was made: ")
    assert "could not be opened" in ran.err


def test_doctor_has_a_line_on_the_backups(oily: Terminal) -> None:
    assert (
        "Backups                     none yet; the window makes one a day"
        in oily.does("doctor").out
    )
    oily.does("backup")
    assert "1, of 21 November 2026, 21:30" in oily.does("doctor").out
    (file,) = (oily.folder / "backups").glob("*.db")
    file.write_bytes(b"")
    ran = oily.run("doctor")
    assert ran.code == 4
    assert f"the newest is not as it was made: {file}; make another one" in ran.out


def test_a_tick_does_not_pay_for_a_backup(oily: Terminal) -> None:
    oily.does("tick", "cleanse-morning")
    assert [path.name for path in oily.folder.iterdir()] == ["routine.db"]


def test_nothing_is_deleted_without_the_word(oily: Terminal) -> None:
    oily.does("tick", "cleanse-evening")
    oily.does("backup")
    before = names(oily.folder)
    shown = oily.does("erase").out
    assert shown.startswith("To be deleted for good: 8 steps and 1 entry, with your settings")
    assert "The same goes for 1 backup." in shown
    assert shown.endswith(f"to do it: routine-tracker --data-dir {oily.folder} erase --yes\n")
    assert oily.does("erase", "--json").json["dry_run"] is True
    assert names(oily.folder) == before
    answer = oily.does("erase", "--yes", "--json").json
    assert answer == {
        "dry_run": False,
        "steps": 8,
        "entries": 1,
        "ratings": 0,
        "backups": 1,
        "set_aside": 0,
        "logs": 0,
        "others": [],
        "has_other_names": False,
        "left": [],
    }
    assert names(oily.folder) == {"routine.db"}
    assert oily.does("plan", "--json").json["rows"] == []


def test_what_can_be_read_is_salvaged_together_with_the_backup(oily: Terminal) -> None:
    assert oily.does("doctor", "--salvage").out.startswith("Your records are whole")
    assert oily.does("doctor", "--salvage", "--json").json == {"salvage": None}
    oily.does("backup")
    oily.does("tick", "cleanse-evening")
    database = oily.folder / "routine.db"
    whole = database.read_bytes()
    garbled = whole[:100] + b"\xff" * 3000 + whole[3100:]
    database.write_bytes(garbled)

    ran = oily.run("plan")
    assert ran.code == 4
    assert f"routine-tracker --data-dir {oily.folder} doctor --salvage" in ran.err
    looked = oily.does("doctor", "--salvage", "--dry-run", "--json").json["salvage"]
    assert database.read_bytes() == garbled
    shown = oily.does("doctor", "--salvage", "--dry-run").out
    assert "What can be read of the damaged file: 8 steps and 1 entry.\n" in shown
    assert "The backup alone lacks 1 entry of 21 November 2026.\n" in shown
    done = oily.does("doctor", "--salvage").out

    aside = oily.folder / "set-aside-2026-11-21-2130.db"
    assert looked == {
        "dry_run": True,
        "backup": str(next((oily.folder / "backups").glob("*.db"))),
        "in_file": {"steps": 8, "entries": 1, "ratings": 0},
        "in_backup": {"steps": 8, "entries": 0, "ratings": 0},
        "in_both": {"steps": 8, "entries": 1, "ratings": 0},
        "not_in_backup": {
            "steps": 0,
            "entries": 1,
            "ratings": 0,
            "first": "2026-11-21",
            "last": "2026-11-21",
            "others": {},
        },
        "not_in_file": {
            "steps": 0,
            "entries": 0,
            "ratings": 0,
            "others": {},
            "first": None,
            "last": None,
        },
        "unusable": 0,
        "added": 1,
        "differing": 0,
        "by_entries": 0,
        "set_aside": None,
    }
    assert done.startswith(f"Restored: 8 steps and 1 entry. The damaged file is now {aside}\n")
    assert aside.read_bytes() == garbled
    assert is_ticked(oily, "cleanse-evening")


def test_another_programs_database_is_not_salvaged(oily: Terminal) -> None:
    database = oily.folder / "routine.db"
    database.unlink()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE notes (note)")
        connection.commit()
    theirs = database.read_bytes()
    ran = oily.run("doctor", "--salvage")
    assert ran.code == oily.run("doctor", "--salvage", "--json").code != 0
    assert ran.out.startswith("Nothing of yours can be read of the file, so it stays as it is.\n")
    assert oily.does("doctor", "--salvage", "--dry-run").out.startswith("What can be read")
    assert database.read_bytes() == theirs
    assert [file.name for file in oily.folder.glob("*.db")] == ["routine.db"]


def test_what_a_clock_that_ran_ahead_left_is_named_and_can_be_taken_out(oily: Terminal) -> None:
    oily.clock.forward(days=365)
    oily.does("tick", "cleanse-evening")
    oily.clock.forward(days=-365)
    shown = oily.does("doctor").out
    assert "1 entry is dated 2027-11-21, as if a clock ran ahead" in shown
    oily.does("untick", "cleanse-evening", "--day", "2027-11-21")
    assert "ran ahead" not in oily.does("doctor").out
