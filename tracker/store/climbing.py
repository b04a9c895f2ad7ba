"""How does the schema climb to the newest revision, whole or not at all?

Foreign keys are off while tables are rebuilt, or rebuilding one would empty those that refer to
it; SQLite lets them be switched only outside a transaction, hence on a connection of its own. The
whole ladder is one transaction, so that a kill leaves the old schema or the new one.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config

from tracker.domain.errors import Unavailable
from tracker.store.connection import engine


def climb(database: Path, scripts: Path) -> None:
    """Bring the schema to the newest revision in one transaction.

    Raises `Unavailable` "not_migrated" where the rows would not have survived.
    """
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with engine(database, "BEGIN IMMEDIATE", foreign_keys=False).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise Unavailable("not_migrated", path=str(database))
