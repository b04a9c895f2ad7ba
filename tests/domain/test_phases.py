"""Is a phase the same whichever of its days is asked, across every version of the schedule?"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.made import days
from tracker.domain.phases import phase_of, phases_between
from tracker.domain.routine import Step, Version
from tracker.domain.rule.base import Phase, Rule
from tracker.domain.rule.cycle import Cycle, Lengths, Unit
from tracker.domain.rule.daily import Daily

START = date(2026, 10, 1)
OCTOBER = Phase(is_on=True, first=START, until=date(2026, 11, 1))
MONTHLY = Cycle(Daily(), Lengths("months", 1, 1), START)


def step(*versions: Version) -> Step:
    return Step("lotion", "Lotion", "refining lotion", "evening", START, versions)


def days_on(length: int, start: date, *, starts_off: bool = False, unit: Unit = "days") -> Cycle:
    return Cycle(Daily(), Lengths(unit, length, length), start, starts_off=starts_off)


def test_a_single_cycle_is_as_its_rule_says() -> None:
    lotion = step(Version(START, MONTHLY))

    assert phase_of(lotion, date(2026, 10, 31)) == OCTOBER
    assert phase_of(lotion, date(2026, 9, 30)) is None
    assert phase_of(step(Version(START, Daily())), START) is None


def test_a_cycle_that_runs_since_before_its_first_version_is_counted_from_its_start() -> None:
    assert phase_of(step(Version(date(2026, 10, 9), MONTHLY)), date(2026, 10, 9)) == OCTOBER


def test_another_phase_ends_the_one_that_was_planned_longer() -> None:
    shifted = date(2026, 10, 12)
    lotion = step(
        Version(START, MONTHLY),
        Version(shifted, Cycle(Daily(), Lengths("months", 1, 1), shifted, starts_off=True)),
    )

    assert phase_of(lotion, START) == Phase(is_on=True, first=START, until=shifted)
    assert phase_of(lotion, shifted) == Phase(is_on=False, first=shifted, until=date(2026, 11, 12))


def test_a_phase_that_goes_on_in_another_version_is_one() -> None:
    longer = date(2026, 11, 15)
    lotion = step(
        Version(START, MONTHLY),
        Version(date(2026, 11, 1), days_on(14, date(2026, 11, 1))),
        Version(longer, Cycle(Daily(), Lengths("months", 1, 1), longer, starts_off=True)),
    )

    whole = Phase(is_on=True, first=START, until=longer)
    assert [phase_of(lotion, day) for day in (START, date(2026, 11, 14))] == [whole, whole]
    assert list(phases_between(lotion, START, longer)) == [
        whole,
        Phase(is_on=False, first=longer, until=date(2026, 12, 15)),
    ]


def test_an_end_of_cycles_ends_the_phase() -> None:
    ends = date(2026, 10, 20)
    lotion = step(Version(START, MONTHLY), Version(ends, Daily()))

    found = list(phases_between(lotion, START - timedelta(days=9), date(2027, 1, 1)))

    assert found == [Phase(is_on=True, first=START, until=ends)]
    assert list(phases_between(step(Version(START, Daily())), START, ends)) == []


rules: st.SearchStrategy[Rule] = st.one_of(
    st.just(Daily()),
    st.builds(days_on, st.integers(1, 20), days, starts_off=st.booleans()),
)


@given(st.lists(st.tuples(days, rules), min_size=1, max_size=4), days)
def test_every_day_of_a_phase_tells_the_same_one(
    given_versions: list[tuple[date, Rule]], day: date
) -> None:
    ordered = sorted(dict(given_versions).items())
    lotion = step(*(Version(begins, rule) for begins, rule in ordered))
    phase = phase_of(lotion, day)

    if phase is not None:
        held = max(phase.first, ordered[0][0])
        inside = [held + timedelta(days=n) for n in range((phase.until - held).days)]
        assert day in inside
        assert {phase_of(lotion, one) for one in inside} == {phase}
        after = phase_of(lotion, phase.until)
        assert after is None or after.is_on != phase.is_on


def test_a_rule_without_phases_is_turned_into_itself() -> None:
    assert Daily().turned(START, is_on=True) == Daily()
    assert Daily().lasting(START, START, is_on=True) == Daily()
    assert Daily().during is None
