"""Does .venv get remade when, and only when, something that decides its contents has changed?"""

from pathlib import Path

import bootstrap_venv as venv
import pytest
from bootstrap_words import CannotGoOnError


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone whose .venv was set up to run the app."""
    for name in (*venv.LOCKS.values(), "pyproject.toml", ".venv/bin/python"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(venv, "ROOT", tmp_path)
    monkeypatch.setattr(venv, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(venv, "PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(venv, "STAMP", tmp_path / ".venv/bootstrap-stamp")
    venv.STAMP.write_text(venv.fingerprint("run"))
    return tmp_path


@pytest.mark.usefixtures("clone")
def test_what_was_set_up_is_ready() -> None:
    assert venv.is_ready("run")


@pytest.mark.usefixtures("clone")
def test_what_can_run_cannot_test_yet() -> None:
    assert not venv.is_ready("test")


@pytest.mark.usefixtures("clone")
def test_what_can_test_can_run() -> None:
    venv.STAMP.write_text(venv.fingerprint("test"))
    assert venv.is_ready("run")


@pytest.mark.parametrize("name", ["packaging/requirements.lock", "pyproject.toml"])
def test_another_lock_or_project_is_not_ready(clone: Path, name: str) -> None:
    (clone / name).write_text("changed")
    assert not venv.is_ready("run")


@pytest.mark.usefixtures("clone")
def test_another_python_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(venv, "SERIES", "3.99")
    assert not venv.is_ready("run")


def test_a_venv_whose_python_is_gone_is_not_ready(clone: Path) -> None:
    (clone / ".venv/bin/python").unlink()
    assert not venv.is_ready("run")


def test_a_full_disk_is_told_before_anything_is_fetched(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(venv, "VENV", clone / "none-yet")
    monkeypatch.setitem(venv.SPACE_MB, "test", 10**9)
    with pytest.raises(CannotGoOnError, match=r"MB free and \.venv needs about"):
        venv.provide("test")


def test_nothing_leads_python_out_of_the_venv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("https_proxy", "http://proxy.invalid:3128")
    assert "PYTHONPATH" not in venv.environment()
    assert venv.environment()["https_proxy"] == "http://proxy.invalid:3128"


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not what the lock names"),
        ("NewConnectionError\nERROR: No matching distribution found", "out of reach"),
        ("ERROR: No matching distribution found for ruff", "no build for this machine"),
        ("error: Permission denied: '.venv'", "may not be written to"),
        ("a\nERROR: something else\n", "ERROR: something else"),
        ("", "no reason"),
    ],
)
def test_a_pip_failure_is_one_line(output: str, said: str) -> None:
    assert said in venv.pip_failure(output)
    assert "\n" not in venv.pip_failure(output)
