"""What do the values of a step's editor come to?"""

from functools import partial
from typing import NamedTuple

from tracker.actions.edit import StepDraft, draft_of, edit, edited
from tracker.actions.ports import Clock
from tracker.actions.supposed import Supposing
from tracker.domain.day import Day
from tracker.domain.routine import Step
from tracker.ui.held import Act


class Wanted(NamedTuple):
    """A step as it is wanted from a day on; `rewrites`: days gone by are expressly included.

    `opened` is the step as the editor began with it: what is the same still is left as it is kept.
    """

    draft: StepDraft
    begins: Day
    rewrites: bool
    opened: StepDraft | None = None

    def given_way(self, step: Step) -> list[Day]:
        """The days on which versions of the step were to begin that give way to what is wanted."""
        if draft_of(step, self.begins).rule == self.draft.rule:
            return []
        return [one.begins for one in step.schedule if one.begins > self.begins]

    @property
    def supposing(self) -> Supposing:
        """The routine with it."""
        return partial(
            edited,
            draft=self.draft,
            begins=self.begins,
            rewrites=self.rewrites,
            opened=self.opened,
        )

    def act(self, clock: Clock) -> Act:
        """What makes it so."""
        return partial(
            edit,
            clock=clock,
            draft=self.draft,
            begins=self.begins,
            rewrites=self.rewrites,
            opened=self.opened,
        )
