"""On what is a form opened, and what do its values come to?"""

from typing import NamedTuple

from tracker.actions.known_pauses import KnownPause
from tracker.actions.ports import Clock
from tracker.actions.supposed import Supposing
from tracker.domain.day import Day, Weekday, weekday_of
from tracker.domain.routine import Routine, Step
from tracker.ui.held import Act


class Occasion(NamedTuple):
    """What a form is opened on: the routine as it is, the day that is selected, and the present.

    `pauses` are those of the routine, as they were entered.
    """

    routine: Routine
    day: Day
    today: Day
    clock: Clock
    pauses: tuple[KnownPause, ...] = ()

    @property
    def week_start(self) -> Weekday:
        """The weekday on which weeks begin now."""
        return weekday_of(self.routine.week_of(self.today))

    def steps(self) -> list[Step]:
        """The steps that are not over yet, in their order."""
        seen_from = min(self.day, self.today)
        return [one for one in self.routine.ordered() if one.end is None or one.end >= seen_from]


class Span(NamedTuple):
    """The days on which something would be another; without an end for `last` None."""

    first: Day
    last: Day | None = None


class Intent(NamedTuple):
    """What the values of a form come to.

    `what` is the same for the same values; `said` is what would happen, in words.
    """

    what: object
    supposing: Supposing
    act: Act
    said: str
    span: Span
