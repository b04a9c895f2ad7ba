"""Does the bootstrap start on any Python, and hand each pytest run what belongs to it?"""

import ast
import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import bootstrap
import bootstrap_display
import bootstrap_venv
import pytest

PACKAGING = Path(bootstrap.__file__).parent
OLD_PYTHON = (3, 8)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with one journey and one other test."""
    for name in ("tests/journeys/test_evening.py", "tests/domain/test_day.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(bootstrap_venv, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "path", sorted(PACKAGING.glob("bootstrap*.py")), ids=lambda path: path.stem
)
def test_an_old_python_gets_as_far_as_being_told(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), feature_version=OLD_PYTHON)


def test_an_old_python_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.version_info", (3, 9, 2))
    assert bootstrap.main(["setup"]) == 1
    assert "Python 3.9 is too old, 3.11 or newer" in capsys.readouterr().err


@pytest.mark.usefixtures("clone")
@pytest.mark.parametrize(
    ("given", "on_display"),
    [
        ([], ["tests/journeys"]),
        (["-x", "-q"], ["-x", "-q", "tests/journeys"]),
        (["tests/domain"], None),
        (["-q", "tests/journeys/test_evening.py::test_it"],) * 2,
        (["tests/domain", "tests/journeys"], ["tests/journeys"]),
        (["--cov", "--cov-report=", "-x"], ["-x", "tests/journeys"]),
    ],
)
def test_the_display_run_gets_the_journeys(given: list[str], on_display: list[str] | None) -> None:
    assert bootstrap.journeys_among(given) == on_display


def test_without_journeys_there_is_no_display_run(clone: Path) -> None:
    (clone / "tests/journeys/test_evening.py").unlink()
    (clone / "tests/journeys").rmdir()
    assert bootstrap.journeys_among([]) is None


@pytest.mark.parametrize(
    ("journeys", "suite", "code"), [(0, 0, 0), (1, 0, 1), (0, 1, 1), (5, 0, 0)]
)
@pytest.mark.usefixtures("clone")
def test_either_run_may_fail_the_whole_and_the_suite_comes_last(
    monkeypatch: pytest.MonkeyPatch, journeys: int, suite: int, code: int
) -> None:
    ran: list[str] = []

    def pytest_run(_extra: list[str], environment: dict[str, str], *_around: str) -> int:
        ran.append(environment["QT_QPA_PLATFORM"])
        return journeys if environment["QT_QPA_PLATFORM"] == "xcb" else suite

    monkeypatch.setattr(bootstrap, "_provide", lambda *_: None)
    monkeypatch.setattr(bootstrap, "_pytest", pytest_run)
    monkeypatch.setattr(bootstrap_display, "real_displays", _displays)
    assert bootstrap.main(["test"]) == code
    assert ran == ["xcb", "offscreen"]


def _displays(environment: dict[str, str], _count: int) -> AbstractContextManager[dict[str, str]]:
    return nullcontext({**environment, "QT_QPA_PLATFORM": "xcb"})


def test_offscreen_stays_away_from_the_persons_desktop() -> None:
    mine = dict.fromkeys(("DISPLAY", "LANGUAGE", "ROUTINE_TRACKER_DATA", "QT_SCALE_FACTOR"), "2")
    with bootstrap_display.offscreen({**os.environ, **mine}) as environment:
        assert not mine.keys() & environment.keys()
        assert environment["QT_QPA_PLATFORM"] == "offscreen"
        assert Path(environment["XDG_RUNTIME_DIR"]).stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("given", "handed_on"), [([], ["plan"]), (["plan"], ["plan"]), (["stats", "--json"],) * 2]
)
def test_without_a_display_the_plan_stands_in_for_the_window(
    monkeypatch: pytest.MonkeyPatch, given: list[str], handed_on: list[str]
) -> None:
    ran: list[list[str]] = []
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(bootstrap, "_provide", lambda *_: None)
    monkeypatch.setattr(os, "execve", lambda _python, words, _environment: ran.append(words))
    bootstrap.run(given)
    assert [words[1:] for words in ran] == [["-m", "tracker", *handed_on]]
