"""Which diaries can there be? Hypothesis strategies for all that a transfer document holds."""

from datetime import UTC, datetime, timedelta
from typing import TypeVar

from hypothesis import strategies as st

from tests.made import days, routines
from tracker.domain.diary import Diary
from tracker.domain.log import Entry, Rating
from tracker.domain.product import FACETS, Photo, Product, Question
from tracker.domain.routine import (
    ENFORCEMENTS,
    KINDS_OF_STEP,
    Price,
    Routine,
    Step,
    StepId,
    Treatment,
)
from tracker.domain.settings import Json

Kept = TypeVar("Kept")

texts = st.builds(
    str.__add__,
    # Something in a text is to be seen.
    st.characters(categories=["L", "N", "P", "S"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=29),
)
maybe_texts = st.none() | texts
maybe_days = st.none() | days
prices = st.builds(
    Price,
    st.sampled_from(["140.00", "7", "0.5", "999999999.9999"]),
    st.sampled_from(["USD", "EUR"]),
)
volumes = st.integers(1, 5000) | st.floats(0.01, 5000, allow_nan=False).map(lambda ml: round(ml, 3))
instants = st.integers(0, 2**41).map(
    lambda n: datetime(1999, 12, 31, tzinfo=UTC) + timedelta(milliseconds=n)
)


def _few(items: st.SearchStrategy[Kept], most: int = 3) -> st.SearchStrategy[tuple[Kept, ...]]:
    return st.lists(items, max_size=most, unique=True).map(tuple)


@st.composite
def products(draw: st.DrawFn, product_id: str) -> Product:
    return Product(
        id=product_id,
        name=draw(texts),
        kind=draw(st.sampled_from(KINDS_OF_STEP)),
        brand=draw(maybe_texts),
        price=draw(st.none() | prices),
        size_ml=draw(st.none() | volumes),
        ml_per_use=draw(st.none() | volumes),
        opened_on=draw(maybe_days),
        period_after_opening_months=draw(st.none() | st.integers(1, 240)),
        expires_on=draw(maybe_days),
        retired_on=draw(maybe_days),
        note=draw(maybe_texts),
    )


@st.composite
def _dressed(draw: st.DrawFn, step: Step, shelf: tuple[str, ...]) -> Step:
    """The step with everything that no rule reads."""
    return step._replace(
        name=draw(texts),
        kind=draw(st.sampled_from(KINDS_OF_STEP)),
        position=draw(st.none() | st.integers(0, 20)),
        product=draw(st.none() | st.sampled_from(shelf)) if shelf else None,
        used_before=draw(st.none() | st.booleans()),
        remind_at=draw(st.none() | st.sampled_from(["00:00", "21:05", "23:59"])),
        note=draw(maybe_texts),
        enforce=draw(st.none() | st.sampled_from(ENFORCEMENTS)),
        schedule=tuple(
            version._replace(
                enforce=draw(st.none() | st.sampled_from(ENFORCEMENTS)),
                not_after=draw(st.sampled_from([None, (), step.not_after])),
            )
            for version in step.schedule
        ),
    )


@st.composite
def entries(draw: st.DrawFn, ids: tuple[StepId, ...], shelf: tuple[str, ...]) -> Entry:
    return Entry(
        day=draw(days),
        step=draw(st.sampled_from(ids)),
        do=draw(st.sampled_from(["tick", "skip"])),
        at=draw(st.none() | instants),
        offset_minutes=draw(st.none() | st.integers(-840, 840)),
        product=draw(st.none() | st.sampled_from(shelf)) if shelf else None,
        reason=draw(maybe_texts),
        anyway=draw(st.booleans()),
    )


@st.composite
def ratings(draw: st.DrawFn) -> Rating:
    facets = st.none() | st.integers(0, 4)
    return Rating(
        draw(days),
        draw(st.none() | st.integers(1, 10)),
        draw(facets),
        draw(facets),
        draw(facets),
        draw(facets),
        draw(facets),
        draw(maybe_texts),
    )


treatments = st.builds(
    Treatment,
    day=days,
    name=texts,
    steps=st.none(),
    rest_days=st.integers(0, 30),
    clinic=maybe_texts,
    price=st.none() | prices,
    note=maybe_texts,
)
photos = st.builds(
    Photo,
    days,
    st.sampled_from(["front", "left"]),
    st.sampled_from(["a.png", "ü.webp"]),
    maybe_texts,
)


@st.composite
def questions(draw: st.DrawFn, ids: tuple[StepId, ...]) -> Question:
    step, facet = draw(st.sampled_from(ids)), draw(st.sampled_from(FACETS))
    return Question(
        step, facet, draw(st.sampled_from(["up", "down"])), draw(days), draw(maybe_days)
    )


@st.composite
def settings_of(draw: st.DrawFn) -> dict[str, Json]:
    starts: list[Json] = ["mon", "sun", [{"from": "2028-01-01", "day": "sat"}], []]
    found: dict[str, Json] = {"week_start": draw(st.sampled_from(starts))}
    if draw(st.booleans()):
        found["day_starts_at"] = draw(st.integers(0, 12))
    if draw(st.booleans()):
        found["forgive_slip"] = draw(st.booleans())
    return found


@st.composite
def diaries(draw: st.DrawFn) -> Diary:
    """Everything that can be kept, one of each that is the same."""
    routine: Routine = draw(routines())
    shelf = tuple(draw(st.lists(texts, max_size=2, unique=True)))
    ids = tuple(step.id for step in routine.steps)
    log = {(entry.step, entry.day): entry for entry in draw(st.lists(entries(ids, shelf)))}
    asked = {found[:2] + found[3:4]: found for found in draw(_few(questions(ids)))}
    rated = {rating.day: rating for rating in draw(st.lists(ratings(), max_size=5))}
    return Diary(
        settings=draw(settings_of()),
        products=tuple(draw(products(product_id)) for product_id in shelf),
        steps=tuple(draw(_dressed(step, shelf)) for step in routine.steps),
        groups=routine.groups,
        pauses=tuple(dict.fromkeys(routine.pauses)),
        treatments=tuple(dict.fromkeys((*routine.treatments, *draw(_few(treatments))))),
        log=tuple(log.values()),
        ratings=tuple(rated.values()),
        questions=tuple(asked.values()),
        photos=draw(_few(photos)),
    )
