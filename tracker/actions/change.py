"""What moved? Every write answers with one of these, and each page asks whether it is concerned."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from tracker.domain.day import Day

Direction: TypeAlias = Literal["done", "undone", "redone"]
RecordKind: TypeAlias = Literal[
    "setting",
    "product",
    "step",
    "group",
    "pause",
    "treatment",
    "entry",
    "rating",
    "question",
    "photo",
]


class Change(NamedTuple):
    """One action's effect, as it is kept in the undo journal.

    `verb` is the action's name; `facts` fill its sentence ("step", "name", "day" ...). `kinds` are
    the kinds of record that moved, `first` and `last` the days whose log or ratings moved (None
    where none did). `direction` says whether it was done, undone or done again.
    """

    verb: str
    facts: Mapping[str, str]
    kinds: frozenset[RecordKind]
    first: Day | None = None
    last: Day | None = None
    direction: Direction = "done"


ELSEWHERE = Change("elsewhere", {}, frozenset())
"""Another process wrote: what moved is not known, so everything may have."""
