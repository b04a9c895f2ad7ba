"""May a lotion that was had twice a week be had three times, and on which days?

A refining lotion is begun with twice a week where the skin is sensitive. It may be had more often
when four weeks of that are over, at least six of its eight turns were done by the rules, and the
redness was low: rated in each of the four weeks, and never above "a little" (1 of 0 to 4). A
person who rates less often is not asked: nothing is known of their skin.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

from tracker.domain.course import Course
from tracker.domain.day import WEEKDAYS, Day, Weekday, weekday_of
from tracker.domain.plan import row_of
from tracker.domain.routine import Kind, Routine, Step, StepId, Version

WEEKS: Final = 4
"""How many weeks of twice a week there have to be, and for how many the new days are tried."""
_SEEN: Final = timedelta(weeks=WEEKS)
_KIND: Final[Kind] = "refining lotion"
_FROM, _TO = 2, 3
_LEAST_DONE: Final = 6
_MOST_REDNESS: Final = 1
_OVER: Final = frozenset(("paused", "recovery"))
"""Reasons that rest a week for once, and say nothing of weekdays."""
_Dues: TypeAlias = Mapping[StepId, frozenset[Day]]


class Seen(NamedTuple):
    """What speaks for more: how often it was `done`, and how often the redness was `rated`."""

    done: int
    rated: int


def begins_with(step: Step, today: Day) -> Version | None:
    """The version that may be stepped up, where it has held for long enough and is the last."""
    version = step.version_on(today)
    if version is None or step.kind != _KIND or version is not step.schedule[-1]:
        return None
    is_long = max(version.begins, step.start) + _SEEN <= today
    is_twice = version.rule.times_a_week == _FROM and version.rule.phase(today) is None
    return version if is_long and is_twice and step.end is None else None


def seen_of(course: Course, step: Step, redness: Mapping[Day, int]) -> Seen | None:
    """What the last four weeks say for more; None where they do not."""
    first = course.today - _SEEN
    weeks = {min((day - first).days // 7, WEEKS - 1) for day in redness}
    if len(weeks) < WEEKS or max(redness.values()) > _MOST_REDNESS:
        return None
    days = (first + timedelta(days=number) for number in range(_SEEN.days + 1))
    rows = (row_of(course, step.id, day) for day in days)
    done = sum(row is not None and row.status == "done" for row in rows)
    return Seen(done, len(redness)) if done >= _LEAST_DONE else None


def days_seen(today: Day) -> tuple[Day, ...]:
    """The days whose redness counts: four weeks, and today."""
    return tuple(today - timedelta(days=number) for number in range(_SEEN.days, -1, -1))


def three_times(course: Course, step: Step) -> Version | None:
    """Three times a week from the next week on; None where the other rules leave no three days.

    Days are chosen by the forecast: nothing rests the step on any of them, and no other step with
    turns of its own loses one. The further they lie apart the better, then the more of them are
    the days of now.
    """
    version = step.version_on(course.today)
    if version is None:
        return None
    begins = course.routine.week_of(course.today + timedelta(weeks=1))
    tried = list(_tried(course, begins))
    before = _dues(course, tried)
    for days in _choices(version, begins) if tried else ():
        rule = version.rule.on_days(days, _apart(days))
        if rule is None:
            return None
        wanted = version._replace(begins=begins, rule=rule)
        after = Course(with_version(course.routine, step, wanted), course.log, course.today)
        if _is_kept(after, step, tried, days) and _keeps_others(before, after, step, tried):
            return wanted
    return None


def with_version(routine: Routine, step: Step, version: Version) -> Routine:
    """The routine with another version at the end of the step's schedule."""
    stepped = step._replace(schedule=(*step.schedule, version))
    return routine._replace(
        steps=tuple(stepped if one.id == step.id else one for one in routine.steps)
    )


def _choices(version: Version, begins: Day) -> list[tuple[Weekday, ...]]:
    now = {weekday_of(day) for day in _days(begins, 7) if version.rule.is_turn(day)}
    return sorted(
        combinations(WEEKDAYS, _TO), key=lambda days: (-_apart(days), -len(now.intersection(days)))
    )


def _apart(days: Iterable[Weekday]) -> int:
    """The least days from one of the weekdays to the next, around the week."""
    places = [WEEKDAYS.index(day) for day in days]
    following = (*places[1:], places[0] + 7)
    return min(after - before for before, after in zip(places, following, strict=True))


def _tried(course: Course, begins: Day) -> Iterator[Day]:
    """The days on which a choice is tried: of the next weeks, those in which all runs as usual."""
    for week in range(WEEKS):
        days = list(_days(begins + timedelta(weeks=week), 7))
        standings = (standing for day in days for standing in course.standings(day).values())
        if all(standing.reason not in _OVER for standing in standings):
            yield from days


def _is_kept(course: Course, step: Step, tried: Iterable[Day], days: tuple[Weekday, ...]) -> bool:
    """Whether the forecast asks for the step on each of the days."""
    return all(course.is_due(step, day) for day in tried if weekday_of(day) in days)


def _keeps_others(before: _Dues, course: Course, step: Step, tried: Iterable[Day]) -> bool:
    after = _dues(course, tried)
    return all(after[other] == dues for other, dues in before.items() if other != step.id)


def _dues(course: Course, tried: Iterable[Day]) -> _Dues:
    """On which days each step is due that has a number of turns a week."""
    return {
        step.id: frozenset(day for day in tried if course.is_due(step, day))
        for step in course.routine.steps
        if any(version.rule.times_a_week is not None for version in step.schedule)
    }


def _days(first: Day, count: int) -> Iterator[Day]:
    return (first + timedelta(days=number) for number in range(count))
