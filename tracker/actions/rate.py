"""Rate the skin of a day."""

from collections.abc import Mapping

from tracker.actions.change import Change
from tracker.actions.ports import Clock, Store
from tracker.actions.present import past_or_present, today
from tracker.domain.day import Day
from tracker.domain.log import Rating
from tracker.domain.outside import NOTE_LENGTH, Outside
from tracker.domain.product import FACETS, Facet, range_of


def rate(
    store: Store,
    clock: Clock,
    marks: Mapping[str, int | None],
    note: str | None = None,
    day: Day | None = None,
) -> Change | None:
    """Set the given marks, and the note if there is one, and keep the others of that day.

    `marks`: "overall" 1 to 10 (10 = clear), the facets 0 to 4; None takes a mark back, and an
    empty note the note. None where it is so already. Raises `BadInput` for another mark or range,
    or a day to come.
    """
    checked: dict[str, int | None] = dict(_mark(facet, value) for facet, value in marks.items())
    said = None if note is None else _note(note)
    with store.reading() as reading:
        chosen = past_or_present(day, today(reading, clock))
    verb = "rate" if marks else "note"
    with store.writing(verb, day=chosen.isoformat()) as work:
        known = work.rating(chosen) or Rating(chosen)
        wanted = rated(known, checked, said)
        if any(value is not None for value in wanted[1:]):
            work.put(wanted)
        else:
            work.remove(known)
    return work.change


def rated(known: Rating, marks: Mapping[str, int | None], note: str | None) -> Rating:
    """The rating with these marks and this note, if there is one; it keeps the others."""
    kept = (marks.get(facet, getattr(known, facet)) for facet in FACETS)
    return Rating._make((known.day, *kept, known.note if note is None else note or None))


def _mark(facet: str, value: int | None) -> tuple[Facet, int | None]:
    known = Outside(facet, "rating").one_of(FACETS)
    return known, None if value is None else Outside(value, known).number(*range_of(known))


def _note(note: str) -> str:
    return Outside(note, "note").text(NOTE_LENGTH) if note else note
