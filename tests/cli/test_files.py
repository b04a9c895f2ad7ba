"""Do export, import and presets take a routine out and in, whole and without overwriting?"""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.golden_cases import RULES


@pytest.fixture
def elsewhere(tmp_path: Path, terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal on another empty folder."""
    return Terminal(tmp_path / "elsewhere", terminal.clock, capsys)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_what_is_exported_is_imported_key_for_key(
    terminal: Terminal, elsewhere: Terminal, tmp_path: Path, path: Path
) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    terminal.does("import", str(path))
    terminal.does("export", str(first))
    elsewhere.does("import", str(first))
    elsewhere.does("export", str(second))
    assert first.read_bytes() == second.read_bytes()
    document = json.loads(path.read_text())
    assert json.loads(first.read_text())["steps"] == document["steps"]


def test_an_import_counts_and_reports(terminal: Terminal, tmp_path: Path) -> None:
    path = next(path for path in RULES if path.stem == "skin-cycling")
    log = len(json.loads(path.read_text())["log"])
    terminal.clock.forward(days=400)
    dry = terminal.does("import", str(path), "--dry-run", "--json").json
    assert dry["dry_run"] is True
    assert terminal.does("plan", "--json").json["rows"] == []
    found = terminal.does("import", str(path), "--json").json
    assert found == dry | {"dry_run": False}
    assert found["added"] == {"setting": 2, "step": 3, "entry": log}
    assert found["left_out"] == [
        {"where": "about", "code": "unknown_key", "sentence": "about: not known here, left out."},
        {"where": "plan", "code": "unknown_key", "sentence": "plan: not known here, left out."},
    ]
    again = terminal.does("import", str(path), "--json").json
    assert (again["added"], again["same"]) == ({}, found["added"])
    shown = terminal.does("import", str(path)).out
    assert shown.startswith("Added nothing.\nAlready there: 2 settings, 3 steps and ")
    assert shown.endswith("plan: not known here, left out.\n")
    assert terminal.does("undo").out == "Undone: Imported a file\n"
    terminal.does("export", str(tmp_path / "empty.json"))
    assert json.loads((tmp_path / "empty.json").read_text())["steps"] == []


def test_an_import_takes_in_no_day_to_come(oily: Terminal, tmp_path: Path) -> None:
    oily.does("tick", "pore-serum")
    oily.does("rate", "7")
    oily.does("export", str(tmp_path / "now.json"))
    document = json.loads((tmp_path / "now.json").read_text())
    ahead = json.loads(json.dumps(document).replace("2026-11-21", "2026-11-22"))
    long_ago = json.loads(json.dumps(document["log"]).replace("2026-11-21", "1999-01-01"))
    document["log"] = [*ahead["log"], *long_ago]
    document["ratings"] = ahead["ratings"]
    changed = tmp_path / "ahead.json"
    changed.write_text(json.dumps(document))
    for options in ((), ("--dry-run",)):
        said = oily.run("import", str(changed), *options, "--json").json
        assert said["left_out"] == [
            {
                "where": where,
                "code": "day_to_come",
                "sentence": f"{where}: is of a day still to come, left out.",
            }
            for where in ("entry 2026-11-22 pore-serum", "rating 2026-11-22")
        ]
    oily.does("export", str(tmp_path / "after.json"))
    after = json.loads((tmp_path / "after.json").read_text())
    assert [entry["day"] for entry in after["log"]] == ["2026-11-21", "1999-01-01"]
    assert [rating["day"] for rating in after["ratings"]] == ["2026-11-21"]


def test_an_import_overwrites_nothing(oily: Terminal, tmp_path: Path) -> None:
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    oily.does("skip", "pore-serum", "--reason", "Out")
    oily.does("export", str(before))
    document = json.loads(before.read_text())
    document["steps"][0]["name"] = "Renamed"
    document["log"][0]["do"] = "tick"
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(document))
    report = oily.does("import", str(changed), "--json").json["left_out"]
    assert [(note["where"], note["code"]) for note in report] == [  # type: ignore[attr-defined]
        ("step cleanse-morning", "differs"),
        ("entry 2026-11-21 pore-serum", "skip_replaced"),
    ]
    oily.does("export", str(after))
    document["steps"][0]["name"] = "Cleanse"
    assert json.loads(after.read_text()) == document


def test_what_was_off_plan_elsewhere_is_off_plan_here(terminal: Terminal, tmp_path: Path) -> None:
    path = next(path for path in RULES if path.stem == "oily-skin-from-october")
    document = json.loads(path.read_text())
    tick = {"day": "2026-11-10", "step": "refining-lotion", "do": "tick"}
    document["log"] = [tick]
    changed = tmp_path / "off.json"
    changed.write_text(json.dumps(document))
    terminal.does("import", str(changed))
    assert terminal.does("plan", "2026-11-10", "--json").rows["refining-lotion"] == [
        "off_plan",
        "month_off",
        "2026-12-01",
    ]


def test_an_export_tells_what_it_wrote(oily: Terminal, tmp_path: Path) -> None:
    path = str(tmp_path / "mine.json")
    assert oily.does("export", path).out == f"Wrote 8 steps and 1 group to {path}.\n"
    found = oily.does("export", path, "--json").json
    assert found == {"file": path, "counts": {"step": 8, "group": 1}}


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        ("{", 2, "Line 1, column 2 is not JSON. Correct it there."),
        ('{"format": "routine-tracker", "version": 9}', 5, "The document has version 9, and"),
        ('{"format": "routine-tracker", "version": 1, "steps": [{"id": "a"}]}', 2, "steps[a].name"),
        ("[" * 5000, 2, "The document is nested more than 32 levels deep. Flatten it."),
    ],
)
def test_a_file_that_cannot_be_taken_in_changes_nothing(
    oily: Terminal, tmp_path: Path, content: str, code: int, said: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content)
    before = oily.does("plan", "--json").out
    assert oily.fails(code, "import", str(path)).startswith(f"{path}: {said}")
    assert oily.does("plan", "--json").out == before
    assert oily.does("undo").out == "Undone: Set up the routine\n"


def test_a_file_that_is_not_there_is_told(oily: Terminal, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.json")
    assert oily.fails(2, "import", gone) == f"{gone}: There is no such file. Check its name."
    nowhere = str(tmp_path / "gone" / "a.json")
    assert oily.fails(2, "export", nowhere).startswith(f"{nowhere}: There is no such folder")


def test_a_preset_is_set_up_once(terminal: Terminal) -> None:
    answer = terminal.does("routine", "preset", "sensitive", "--json").json
    assert answer["day"] == "2026-11-22"  # in the evening: the mornings begin tomorrow
    assert isinstance(answer["steps"], list)
    assert len(answer["steps"]) == 8
    assert terminal.fails(2, "routine", "preset", "oily").startswith("There is a routine already.")
    assert terminal.does("undo").out == "Undone: Set up the routine\n"
    assert "toner" in terminal.does("routine", "preset", "oily", "--start", "2026-01-31").out
    rows = terminal.does("plan", "2026-02-28", "--json").rows
    assert rows["refining-lotion"][1:] == ["month_off", "2026-03-31"]


def test_a_preset_begun_in_the_evening_asks_for_no_morning_of_that_day(terminal: Terminal) -> None:
    terminal.does("routine", "preset", "oily")

    assert "cleanse-evening" in terminal.does("plan", "--json").rows
    assert "cleanse-morning" not in terminal.does("plan", "--json").rows
    assert "cleanse-morning" in terminal.does("plan", "2026-11-22", "--json").rows


def test_a_preset_with_a_first_day_begins_on_that_day(terminal: Terminal) -> None:
    terminal.does("routine", "preset", "oily", "--start", "2026-11-21")

    assert "cleanse-morning" in terminal.does("plan", "--json").rows


def test_a_preset_that_begins_later_is_shown_as_it_will_be(terminal: Terminal) -> None:
    answer = terminal.does("routine", "preset", "oily", "--start", "2027-01-01", "--json").json

    assert answer["day"] == "2027-01-01"
    assert isinstance(answer["steps"], list)
    assert len(answer["steps"]) == 8


def test_a_preset_that_there_is_not_is_told(terminal: Terminal) -> None:
    assert terminal.fails(2, "routine", "preset", "dry").startswith("There is no preset 'dry'.")
    said = terminal.fails(2, "routine", "preset", "oily", "--choice", "tea")
    assert said.startswith("oily.toml: The preset has no choice 'tea'.")
