"""What is needed from the outside: the time, a place where things are kept, a way to remind?"""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

from tracker.actions.change import Change
from tracker.domain.day import Day
from tracker.domain.diary import Diary, Record
from tracker.domain.log import Entry, Log, Rating
from tracker.domain.product import Product
from tracker.domain.routine import Routine, StepId
from tracker.domain.settings import Json


class Clock(Protocol):
    """The one source of the present."""

    def now(self) -> datetime:
        """The present moment, aware, in local time."""


class Reading(Protocol):
    """A consistent look at what is kept.

    Every method raises `Unavailable` where the data cannot be read.
    """

    def settings(self) -> dict[str, Json]:
        """Every setting that was set, by key."""

    def routine(self) -> Routine:
        """The routine, with all its versions."""

    def log(self, since: Day | None = None, until: Day | None = None) -> Log:
        """The deeds as the rules read them, from `since` to `until`; None leaves that end open."""

    def entries(self, first: Day, last: Day) -> list[Entry]:
        """The entries of a range of days, by day and then as entered."""

    def entry(self, step: StepId, day: Day) -> Entry | None:
        """The entry of a step and day."""

    def rating(self, day: Day) -> Rating | None:
        """The rating of a day."""


class Everything(Reading, Protocol):
    """A consistent look at all that is kept, whatever no rule reads included."""

    def ratings(self) -> tuple[Rating, ...]:
        """Every rating, in the order in which they were entered."""

    def products(self) -> tuple[Product, ...]:
        """Every product, in the order in which they were entered."""

    def diary(self) -> Diary:
        """Everything, in the order in which it was entered."""


class Work(Everything, Protocol):
    """One unit of work: all of what it writes is kept, or none."""

    def put(self, *records: Record) -> None:
        """Keep each record in place of the one that is the same, if there is one."""

    def remove(self, *records: Record) -> None:
        """Remove each record that is there."""

    def tell(self, **facts: str) -> None:
        """Add what the undo journal should say of this work."""

    def call(self, verb: str) -> None:
        """Name this work in the undo journal by what it came to, where that is known only now."""

    @property
    def change(self) -> Change | None:
        """What this work moved; None where nothing did. Known once the work is committed."""


class Store(Protocol):
    """The place where everything is kept.

    Every method raises `Unavailable`, or `NewerData`, and has then changed nothing.
    """

    def reading(self) -> AbstractContextManager[Everything]:
        """One consistent look."""

    def writing(self, verb: str, **facts: str) -> AbstractContextManager[Work]:
        """One unit of work, committed when the block ends without an error.

        Work that moves something becomes one entry of the undo journal, named by `verb` and
        `facts`, and drops what could be redone; work that moves nothing leaves no entry.
        """

    def undo(self) -> Change | None:
        """Take back the last action of any process; None where there is none."""

    def redo(self) -> Change | None:
        """Do again what was last undone; None where there is nothing."""

    def journal(self) -> tuple[Change | None, Change | None]:
        """What `undo` and `redo` would do now."""


class Note(NamedTuple):
    """Something to be said beside the work; each of `buttons` is what it stands for and its word.

    `key` names it: another note of the same key takes its place.
    """

    key: str
    title: str
    body: str = ""
    buttons: tuple[tuple[str, str], ...] = ()


class Notifier(Protocol):
    """A place where notes are shown to a person who may be looking elsewhere."""

    def show(self, note: Note) -> None:
        """Show a note, in place of the one with the same key."""

    def withdraw(self, key: str) -> None:
        """Take the note away, where it is shown."""
