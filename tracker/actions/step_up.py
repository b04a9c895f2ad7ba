"""Offer a lotion three times a week where twice did the skin no harm, once; and take the answer."""

from datetime import timedelta
from typing import NamedTuple

from tracker.actions.change import Change
from tracker.actions.courses import ask_course
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today
from tracker.actions.supposed import settle
from tracker.domain.course import Course
from tracker.domain.day import Day, Weekday, weekday_of
from tracker.domain.errors import BadInput
from tracker.domain.routine import Routine, Step, StepId, Version
from tracker.domain.settings import STEP_UP_ANSWERED, Setting, was_asked_to_step_up
from tracker.domain.step_up import (
    Seen,
    begins_with,
    days_seen,
    seen_of,
    three_times,
    with_version,
)


class Offer(NamedTuple):
    """A step that may be had more often: what was seen of it, and the version that would hold."""

    step: StepId
    name: str
    seen: Seen
    version: Version
    days: tuple[Weekday, ...]


def step_up_offer(reading: Reading, present: Day) -> Offer | None:
    """What is on offer today; None where nothing is, or it was answered."""
    routine = reading.routine()
    steps = [step for step in routine.steps if begins_with(step, present) is not None]
    if not steps or was_asked_to_step_up(reading.settings()):
        return None
    redness = _redness(reading, present)
    first = days_seen(present)[0]
    return ask_course(
        reading, routine, first, present, lambda course: _first_offer(course, steps, redness)
    )


def stepped_up(reading: Reading, present: Day) -> Routine:
    """The routine as it would be with what is on offer; raises `BadInput` "nothing_on_offer"."""
    offer, routine = _offered(reading, present), reading.routine()
    return with_version(routine, routine.step(offer.step), offer.version)


def step_up(store: Store, clock: Clock) -> Change | None:
    """Have it three times a week from the next week on; the offer is not made again.

    Raises `BadInput` "nothing_on_offer" where it is so no longer.
    """
    with store.writing("step_up") as work:
        present = today(work, clock)
        offer = _offered(work, present)
        work.tell(step=offer.step, name=offer.name)
        settle(work, stepped_up(work, present))
        work.put(Setting(STEP_UP_ANSWERED, value=True))
    return work.change


def stay(store: Store, clock: Clock) -> Change | None:
    """Leave it as it is; the offer is not made again. None where nothing is on offer."""
    with store.writing("stay") as work:
        offer = step_up_offer(work, today(work, clock))
        if offer is None:
            return None
        work.tell(step=offer.step, name=offer.name)
        work.put(Setting(STEP_UP_ANSWERED, value=True))
    return work.change


def _offered(reading: Reading, present: Day) -> Offer:
    offer = step_up_offer(reading, present)
    if offer is None:
        raise BadInput("nothing_on_offer")
    return offer


def _redness(reading: Reading, present: Day) -> dict[Day, int]:
    """The degree of redness on each day of the last weeks for which it was rated."""
    ratings = (reading.rating(day) for day in days_seen(present))
    return {one.day: one.redness for one in ratings if one is not None and one.redness is not None}


def _first_offer(course: Course, steps: list[Step], redness: dict[Day, int]) -> Offer | None:
    for step in steps:
        seen = seen_of(course, step, redness) if redness else None
        version = None if seen is None else three_times(course, step)
        if seen is not None and version is not None:
            return Offer(step.id, step.name, seen, version, _days(version))
    return None


def _days(version: Version) -> tuple[Weekday, ...]:
    week = (version.begins + timedelta(days=number) for number in range(7))
    return tuple(weekday_of(day) for day in week if version.rule.is_turn(day))
