"""Is a command line understood, and told in one line where it is not?"""

import shlex
from datetime import date

import pytest

from tracker.domain.errors import BadInput
from tracker.exchange.arguments import parse
from tracker.words.errors import error_line


@pytest.mark.parametrize("line", ["--data-dir here plan", "plan --data-dir here"])
def test_the_folder_is_named_before_or_after_the_command(line: str) -> None:
    assert parse(line.split()).data_dir == "here"


def test_the_folder_is_named_anywhere_in_a_command_of_two_words() -> None:
    for line in ("--data-dir x routine show", "routine --data-dir x show"):
        assert parse(line.split())[:2] == ("routine show", "x")
    assert parse(["routine", "preset", "oily", "--data-dir", "x"]).data_dir == "x"


def test_no_command_is_the_window() -> None:
    assert parse([]).command == ""
    assert not parse([]).is_demo


@pytest.mark.parametrize(("line", "command"), [("--demo", ""), ("--demo stats", "stats")])
def test_the_demo_is_asked_for_before_the_command(line: str, command: str) -> None:
    asked = parse(line.split())
    assert (asked.is_demo, asked.command) == (True, command)


@pytest.mark.parametrize(
    ("argument", "first", "last"),
    [
        ("2026-10-01", date(2026, 10, 1), date(2026, 10, 1)),
        ("2026-10-01..2026-12-24", date(2026, 10, 1), date(2026, 12, 24)),
    ],
)
def test_a_plan_is_of_a_day_or_a_range(argument: str, first: date, last: date) -> None:
    asked = parse(["plan", argument, "--today", "2026-11-01", "--json"])
    assert (asked.first, asked.last, asked.today) == (first, last, date(2026, 11, 1))
    assert asked.as_json


def test_a_rating_takes_marks_and_a_note() -> None:
    asked = parse(["rate", "7", "--oiliness", "3", "--dryness", "0", "--note", "Windy"])
    assert asked.marks == {"overall": 7, "oiliness": 3, "dryness": 0}
    assert asked.note == "Windy"


def test_every_other_argument_arrives() -> None:
    assert parse(["tick", "mask", "--anyway", "--reason", "x", "--day", "2026-10-01"])[6:10] == (
        date(2026, 10, 1),
        "mask",
        True,
        "x",
    )
    asked = parse(["routine", "preset", "oily", "--start", "2026-10-01", "--choice", "toner"])
    assert (asked.preset, asked.start, asked.choice) == ("oily", date(2026, 10, 1), "toner")
    assert parse(["import", "a.JSON", "--dry-run"])[13:15] == ("a.JSON", True)
    assert parse(["import", "a.txt", "--format", "json"]).file == "a.txt"
    assert parse(["stats", "--range", "90d"]).range_name == "90d"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("plan 2026-13-01", "DAY should be a day such as 2026-11-21, not '2026-13-01'."),
        ("plan 2026-10-02..", "TO should be a day such as 2026-11-21, not ''."),
        ("plan ..2026-10-02", "FROM should be a day such as 2026-11-21, not ''."),
        (
            "plan 2026-10-02..2026-10-01",
            "2026-10-02..2026-10-01 ends before it begins. Write it as FROM..TO.",
        ),
        (
            "plan 1990-01-01..2031-01-01",
            "1990-01-01..2031-01-01 is too long a range. Ask for 40 years at most.",
        ),
        ("plan --today 1066-10-14", "--today is 1066-10-14. Write a day from 1900-01-01 to"),
        ("tick mask --day now", "--day should be a day such as 2026-11-21, not 'now'."),
        ("rate 11", "N is 11. Write a number from 1 to 10."),
        ("rate -1", "N is -1. Write a number from 1 to 10."),
        ("rate good", "N should be a whole number from 1 to 10, not 'good'."),
        ("rate 5 --pores 5", "--pores is 5. Write a number from 0 to 4."),
        ("stats --range week", "--range is 'week'. Use one of these: 30d, 90d, year, all."),
        ("export skin.xls", "skin.xls: Use a name that ends in .json or .csv"),
        ("import skin", "skin: Only .json, .csv, .tsv, .txt, .db and .zip are understood."),
        ("export skin.json --format ics", "skin.json: Use a name that ends in .json or .csv"),
        ("routine set skin.csv", "skin.csv: Only JSON is understood here."),
        ("skip mask --reason ' '", "--reason is empty."),
    ],
)
def test_a_value_that_cannot_be_used_is_told(line: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse(shlex.split(line))
    assert error_line(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("line", "program", "fault"),
    [
        ("dance", "routine-tracker", "invalid choice: 'dance'"),
        ("tick", "routine-tracker tick", "required: STEP"),
        ("skip mask", "routine-tracker skip", "required: --reason"),
        ("plan --jsn", "routine-tracker", "unrecognized arguments: --jsn"),
        ("plan --js", "routine-tracker", "unrecognized arguments: --js"),
        ("tick mask --today 2026-10-01", "routine-tracker", "unrecognized arguments: --today"),
        ("routine", "routine-tracker routine", "required: COMMAND"),
        ("routine preset", "routine-tracker routine preset", "required: NAME"),
        ("import", "routine-tracker import", "required: FILE"),
        ("plan --today", "routine-tracker plan", "expected one argument"),
    ],
)
def test_wrong_usage_is_one_line_with_the_way_to_the_help(
    line: str, program: str, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(line.split())
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith(f"{program}: ")
    assert fault in err
    assert err.endswith(f". See {program} --help.\n")


@pytest.mark.parametrize(
    "command",
    [
        *("", "plan", "tick", "untick", "skip", "rate", "undo", "redo", "stats", "export"),
        *("import", "routine", "routine show", "routine preset", "doctor"),
    ],
)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse([*command.split(), "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: routine-tracker {command}".rstrip())
    assert "--data-dir" in shown
    assert "." in shown


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("routine-tracker 0.")
