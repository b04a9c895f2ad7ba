"""Enter clinic treatments, done or dated ahead, or take one out."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from tracker.actions.change import Change
from tracker.actions.find import known_step
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.supposed import settle
from tracker.domain.day import FIRST_DAY, LAST_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import NAME_LENGTH, NOTE_LENGTH, Outside
from tracker.domain.routine import Routine, Treatment

LONGEST_REST: Final = 366
"""The most days of rest after a treatment."""
MOST_IN_SERIES: Final = 52
"""The most treatments that are entered at once."""
FARTHEST_APART: Final = 366
"""The most days from one of a series to the next."""


def series(first: Treatment, count: int, every_days: int) -> list[Treatment]:
    """`first` and its like every so many days, `count` of them; raises `BadInput`."""
    if not 1 <= count <= MOST_IN_SERIES:
        raise BadInput("series_out_of_range", got=count, most=MOST_IN_SERIES)
    if not 1 <= every_days <= FARTHEST_APART:
        raise BadInput("distance_out_of_range", got=every_days, most=FARTHEST_APART)
    gap = timedelta(days=every_days)
    return [first._replace(day=first.day + number * gap) for number in range(count)]


def treated(reading: Reading, today: Day, treatments: Sequence[Treatment]) -> Routine:
    """The routine with those treatments; those that are kept already stay as they are.

    What was logged on days of rest stays logged, as used although the skin recovered. Raises
    `BadInput` for a treatment that cannot be kept.
    """
    del today
    routine = reading.routine()
    for one in treatments:
        _check(routine, one)
    fresh = [one for one in dict.fromkeys(treatments) if one not in routine.treatments]
    return routine._replace(treatments=(*routine.treatments, *fresh))


def treat(store: Store, clock: Clock, treatments: Sequence[Treatment]) -> Change | None:
    """Enter the treatments, as one action; None where all are kept already."""
    with store.writing("treat") as work:
        settle(work, treated(work, present_day(work, clock), treatments))
        work.tell(**_facts(treatments))
    return work.change


def untreated(reading: Reading, today: Day, treatment: Treatment) -> Routine:
    """The routine without that treatment; raises `BadInput` "no_such_treatment"."""
    routine = reading.routine()
    if treatment not in routine.treatments:
        raise BadInput("no_such_treatment", name=treatment.name, day=treatment.day, today=today)
    kept = tuple(one for one in routine.treatments if one != treatment)
    return routine._replace(treatments=kept)


def untreat(store: Store, clock: Clock, treatment: Treatment) -> Change | None:
    """Take out a treatment that was entered by mistake, or is not to come after all."""
    with store.writing("untreat", **_facts((treatment,))) as work:
        settle(work, untreated(work, present_day(work, clock), treatment))
    return work.change


def _check(routine: Routine, one: Treatment) -> None:
    """Raises `BadInput` for what a document could not hold either."""
    Outside(one.name, "name").text(NAME_LENGTH)
    Outside(one.rest_days, "rest_days").number(0, LONGEST_REST)
    if not FIRST_DAY <= one.day <= LAST_DAY:
        raise BadInput("day_out_of_range", where="day", got=one.day.isoformat())
    if one.steps is not None and not one.steps:
        raise BadInput("no_steps_chosen")
    for step in one.steps or ():
        known_step(routine, step)
    if one.clinic is not None:
        Outside(one.clinic, "clinic").text(NAME_LENGTH)
    if one.note is not None:
        Outside(one.note, "note").text(NOTE_LENGTH)


def _facts(treatments: Sequence[Treatment]) -> dict[str, str]:
    """What the undo journal should say of them."""
    first = treatments[0]
    facts = {"name": first.name, "first": first.day.isoformat()}
    return facts if len(treatments) == 1 else {**facts, "count": str(len(treatments))}
