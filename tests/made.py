"""Which routines and logs can there be? Hypothesis strategies for values of the domain."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tracker.domain.day import WEEKDAYS, Day
from tracker.domain.log import Deed, Log
from tracker.domain.routine import (
    SLOTS,
    Group,
    NotAfter,
    Pause,
    Routine,
    Step,
    StepId,
    Treatment,
    Version,
    WeekStart,
)
from tracker.domain.rule.as_needed import AsNeeded
from tracker.domain.rule.base import Rule
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.rule.monthly import WHICH, Monthly
from tracker.domain.rule.pattern import Pattern
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.rule.weekdays import Weekdays

FIRST = date(2028, 2, 1)
"""The first day of every made routine; a leap year's February, so that month ends are met."""
DAYS = 60
"""How many days from it are lived."""

days = st.integers(0, DAYS).map(lambda n: FIRST + timedelta(days=n))
weekday_sets = st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(
    lambda chosen: tuple(day for day in WEEKDAYS if day in chosen)
)


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    length = draw(st.integers(1, 9))
    on = draw(st.sets(st.integers(1, length), min_size=1))
    return Pattern(length, tuple(sorted(on)), draw(days))


@st.composite
def quotas(draw: st.DrawFn) -> PerWeek:
    prefer = draw(weekday_sets)
    gap = draw(st.none() | st.integers(1, 9))
    return PerWeek(len(prefer), gap, draw(st.none() | st.just(prefer)))


plain_rules: st.SearchStrategy[Rule] = st.one_of(
    st.just(Daily()),
    st.just(AsNeeded()),
    weekday_sets.map(Weekdays),
    st.integers(1, 9).map(Every),
    st.builds(Monthly, st.sampled_from(WHICH), st.sampled_from(WEEKDAYS)),
    patterns(),
    quotas(),
)


@st.composite
def cycles(draw: st.DrawFn) -> Cycle:
    unit, longest = draw(st.sampled_from([("months", 3), ("weeks", 4), ("days", 30)]))
    lengths = Lengths(
        unit,  # type: ignore[arg-type]
        draw(st.integers(1, longest)),
        draw(st.integers(1, longest)),
    )
    return Cycle(draw(plain_rules), lengths, draw(days), starts_off=draw(st.booleans()))


rules = plain_rules | cycles()


@st.composite
def steps(draw: st.DrawFn, step_id: StepId, others: tuple[StepId, ...]) -> Step:
    begins = draw(st.lists(days, min_size=1, max_size=3, unique=True).map(sorted))
    apart = (
        st.builds(NotAfter, st.sampled_from(others), st.integers(1, 4)) if others else st.nothing()
    )
    not_after = draw(st.none() | st.lists(apart, max_size=2).map(tuple)) if others else None
    ends = draw(st.none() | days)
    return Step(
        id=step_id,
        name=step_id.title(),
        kind="serum",
        slot=draw(st.sampled_from(SLOTS)),
        start=draw(st.sampled_from([FIRST, begins[0]])),
        schedule=tuple(Version(day, draw(rules)) for day in begins),
        end=None if ends is None else max(ends, begins[0]),
        not_after=not_after,
    )


@st.composite
def pauses(draw: st.DrawFn, ids: tuple[StepId, ...]) -> Pause:
    begins = draw(days)
    ends = draw(st.none() | st.integers(0, 20).map(lambda n: begins + timedelta(days=n)))
    return Pause(begins, ends, draw(_some(ids)))


@st.composite
def treatments(draw: st.DrawFn, ids: tuple[StepId, ...]) -> Treatment:
    return Treatment(draw(days), "Peel", draw(st.integers(0, 8)), draw(_some(ids)))


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    ids: tuple[StepId, ...] = tuple("abcd"[: draw(st.integers(1, 4))])
    return Routine(
        steps=tuple(draw(steps(one, tuple(other for other in ids if other != one))) for one in ids),
        groups=draw(_groups(ids)),
        pauses=tuple(draw(st.lists(pauses(ids), max_size=2))),
        treatments=tuple(draw(st.lists(treatments(ids), max_size=2))),
        week_starts=draw(st.sampled_from([(), (WeekStart("sun"),), (WeekStart("sat"),)])),
    )


@st.composite
def logs(draw: st.DrawFn, routine: Routine, last: Day) -> Log:
    """A log of the routine up to `last`."""
    deeds: list[tuple[StepId, Day, Deed]] = []
    for step in routine.steps:
        chosen = draw(st.dictionaries(days, st.sampled_from(["tick", "skip"]), max_size=25))
        deeds.extend((step.id, day, deed) for day, deed in chosen.items() if day <= last)  # type: ignore[misc]
    return Log(deeds)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Routine, Log, Day]:
    """A routine, a log of it, and the day up to which it was lived."""
    routine, today = draw(routines()), draw(days)
    return routine, draw(logs(routine, today)), today


def _some(ids: tuple[StepId, ...]) -> st.SearchStrategy[tuple[StepId, ...] | None]:
    return st.none() | st.sets(st.sampled_from(ids), min_size=1).map(
        lambda some: tuple(sorted(some))
    )


def _groups(ids: tuple[StepId, ...]) -> st.SearchStrategy[tuple[Group, ...]]:
    grouped = st.permutations(ids).map(lambda order: (Group("evening", tuple(order)),))
    return st.just(()) | grouped if len(ids) > 1 else st.just(())
