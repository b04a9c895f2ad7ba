"""How is a damaged database opened, so that what is whole in it can be read?

In memory: the file itself is only read. What was read of it is lent, in place, the header of a new
database and a list of tables of our own: on which page each begins is told by the file, or, where
its list is torn, by a new database, in which they begin on the same pages. One that was packed has
them on others. A file can be large, so no copy is made besides the one that SQLite opens.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from tracker.store.copies import PART
from tracker.store.failure import FAILURES
from tracker.store.files import private_file
from tracker.store.mapping.registry import FORMS

Roots: TypeAlias = Mapping[str, int]
"""On which page each table and index begins, by its name."""
_PAGE: Final = 4096
_LONGEST: Final = 1_000_000
"""Bytes that no text of a record has, whose note has 10,000 characters at most."""
_HEADER: Final = 100
_COUNTER, _PAGES, _NONE_FREE = slice(24, 28), slice(28, 32), slice(32, 40)
_COUNTED_AT: Final = slice(92, 96)
_NO_ROWS: Final = b"\x0d\0\0\0\0" + _PAGE.to_bytes(2, "big") + b"\0"
"""How the page of a table begins that holds no row."""
INDEXES: Final = {
    "ix_entries_day_step_do": "day, step, do",
    "ix_entries_step_do_day": "step, do, day",
}
"""Which indexes hold all that the rules read of the log, and by which columns."""
_LIST: Final = "SELECT name, rootpage FROM sqlite_schema"


class Layout(NamedTuple):
    """The header of a new database, and where its tables begin when new and when packed."""

    header: bytes
    made: Roots
    packed: Roots

    def roots(self, content: bytearray) -> list[Roots]:
        """Where the tables of a damaged database may begin; what its own list tells holds."""
        own: dict[str, int] = {}
        with suppress(*FAILURES), _opened(self.header, content) as connection:
            connection.execute("PRAGMA writable_schema=ON")
            listed = connection.execute(_LIST)
            own.update((name, page) for name, page in listed if name in self.made)
        ways: list[Roots] = [{**self.made, **own}, {**self.packed, **own}]
        return ways[:1] if ways[0] == ways[1] else ways


def layout_of(fresh: Path) -> Layout:
    """How a database looks that was just made, as `fresh` was."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(fresh.read_bytes())
        made = dict(connection.execute(_LIST).fetchall())
        header = connection.serialize()[:_HEADER]
        connection.execute("VACUUM")
        return Layout(header, made, dict(connection.execute(_LIST).fetchall()))


def content_of(database: Path) -> bytearray:
    """The bytes of a database, once what a killed process left half written was taken back.

    Raises OSError.
    """
    journal = database.with_name(f"{database.name}-journal")
    if not journal.exists():
        return _read(database)
    copy = private_file(database.parent, "restoring-", PART)
    beside = copy.with_name(f"{copy.name}-journal")
    try:
        shutil.copyfile(database, copy)
        shutil.copyfile(journal, beside)
        with suppress(*FAILURES), closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
        return _read(copy)
    finally:
        beside.unlink(missing_ok=True)
        copy.unlink(missing_ok=True)


def _read(file: Path) -> bytearray:
    with file.open("rb") as opened:
        content = bytearray(file.stat().st_size)
        read = opened.readinto(content)
    del content[read:]
    return content


@contextmanager
def lent(header: bytes, content: bytearray, roots: Roots) -> Iterator[sqlite3.Connection]:
    """A connection to a copy in memory in which our tables begin on these pages.

    The first page of `content` is written over: its own list is gone afterwards.
    """
    content[_HEADER:_PAGE] = _NO_ROWS + bytes(_PAGE - _HEADER - len(_NO_ROWS))
    with _opened(header, content) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        rows = [
            (kind, name, table, roots[name], text)
            for kind, name, table, text in _tables()
            if isinstance(roots.get(name), int)
        ]
        connection.executemany("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", rows)
        connection.execute("PRAGMA writable_schema=RESET")
        connection.execute("PRAGMA query_only=ON")
        yield connection


def _tables() -> Iterator[tuple[str, str, str, str]]:
    """Our tables without what must hold in them, which makes them quick to look up again."""
    for form in FORMS.values():
        own = ", ".join(f'"{name}"' for name in form.columns)
        yield (
            "table",
            form.table,
            form.table,
            f"CREATE TABLE {form.table} (place INTEGER PRIMARY KEY, {own})",
        )
        if form.parts is not None:
            name = form.parts.table
            cells = ", ".join(f'"{cell}"' for cell in form.parts.columns)
            yield "table", name, name, f"CREATE TABLE {name} (owner, place, {cells})"
    for name, columns in INDEXES.items():
        yield "index", name, "entries", f"CREATE INDEX {name} ON entries ({columns})"


@contextmanager
def _opened(header: bytes, content: bytearray) -> Iterator[sqlite3.Connection]:
    """A connection to a copy of the content, which is fitted first."""
    content.extend(bytes(max(_PAGE - len(content), -len(content) % _PAGE)))
    fitted = bytearray(header)
    fitted[_PAGES] = (len(content) // _PAGE).to_bytes(4, "big")
    fitted[_COUNTED_AT] = fitted[_COUNTER]
    fitted[_NONE_FREE] = bytes(8)
    content[:_HEADER] = fitted
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.text_factory = _text
        connection.deserialize(content)
        yield connection


def _text(cell: bytes) -> str | bytes:
    """Text as it is; bytes, which no record takes, where they are no text or no record's."""
    if len(cell) > _LONGEST:
        return b""
    try:
        return cell.decode()
    except UnicodeDecodeError:
        return cell
