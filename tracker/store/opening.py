"""Is the database there, ours and of this version, and what is done where it is not?"""

from pathlib import Path

from tracker.actions.ports import Clock
from tracker.domain.errors import NewerData, Unavailable
from tracker.store.creation import create
from tracker.store.driver import connect
from tracker.store.failure import FAILURES, failure
from tracker.store.identity import Ladder, check_identity, is_there


def make_ready(database: Path, clock: Clock, ladder: Ladder) -> None:
    """Make the database where there is none, migrate it where it is old.

    Raises what `open_store` raises.
    """
    if not is_there(database):
        create(database, ladder.scripts)
    check_identity(database)
    revision = stored_revision(database)
    if revision not in ladder.revisions:
        raise NewerData("newer_data", path=str(database), revision=revision)
    if revision != ladder.top:
        # Alembic takes a tenth of a second to import, which most starts need not spend.
        from tracker.store.migration import migrate  # noqa: PLC0415

        migrate(database, clock.now(), ladder.scripts)


def stored_revision(database: Path) -> str:
    """The revision of the schema that the file says it has; raises `Unavailable`."""
    try:
        connection = connect(database)
        try:
            rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        finally:
            connection.close()
    except FAILURES as error:
        raise failure(error, database) or error from error
    if len(rows) != 1:
        raise Unavailable("damaged_file", path=str(database))
    return str(rows[0][0])
