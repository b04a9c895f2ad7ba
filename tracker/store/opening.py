"""Is the database there, ours and of this version, and what is done where it is not?"""

from pathlib import Path

from tracker.actions.ports import Clock
from tracker.domain.errors import NewerData
from tracker.store.creation import create
from tracker.store.identity import Ladder, check_identity, is_there
from tracker.store.revision import stored_revision


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
