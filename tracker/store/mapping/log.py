"""How are entries and ratings stored?

There are tens of thousands of entries, so their cells are taken as the table's checks leave them
and not questioned one by one, but for what the rules turn on.
"""

from contextlib import suppress
from typing import Final, TypeAlias, cast, get_args

from tracker.domain.errors import BadInput
from tracker.domain.log import Deed, Entry, Rating
from tracker.store.mapping.cells import (
    day_of_text,
    day_text,
    instant_of,
    instant_text,
    maybe,
    named,
    number,
    text,
)
from tracker.store.mapping.shape import Shape, Stored

_DEEDS: Final = frozenset(get_args(Deed))
_Cells: TypeAlias = tuple[str, str, Deed, str | None, int | None, str | None, str | None, int]


class Entries(Shape[Entry]):
    """An entry, known by its step and day."""

    kind = "entry"
    listed = "log"
    table = "entries"
    columns = ("day", "step", "do", "at", "offset_minutes", "product", "reason", "anyway")
    same = ("step", "day")
    lookup = "day"

    def write(self, record: Entry) -> Stored:
        """The entry as it is stored."""
        day, step, do, at, offset, product, reason, anyway = record
        moment = None if at is None else instant_text(at)
        return Stored((day.isoformat(), step, do, moment, offset, product, reason, int(anyway)))

    def read(self, stored: Stored) -> Entry:
        """The entry that is stored."""
        day, step, do, at, offset, product, reason, anyway = cast("_Cells", stored.row)
        if do not in _DEEDS:
            where = f"{self.listed}[{step}, {day}].do"
            raise BadInput("not_one_of", where=where, options="tick, skip", got="")
        try:
            moment = None if at is None else instant_of(at)
            return Entry(day_of_text(day), step, do, moment, offset, product, reason, bool(anyway))
        except (TypeError, ValueError) as error:
            raise BadInput("not_a_day", where=f"{self.listed}[{step}, {day}]") from error


class Ratings(Shape[Rating]):
    """A rating, known by its day."""

    kind = "rating"
    listed = "ratings"
    table = "ratings"
    columns = ("day", "overall", "oiliness", "pores", "breakouts", "redness", "dryness", "note")
    same = ("day",)
    lookup = "day"

    def write(self, record: Rating) -> Stored:
        """The rating as it is stored."""
        day, *rest = record
        return Stored((day_text(day), *rest))

    def read(self, stored: Stored) -> Rating:
        """The rating that is stored; there are thousands, so whatever is right is taken at once."""
        day, *marks, note = stored.row
        is_right = all(mark is None or isinstance(mark, int) for mark in marks)
        if is_right and isinstance(day, str) and (note is None or isinstance(note, str)):
            with suppress(ValueError):
                return Rating._make((day_of_text(day), *marks, note))
        return self._read_slowly(stored)

    def _read_slowly(self, stored: Stored) -> Rating:
        """The same cell by cell, to tell which one cannot be used."""
        row = named(self.columns, stored.row, f"{self.listed}[{stored.row[0]}]")
        return Rating(
            day=row.key("day").day(),
            overall=maybe(number, row.maybe("overall")),
            oiliness=maybe(number, row.maybe("oiliness")),
            pores=maybe(number, row.maybe("pores")),
            breakouts=maybe(number, row.maybe("breakouts")),
            redness=maybe(number, row.maybe("redness")),
            dryness=maybe(number, row.maybe("dryness")),
            note=maybe(text, row.maybe("note")),
        )


ENTRIES: Final = Entries()
RATINGS: Final = Ratings()
