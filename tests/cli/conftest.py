"""Where do commands run in these tests? Here, on a folder of their own, on a Saturday."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.still_clock import StillClock


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal on an empty folder."""
    return Terminal(tmp_path / "data", StillClock(), capsys)


@pytest.fixture
def oily(terminal: Terminal) -> Terminal:
    """A terminal on the routine for oily skin, begun on 1 October; November is the month off."""
    args = ("--start", "2026-10-01", "--choice", "overnight-serum")
    terminal.does("routine", "preset", "oily", *args)
    return terminal
