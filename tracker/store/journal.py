"""What was done, and how is it taken back and done again?

Each action is one row, with a row more for every move: what stood at a place in a table before
and after, as JSON by the names of the columns. Undoing puts everything back where it stood, so
that the order in which things were entered comes back too.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final, Literal, TypeAlias, cast

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from tracker.actions.change import Change, Direction, RecordKind
from tracker.domain.day import Day
from tracker.domain.errors import Unavailable
from tracker.store.mapping.cells import Row, day_of_text, day_text, instant_text, json_text
from tracker.store.mapping.log import ENTRIES, RATINGS
from tracker.store.mapping.registry import FORMS
from tracker.store.mapping.shape import Form, Stored
from tracker.store.rows import at_places, put_in
from tracker.store.tables import JOURNAL, MOVES
from tracker.store.work import Move, Moves, apply

KEPT: Final = 100
"""As many actions can be taken back."""

Way: TypeAlias = Literal["undone", "redone"]

_MOVE_COLUMNS: Final = ("action", "kind", "place", "before", "after")
_DAYS_OF: Final = (ENTRIES, RATINGS)


def enter(
    connection: Connection, moment: datetime, verb: str, facts: Mapping[str, str], moves: Moves
) -> Change:
    """Write an action into the journal; what could be redone is dropped, and the oldest."""
    days = sorted(_days(moves))
    first, last = (days[0], days[-1]) if days else (None, None)
    kinds = frozenset(kind for kind, _ in moves)
    connection.execute(delete(JOURNAL).where(JOURNAL.c.undone == 1))
    row = {
        "at": instant_text(moment),
        "verb": verb,
        "facts": json_text(dict(facts)),
        "kinds": json_text(sorted(kinds)),
        "first": day_text(first),
        "last": day_text(last),
        "undone": 0,
    }
    (action,) = connection.execute(insert(JOURNAL), row).inserted_primary_key or (0,)
    rows = [_move_row(action, *move) for move in moves.items()]
    put_in(connection, MOVES.name, _MOVE_COLUMNS, rows)
    newest = select(JOURNAL.c.id).order_by(JOURNAL.c.id.desc()).limit(KEPT)
    connection.execute(delete(JOURNAL).where(JOURNAL.c.id.not_in(newest)))
    return Change(verb, dict(facts), kinds, first, last)


def peek(connection: Connection, way: Way) -> Change | None:
    """What undoing or redoing would do now; None where there is nothing."""
    row = _next(connection, way)
    return None if row is None else _change(row, way)


def turn(connection: Connection, way: Way) -> Change | None:
    """Undo the last action, or redo the one undone last; None where there is nothing.

    Raises `Unavailable` "cannot_undo" with the fact `verb` where what is stored is not what the
    action left.
    """
    row = _next(connection, way)
    if row is None:
        return None
    for form, moves in _moves(connection, row["id"], way):
        left = {place: move.before for place, move in moves.items() if move.before is not None}
        present = at_places(connection, form, moves)
        if present != left:
            raise Unavailable("cannot_undo", verb=row["verb"])
        apply(connection, form, present, {place: move.after for place, move in moves.items()})
    turned = update(JOURNAL).where(JOURNAL.c.id == row["id"])
    connection.execute(turned.values(undone=int(way == "undone")))
    return _change(row, way)


def _next(connection: Connection, way: Way) -> RowMapping | None:
    if way == "undone":
        found = select(JOURNAL).where(JOURNAL.c.undone == 0).order_by(JOURNAL.c.id.desc())
    else:
        found = select(JOURNAL).where(JOURNAL.c.undone == 1).order_by(JOURNAL.c.id)
    return connection.execute(found.limit(1)).mappings().one_or_none()


def _moves(connection: Connection, action: int, way: Way) -> Iterable[tuple[Form, dict[int, Move]]]:
    """The moves of an action in the way they are to go now, by form and place."""
    found: dict[RecordKind, dict[int, Move]] = {}
    columns = (MOVES.c.kind, MOVES.c.place, MOVES.c.before, MOVES.c.after)
    for kind, place, before, after in connection.execute(
        select(*columns).where(MOVES.c.action == action)
    ):
        form = FORMS[kind]
        move = Move(_stored(form, before), _stored(form, after))
        back = Move(move.after, move.before)
        found.setdefault(form.kind, {})[place] = back if way == "undone" else move
    return [(FORMS[kind], moves) for kind, moves in found.items()]


def _change(row: RowMapping, direction: Direction) -> Change:
    first, last = row["first"], row["last"]
    return Change(
        row["verb"],
        cast("dict[str, str]", json.loads(row["facts"])),
        frozenset(cast("list[RecordKind]", json.loads(row["kinds"]))),
        None if first is None else day_of_text(first),
        None if last is None else day_of_text(last),
        direction,
    )


def _days(moves: Moves) -> Iterable[Day]:
    """The days whose log or ratings moved."""
    for form in _DAYS_OF:
        at = form.columns.index("day")
        for (kind, _), move in moves.items():
            if kind == form.kind:
                yield from (day_of_text(str(stored.row[at])) for stored in move if stored)


def _move_row(action: int, key: tuple[RecordKind, int], move: Move) -> Row:
    kind, place = key
    form = FORMS[kind]
    return (action, kind, place, _image(form, move.before), _image(form, move.after))


def _image(form: Form, stored: Stored | None) -> str | None:
    if stored is None:
        return None
    image: dict[str, object] = {"row": _by_name(form.columns, stored.row)}
    if form.parts is not None:
        image["parts"] = [_by_name(form.parts.columns, part) for part in stored.parts]
    return json_text(image)


def _by_name(columns: tuple[str, ...], row: Row) -> dict[str, object]:
    """The cells that hold something, by their columns' names."""
    pairs = zip(columns, row, strict=True)
    return {name: cell for name, cell in pairs if cell is not None}


def _stored(form: Form, image: str | None) -> Stored | None:
    if image is None:
        return None
    found = json.loads(image)
    row = tuple(map(found["row"].get, form.columns))
    names = () if form.parts is None else form.parts.columns
    return Stored(row, tuple(tuple(map(part.get, names)) for part in found.get("parts", ())))
