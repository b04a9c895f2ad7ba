"""How does an old database become one of this version, or stay what it was?

Foreign keys are off while tables are rebuilt, or rebuilding one would empty those that refer to
it; SQLite lets them be switched only outside a transaction, hence on a connection of its own. The
whole ladder is one transaction, so that a kill leaves the old schema or the new one.
"""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config

from tracker.domain.errors import Unavailable
from tracker.store.connection import engine
from tracker.store.copies import PART, verified_copy
from tracker.store.mapping.cells import instant_text

BACKUPS: Final = "backups"
"""The folder, in the data folder, of the copies."""
_PREFIX: Final = "before-migration-"
_ABANDONED: Final = timedelta(hours=1)
"""So old is no copy that is still being made."""


def migrate(database: Path, moment: datetime, scripts: Path) -> Path:
    """Copy the database into the backups, then climb; the copy's path.

    `moment`, aware, goes into the copy's name. Raises `Unavailable`, and the database is then
    what it was: "not_migrated" where its rows would not have survived, or what `verified_copy`
    raises.
    """
    stamp = instant_text(moment).replace("-", "").replace(":", "").replace(".", "")
    copy = database.parent / BACKUPS / f"{_PREFIX}{stamp}.db"
    _sweep(copy.parent, moment)
    verified_copy(database, copy)
    climb(database, scripts)
    return copy


def _sweep(folder: Path, moment: datetime) -> None:
    """Remove what a killed process left of a copy; a young one may be another process's work."""
    for left in folder.glob(f"{_PREFIX}*{PART}*"):
        with suppress(OSError):
            if left.stat().st_mtime < (moment - _ABANDONED).timestamp():
                left.unlink()


def climb(database: Path, scripts: Path) -> None:
    """Bring the schema to the newest revision in one transaction."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with engine(database, "BEGIN IMMEDIATE", foreign_keys=False).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise Unavailable("not_migrated", path=str(database))
