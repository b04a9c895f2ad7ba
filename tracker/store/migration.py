"""How does an old database become one of this version, or stay what it was?"""

from datetime import datetime
from pathlib import Path

from tracker.store.backup.keeping import back_up
from tracker.store.climbing import climb


def migrate(database: Path, moment: datetime, scripts: Path) -> Path:
    """Copy the database into the backups, then climb; the copy's path.

    `moment`, aware, goes into the copy's name. Raises `Unavailable`, and the database is then
    what it was: "not_migrated" where its rows would not have survived, or what `verified_copy`
    raises.
    """
    copy = back_up(database, moment, "before-migration")
    climb(database, scripts)
    return copy
