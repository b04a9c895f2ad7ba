"""Does the bootstrap start on any Python, and hand each pytest run what belongs to it?"""

import ast
import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import bootstrap
import bootstrap_display
import pytest

PACKAGING = Path(bootstrap.__file__).parent
OLD_PYTHON = (3, 8)


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


@pytest.mark.parametrize("code", [0, 1, 5])
def test_the_tests_run_on_displays_and_their_code_is_handed_on(
    monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    ran: list[tuple[list[str], str]] = []

    def pytest_run(words: list[str], environment: dict[str, str], *_around: str) -> int:
        ran.append((words, environment["QT_QPA_PLATFORM"]))
        return code

    monkeypatch.setattr(bootstrap, "_provide", lambda *_: None)
    monkeypatch.setattr(bootstrap, "_pytest", pytest_run)
    monkeypatch.setattr(bootstrap_display, "real_displays", _displays)
    assert bootstrap.main(["test", "--", "tests/journeys", "-x"]) == code
    assert ran == [([*bootstrap.IN_PARALLEL, "tests/journeys", "-x"], "xcb")]


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
