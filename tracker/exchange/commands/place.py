"""What does a command need besides its arguments, and what does it give back?"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol, TypeAlias

from tracker.actions.backups import Backups
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today
from tracker.domain.day import Day
from tracker.exchange.asked import Asked
from tracker.words.doctor import Finding


class Place(Protocol):
    """Where everything is kept, and what time it is there."""

    @property
    def clock(self) -> Clock:
        """The one source of the present."""

    def store(self) -> Store:
        """The store, made or migrated where that is needed."""

    def looking(self) -> AbstractContextManager[Reading]:
        """A quick look at what the rules need."""

    def backups(self) -> Backups:
        """The copies of everything that is kept."""

    def checks(self) -> Sequence[Finding]:
        """What a thorough look at the data finds."""


class Answer(NamedTuple):
    """What is printed, whether all is well, and what is said beside it on standard error."""

    text: str
    is_well: bool = True
    beside: str = ""


Command: TypeAlias = Callable[[Asked, Place], Answer]


def today_of(asked: Asked, place: Place, reading: Reading) -> Day:
    """The day that was given for today, else the clock's."""
    return asked.today or today(reading, place.clock)
