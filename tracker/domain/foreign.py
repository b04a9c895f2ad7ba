"""What does the file of another program hold, as far as it can mean anything here?"""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from tracker.domain.day import Day
from tracker.domain.errors import Fact
from tracker.domain.log import Deed, Rating
from tracker.domain.rule.base import Rule

HabitKey: TypeAlias = str
"""What tells a habit from the others of its file: its name, numbered where two have the same."""


class Habit(NamedTuple):
    """Something that the other program kept a log of.

    `rule` is how often it was asked for, None where the file does not say; `is_exact` whether the
    rule asks for neither more nor less. `step` is the id of a step of ours that it was, where the
    file says so. `is_over`: it was put away there. `is_aside`: it is likely no step of a routine,
    such as what else was done on a day.
    """

    key: HabitKey
    name: str
    rule: Rule | None = None
    is_exact: bool = True
    note: str | None = None
    step: str | None = None
    is_over: bool = False
    is_aside: bool = False


class ForeignEntry(NamedTuple):
    """A habit done or skipped on a day; `row` is its row in the `part` of the file."""

    habit: HabitKey
    day: Day
    do: Deed
    note: str | None
    row: int
    part: str = ""


class ForeignRating(NamedTuple):
    """A rating, and where it stands."""

    rating: Rating
    row: int
    part: str = ""


class LeftRow(NamedTuple):
    """A row that was not taken in, and why: a code that `words` knows, and its facts."""

    row: int
    part: str
    code: str
    facts: Mapping[str, Fact] = {}


class Foreign(NamedTuple):
    """All of it. `blank` counts rows that say that nothing was done, which need no place here."""

    habits: tuple[Habit, ...] = ()
    entries: tuple[ForeignEntry, ...] = ()
    ratings: tuple[ForeignRating, ...] = ()
    left_out: tuple[LeftRow, ...] = ()
    blank: int = 0
