"""Which rows of the plan are turns, and how did each end?

Figures are read off the plan rows and nothing else, so that the calendar and the figures can never
disagree.
"""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, TypeAlias

from tracker.domain.day import Day
from tracker.domain.routine import StepId
from tracker.domain.row import Row
from tracker.domain.rule.base import Status

Outcome: TypeAlias = Literal["done", "missed", "excused", "pending"]

_OUTCOMES: Final[dict[Status, Outcome]] = {
    "done": "done",
    "missed": "missed",
    "skipped": "excused",
    "due": "pending",
    "open": "pending",
}


class Turn(NamedTuple):
    """A step that was asked for on a day, and how that ended."""

    day: Day
    step: StepId
    outcome: Outcome

    @property
    def is_decided(self) -> bool:
        """Whether the turn counts: done or missed."""
        return self.outcome in ("done", "missed")


def turns_of(rows: Iterable[Row]) -> list[Turn]:
    """The turns among rows up to today, in the order of the rows."""
    return [
        Turn(row.day, row.step, _OUTCOMES[row.status]) for row in rows if row.status in _OUTCOMES
    ]
