"""Which diaries can there be? One written out, and a Hypothesis strategy for all of them."""

from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final, TypeVar, get_args

from hypothesis import strategies as st

from tests.made import rules
from tracker.domain.diary import Diary, Record
from tracker.domain.log import Deed, Entry, Rating
from tracker.domain.product import Facet, Photo, Product, Question
from tracker.domain.routine import (
    ENFORCEMENTS,
    KINDS_OF_STEP,
    SLOTS,
    Group,
    NotAfter,
    Pause,
    Price,
    Step,
    Treatment,
    Version,
)
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.settings import Setting

T = TypeVar("T")

DAY = date(2026, 10, 21)
DEEDS: Final[tuple[Deed, ...]] = get_args(Deed)
FACETS: Final[tuple[Facet, ...]] = get_args(Facet)
AT = datetime(2026, 10, 21, 19, 30, 12, 345678, tzinfo=UTC)

WHOLE = Diary(
    settings={"week_start": "sun", "day_starts_at": 3, "first_shown": {"tips": [1, 2.5, None]}},
    products=(
        Product(
            "clay",
            "Green clay",
            "mask",
            "Argile",
            Price("9.90", "EUR"),
            100.0,
            12.5,
            DAY,
            12,
            DAY + timedelta(400),
            None,
            "in the cupboard",
        ),
        Product("wash", "Wash", "cleanser", retired_on=DAY),
    ),
    steps=(
        Step(
            "mask",
            "Clay mask",
            "mask",
            "evening",
            DAY,
            (
                Version(DAY, PerWeek(2, 3, ("wed", "sun"))),
                Version(DAY + timedelta(30), Daily(), (NotAfter("wash", 1),), "off"),
            ),
            3,
            "clay",
            DAY + timedelta(900),
            False,
            "21:00",
            "thick",
            (),
            "strict",
        ),
        Step(
            "wash",
            "Wash ✨ غسل",
            "cleanser",
            "morning",
            DAY,
            (Version(DAY, Daily()),),
            not_after=(NotAfter("mask", 2),),
            used_before=True,
        ),
        Step("bare", "Bare", "other", "morning", DAY, ()),
    ),
    groups=(
        Group("Evening", ("mask", "wash")),
        Group("Evening", ("wash", "mask"), DAY),
        Group("Other", ()),
    ),
    pauses=(Pause(DAY, None), Pause(DAY, DAY, (), "trip"), Pause(DAY, DAY, ("wash", "mask"))),
    treatments=(
        Treatment(DAY, "Peel", 5, None, "Clinic", Price("120", "USD"), "stung"),
        Treatment(DAY, "Laser", 0, ("mask",)),
        Treatment(DAY, "Toxin", 1, ()),
    ),
    log=(
        Entry(DAY, "wash", "tick", AT, 120, "wash", "why not", True),
        Entry(DAY - timedelta(1), "mask", "skip", reason="tired"),
        Entry(DAY, "mask", "tick", AT.replace(microsecond=0), -90),
    ),
    ratings=(Rating(DAY, 7, 0, 1, 2, 3, 4, "calm"), Rating(DAY - timedelta(3))),
    questions=(
        Question("mask", "pores", "less", DAY, DAY + timedelta(60)),
        Question("mask", "overall", "better", DAY),
    ),
    photos=(Photo(DAY, "left", "ab12.jpg", "lamp"), Photo(DAY, "front", "cd34.png")),
)


def records(diary: Diary) -> list[Record]:
    """Everything of a diary, as it would be put."""
    settings = [Setting(key, value) for key, value in diary.settings.items()]
    return [*settings, *(record for many in diary[1:] for record in many)]


names = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12
).filter(str.strip)
days = st.integers(0, 40).map(lambda n: DAY + timedelta(days=n))
instants = st.integers(-(10**15), 10**15).map(lambda n: AT + timedelta(microseconds=n))
prices = st.builds(Price, st.sampled_from(["1", "12.50"]), st.sampled_from(["EUR", "USD"]))
volumes = st.floats(0.01, 1000)
not_after = st.lists(st.builds(NotAfter, names, st.integers(1, 9)), max_size=2).map(tuple)
enforcements = st.sampled_from(ENFORCEMENTS)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-1, 1) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


