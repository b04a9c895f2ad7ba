"""What is asked of the database, statement by statement?

Each statement has a name, by which `Look` asks for it; the first look's SQL text is generated from
these same statements.
"""

from collections.abc import Mapping
from typing import Final, TypeAlias

from sqlalchemy import Select, bindparam, func, select

from tracker.store.mapping.cells import Cell
from tracker.store.mapping.log import ENTRIES, RATINGS
from tracker.store.mapping.registry import FORMS
from tracker.store.mapping.shape import Parts
from tracker.store.tables import METADATA, VERSION

Statement: TypeAlias = "Select[*tuple[Cell, ...]]"

_ENTRIES: Final = METADATA.tables[ENTRIES.table].c
_RATINGS: Final = METADATA.tables[RATINGS.table].c


def _whole(table: str, columns: tuple[str, ...]) -> Statement:
    """All of a table, in the order in which it was entered."""
    found = METADATA.tables[table].c
    return select(found.place, *(found[name] for name in columns)).order_by(found.place)


def _parts(parts: Parts) -> Statement:
    found = METADATA.tables[parts.table].c
    columns = (found[name] for name in parts.columns)
    return select(found.owner, found.place, *columns).order_by(found.owner, found.place)


# One row a step and deed, its days joined: a seventh of the time that a row a day takes, where it
# is all of them; for some of them SQLite would go through all the same.
_LOG: Final = select(_ENTRIES.step, _ENTRIES.do, func.group_concat(_ENTRIES.day)).group_by(
    _ENTRIES.step, _ENTRIES.do
)
_LOG_BETWEEN: Final = select(_ENTRIES.step, _ENTRIES.do, _ENTRIES.day).where(
    _ENTRIES.day.between(bindparam("first"), bindparam("last"))
)
_ENTRY: Final = select(_ENTRIES.place, *(_ENTRIES[name] for name in ENTRIES.columns))
_RATING: Final = select(_RATINGS.place, *(_RATINGS[name] for name in RATINGS.columns))

STATEMENTS: Final[Mapping[str, Statement]] = {
    "revision": select(VERSION.c.version_num),
    "log": _LOG,
    "log_between": _LOG_BETWEEN,
    "entries_between": _ENTRY.where(
        _ENTRIES.day.between(bindparam("first"), bindparam("last"))
    ).order_by(_ENTRIES.day, _ENTRIES.place),
    "entry": _ENTRY.where(_ENTRIES.step == bindparam("step"), _ENTRIES.day == bindparam("day")),
    "rating": _RATING.where(_RATINGS.day == bindparam("day")),
    **{form.table: _whole(form.table, form.columns) for form in FORMS.values()},
    **{form.parts.table: _parts(form.parts) for form in FORMS.values() if form.parts is not None},
}
"""Every statement by its name; whole tables go by the table's own name."""
