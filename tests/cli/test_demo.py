"""Is the demo a copy to be thrown away, and does it leave what is the person's own alone?"""

import json
import stat
import tempfile
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.terminal import Ran, Terminal
from tests.still_clock import StillClock
from tracker.cli import main
from tracker.demo import demo_folder
from tracker.domain.errors import Unavailable


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary ones are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def own(oily: Terminal, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder, named by the environment."""
    oily.does("tick", "pore", "--day", "2026-11-20")
    monkeypatch.setenv("ROUTINE_TRACKER_DATA", str(oily.folder))
    return oily.folder


def contents(folder: Path) -> dict[str, str]:
    """Every file below the folder, with a sum of its bytes."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def run(terminal: Terminal, capsys: pytest.CaptureFixture[str], *arguments: str) -> Ran:
    code = main(["--demo", *arguments], terminal.clock)
    return Ran(code, *capsys.readouterr())


def test_its_folder_is_there_for_one_person_and_for_a_while(temporary: Path) -> None:
    with demo_folder(StillClock()) as folder:
        assert folder.parent == temporary
        assert folder.name.startswith("routine-tracker-demo-")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((folder / "routine.db").stat().st_mode) == 0o600
    assert not list(temporary.iterdir())


def test_it_goes_also_where_something_goes_wrong(temporary: Path) -> None:
    with pytest.raises(RuntimeError), demo_folder(StillClock()):
        raise RuntimeError
    assert not list(temporary.iterdir())


def test_without_a_place_for_it_that_is_told(temporary: Path) -> None:
    temporary.rmdir()
    with pytest.raises(Unavailable, match="not_opened"), demo_folder(StillClock()):
        pass


@pytest.mark.usefixtures("own")
def test_commands_look_at_it(
    oily: Terminal, temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(oily, capsys, "stats", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert 0.75 < float(str(ran.json["overall"])) < 0.95
    assert run(oily, capsys, "doctor").code == 0
    assert not list(temporary.iterdir())


@pytest.mark.parametrize(
    "command",
    [["tick", "moisturise-morning"], ["undo"], ["rate", "9"], ["skip", "mask", "--reason", "x"]],
)
def test_what_is_the_persons_own_stays_as_it_was(
    own: Path, oily: Terminal, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(own)
    assert run(oily, capsys, *command).code == 0
    assert contents(own) == before


def test_a_refusal_is_the_demos_own(
    own: Path, oily: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(own)
    ran = run(oily, capsys, "tick", "mask", "--day", "2025-01-01")
    assert ran.code == 2
    assert contents(own) == before


def test_it_can_be_carried_elsewhere(
    terminal: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "demo.json"
    assert run(terminal, capsys, "export", str(file)).code == 0
    told = json.loads(file.read_text())
    days = [entry["day"] for entry in told["log"]]
    assert days[0] < str(terminal.today - timedelta(days=420))
    assert days[-1] == str(terminal.today)
    terminal.does("import", str(file))
    assert terminal.does("routine", "show").out


@pytest.mark.parametrize("line", ["--demo --data-dir x plan", "--demo plan --data-dir x"])
def test_a_folder_beside_it_is_refused(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split(), StillClock()) == 2
    said = capsys.readouterr().err
    assert said == "--demo has a folder of its own. Leave out --data-dir.\n"
