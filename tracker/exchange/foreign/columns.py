"""Which column of a table holds what?"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from tracker.domain.errors import BadInput

Header = Sequence[str]


class Columns(NamedTuple):
    """The names of the columns in a table's header; None for what it does not have.

    Without `name` all rows are of one habit; without `value` each row says that it was done.
    """

    date: str
    name: str | None = None
    value: str | None = None
    note: str | None = None


class Places(NamedTuple):
    """The same as places in a row, from 0."""

    date: int
    name: int | None = None
    value: int | None = None
    note: int | None = None


ROLES: Final = Columns._fields
_USUAL: Final = {
    "date": ("date", "day", "full_date", "calendardate", "timestamp"),
    "name": ("name", "habit", "habitname", "habit name", "step", "activity", "task"),
    "value": ("value", "done", "status", "completed", "checked", "do"),
    "note": ("note", "notes", "comment", "commenttext", "comments"),
}
"""What such columns are mostly called."""


def guessed(header: Header) -> Columns | None:
    """The columns by what they are mostly called; None where that says too little.

    That is where none can be the day, and where none says what was done but others are there,
    which may be what says that nothing was.
    """
    folded = {title.strip().casefold(): title.strip() for title in reversed(header)}
    found = {
        role: next((folded[usual] for usual in names if usual in folded), None)
        for role, names in _USUAL.items()
    }
    date, value = found["date"], found["value"]
    is_all = sum(title is not None for title in found.values()) == len(header)
    if date is None or (value is None and not is_all):
        return None
    return Columns(date, found["name"], value, found["note"])


def places(columns: Columns | Places, header: Header) -> Places:
    """Where the columns are; by number too, from 1, where no title is that.

    Raises `BadInput` "no_such_column".
    """
    if isinstance(columns, Places):
        return columns
    date, *others = (_place(title, header) for title in columns)
    if date is None:
        raise BadInput("no_such_column", text=columns.date, known=shown(header))
    name, value, note = others
    return Places(date, name, value, note)


def _place(title: str | None, header: Header) -> int | None:
    if title is None:
        return None
    titles = [one.strip().casefold() for one in header]
    wanted = title.strip().casefold()
    if wanted in titles:
        return titles.index(wanted)
    if wanted.isdecimal() and wanted.isascii() and 0 < int(wanted[:4]) <= len(header):
        return int(wanted[:4]) - 1
    raise BadInput("no_such_column", text=title, known=shown(header))


def shown(header: Header) -> str:
    """The titles of the columns, as many as a line holds."""
    titles = [
        ascii(one.strip())[1:-1][:40] if not one.isprintable() else one.strip()[:40]
        for one in header[:20]
    ]
    return ", ".join(titles)
