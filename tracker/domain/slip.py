"""On which days can a turn that passed with nothing logged still be made up?

Found by trying: a tick is supposed on each day from today on, and the plan is asked whether that
tick is within the rules and the turn is then made up. No kind of schedule is asked for its way.
Until that day the step is taken as done on its own coming turns only, and every other step as done
when it is due.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final, NamedTuple

from tracker.domain.course import Course
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.log import Log
from tracker.domain.plan import row_of
from tracker.domain.routine import Slot, Step, StepId, Version
from tracker.domain.row import Row
from tracker.domain.rule.base import Status

FAR: Final = 40
"""For how many days it is tried at most."""
_WEEK: Final = timedelta(days=7)
_WITHOUT_ANSWER: Final[tuple[Status, ...]] = ("missed", "open")


class Shortfall(NamedTuple):
    """The coming turn `lost` that falls away, and what its week would come to then."""

    lost: Day
    uses: int
    times: int


class Slip(NamedTuple):
    """A turn that passed, and the days from today on of which each would make up for it.

    `shortfall` is what this week comes to where it is made up today and a later turn falls away
    for it; None where none does.
    """

    step: StepId
    slot: Slot
    turn: Day
    fits: tuple[Day, ...]
    shortfall: Shortfall | None = None


class _Tried(NamedTuple):
    """A coming day on which the step is not done yet, and the course as it would then be."""

    day: Day
    course: Course
    is_turn: bool


def slip_of(course: Course, step: Step) -> Slip | None:
    """The earliest turn that can still be made up; None where nothing slipped, or it is answered.

    Raises `LogTooShort`.
    """
    today, version = course.today, step.version_on(course.today)
    if version is None or not step.exists_on(today) or course.log.deed(step.id, today) is not None:
        return None
    turns = list(_unanswered(course, step, version))
    tried = list(_coming(course, step, version, turns[0])) if turns else []
    for turn in turns:
        fits = tuple(one.day for one in tried if _makes_up(one, step, turn))
        if fits:
            costs = _shortfall(course, step, version, tried) if fits[0] == today else None
            return Slip(step.id, step.slot, turn, fits, costs)
    return None


def _unanswered(course: Course, step: Step, version: Version) -> Iterator[Day]:
    """Days before today whose turn nothing answered, oldest first.

    Where the schedule alone would not have the step used today, nothing is left to make up, or it
    was made up; so most days this costs one question. What is carried over ends with its week.
    """
    rule, today = version.rule, course.today
    own = rule.standing(today, course.sight(step, version, today)) if rule.reach else None
    if own is None or not own.is_asked or (own.state == "due" and not rule.carries_over):
        return
    first = course.routine.week_of(today) if rule.carries_over else today - _days(rule.reach)
    first = max(first, version.begins, step.start)
    for day in (first + _days(number) for number in range((today - first).days)):
        if rule.is_turn(day) and _is(row_of(course, step.id, day), *_WITHOUT_ANSWER):
            yield day


def _coming(course: Course, step: Step, version: Version, turn: Day) -> Iterator[_Tried]:
    """The days on which the oldest turn may be made up, each after days on which it was not."""
    log, day = course.log, course.today
    last = min(turn + _days(version.rule.reach), day + _days(FAR))
    while day <= last and step.exists_on(day) and step.version_on(day) is version:
        then = Course(course.routine, log, day)
        is_due = then.standings(day)[step.id].state == "due"
        is_turn = is_due and version.rule.is_turn(day)
        yield _Tried(day, then, is_turn)
        log = _lived(then, None if is_turn else step.id)
        day += ONE_DAY


def _lived(course: Course, but: StepId | None) -> Log:
    """The log after the course's day: what was due is done, all but one step."""
    log, day = course.log, course.today
    for step, standing in course.standings(day).items():
        if standing.state == "due" and step != but and log.deed(step, day) is None:
            log = log.with_deed(step, day, "tick")
    return log


def _makes_up(tried: _Tried, step: Step, turn: Day) -> bool:
    log = tried.course.log.with_deed(step.id, tried.day, "tick")
    after = Course(tried.course.routine, log, tried.day)
    use, answered = (row_of(after, step.id, day) for day in (tried.day, turn))
    return _is(use, "done") and _is(answered, "moved")


def _is(row: Row | None, *statuses: Status) -> bool:
    return row is not None and row.status in statuses


def _days(number: int) -> timedelta:
    return timedelta(days=number)


def _shortfall(
    course: Course, step: Step, version: Version, tried: list[_Tried]
) -> Shortfall | None:
    """Compares the week with the step done today and left until its next own turn."""
    times, today = version.rule.times_a_week, course.today
    week = course.routine.week_of(today)
    done = Course(course.routine, course.log.with_deed(step.id, today, "tick"), today)
    ahead = [today + _days(number) for number in range(1, (week + _WEEK - today).days)]
    asked = {day for day in ahead if done.is_due(step, day)}
    uses = sum(week <= day <= today for day in done.log.ticks[step.id]) + len(asked)
    lost = [one.day for one in tried if one.is_turn and one.day in ahead and one.day not in asked]
    return Shortfall(lost[0], uses, times) if times is not None and lost and uses < times else None
