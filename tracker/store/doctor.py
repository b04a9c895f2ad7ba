"""Is what is kept whole, ours, private, and out of reach of a program that syncs folders?"""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from tracker.domain.errors import Unavailable
from tracker.store.backup.keeping import backups
from tracker.store.backup.looking import check_copy
from tracker.store.copies import broken_pages, dangling_rows
from tracker.store.driver import connect
from tracker.store.failure import FAILURES
from tracker.store.first_look import first_look
from tracker.store.identity import FILE_NAME, LADDER, check_identity, is_there
from tracker.store.place import synced_by
from tracker.store.revision import stored_revision

State: TypeAlias = Literal["well", "warning", "wrong"]
Name: TypeAlias = Literal[
    "database",
    "revision",
    "integrity",
    "foreign_keys",
    "records",
    "backups",
    "folder_private",
    "files_private",
    "sync_folder",
    "clock",
]


class Check(NamedTuple):
    """One thing that was looked at.

    `detail` says what was found: a code of our errors ("foreign_file"; "absent" where nothing is
    kept yet), a revision, how many backups there are and of when the newest is, a path with its
    mode, SQLite's own words, the service that syncs, or how many entries lie ahead and on which
    first and last day.
    """

    name: Name
    state: State = "well"
    detail: str | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong with it; a warning is not."""
        return self.state != "wrong"


def examine(folder: Path) -> list[Check]:
    """A thorough look at a data folder, which changes nothing in it."""
    return [*_database(folder), _backups(folder), *_privacy(folder), _sync(folder)]


def _database(folder: Path) -> Iterator[Check]:
    database = folder / FILE_NAME
    try:
        if not is_there(database):
            yield Check("database", "warning", "absent")
            return
        check_identity(database)
        revision = stored_revision(database)
    except Unavailable as error:
        yield Check("database", "wrong", error.code)
        return
    yield Check("database")
    yield _revision(revision)
    yield from _rows(database)
    yield _records(folder)


def _revision(revision: str) -> Check:
    if revision == LADDER.top:
        return Check("revision", detail=revision)
    return Check("revision", "warning" if revision in LADDER.revisions else "wrong", revision)


def _rows(database: Path) -> Iterator[Check]:
    checks: tuple[tuple[Name, Callable[[sqlite3.Connection], list[str]]], ...] = (
        ("integrity", broken_pages),
        ("foreign_keys", dangling_rows),
    )
    for name, find in checks:
        try:
            with closing(connect(database)) as connection:
                found = find(connection)
        except FAILURES as error:
            found = [str(error)]
        yield Check(name, "wrong", found[0]) if found else Check(name)


def _records(folder: Path) -> Check:
    """Whether what the rules read can be used."""
    look = first_look(folder)
    if look is None:
        return Check("records", "warning", "not_read")
    try:
        with look:
            look.routine()
            look.log()
    except Unavailable as error:
        found = (error.code, error.facts.get("where"), error.facts.get("problem"))
        return Check("records", "wrong", " ".join(str(part) for part in found if part))
    return Check("records")


def _backups(folder: Path) -> Check:
    """How many there are, and of when the newest is; wrong where that one is not good."""
    try:
        found = backups(folder)
        if not found:
            return Check("backups", detail="absent")
        check_copy(found[0].file, LADDER)
    except Unavailable as error:
        return Check("backups", "wrong", str(error.facts.get("path")))
    return Check("backups", detail=f"{len(found)} {found[0].moment.isoformat()}")


def _privacy(folder: Path) -> Iterator[Check]:
    if os.name != "posix" or _mode(folder) is None:
        return
    yield _private("folder_private", [folder])
    yield _private("files_private", sorted(folder.rglob("*")))


def _private(name: Name, paths: list[Path]) -> Check:
    for path in paths:
        mode = _mode(path)
        is_meant = mode is not None and (name == "folder_private" or stat.S_ISREG(mode))
        if mode is not None and is_meant and mode & 0o077:
            return Check(name, "wrong", f"{path} {stat.S_IMODE(mode):04o}")
    return Check(name)


def _mode(path: Path) -> int | None:
    """Kind and permissions; None for what is not there, as a journal is gone at any moment."""
    try:
        return path.stat().st_mode
    except OSError:
        return None


def _sync(folder: Path) -> Check:
    service = synced_by(folder)
    return Check("sync_folder", "well" if service is None else "warning", service)
