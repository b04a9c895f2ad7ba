"""What do a plan and a refusal answer as JSON?

Other programs build on the keys of every answer. The text is pure ASCII, so it arrives whole on
any terminal.
"""

import json
from collections.abc import Iterable
from typing import TypeAlias

from tracker.domain.day import Day
from tracker.domain.errors import Refused
from tracker.domain.row import Row

Item: TypeAlias = dict[str, object]


def as_json(answer: object) -> str:
    """An answer as one line of JSON."""
    return json.dumps(answer, allow_nan=False)


def plan_answer(today: Day, rows: Iterable[Row]) -> Item:
    """The rows of a plan as at `today`."""
    return {"today": today.isoformat(), "rows": [_row(row) for row in rows]}


def _row(row: Row) -> list[str | None]:
    return [row.day.isoformat(), row.step, row.status, row.reason, iso(row.until)]


def refusal_answer(refused: Refused) -> Item:
    """Why a tick or a skip was refused, and until when."""
    until = refused.facts.get("until")
    return {"refused": {"reason": refused.code, "until": iso(until)}}


def iso(day: object) -> str | None:
    """A day as it is written; None for none."""
    return day.isoformat() if isinstance(day, Day) else None
