"""What would one rather know of a routine before agreeing to it?

Found by the forecast: whatever the reason, a turn that never comes is told the same way.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final, Literal, NamedTuple, TypeAlias

from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Reading
from tracker.actions.supposed import Supposed
from tracker.actions.views.difference import AHEAD
from tracker.domain.day import FIRST_DAY, LAST_DAY, ONE_DAY, Day
from tracker.domain.routine import Routine, Step, StepId
from tracker.domain.row import Row

WarningCode: TypeAlias = Literal["no_turn", "turns_lost", "quota_short"]
SOON: Final = timedelta(weeks=4)
"""In how long a time a step should have a turn."""
_WEEK: Final = timedelta(weeks=1)
_OVER: Final = frozenset(("month_off", "phase_off", "paused", "recovery", "not_started"))
"""Reasons that were agreed to as such; what comes after them is looked at."""
_OWN: Final = _OVER | {"not_today"}
"""Reasons that the schedule of a step gives by itself."""
_TURNS: Final = frozenset(("due", "done"))


class RoutineWarning(NamedTuple):
    """Something to know of a step.

    "no_turn": nothing asks for it in four weeks, from `since` (None: today) to the day before
    `until` (None: not in sight). "turns_lost": it gives way to others of its group on `number` of
    the `of` turns that it would have in the 60 days from `since` on. "quota_short": `number` of the
    `of` weeks in them have no room for its `times` turns. `reason`, as in a row, is what rests it
    most.
    """

    code: WarningCode
    step: StepId
    name: str
    number: int = 0
    of: int = 0
    times: int = 0
    reason: str | None = None
    since: Day | None = None
    until: Day | None = None


class _Look(NamedTuple):
    """From which day on a routine is looked at, and on which day."""

    reading: Reading
    today: Day
    first: Day

    @property
    def since(self) -> Day | None:
        """The first day; None for today."""
        return None if self.first == self.today else self.first

    def rows(self, routine: Routine) -> list[Row]:
        """What the routine comes to in 60 days."""
        last = self.first + AHEAD - ONE_DAY
        return plan_rows(Supposed(self.reading, routine), self.first, last, self.today)


def warnings_of(
    reading: Reading, after: Routine, today: Day, first: Day | None = None
) -> tuple[RoutineWarning, ...]:
    """What is to be known of the routine `after`, by slot and position.

    One looks from today on, or from `first` where that is later: what begins late is seen then.
    Nothing is said of a step that ends anyway.
    """
    look = _Look(reading, today, max(today, min(first or today, LAST_DAY - AHEAD)))
    rows = look.rows(after)
    found: list[RoutineWarning] = []
    for step in after.ordered():
        if step.end is not None and step.end < look.first + AHEAD:
            continue
        own = [row for row in rows if row.step == step.id]
        without = _no_turn(step, own, today)
        if without is not None:
            found.append(without)
            continue
        found.extend(_lost(look, after, step, own))
        found.extend(_short(look, after, step, own))
    return tuple(found)


def grown(
    before: Iterable[RoutineWarning], after: Iterable[RoutineWarning]
) -> tuple[RoutineWarning, ...]:
    """What of `after` is news: it was not so before, or less, for less long, or for another reason.

    Both are of looks from the same day on.
    """
    known = {(one.code, one.step): one for one in before}
    return tuple(one for one in after if _has_grown(known.get((one.code, one.step)), one))


def _has_grown(known: RoutineWarning | None, one: RoutineWarning) -> bool:
    if known is None or known.reason != one.reason or known.number < one.number:
        return True
    begun, begins = known.since or FIRST_DAY, one.since or FIRST_DAY
    return begins < begun or (known.until or LAST_DAY) < (one.until or LAST_DAY)


def _no_turn(step: Step, rows: list[Row], today: Day) -> RoutineWarning | None:
    """Whether four weeks pass without a turn, from today or after the last one that is near.

    Days off that were agreed to are looked past, and long waits that the schedule itself names
    are only told of where the step has waited from the beginning.
    """
    first = next((row.day for row in rows if row.reason not in _OVER), None)
    turns = [row.day for row in rows if row.status in _TURNS]
    for since in (first, *(turn + ONE_DAY for turn in turns)):
        seen = [row for row in rows if since is not None and since <= row.day < since + SOON]
        if len(seen) < SOON.days or seen[0].reason in _OVER or not _asks(step, seen[0].day):
            continue
        reason = _most(seen)
        if any(row.day in turns for row in seen) or (since != first and reason in _OWN):
            continue
        until = next((turn for turn in turns if turn > seen[0].day), None)
        begins = None if since == today else since
        return RoutineWarning(
            "no_turn", step.id, step.name, reason=reason, since=begins, until=until
        )
    return None


def _asks(step: Step, day: Day) -> bool:
    version = step.version_on(day)
    return version is not None and version.rule.ever_asks


def _lost(look: _Look, after: Routine, step: Step, rows: list[Row]) -> Iterator[RoutineWarning]:
    """How many turns the step would have besides, were it in no group."""
    resting = [row for row in rows if (row.reason or "").startswith("displaced_by:")]
    if not resting:
        return
    alone = [row for row in look.rows(_ungrouped(after, step)) if row.step == step.id]
    had, could = _turns(rows), _turns(alone)
    if had < could:
        reason = _most(resting)
        yield RoutineWarning(
            "turns_lost", step.id, step.name, could - had, could, reason=reason, since=look.since
        )


def _ungrouped(routine: Routine, step: Step) -> Routine:
    groups = (
        one._replace(priority=tuple(member for member in one.priority if member != step.id))
        for one in routine.groups
    )
    return routine._replace(groups=tuple(groups))


def _short(look: _Look, after: Routine, step: Step, rows: list[Row]) -> Iterator[RoutineWarning]:
    """In how many whole weeks a quota is not met, where nothing agreed to rests the step."""
    weeks = [week for week in _weeks(after, rows) if _quota(step, week)]
    short = [week for week in weeks if _turns(week) < _quota(step, week)]
    resting = [row for week in short for row in week if row.reason != "quota_met"]
    reason = _most(row for row in resting if _is_turn(step, row.day)) or _most(resting)
    if short and not (reason or "").startswith("displaced_by:"):
        times = _quota(step, short[-1])
        yield RoutineWarning(
            "quota_short", step.id, step.name, len(short), len(weeks), times, reason, look.since
        )


def _weeks(routine: Routine, rows: list[Row]) -> Iterator[list[Row]]:
    """The whole weeks among the rows in which nothing agreed to rests the step."""
    by_week: dict[Day, list[Row]] = {}
    for row in rows:
        by_week.setdefault(routine.week_of(row.day), []).append(row)
    for week in by_week.values():
        if len(week) == _WEEK.days and all(row.reason not in _OVER for row in week):
            yield week


def _quota(step: Step, week: list[Row]) -> int:
    """How many turns the week has by its rule; 0 for no quota, or where another one begins."""
    versions = {step.version_on(row.day) for row in week}
    begun = [one for one in versions if one is not None and one.begins <= week[0].day]
    return (begun[0].rule.times_a_week or 0) if len(begun) == len(versions) else 0


def _is_turn(step: Step, day: Day) -> bool:
    version = step.version_on(day)
    return version is not None and version.rule.is_turn(day)


def _turns(rows: Iterable[Row]) -> int:
    return sum(row.status in _TURNS for row in rows)


def _most(rows: Iterable[Row]) -> str | None:
    """The reason that rests most of the rows."""
    reasons = Counter(row.reason for row in rows if row.reason is not None)
    return max(reasons, key=lambda reason: reasons[reason], default=None)
