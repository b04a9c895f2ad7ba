"""What is everything that a person keeps with us?"""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from tracker.domain.log import Entry, Rating
from tracker.domain.product import Photo, Product, Question
from tracker.domain.routine import Group, Pause, Routine, Step, Treatment
from tracker.domain.settings import Json, Setting, week_starts

Record: TypeAlias = (
    Setting | Product | Step | Group | Pause | Treatment | Entry | Rating | Question | Photo
)
"""Anything that is stored, changed and undone as one thing.

What makes two records the same one: a setting's key, a product's or step's id, a group's name and
first day, an entry's step and day, a rating's day, a question's step, facet and day asked; a
pause, a treatment and a photo are the same only when all of them is.
"""


class Diary(NamedTuple):
    """Everything, in the order in which it was entered."""

    settings: Mapping[str, Json] = {}
    products: tuple[Product, ...] = ()
    steps: tuple[Step, ...] = ()
    groups: tuple[Group, ...] = ()
    pauses: tuple[Pause, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    log: tuple[Entry, ...] = ()
    ratings: tuple[Rating, ...] = ()
    questions: tuple[Question, ...] = ()
    photos: tuple[Photo, ...] = ()

    def routine(self) -> Routine:
        """What the rules need to know of it."""
        starts = week_starts(self.settings)
        return Routine(self.steps, self.groups, self.pauses, self.treatments, starts)
