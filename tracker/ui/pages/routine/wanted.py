"""What do the values of a step's editor come to?"""

from functools import partial
from typing import NamedTuple

from tracker.actions.edit import StepDraft, edit, edited
from tracker.actions.ports import Clock
from tracker.actions.supposed import Supposing
from tracker.domain.day import Day
from tracker.ui.held import Act


class Wanted(NamedTuple):
    """A step as it is wanted from a day on; `rewrites`: days gone by are expressly included."""

    draft: StepDraft
    begins: Day
    rewrites: bool

    @property
    def supposing(self) -> Supposing:
        """The routine with it."""
        return partial(edited, draft=self.draft, begins=self.begins, rewrites=self.rewrites)

    def act(self, clock: Clock) -> Act:
        """What makes it so."""
        return partial(
            edit, clock=clock, draft=self.draft, begins=self.begins, rewrites=self.rewrites
        )
