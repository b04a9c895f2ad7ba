"""What does the plan say of one step on one day?"""

from typing import NamedTuple

from tracker.domain.day import Day
from tracker.domain.routine import StepId
from tracker.domain.rule.base import Status


class Row(NamedTuple):
    """One step on one day; `reason` and `until` say why it rests, or should have (`off_plan`)."""

    day: Day
    step: StepId
    status: Status
    reason: str | None = None
    until: Day | None = None
