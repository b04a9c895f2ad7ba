"""How is a backup made, when is it time for one, and how are they kept few?"""

from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Final

from tracker.actions.backups import WHYS, Backup, Why
from tracker.store.backup.checksum import write_sum
from tracker.store.backup.naming import BACKUPS, file_name, named, sum_file
from tracker.store.backup.thinning import surplus
from tracker.store.copies import PART, verified_copy
from tracker.store.files import file_failure

DAILY: Final = timedelta(days=1)
"""How old the last backup may become."""
_ABANDONED: Final = timedelta(hours=1)
"""So old is no copy that is still being made."""
_INSTANT: Final = timedelta(microseconds=1)


def back_up(database: Path, moment: datetime, why: Why) -> Path:
    """Copy the database into its folder's backups, with a checksum, and thin the older ones.

    `moment` is aware. Raises what `verified_copy` raises; the other backups are then as they were.
    """
    folder = database.parent / BACKUPS
    for known in WHYS:
        sweep(folder, f"{known}-*{PART}*", moment)
    while (folder / file_name(why, moment)).exists():
        moment += _INSTANT
    target = folder / file_name(why, moment)
    summed_copy(database, target)
    _thin(folder, moment)
    return target


def summed_copy(database: Path, target: Path) -> None:
    """A copy known to be good, with its checksum beside it; both or none, where one fails."""
    verified_copy(database, target)
    try:
        write_sum(target)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise file_failure(error, target) from error


def backups(folder: Path, zone: tzinfo | None = UTC) -> tuple[Backup, ...]:
    """The backups of a data folder, newest first, in the time of a zone.

    Raises `Unavailable` where the folder is there and cannot be listed.
    """
    place = folder / BACKUPS
    try:
        found = [_backup(file, zone) for file in place.iterdir()]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise file_failure(error, place) from error
    known = (backup for backup in found if backup is not None)
    return tuple(sorted(known, key=lambda backup: backup.moment, reverse=True))


def _backup(file: Path, zone: tzinfo | None) -> Backup | None:
    """What the name and the system tell of a file; None for none of ours, or one gone by now."""
    known = named(file.name)
    if known is None:
        return None
    why, moment = known
    try:
        return Backup(file, moment.astimezone(zone), why, file.stat().st_size)
    except OSError:
        return None


def is_due(folder: Path, now: datetime) -> bool:
    """Whether the last backup is over a day old.

    One that is dated later than now is of a clock that ran ahead, and does not count.
    """
    return all(not timedelta(0) <= now - backup.moment <= DAILY for backup in backups(folder))


def sweep(folder: Path, pattern: str, moment: datetime) -> None:
    """Remove what a killed process left of a copy; a young one may be another process's work."""
    for left in folder.glob(pattern):
        with suppress(OSError):
            if left.stat().st_mtime < (moment - _ABANDONED).timestamp():
                left.unlink()


def _thin(folder: Path, now: datetime) -> None:
    """Remove what the other backups make superfluous; what cannot be removed stays."""
    ours: dict[datetime, list[Path]] = {}
    for file in folder.iterdir():
        known = named(file.name)
        if known is not None:
            ours.setdefault(known[1], []).append(file)
    for moment in surplus(ours, now):
        for file in ours[moment]:
            with suppress(OSError):
                file.unlink()
                sum_file(file).unlink(missing_ok=True)
