"""Rate the skin of a day."""

from collections.abc import Mapping

from tracker.actions.ports import Clock, Store
from tracker.actions.present import past_or_present, today
from tracker.domain.day import Day
from tracker.domain.log import Rating
from tracker.domain.outside import NOTE_LENGTH, Outside
from tracker.domain.product import FACETS, Facet, range_of


def rate(
    store: Store,
    clock: Clock,
    marks: Mapping[str, int],
    note: str | None = None,
    day: Day | None = None,
) -> Rating:
    """Set the given marks, and the note if there is one, and keep the others of that day.

    `marks`: "overall" 1 to 10 (10 = clear), the facets 0 to 4. Raises `BadInput` for another mark
    or range, or a day to come.
    """
    checked = dict(_mark(facet, value) for facet, value in marks.items())
    with store.reading() as reading:
        chosen = past_or_present(day, today(reading, clock))
    with store.writing("rate", day=chosen.isoformat()) as work:
        known = work.rating(chosen) or Rating(chosen)
        said = known.note if note is None else Outside(note, "note").text(NOTE_LENGTH)
        kept = (checked.get(facet, getattr(known, facet)) for facet in FACETS)
        rated = Rating._make((chosen, *kept, said))
        work.put(rated)
    return rated


def _mark(facet: str, value: int) -> tuple[Facet, int]:
    known = Outside(facet, "rating").one_of(FACETS)
    return known, Outside(value, known).number(*range_of(known))
