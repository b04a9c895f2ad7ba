"""Do failures end with their code and one line, and change nothing?"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.golden_cases import RULES
from tests.store.places import new_place
from tests.store.test_permissions import as_plain_user
from tracker import cli
from tracker.domain.errors import NewerData, Unavailable
from tracker.store.identity import FILE_NAME


def database(terminal: Terminal) -> Path:
    return terminal.folder / FILE_NAME


@pytest.mark.parametrize("command", [("plan",), ("tick", "mask"), ("stats", "--json"), ("undo",)])
@pytest.mark.parametrize("content", [b"", b"not a database, whatever its name says" * 9])
def test_what_is_not_ours_is_left_alone(
    terminal: Terminal, command: tuple[str, ...], content: bytes
) -> None:
    terminal.folder.mkdir(mode=0o700)
    database(terminal).write_bytes(content)
    said = terminal.fails(4, *command)
    assert str(database(terminal)) in said
    assert database(terminal).read_bytes() == content


@pytest.mark.parametrize("command", [("plan", "--json"), ("tick", "mask"), ("doctor",)])
def test_newer_data_is_refused_and_left_alone(oily: Terminal, command: tuple[str, ...]) -> None:
    with sqlite3.connect(database(oily)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = database(oily).read_bytes()
    if command == ("doctor",):
        assert oily.run(*command).code == 4
    else:
        assert "newer version" in oily.fails(5, *command)
    assert database(oily).read_bytes() == before


def test_what_may_only_be_read_is_read(oily: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise Unavailable("read_only", path="routine.db")

    monkeypatch.setattr("tracker.store.store.SqlStore.writing", refuse)
    assert oily.fails(4, "tick", "clay-mask").startswith("routine.db may only be read.")
    assert oily.does("plan", "--json").rows["clay-mask"][0] == "due"


@pytest.fixture
def closed(terminal: Terminal) -> Iterator[Path]:
    """A folder that may not be entered, beside the data folder."""
    with new_place() as place:
        (place / "closed").mkdir(mode=0)
        terminal.folder = place / "data"
        yield place / "closed"


@pytest.mark.parametrize("command", [("plan",), ("tick", "mask"), ("stats",), ("export", "a.json")])
def test_a_folder_that_may_not_be_entered_is_told(
    terminal: Terminal, closed: Path, command: tuple[str, ...]
) -> None:
    for terminal.folder in (closed / "data", closed):
        with as_plain_user(closed.parent):
            said = terminal.fails(4, *command)
        assert said.startswith(f"{database(terminal)} could not be opened. Check the folder")


def test_doctor_looks_at_a_folder_that_may_not_be_entered(terminal: Terminal, closed: Path) -> None:
    for terminal.folder in (closed / "data", closed):
        with as_plain_user(closed.parent):
            found = terminal.run("doctor")
        assert (found.code, found.err) == (4, "")
        assert "could not be opened; check its permissions" in found.out


def test_a_file_where_nobody_may_look_is_told(terminal: Terminal, closed: Path) -> None:
    terminal.does("import", str(RULES[0]))
    with as_plain_user(closed.parent):
        said = terminal.fails(4, "export", f"{closed}/deep/y.json")
    assert said == (
        f"{closed}/deep/y.json: The file cannot be written. Check free space and permissions."
    )


@pytest.mark.parametrize("command", [("plan",), ("tick", "mask")])
def test_a_name_that_is_too_long_is_told(terminal: Terminal, command: tuple[str, ...]) -> None:
    there = terminal.folder.parent
    deep = there / "deep" if command[0] == "tick" else there
    terminal.folder = deep / ("x" * 300)
    assert "xxx/routine.db could not be opened. Check the folder" in terminal.fails(4, *command)


@pytest.mark.parametrize("command", [(), ("plan",), ("tick", "mask")])
def test_a_home_that_is_nobodys_is_told(terminal: Terminal, command: tuple[str, ...]) -> None:
    terminal.folder = Path("~nosuchuser/x")
    said = "~nosuchuser/x begins with a home that is nobody's. Write the folder out."
    assert terminal.fails(2, *command) == said


def test_each_failure_has_its_code() -> None:
    assert cli._failed(Unavailable("locked", path="x")) == 4
    assert cli._failed(NewerData("newer_data", path="x")) == 5


def test_an_interrupt_ends_with_the_code_of_shells(
    oily: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tracker.store.store.open_store", interrupted)
    assert oily.run("tick", "clay-mask").code == 130


def test_no_command_opens_the_window(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def window(_argv: tuple[str, ...], folder: Path) -> int:
        opened.append(folder)
        return 0

    monkeypatch.setattr("tracker.app.main", window)
    assert terminal.does().code == 0
    assert opened == [terminal.folder]


ROOT = Path(__file__).resolve().parents[2]


def run(
    terminal: Terminal, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME")}
    data = {"ROUTINE_TRACKER_DATA": str(terminal.folder)}
    return subprocess.run(
        [sys.executable, "-m", "tracker", *arguments],
        env={**kept, **data, **variables},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )


def test_help_may_be_read_in_part() -> None:
    command = f"({sys.executable} -m tracker --help; echo $? >&2) | head -n 1"
    ran = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert ran.stderr == b"0\n"
    assert ran.stdout.startswith(b"usage: ")


@pytest.mark.parametrize(
    "variables",
    [{"LC_ALL": "C"}, {"LANG": "C"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "de_DE.ISO-8859-1"}],
)
def test_output_arrives_on_any_terminal(oily: Terminal, variables: dict[str, str]) -> None:
    ran = run(oily, "plan", "2026-11-21", **variables)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"Month off" in ran.stdout
    asked = run(oily, "tick", "\udcff-mask", **variables)
    assert asked.returncode == 2
    assert asked.stderr.count(b"\n") == 1


def test_a_reader_who_has_seen_enough_is_no_failure(oily: Terminal) -> None:
    command = f"{sys.executable} -m tracker plan 2026-10-01..2036-10-01; echo $? >&2"
    ran = subprocess.run(
        ["/bin/sh", "-c", f"({command}) | head -n 1"],
        env={**os.environ, "ROUTINE_TRACKER_DATA": str(oily.folder)},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (ran.stderr, ran.stdout.count(b"\n")) == (b"0\n", 1)


def test_the_process_ends_with_the_code(oily: Terminal) -> None:
    refused = run(oily, "tick", "refining-lotion", "--day", "2026-11-21", "--json")
    assert refused.returncode == 3
    assert refused.stdout == b'{"refused": {"reason": "month_off", "until": "2026-12-01"}}\n'
    assert run(oily, "dance").returncode == 2
    assert run(oily, "--help").returncode == 0


def test_an_answer_that_cannot_be_printed_is_told(oily: Terminal) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m tracker plan > /dev/full"],
        env={**os.environ, "ROUTINE_TRACKER_DATA": str(oily.folder)},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 4
    assert ran.stderr == b"It is done, but the answer could not be printed. Check free space.\n"


def test_a_refusal_that_cannot_be_printed_is_told(oily: Terminal) -> None:
    tick = "tick refining-lotion --day 2026-11-21 --json > /dev/full"
    ran = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m tracker {tick}"],
        env={**os.environ, "ROUTINE_TRACKER_DATA": str(oily.folder)},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 4
    assert ran.stderr.startswith(b"A rule speaks against it, so nothing was changed; ")
    assert ran.stderr.count(b"\n") == 1


def test_a_closed_standard_output_is_no_crash(oily: Terminal) -> None:
    told = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m tracker plan --data-dir {oily.folder} >&-"],
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, b"")
