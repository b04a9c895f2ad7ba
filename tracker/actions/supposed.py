"""How would things be if the routine were another, and how does it become that one?

Whatever changes the routine is a function from what is kept to the routine as it would be. The
same function answers for a preview, which writes nothing, and for the action, which does.
"""

from collections.abc import Callable
from typing import TypeAlias

from tracker.actions.ports import Reading, Work
from tracker.domain.day import Day
from tracker.domain.diary import Record
from tracker.domain.log import Entry, Log, Rating
from tracker.domain.routine import Routine, StepId
from tracker.domain.settings import Json

Supposing: TypeAlias = Callable[[Reading, Day], Routine]
"""The routine as it would be, from what is kept and today; raises `BadInput` for what cannot be."""


class Supposed(Reading):
    """What is kept, but with another routine."""

    def __init__(self, reading: Reading, routine: Routine) -> None:
        self._reading = reading
        self._routine = routine

    def settings(self) -> dict[str, Json]:
        """As they are."""
        return self._reading.settings()

    def routine(self) -> Routine:
        """The routine as it would be."""
        return self._routine

    def log(self, since: Day | None = None, until: Day | None = None) -> Log:
        """As it is."""
        return self._reading.log(since, until)

    def entries(self, first: Day, last: Day) -> list[Entry]:
        """As they are."""
        return self._reading.entries(first, last)

    def entry(self, step: StepId, day: Day) -> Entry | None:
        """As it is."""
        return self._reading.entry(step, day)

    def rating(self, day: Day) -> Rating | None:
        """As it is."""
        return self._reading.rating(day)


def settle(work: Work, after: Routine) -> None:
    """Write what makes the routine `after`: its steps, groups, pauses and treatments.

    A step that is gone takes the questions about it along.
    """
    before, wanted = _by_identity(work.routine()), _by_identity(after)
    gone = {step.id for step in work.routine().steps} - {step.id for step in after.steps}
    if gone:
        work.remove(*(one for one in work.diary().questions if one.step in gone))
    work.remove(*(record for identity, record in before.items() if identity not in wanted))
    work.put(*(record for identity, record in wanted.items() if before.get(identity) != record))


def _by_identity(routine: Routine) -> dict[object, Record]:
    """The records by what makes two of them the same one, as `Record` says."""
    found: dict[object, Record] = {step.id: step for step in routine.steps}
    found.update(((group.name, group.begins), group) for group in routine.groups)
    found.update((pause, pause) for pause in routine.pauses)
    found.update((treatment, treatment) for treatment in routine.treatments)
    return found
