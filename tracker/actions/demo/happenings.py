"""What comes between a person and their routine in the months of the demo?"""

from datetime import date, timedelta
from random import Random
from typing import Final, NamedTuple

from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import Kind, Routine, Step, StepId

PLAIN: Final[frozenset[Kind]] = frozenset(("cleanser", "moisturiser", "sunscreen"))
"""Kinds of step that go on whatever happens."""
REST_DAYS: Final = 5
"""Days for which the acids rest after a peel."""
_STRETCH: Final = 426
"""Days, about fourteen months, in which each of the following happens once."""
_LAPSES: Final = (0.17, 0.41, 0.70)
_WEARY: Final = 0.29
_PEEL: Final = 0.54
_SLIPS: Final = (0.2, 0.5, 0.83)
_DISTANCE: Final = timedelta(days=7)
"""How far everything stays from a holiday and from today."""


class Holiday(NamedTuple):
    """The days from `first` to `last`."""

    first: Day
    last: Day


class Happenings(NamedTuple):
    """`lapses`: days without anything; `weary`: days kept by half; `trips`: away from home.

    On `slips` a step is used in its phase off; on `peels` a clinic is visited. From `steady_from`
    on nothing is left out.
    """

    holidays: tuple[Holiday, ...]
    lapses: frozenset[Day]
    weary: frozenset[Day]
    peels: tuple[Day, ...]
    trips: frozenset[Day]
    slips: frozenset[Day]
    steady_from: Day


def happenings(routine: Routine, first: Day, today: Day, chance: Random) -> Happenings:
    """All that happens from `first` to the day before `today`."""
    holidays = tuple(_holidays(first, today, chance))
    total = (today - first).days
    stretches = max(1, round(total / _STRETCH))
    length = total / stretches
    lapses: set[Day] = set()
    weary: set[Day] = set()
    peels: list[Day] = []

    def around(number: int, part: float) -> Day:
        moved = (number + part + chance.uniform(-0.03, 0.03)) * length
        return _clear_of(holidays, first + timedelta(days=round(moved)))

    for number in range(stretches):
        for part in _LAPSES:
            lapses.update(_days(around(number, part), chance.randint(2, 5)))
        weary.update(_days(around(number, _WEARY), 14))
        peels.append(around(number, _PEEL))
    taken = lapses | {day for one in peels for day in _days(one, REST_DAYS + 1)}
    taken.update(day for one in holidays for day in _days(one.first, 1 + (one[1] - one[0]).days))
    trips = _trips(first, today, taken, chance)
    slips = _slips(routine, _free(first, today, taken | trips), stretches)
    steady_from = today - timedelta(days=chance.randint(9, 13))
    return Happenings(
        holidays,
        frozenset(lapses),
        frozenset(weary),
        tuple(peels),
        frozenset(trips),
        slips,
        steady_from,
    )


def strong_steps(routine: Routine) -> tuple[StepId, ...]:
    """The steps that a holiday pauses and that rest after a peel."""
    return tuple(step.id for step in routine.steps if step.kind not in PLAIN)


def is_off(step: Step, day: Day) -> bool:
    """Whether the step's cycle is in a phase off that day."""
    version = step.version_on(day)
    phase = None if version is None else version.rule.phase(day)
    return phase is not None and not phase.is_on


def _holidays(first: Day, today: Day, chance: Random) -> list[Holiday]:
    """Two weeks of every August, from its first or second Saturday on."""
    found = []
    for year in range(first.year, today.year + 1):
        august = date(year, 8, 1)
        saturday = august + timedelta(days=(5 - august.weekday()) % 7 + 7 * chance.randint(0, 1))
        holiday = Holiday(saturday, saturday + timedelta(days=chance.randint(13, 15)))
        if first + _DISTANCE <= holiday.first and holiday.last < today - _DISTANCE:
            found.append(holiday)
    return found


def _clear_of(holidays: tuple[Holiday, ...], day: Day) -> Day:
    for holiday in holidays:
        if holiday.first - 2 * _DISTANCE <= day <= holiday.last + _DISTANCE:
            return holiday.last + 2 * _DISTANCE
    return day


def _trips(first: Day, today: Day, taken: set[Day], chance: Random) -> set[Day]:
    """Some weekends, Friday to Sunday."""
    found: set[Day] = set()
    for day in _days(first + _DISTANCE, (today - first).days - 14):
        weekend = _days(day, 3)
        if day.weekday() == 4 and chance.random() < 0.09 and not taken.intersection(weekend):
            found.update(weekend)
    return found


def _free(first: Day, today: Day, taken: set[Day]) -> list[Day]:
    days = _days(first, (today - _DISTANCE - first).days)
    return [day for day in days if day not in taken]


def _slips(routine: Routine, days: list[Day], stretches: int) -> frozenset[Day]:
    off = [day for day in days if any(is_off(step, day) for step in routine.steps)]
    places = [(number + part) / stretches for number in range(stretches) for part in _SLIPS]
    return frozenset(off[int(len(off) * place)] for place in places if off)


def _days(first: Day, count: int) -> list[Day]:
    return [first + number * ONE_DAY for number in range(count)]
