"""How does what can be read of a damaged database come together with the newest good backup?"""

import tempfile
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete

from tracker.actions.backups import Inside, Salvage, Salvaged, Vet
from tracker.actions.salvage import additions, compared
from tracker.domain.diary import Diary
from tracker.domain.errors import Unavailable
from tracker.store.backup.looking import check_copy, check_records
from tracker.store.backup.restoring import beside, fill, finish, swap
from tracker.store.climbing import climb
from tracker.store.connection import engine
from tracker.store.creation import create
from tracker.store.files import file_failure
from tracker.store.full_look import FullLook
from tracker.store.identity import FILE_NAME, Ladder, check_identity, is_there
from tracker.store.rows import CoreSource
from tracker.store.salvage.lending import Layout, content_of, layout_of
from tracker.store.salvage.reading import remains
from tracker.store.tables import JOURNAL
from tracker.store.work import UnitOfWork


def salvage(
    database: Path, backup: Inside | None, moment: datetime, ladder: Ladder, vet: Vet
) -> Salvage:
    """What can be read of a damaged database, beside the backup; nothing is changed."""
    with beside(database, moment) as fresh:
        return _put_together(fresh, database, backup, ladder, vet)


def put_together(
    database: Path, backup: Inside | None, moment: datetime, ladder: Ladder, vet: Vet
) -> Salvaged:
    """Put both together in the database's place; the damaged file is set aside.

    Nothing is written where nothing would be gained.
    """
    with beside(database, moment) as fresh:
        found = _put_together(fresh, database, backup, ladder, vet)
        if not found.is_worth_it:
            return Salvaged(found, None)
        finish(fresh, ladder)
        return Salvaged(found, swap(fresh, database, moment))


def is_damaged(database: Path, ladder: Ladder) -> bool:
    """Whether what is there is no whole database of this version; raises where that is not told."""
    if not is_there(database):
        return False
    try:
        if check_copy(database, ladder) == ladder.top:
            check_records(database)
    except Unavailable as error:
        if error.code in ("damaged_file", "empty_file", "foreign_file", "unusable_record"):
            return True
        raise
    return False


def _put_together(
    fresh: Path, database: Path, backup: Inside | None, ladder: Ladder, vet: Vet
) -> Salvage:
    """Fill a file with the backup and what the damaged database holds besides."""
    try:
        found = remains(content_of(database), _layout(ladder))
    except OSError as error:
        raise file_failure(error, database) from error
    if backup is None:
        climb(fresh, ladder.scripts)
    else:
        fill(fresh, backup.file, ladder)
    kept = _diary(fresh)
    read = vet(found.diary, kept)
    if not _is_ours(database, read):
        read = Diary()
    with engine(fresh, "BEGIN IMMEDIATE").begin() as connection:
        # No action of the person's: taking it back would throw away what was saved. The backup's
        # journal goes, as what it would put back may stand where something was added.
        UnitOfWork(connection, {}).put(*additions(kept, read))
        connection.execute(delete(JOURNAL))
    return compared(backup, kept, found.diary, read, found.unusable)


def _is_ours(database: Path, read: Diary) -> bool:
    """Whether it was our file, where only what was read of it can tell.

    Another program's may by chance hold a row that looks like a setting or a rating of ours, but
    none that looks like a step, or like several entries of one.
    """
    try:
        check_identity(database)
    except Unavailable:
        return bool(read.steps or read.log)
    return True


def _diary(file: Path) -> Diary:
    with engine(file, "BEGIN").connect() as connection:
        return FullLook(CoreSource(connection)).diary()


def _layout(ladder: Ladder) -> Layout:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / FILE_NAME
        create(fresh, ladder.scripts)
        return layout_of(fresh)
