"""Does the clock know its zone, and is the data folder the one that was named?"""

import time
from datetime import timedelta
from pathlib import Path

import pytest

from tracker.domain.errors import BadInput
from tracker.system.clock import SystemClock
from tracker.system.paths import data_folder


def test_the_clock_is_aware_and_local() -> None:
    now = SystemClock().now()

    assert now.utcoffset() == now.astimezone().utcoffset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone is fixed at the start there")
def test_the_clock_learns_of_a_new_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as away:
        for zone, hours in (("EAST-9", 9), ("WEST+5", -5)):
            away.setenv("TZ", zone)
            assert SystemClock().now().utcoffset() == timedelta(hours=hours)
    SystemClock().now()


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ROUTINE_TRACKER_DATA", str(tmp_path / "elsewhere"))

    assert data_folder() == tmp_path / "elsewhere"
    assert not data_folder().exists()


def test_a_named_folder_may_begin_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ROUTINE_TRACKER_DATA", "~/skin")

    assert data_folder() == tmp_path / "skin"


def test_a_home_that_is_nobodys_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROUTINE_TRACKER_DATA", "~nosuchuser/x")

    with pytest.raises(BadInput) as refused:
        data_folder()
    assert (refused.value.code, refused.value.facts) == ("no_such_home", {"path": "~nosuchuser/x"})


def test_without_a_name_it_is_the_platforms_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ROUTINE_TRACKER_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert data_folder() == tmp_path / "routine-tracker"
