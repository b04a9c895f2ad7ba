"""What do the golden cases say? Each is a transfer document with the plan expected of it."""

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tracker.domain.day import Day
from tracker.domain.diary import Diary
from tracker.domain.log import Log
from tracker.domain.routine import Routine
from tracker.exchange.transfer import read_document

GOLDEN = Path(__file__).parent / "golden"
RULES = sorted((GOLDEN / "rules").glob("*.json"))


class Case(NamedTuple):
    """A golden case: the diary, the range planned, and the rows expected by day and step."""

    diary: Diary
    today: Day
    first: Day
    last: Day
    expect: dict[tuple[str, str], tuple[str, str | None, str | None]]

    @property
    def routine(self) -> Routine:
        """What the rules know of the diary besides the log."""
        return self.diary.routine()

    @property
    def log(self) -> Log:
        """The diary's deeds."""
        return Log((entry.step, entry.day, entry.do) for entry in self.diary.log)


def read_case(path: Path) -> Case:
    """The golden case in that file."""
    diary, _ = read_document(path.read_bytes())
    expected = json.loads(path.read_text())["plan"]
    rows = {(day, step): tuple(rest) for day, step, *rest in expected["expect"]}
    today, first, last = (date.fromisoformat(expected[key]) for key in ("today", "from", "to"))
    return Case(diary, today, first, last, rows)
