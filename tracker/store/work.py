"""What does one unit of work write, and what has it moved?"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from sqlalchemy import Connection

from tracker.actions.change import Change, RecordKind
from tracker.domain.diary import Record
from tracker.domain.errors import BadInput
from tracker.store.full_look import FullLook
from tracker.store.mapping.registry import FORMS, written
from tracker.store.mapping.shape import Form, Placed, Stored
from tracker.store.rows import CoreSource, candidates, exchange, last_place


class Move(NamedTuple):
    """What stood at a place before and what stands there after; None where nothing does."""

    before: Stored | None
    after: Stored | None


Moves: TypeAlias = dict[tuple[RecordKind, int], Move]
"""Moves by the kind of record and the place in its table."""


class UnitOfWork(FullLook):
    """All that one action writes; the port `Work`. It remembers the sum of what it moved."""

    def __init__(self, connection: Connection, facts: Mapping[str, str], verb: str = "") -> None:
        super().__init__(CoreSource(connection))
        self.facts = dict(facts)
        self.verb = verb
        self._connection = connection
        self._last_places: dict[RecordKind, int] = {}
        self.moves: Moves = {}
        self.change: Change | None = None

    def tell(self, **facts: str) -> None:
        """Add what the undo journal should say of this work."""
        self.facts.update(facts)

    def call(self, verb: str) -> None:
        """Name this work in the undo journal by what it came to."""
        self.verb = verb

    def put(self, *records: Record) -> None:
        """Keep each record in place of the one that is the same, if there is one.

        Raises `BadInput` for what cannot be stored.
        """
        for form, wanted in _by_form(records):
            present = self._present(form, wanted)
            known = {form.key(stored): Placed(place, stored) for place, stored in present.items()}
            after: dict[int, Stored | None] = {}
            for stored in wanted:
                same = known.get(form.key(stored))
                if same is None or same.stored != stored:
                    place = self._next_place(form) if same is None else same.place
                    known[form.key(stored)] = Placed(place, stored)
                    after[place] = stored
            self._move(form, present, after)

    def remove(self, *records: Record) -> None:
        """Remove each record that is there."""
        for form, unwanted in _by_form(records):
            present = self._present(form, unwanted)
            keys = {form.key(stored) for stored in unwanted}
            gone = (place for place, stored in present.items() if form.key(stored) in keys)
            self._move(form, present, dict.fromkeys(gone))

    def _present(self, form: Form, wanted: list[Stored]) -> dict[int, Stored]:
        """What is stored that may be the same as something wanted, by its place."""
        sought = dict.fromkeys(form.cell(stored, form.lookup) for stored in wanted)
        return dict(candidates(self._connection, form, sought))

    def _next_place(self, form: Form) -> int:
        if form.kind not in self._last_places:
            self._last_places[form.kind] = last_place(self._connection, form)
        self._last_places[form.kind] += 1
        return self._last_places[form.kind]

    def _move(
        self, form: Form, present: dict[int, Stored], after: dict[int, Stored | None]
    ) -> None:
        apply(self._connection, form, present, after)
        for place, stored in after.items():
            known = self.moves.pop((form.kind, place), None)
            before = present.get(place) if known is None else known.before
            if before != stored:
                self.moves[form.kind, place] = Move(before, stored)


def apply(
    connection: Connection, form: Form, present: dict[int, Stored], after: dict[int, Stored | None]
) -> None:
    """Let stand at each place what shall stand there after; `present` is what stands there now.

    Raises `BadInput` "not_storable" for values that no database takes.
    """
    leaving = [place for place in after if place in present]
    coming = [Placed(place, stored) for place, stored in after.items() if stored is not None]
    try:
        exchange(connection, form, leaving, coming)
    except (OverflowError, UnicodeEncodeError) as error:
        raise BadInput("not_storable", where=form.listed) from error


def _by_form(records: Iterable[Record]) -> Iterator[tuple[Form, list[Stored]]]:
    found: dict[RecordKind, list[Stored]] = {}
    for record in records:
        form, stored = written(record)
        found.setdefault(form.kind, []).append(stored)
    return ((FORMS[kind], wanted) for kind, wanted in found.items())
