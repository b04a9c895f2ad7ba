"""How do plan rows become the weeks of a month?"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final, NamedTuple, TypeAlias

from tracker.actions.ports import Reading
from tracker.actions.views.calendar import (
    Band,
    CalendarDay,
    CalendarView,
    DayView,
    MaskMark,
    Totals,
)
from tracker.actions.views.difference import is_another
from tracker.actions.views.today import SlotCard
from tracker.actions.views.week import mark_of
from tracker.domain.day import FIRST_PLANNED, LAST_PLANNED, WEEKDAYS, Day
from tracker.domain.phases import phases_between
from tracker.domain.routine import Pause, Routine, Step, StepId, Treatment
from tracker.domain.row import Row
from tracker.domain.rule.base import Status
from tracker.domain.turn import turns_of

BANDS: Final = 2
"""How many cycles are drawn at most: more of them would be thinner than can be told apart."""
_MASKS: Final[dict[Status, MaskMark]] = {
    "done": "done",
    "off_plan": "done",
    "missed": "missed",
    "due": "planned",
    "open": "planned",
    "moved": "moved",
    "skipped": "skipped",
}
"""In the order in which one speaks for a day of several masks."""

Weeks: TypeAlias = tuple[tuple[Day | None, ...], ...]


class Asked(NamedTuple):
    """What is looked at: the weeks around `day`, by a routine, as at `today`."""

    routine: Routine
    weeks: Weeks
    day: Day
    today: Day


class Planned(NamedTuple):
    """What the plan says of the weeks, and of the shown day."""

    rows: Sequence[Row] = ()
    slots: tuple[SlotCard, ...] = ()


def weeks_of(day: Day, routine: Routine) -> Weeks:
    """The month of `day` as whole weeks; None for days before and after all time."""
    first = day.replace(day=1)
    lead = (first.weekday() - WEEKDAYS.index(routine.week_start_on(first))) % 7
    length = monthrange(day.year, day.month)[1]
    begins = first.toordinal() - lead
    weeks = range(begins, first.toordinal() + length, 7)
    return tuple(tuple(map(_day_at, range(week, week + 7))) for week in weeks)


def _day_at(ordinal: int) -> Day | None:
    return Day.fromordinal(ordinal) if 1 <= ordinal <= Day.max.toordinal() else None


def planned_days(weeks: Weeks) -> list[Day]:
    """The days of the weeks of which a plan can be asked."""
    days = [day for week in weeks for day in week if day is not None]
    return [day for day in days if FIRST_PLANNED <= day <= LAST_PLANNED]


def view_of(
    reading: Reading, asked: Asked, planned: Planned, unsupposed: Sequence[Row] | None = None
) -> CalendarView:
    """The weeks as they are planned; `unsupposed` are their rows where that is only supposed."""
    routine, weeks, shown, today = asked
    by_day, was = _by_day(planned.rows), _by_day(unsupposed or ())
    bands = _bands(routine, planned_days(weeks))
    masks = {step.id for step in routine.steps if step.kind == "mask"}
    treated = _treated(routine.treatments)

    def cell(day: Day | None) -> CalendarDay | None:
        if day is None:
            return None
        own = by_day.get(day, [])
        return _day(day, own, masks, today)._replace(
            is_of_month=day.month == shown.month,
            treatments=treated.get(day, ()),
            phases=tuple(on.get(day) for _, on in bands),
            is_changed=unsupposed is not None and is_another(own, was.get(day, [])),
        )

    return CalendarView(
        today=today,
        weeks=tuple(tuple(map(cell, week)) for week in weeks),
        bands=tuple(_band(step, shown) for step, _ in bands),
        totals=_totals(row for row in planned.rows if row.day.month == shown.month),
        shown=_shown(reading, routine, shown, planned),
        routine=routine,
        is_supposed=unsupposed is not None,
    )


def _by_day(planned: Iterable[Row]) -> dict[Day, list[Row]]:
    found: dict[Day, list[Row]] = {}
    for row in planned:
        found.setdefault(row.day, []).append(row)
    return found


def _day(day: Day, own: list[Row], masks: set[StepId], today: Day) -> CalendarDay:
    statuses = [row.status for row in own]
    return CalendarDay(
        day,
        is_of_month=True,
        mark=mark_of(own) if day <= today else None,
        mask=_mask({row.status for row in own if row.step in masks}),
        off_plan=statuses.count("off_plan"),
        skipped=statuses.count("skipped"),
        is_paused="paused" in statuses,
        is_recovering=any(row.reason == "recovery" for row in own),
    )


def _mask(statuses: set[Status]) -> MaskMark | None:
    return next((mark for status, mark in _MASKS.items() if status in statuses), None)


def _treated(treatments: Iterable[Treatment]) -> dict[Day, tuple[str, ...]]:
    found: dict[Day, tuple[str, ...]] = {}
    for one in treatments:
        found[one.day] = (*found.get(one.day, ()), one.name)
    return found


def _bands(routine: Routine, days: list[Day]) -> list[tuple[Step, dict[Day, bool]]]:
    """The steps with a cycle, the first ones of them, and on which days each is on and off."""
    if not days:
        return []
    found = ((step, _phases(step, days)) for step in routine.ordered())
    return [(step, on) for step, on in found if on][:BANDS]


def _phases(step: Step, days: list[Day]) -> dict[Day, bool]:
    phases = list(phases_between(step, days[0], days[-1]))
    return {
        day: phase.is_on
        for phase in phases
        for day in days
        if phase.first <= day < phase.until and step.exists_on(day)
    }


def _band(step: Step, shown: Day) -> Band:
    in_reach = FIRST_PLANNED <= shown <= LAST_PLANNED and step.exists_on(shown)
    phases = list(phases_between(step, shown, shown)) if in_reach else []
    return Band(step.id, step.name, next(iter(phases), None))


def _totals(planned: Iterable[Row]) -> Totals:
    known = list(planned)
    outcomes = [turn.outcome for turn in turns_of(known) if turn.is_decided]
    statuses = [row.status for row in known]
    return Totals(
        outcomes.count("done"),
        len(outcomes),
        statuses.count("skipped"),
        statuses.count("off_plan"),
    )


def _shown(reading: Reading, routine: Routine, day: Day, planned: Planned) -> DayView:
    return DayView(
        day,
        planned.slots,
        reading.rating(day),
        tuple(one for one in routine.pauses if _pauses(one, day)),
        tuple(one for one in routine.treatments if _covers(one, day)),
        FIRST_PLANNED <= day <= LAST_PLANNED,
    )


def _pauses(pause: Pause, day: Day) -> bool:
    return pause.begins <= day and (pause.ends is None or day <= pause.ends)


def _covers(treatment: Treatment, day: Day) -> bool:
    return timedelta() <= day - treatment.day <= timedelta(days=treatment.rest_days)
