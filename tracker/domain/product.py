"""What stands on the shelf, what is asked of it, and which pictures were taken?"""

from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from tracker.domain.day import Day
from tracker.domain.routine import Kind, Price, StepId

Facet: TypeAlias = Literal["overall", "oiliness", "pores", "breakouts", "redness", "dryness"]

FACETS: Final[tuple[Facet, ...]] = get_args(Facet)


def range_of(facet: Facet) -> tuple[int, int]:
    """The least and the greatest mark: 1 to 10 overall (10 = clear), 0 to 4 for the others."""
    return (1, 10) if facet == "overall" else (0, 4)


class Product(NamedTuple):
    """A product; volumes in millilitres, `size_ml` and `ml_per_use` above zero."""

    id: str
    name: str
    kind: Kind
    brand: str | None = None
    price: Price | None = None
    size_ml: float | None = None
    ml_per_use: float | None = None
    opened_on: Day | None = None
    period_after_opening_months: int | None = None
    expires_on: Day | None = None
    retired_on: Day | None = None
    note: str | None = None


class Question(NamedTuple):
    """A question the person asked: does `step` move `facet` the way they `hope`?"""

    step: StepId
    facet: Facet
    hope: str
    asked_on: Day
    ended_on: Day | None = None


class Photo(NamedTuple):
    """A progress photo; `file` is its name in the photo folder."""

    day: Day
    angle: str
    file: str
    note: str | None = None