versions = st.lists(
    st.builds(Version, days, rules, maybe(not_after), maybe(enforcements)),
    max_size=3,
    unique_by=lambda version: version.begins,
).map(lambda found: tuple(sorted(found, key=lambda one: one.begins)))


def some(choices: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of the names, in any order."""
    known = sorted(choices)
    picked = st.lists(st.sampled_from(known), unique=True, max_size=4) if known else st.just([])
    return picked.map(tuple)


products = st.builds(
    Product, names, names, st.sampled_from(KINDS_OF_STEP), maybe(names), maybe(prices),
    maybe(volumes), maybe(volumes), maybe(days), maybe(st.integers(1, 36)), maybe(days),
    maybe(days), maybe(names),
)  # fmt: skip


ratings = st.builds(
    Rating, days, maybe(st.integers(1, 10)), *[maybe(st.integers(0, 4))] * 5, maybe(names)
)
photos = st.builds(Photo, days, names, names, maybe(names))


def listed(
    strategy: st.SearchStrategy[T], same: Callable[[T], Hashable] = hash
) -> st.SearchStrategy[tuple[T, ...]]:
    """A few records, no two of which are the same one."""
    return st.lists(strategy, max_size=4, unique_by=same).map(tuple)


@st.composite
def steps(draw: st.DrawFn, product: st.SearchStrategy[str | None]) -> Step:
    return Step(
        id=draw(names),
        name=draw(names),
        kind=draw(st.sampled_from(KINDS_OF_STEP)),
        slot=draw(st.sampled_from(SLOTS)),
        start=draw(days),
        schedule=draw(versions),
        position=draw(maybe(st.integers(0, 20))),
        product=draw(product),
        end=draw(maybe(days)),
        used_before=draw(maybe(st.booleans())),
        remind_at=draw(maybe(st.sampled_from(["00:00", "21:30"]))),
        note=draw(maybe(names)),
        not_after=draw(maybe(not_after)),
        enforce=draw(maybe(enforcements)),
    )


@st.composite
def entries(draw: st.DrawFn, ids: list[str], product: st.SearchStrategy[str | None]) -> Entry:
    return Entry(
        day=draw(days),
        step=draw(st.sampled_from(ids)),
        do=draw(st.sampled_from(DEEDS)),
        at=draw(maybe(instants)),
        offset_minutes=draw(maybe(st.integers(-720, 840))),
        product=draw(product),
        reason=draw(maybe(names)),
        anyway=draw(st.booleans()),
    )


@st.composite
def treatments(draw: st.DrawFn, ids: list[str]) -> Treatment:
    return Treatment(
        day=draw(days),
        name=draw(names),
        rest_days=draw(st.integers(0, 9)),
        steps=draw(maybe(some(ids))),
        clinic=draw(maybe(names)),
        price=draw(maybe(prices)),
        note=draw(maybe(names)),
    )


@st.composite
def questions(draw: st.DrawFn, ids: list[str]) -> Question:
    step, facet = draw(st.sampled_from(ids)), draw(st.sampled_from(FACETS))
    return Question(step, facet, draw(names), draw(days), draw(maybe(days)))


@st.composite
def diaries(draw: st.DrawFn) -> Diary:
    """A diary in which everything that is referred to is there."""
    shelf = draw(listed(products, lambda one: one.id))
    product = maybe(st.sampled_from([one.id for one in shelf])) if shelf else st.none()
    routine = draw(listed(steps(product), lambda one: one.id))
    ids = [one.id for one in routine]
    return Diary(
        settings=draw(st.dictionaries(names.map("x".__add__), json_values, max_size=3)),
        products=shelf,
        steps=routine,
        groups=draw(listed(st.builds(Group, names, some(ids), maybe(days)), lambda one: one[::2])),
        pauses=draw(listed(st.builds(Pause, days, maybe(days), maybe(some(ids)), maybe(names)))),
        treatments=draw(listed(treatments(ids))),
        log=draw(listed(entries(ids, product), lambda one: one[:2])) if ids else (),
        ratings=draw(listed(ratings, lambda one: one.day)),
        questions=draw(listed(questions(ids), lambda one: (*one[:2], one[3]))) if ids else (),
        photos=draw(listed(photos)),
    )
