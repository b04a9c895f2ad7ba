"""How does everything of a data folder go, so that no other process brings any of it back?

The database is held against everybody while the copies of it go; then an empty one is renamed into
its place. So whoever has it open finds an empty one, and a kill leaves what was not deleted yet as
it was, to be deleted by the next try.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from tracker.actions.backups import WHYS, Holdings
from tracker.domain.errors import TrackerError, Unavailable
from tracker.store.backup.looking import reading_file
from tracker.store.backup.naming import BACKUPS, named
from tracker.store.backup.restoring import BESIDE, PREFIX, hold
from tracker.store.copies import PART
from tracker.store.creation import SUFFIX, fresh_database
from tracker.store.files import file_failure, sync
from tracker.store.identity import FILE_NAME, Ladder, check_identity, is_there

Kind: TypeAlias = Literal["backup", "set_aside", "log", "rest", "other"]

_LOGS: Final = "logs"
_LOG: Final = re.compile(r"crash-[0-9]{4}-[0-9]{2}-[0-9]{2}\.log")
_ASIDE: Final = re.compile(r"(set-aside|damaged)-[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{4}(-[0-9]+)?\.db")
_REST: Final = re.compile(rf"({PREFIX}.*{re.escape(PART)}|routine-.*{re.escape(SUFFIX)}).*")
_PART: Final = re.compile(rf"({'|'.join(WHYS)})-.*{re.escape(PART)}.*")
_ROUNDS: Final = 5
"""So often the folder is looked through again for what another process has just finished."""
_COUNTS: Final = ("steps", "entries", "ratings")


class _File(NamedTuple):
    """A file of the data folder, what it is to us, and whether it is one that is counted."""

    path: Path
    kind: Kind
    is_counted: bool = True


def holdings(folder: Path) -> Holdings:
    """What would go and what would stay; raises `Unavailable` where the folder cannot be listed."""
    found = list(_files(folder))

    def count(kind: Kind) -> int:
        return sum(file.kind == kind and file.is_counted for file in found)

    others = tuple(file.path for file in found if file.kind == "other")
    linked = tuple(path for path in others if path.name in (BACKUPS, _LOGS) and path.is_symlink())
    numbers = (count("backup"), count("set_aside"), count("log"))
    database = folder / FILE_NAME
    return Holdings(*_records(database), *numbers, others, linked, _has_other_names(database))


def erase(folder: Path, ladder: Ladder) -> tuple[Path, ...]:
    """Delete all that is the program's; the files that could not be deleted.

    Raises `Unavailable` where the database is held, cannot be written or is another program's;
    nothing is deleted then.
    """
    database = folder / FILE_NAME
    try:
        if not is_there(database):
            return _remove_all(folder)
        _check_ours(database)
        with (
            fresh_database(folder, ladder.scripts) as fresh,
            _held(database),
            database.open("r+b") as former,
        ):
            left = _remove_all(folder, fresh)
            itself = database.resolve()
            for suffix in BESIDE:
                itself.with_name(itself.name + suffix).unlink(missing_ok=True)
            if database.is_symlink():
                itself.unlink()
            fresh.replace(database)
            sync(folder)
            # Whoever waits with the former file open would else still copy it into a backup. One
            # that has another name, as in a snapshot of hard links, is not ours to empty.
            if os.fstat(former.fileno()).st_nlink == 0:
                former.truncate(0)
    except OSError as error:
        raise file_failure(error, database) from error
    return left


def _check_ours(database: Path) -> None:
    """Make sure that the file is not another program's; one that is damaged may be ours."""
    try:
        check_identity(database)
    except Unavailable as error:
        if error.code not in ("damaged_file", "empty_file"):
            raise


def _held(database: Path) -> closing[sqlite3.Connection] | nullcontext[None]:
    connection = hold(database)
    return nullcontext() if connection is None else closing(connection)


def _remove_all(folder: Path, fresh: Path | None = None) -> tuple[Path, ...]:
    """Remove whatever is ours, and again what came meanwhile; what cannot be removed."""
    left: tuple[Path, ...] = ()
    for _ in range(_ROUNDS):
        known = [
            file.path for file in _files(folder) if file.kind != "other" and file.path != fresh
        ]
        left = tuple(path for path in known if not _removed(path))
        if len(left) == len(known):
            break
    for place in (folder / BACKUPS, folder / _LOGS):
        if place.is_dir() and not place.is_symlink() and not any(place.iterdir()):
            place.rmdir()
    return left


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _files(folder: Path) -> Iterator[_File]:
    """Every file but the database and what SQLite keeps beside it; no link is followed."""
    mine = {FILE_NAME, *(FILE_NAME + suffix for suffix in BESIDE)}
    for path in _listed(folder):
        if path.name in (BACKUPS, _LOGS) and path.is_dir() and not path.is_symlink():
            of = _of_backups if path.name == BACKUPS else _of_logs
            yield from map(of, _listed(path))
        elif path.name not in mine:
            yield _of_folder(path)


def _listed(place: Path) -> list[Path]:
    try:
        return sorted(place.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise file_failure(error, place) from error


def _of_folder(path: Path) -> _File:
    name = path.name
    for suffix in BESIDE:
        name = name.removesuffix(suffix)
    if _ASIDE.fullmatch(name):
        return _File(path, "set_aside", is_counted=name == path.name)
    return _File(path, "rest" if _REST.fullmatch(name) else "other")


def _of_backups(path: Path) -> _File:
    if named(path.name.removesuffix(".sha256")) is not None:
        return _File(path, "backup", is_counted=path.suffix == ".db")
    return _File(path, "rest" if _PART.fullmatch(path.name) else "other")


def _of_logs(path: Path) -> _File:
    return _File(path, "log" if _LOG.fullmatch(path.name) else "other")


def _has_other_names(database: Path) -> bool:
    try:
        return database.stat().st_nlink > 1
    except OSError:
        return False


def _records(database: Path) -> tuple[int | None, int | None, int | None]:
    """How many steps, entries and ratings there are; None where that cannot be told."""
    try:
        check_identity(database)
        with reading_file(database) as connection:
            steps, entries, ratings = (
                int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
                for table in _COUNTS
            )
    except TrackerError:
        return None, None, None
    return steps, entries, ratings
