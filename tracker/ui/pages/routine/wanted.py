"""What do the values of a step's editor come to?"""

from functools import partial
from typing import NamedTuple

from tracker.actions.edit import StepDraft, edit, edited, terms_of
from tracker.actions.ports import Clock
from tracker.actions.supposed import Supposing
from tracker.actions.versions import UNSPOKEN, plans_alike, rescheduled, spoken, without_version
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

    @property
    def is_moved(self) -> bool:
        """Whether a version that was to begin on another day is changed."""
        return self.draft.replaces not in (None, self.begins)

    @property
    def holds_at_once(self) -> bool:
        """Whether nothing of it begins on a day."""
        if self.opened is None or self.is_moved:
            return False
        return plans_alike(terms_of(self.draft), terms_of(self.opened))

    def given_way(self, step: Step) -> list[Day]:
        """The days on which versions of the step were to begin that give way to what is wanted."""
        if self.opened is not None and self.holds_at_once:
            return []
        replaced = self.draft.replaces
        others = step if replaced in (None, self.begins) else without_version(step, replaced)
        terms = terms_of(self.draft)
        said = UNSPOKEN if self.opened is None else spoken(terms, terms_of(self.opened))
        after = rescheduled(others, terms, self.begins, said)
        kept = {replaced, *(one.begins for one in after.schedule)}
        later = [one.begins for one in step.schedule if one.begins > self.begins]
        return [day for day in later if day not in kept]

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
