"""Which copies of everything are there, what is in one, and what may one do with them?"""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, NamedTuple, Protocol, TypeAlias, get_args

from tracker.actions.change import RecordKind
from tracker.domain.day import Day
from tracker.domain.diary import Diary

Why: TypeAlias = Literal[
    "each-day", "by-hand", "before-migration", "before-import", "before-restore"
]
"""What a backup was made for."""
WHYS: Final[tuple[Why, ...]] = get_args(Why)


class Backup(NamedTuple):
    """A copy among the backups, as its name tells; nobody has looked into it yet.

    `moment` is aware, in the time of the clock; `size` is in bytes.
    """

    file: Path
    moment: datetime
    why: Why
    size: int


class Lost(NamedTuple):
    """What is kept now and is not in a copy: names of steps, and how many entries and ratings."""

    steps: tuple[str, ...] = ()
    entries: int = 0
    ratings: int = 0


class Inside(NamedTuple):
    """What a copy holds that was found to be good.

    `first` and `last` are the days of its log and ratings, None where there are none. `moment` is
    that of a backup, None for any other file. `lost` is None where what is kept now cannot be read.
    """

    file: Path
    moment: datetime | None
    steps: int
    entries: int
    ratings: int
    first: Day | None
    last: Day | None
    revision: str
    lost: Lost | None


class Restored(NamedTuple):
    """What was put in place, and where the former data now lie; None where there were none.

    `backup` is the checked copy that was made of them, None where they were not whole.
    """

    inside: Inside
    set_aside: Path | None
    backup: Path | None


class Holdings(NamedTuple):
    """Everything of one data folder that goes when everything is deleted.

    `steps`, `entries` and `ratings` are None where the database is not there or cannot be read.
    The other numbers are of files. `others` lie in the folder, are not the program's, and stay;
    of these, `linked` are links to folders of backups or logs elsewhere. With `has_other_names`
    the database stays under these, as in a snapshot of hard links.
    """

    steps: int | None
    entries: int | None
    ratings: int | None
    backups: int
    set_aside: int
    logs: int
    others: tuple[Path, ...]
    linked: tuple[Path, ...] = ()
    has_other_names: bool = False


Vet: TypeAlias = Callable[[Diary, Diary], Diary]
"""Of what was read of a damaged file, what an import into the other diary would take."""


class Held(NamedTuple):
    """How much there is of what a person enters."""

    steps: int = 0
    entries: int = 0
    ratings: int = 0


class Missing(NamedTuple):
    """What one of two lacks of both together: how much, and the days of its entries and ratings.

    `others` are records of the other kinds.
    """

    held: Held = Held()
    first: Day | None = None
    last: Day | None = None
    others: Mapping[RecordKind, int] = {}


class Salvage(NamedTuple):
    """What a damaged file still holds, beside the newest good backup, and both together.

    `backup` is None where there is no good one. `not_in_backup` and `not_in_file` are what each
    alone would lack of both. `unusable` are the rows in the file of which no record can be made,
    or none that an import would take. `added` are all records that the backup lacks or has only as
    a skip, `differing` those that are otherwise in the file, and `by_entries` the added steps of
    which only the entries can be read.
    """

    backup: Inside | None
    file: Held
    both: Held
    not_in_backup: Missing
    not_in_file: Missing
    unusable: int
    added: int
    differing: int
    by_entries: int

    @property
    def is_worth_it(self) -> bool:
        """Whether the file holds anything that the backup does not."""
        return self.added > 0


class Salvaged(NamedTuple):
    """What was put together and put in place, and where the damaged file now lies.

    `set_aside` is None where nothing would have been gained, and nothing was written.
    """

    salvage: Salvage
    set_aside: Path | None


class Backups(Protocol):
    """The copies of one data folder.

    Every method raises `Unavailable` where a file cannot be read or written, and has then changed
    nothing: "damaged_file", "empty_file", "foreign_file", "not_opened", "not_written", "read_only",
    "locked" or "unusable_record"; `NewerData` for a file of a newer version.
    """

    @property
    def place(self) -> Path:
        """The folder of the backups, which need not be there yet."""

    def listed(self) -> tuple[Backup, ...]:
        """The backups, newest first."""

    def make(self, why: Why) -> Backup:
        """Make one now, and thin the older ones; raises `BadInput` "nothing_kept"."""

    def keep(self, why: Why) -> Backup | None:
        """Make one where there is something to keep that can be changed."""

    def copy_to(self, file: Path) -> Path:
        """Make a checked copy of that name; raises `BadInput` "file_exists" or "no_such_folder"."""

    def keep_daily(self) -> Backup | None:
        """Make one where the last is over a day old and there is something to keep."""

    def check(self) -> None:
        """Make sure that what is kept is whole, page by page."""

    def look_inside(self, file: Path) -> Inside:
        """What a copy holds, and what going back to it would lose; raises for one not good."""

    def newest_good(self) -> Inside | None:
        """The newest backup that can be gone back to."""

    def restore(self, file: Path) -> Restored:
        """Go back to a copy; what is kept now is set aside, and no action to undo."""

    def salvage(self, vet: Vet) -> Salvage | None:
        """What can be read of damaged data, beside the newest good backup; None for whole ones."""

    def put_together(self, vet: Vet) -> Salvaged | None:
        """Put both together in the place of damaged data, where that gains anything.

        None for whole ones.
        """

    def begin_anew(self) -> Path | None:
        """Set damaged data aside, so that the store begins with none; where they lie.

        None, and nothing is moved, where they are whole after all.
        """

    def holdings(self) -> Holdings:
        """What would go if everything were deleted."""

    def erase(self) -> tuple[Path, ...]:
        """Delete everything for good: what is kept, every copy in the folder and what went wrong.

        An empty database takes the place of the one that was there. Done again, it goes on where
        it was interrupted. Returns the files of ours that could not be deleted.
        """
