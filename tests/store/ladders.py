"""How does a schema climb that has more revisions than ours, and how are two schemas compared?

The made rungs do what is dangerous in SQLite: each rebuilds a table to which others refer.
"""

import re
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from tracker.store.identity import LADDER, Ladder

STORED: Final = Path(__file__).parent / "revisions"
"""A database of each revision that was ever given out, made by the program of its time."""

Content: TypeAlias = dict[str, list[tuple[object, ...]]]

_RUNG: Final = """
import os
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{below}"


def upgrade() -> None:
    {before}
    for name in {tables}:
        with op.batch_alter_table(name, recreate="always") as table:
            table.add_column(sa.Column("colour", sa.Text(), server_default="blue", nullable=False))
    {after}
"""
_REBUILT: Final = (("steps",), ("products", "entries"))
"""The tables that each made rung rebuilds."""


class State(NamedTuple):
    """All that a database is: its tables' forms, and its rows."""

    schema: Mapping[str, tuple[str, ...]]
    content: Content


def ladder(place: Path, before: str = "pass", after: str = "pass", rungs: int = 1) -> Ladder:
    """Ours and made rungs on top, kept in `place`; what the last does besides comes as Python."""
    scripts = Path(shutil.copytree(LADDER.scripts, place / "100% new"))
    revisions = LADDER.revisions
    for number, tables in enumerate(_REBUILT[:rungs], 1):
        is_last = number == rungs
        revision = f"{len(revisions) + 1:04}"
        source = _RUNG.format(
            revision=revision,
            below=revisions[-1],
            tables=tables,
            before=before if is_last else "pass",
            after=after if is_last else "pass",
        )
        (scripts / "versions" / f"{revision}_colour.py").write_text(source, encoding="utf-8")
        revisions = (*revisions, revision)
    return Ladder(revisions, scripts)


def state(database: Path) -> State:
    """What a database is; raises `sqlite3.Error` or ValueError where it is not whole."""
    with closing(sqlite3.connect(database)) as connection:
        wrong = connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
        if wrong or connection.execute("PRAGMA foreign_key_check").fetchall():
            raise ValueError(database)
        return State(schema(connection), rows(connection))


def content(database: Path) -> Content:
    """Every row, by table."""
    with closing(sqlite3.connect(database)) as connection:
        return rows(connection)


def rows(connection: sqlite3.Connection) -> Content:
    """Every row, by table."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}


def schema(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """What tables and indexes are, by name: the columns in their order, then the constraints.

    The constraints of a table that was rebuilt stand in another order each time.
    """
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: _form(name, sql) for name, sql in found if name != "alembic_version"}


def _form(name: str, sql: str) -> tuple[str, ...]:
    plain = " ".join(sql.split()).replace(f'CREATE TABLE "{name}"', f"CREATE TABLE {name}")
    columns, *constraints = re.split(r",? CONSTRAINT (?=[a-z]+_)", plain.removesuffix(")").strip())
    return (columns, *sorted(constraint.strip() for constraint in constraints))
