"""On what do all tests stand? Never on the person's own screen, data or language."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A made example may take as long as it needs: speed is no matter of tests.
settings.register_profile("patient", deadline=None, max_examples=50)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def plain_english() -> Iterator[None]:
    """English as it stands in the source, whatever the machine speaks."""
    from tracker.words import language  # noqa: PLC0415, where coverage counts it

    language.use("en")
    yield
    language.use("en")


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A data folder and a runtime folder that are nobody's, and no bus of anybody's session."""
    monkeypatch.setenv("ROUTINE_TRACKER_DATA", str(tmp_path_factory.mktemp("nobody")))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    # Not unset: where there is a display, a bus would be started then, and stay.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null/nobody")
