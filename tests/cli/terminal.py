"""How does a test type a command, on a day of its choice, and read what came of it?"""

import json
from pathlib import Path
from typing import NamedTuple, cast

import pytest

from tests.still_clock import StillClock
from tracker.cli import main
from tracker.domain.day import Day


class Ran(NamedTuple):
    """What a command left: its exit code, what it printed, and what it said beside."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, object]:
        """The one JSON document on standard output."""
        return cast("dict[str, object]", json.loads(self.out))

    @property
    def rows(self) -> dict[str, list[str | None]]:
        """A plan's rows of one day: status, reason and until by step."""
        rows = cast("list[list[str | None]]", self.json["rows"])
        return {str(step): rest for _day, step, *rest in rows}


class Terminal:
    """Runs commands in this process, on one data folder."""

    def __init__(self, folder: Path, clock: StillClock, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.clock = clock
        self._capsys = capsys

    @property
    def today(self) -> Day:
        """The day on the clock."""
        return self.clock.now().date()

    def run(self, *arguments: str) -> Ran:
        """Run a command, whatever comes of it."""
        code = main(["--data-dir", str(self.folder), *arguments], self.clock)
        out, err = self._capsys.readouterr()
        return Ran(code, out, err)

    def does(self, *arguments: str) -> Ran:
        """Run a command that must succeed without a word beside."""
        ran = self.run(*arguments)
        assert (ran.code, ran.err) == (0, ""), (arguments, ran)
        return ran

    def fails(self, code: int, *arguments: str) -> str:
        """Run a command that must end with `code`; the one line that it says."""
        ran = self.run(*arguments)
        assert ran.code == code, (arguments, ran)
        assert ran.err.endswith("\n")
        assert ran.err.count("\n") == 1, ran.err
        return ran.err.strip()
