"""What may one do with the backups of one data folder? The port `Backups`."""

from contextlib import suppress
from pathlib import Path

from tracker.actions.backups import Backup, Holdings, Inside, Restored, Salvage, Salvaged, Vet, Why
from tracker.actions.ports import Clock
from tracker.domain.errors import BadInput, TrackerError, Unavailable
from tracker.store.backup.erasing import erase, holdings
from tracker.store.backup.keeping import back_up, backups, is_due, summed_copy
from tracker.store.backup.looking import check_copy, check_records, is_empty, look_inside
from tracker.store.backup.naming import BACKUPS, sum_file
from tracker.store.backup.restoring import put_back, set_aside
from tracker.store.files import is_writable
from tracker.store.identity import FILE_NAME, LADDER, Ladder, check_identity, is_there


class FolderBackups:
    """Copies of the database in a data folder, in a folder beside it."""

    def __init__(self, folder: Path, clock: Clock, ladder: Ladder = LADDER) -> None:
        self._folder = folder
        self._database = folder / FILE_NAME
        self._clock = clock
        self._ladder = ladder

    @property
    def place(self) -> Path:
        """The folder of the backups, which need not be there yet."""
        return self._folder / BACKUPS

    def listed(self) -> tuple[Backup, ...]:
        """The backups, newest first."""
        return backups(self._folder, self._clock.now().tzinfo)

    def make(self, why: Why) -> Backup:
        """Make one now, and thin the older ones; raises `BadInput` "nothing_kept"."""
        self._must_be_there()
        file = back_up(self._database, self._clock.now(), why)
        made = [backup for backup in self.listed() if backup.file == file]
        if not made:
            # Another process deleted everything since.
            raise Unavailable("not_written", path=str(file))
        return made[0]

    def keep(self, why: Why) -> Backup | None:
        """Make one where there is something to keep that can be changed."""
        if not is_there(self._database) or not is_writable(self._database):
            return None
        return None if is_empty(self._database) else self.make(why)

    def copy_to(self, file: Path) -> Path:
        """Make a checked copy of that name; raises `BadInput` "file_exists" or "no_such_folder"."""
        self._must_be_there()
        if not file.parent.is_dir():
            raise BadInput("no_such_folder", file=str(file))
        for taken in (file, sum_file(file)):
            if taken.exists():
                raise BadInput("file_exists", file=str(taken))
        summed_copy(self._database, file)
        return file

    def keep_daily(self) -> Backup | None:
        """Make one where the last is over a day old and there is something to keep."""
        return self.keep("each-day") if is_due(self._folder, self._clock.now()) else None

    def check(self) -> None:
        """Make sure that what is kept is whole, page by page."""
        check_copy(self._database, self._ladder)

    def look_inside(self, file: Path) -> Inside:
        """What a copy holds, and what going back to it would lose; raises for one not good."""
        return look_inside(file, self._database, self._clock.now(), self._ladder)

    def newest_good(self) -> Inside | None:
        """The newest backup that can be gone back to."""
        for backup in self.listed():
            # One that is not good is passed over; the next may be.
            with suppress(TrackerError):
                inside = self.look_inside(backup.file)
                if inside.revision == self._ladder.top:
                    check_records(backup.file)
                return inside
        return None

    def restore(self, file: Path) -> Restored:
        """Go back to a copy; what is kept now is set aside, and no action to undo."""
        inside = self.look_inside(file)
        return Restored(inside, *put_back(file, self._database, self._clock.now(), self._ladder))

    def salvage(self, vet: Vet) -> Salvage | None:
        """What can be read of damaged data, beside the newest good backup; None for whole ones."""
        from tracker.store.backup.salvaging import is_damaged, salvage  # noqa: PLC0415, seldom

        if not is_damaged(self._database, self._ladder):
            return None
        return salvage(self._database, self.newest_good(), self._clock.now(), self._ladder, vet)

    def put_together(self, vet: Vet) -> Salvaged | None:
        """Put both together in the place of damaged data; None for whole ones."""
        from tracker.store.backup.salvaging import is_damaged, put_together  # noqa: PLC0415, seldom

        if not is_damaged(self._database, self._ladder):
            return None
        backup, now = self.newest_good(), self._clock.now()
        return put_together(self._database, backup, now, self._ladder, vet)

    def begin_anew(self) -> Path | None:
        """Set damaged data aside, so that the store begins with none; where they lie.

        None, and nothing is moved, where they are whole after all.
        """
        try:
            check_copy(self._database, self._ladder)
        except Unavailable as error:
            if error.code not in ("damaged_file", "empty_file"):
                raise
            return set_aside(self._database, self._clock.now())
        return None

    def holdings(self) -> Holdings:
        """What would go if everything were deleted."""
        return holdings(self._folder)

    def erase(self) -> tuple[Path, ...]:
        """Delete everything for good; what could not be deleted."""
        return erase(self._folder, self._ladder)

    def _must_be_there(self) -> None:
        """Nothing is copied but a database of ours; opening another one could write to it."""
        if not is_there(self._database):
            raise BadInput("nothing_kept", where=str(self._folder))
        check_identity(self._database)
