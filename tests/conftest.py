"""On what do all tests stand? Never on the person's own screen, data or language."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest
from coverage import Coverage
from hypothesis import settings

from tests.thorough import THOROUGH

TESTS = Path(__file__).parent
COUNTED = frozenset(("domain", "kinds", "actions", "store"))
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_DISPLAYS = os.environ.get("ROUTINE_TRACKER_TEST_DISPLAYS", "").split()
if _DISPLAYS:
    # One each, or the windows of two processes take each other's keys.
    os.environ["DISPLAY"] = _DISPLAYS[_WORKER % len(_DISPLAYS)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A made example may take as long as it needs: speed is no matter of tests.
settings.register_profile("patient", deadline=None, max_examples=200 if THOROUGH else 25)
settings.load_profile("patient")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """What is counted is what a room's own tests run, and of those the quick ones.

    Counting takes longer than the test itself, and says less the wider a test is. It rests while a
    test is set up, too: that is most of a journey.
    """
    counting = None if _is_counted(item) else Coverage.current()
    if counting is not None:
        counting.stop()
    try:
        return (yield)
    finally:
        if counting is not None:
            counting.start()


def _is_counted(item: pytest.Item) -> bool:
    is_own = item.path.relative_to(TESTS).parts[0] in COUNTED
    return is_own and item.get_closest_marker("slow") is None


@pytest.fixture(autouse=True)
def plain_english() -> Iterator[None]:
    """English as it stands in the source, whatever the machine speaks."""
    from tracker.words import language  # noqa: PLC0415, where coverage counts it

    language.use("en")
    yield
    language.use("en")


@pytest.fixture(scope="session")
def nobodys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the folders are that are nobody's."""
    return tmp_path_factory.mktemp("nobody")


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, nobodys: Path) -> None:
    """A data folder and a runtime folder that are nobody's, and no bus of anybody's session."""
    # Not made by pytest, which looks through all of its folders to number the next.
    monkeypatch.setenv("ROUTINE_TRACKER_DATA", mkdtemp(dir=nobodys))
    monkeypatch.setenv("XDG_RUNTIME_DIR", mkdtemp(dir=nobodys))
    # Not unset: where there is a display, a bus would be started then, and stay.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null/nobody")
