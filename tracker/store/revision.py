"""Of which revision does a file say that it is?"""

from pathlib import Path

from tracker.domain.errors import Unavailable
from tracker.store.driver import connect
from tracker.store.failure import FAILURES, failure

REVISION = "SELECT version_num FROM alembic_version"


def stored_revision(database: Path) -> str:
    """The revision of the schema that the file says it has; raises `Unavailable`."""
    try:
        connection = connect(database)
        try:
            rows = connection.execute(REVISION).fetchall()
        finally:
            connection.close()
    except FAILURES as error:
        raise failure(error, database) or error from error
    if len(rows) != 1:
        raise Unavailable("damaged_file", path=str(database))
    return str(rows[0][0])
