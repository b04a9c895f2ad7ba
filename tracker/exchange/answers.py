"""What do a plan, a refusal and a reason answer as JSON?

Other programs build on the keys of every answer. The text is pure ASCII, so it arrives whole on
any terminal.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from tracker.domain.day import Day
from tracker.domain.errors import Refused
from tracker.domain.row import Row

if TYPE_CHECKING:
    from tracker.actions.views.why import Why

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


def why_answer(why: "Why", sentence: str) -> Item:
    """Why a step stands on a day as it does, in codes and in words."""
    return {
        "day": why.day.isoformat(),
        "step": why.step,
        "status": why.status,
        "reason": why.reason,
        "until": iso(why.until),
        "back_on": iso(why.back_on),
        "sentence": sentence,
    }


def iso(day: object) -> str | None:
    """A day as it is written; None for none."""
    return day.isoformat() if isinstance(day, Day) else None
