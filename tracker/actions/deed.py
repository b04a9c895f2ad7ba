"""Which step and day is a deed about, when is it logged, and what do the rules say to it?"""

from datetime import UTC, datetime
from typing import NamedTuple

from tracker.actions.courses import ask_course
from tracker.actions.find import known_step
from tracker.actions.ports import Reading
from tracker.actions.present import past_or_present
from tracker.domain.course import Course
from tracker.domain.day import Day, day_of
from tracker.domain.errors import BadInput, Refused
from tracker.domain.log import Deed, Entry
from tracker.domain.routine import Enforcement, Step, StepId
from tracker.domain.row import Row
from tracker.domain.rule.base import Standing, Status
from tracker.domain.settings import day_starts_at


class Subject(NamedTuple):
    """A step on a day that is not to come, and the present day and moment."""

    step: Step
    day: Day
    today: Day
    now: datetime

    def facts(self) -> dict[str, str]:
        """What the undo journal should say of it."""
        return {"step": self.step.id, "name": self.step.name, "day": self.day.isoformat()}

    def entry(self, do: Deed, reason: str | None, *, anyway: bool = False) -> Entry:
        """The entry that logs `do` now."""
        offset = self.now.utcoffset()
        minutes = None if offset is None else int(offset.total_seconds() // 60)
        product = self.step.product if do == "tick" else None
        at = self.now.astimezone(UTC)
        return Entry(self.day, self.step.id, do, at, minutes, product, reason, anyway)


class Verdict(NamedTuple):
    """What the rules say of a step on a day.

    `may_swap`: it gives way to another of its group and may be taken instead. `enforce` is how a
    tick is met where it rests.
    """

    standing: Standing
    may_swap: bool
    enforce: Enforcement


def subject_of(reading: Reading, step_id: StepId, now: datetime, day: Day | None) -> Subject:
    """The step `step_id` on `day` (None: the day of `now`); raises `BadInput` "no_such_step"."""
    step = known_step(reading.routine(), step_id)
    today = day_of(now, day_starts_at(reading.settings()))
    return Subject(step, today if day is None else day, today, now)


def loggable(subject: Subject) -> Subject:
    """The subject, where something may be logged of it.

    Raises `BadInput` for a day to come, and for one on which the step is no part of the routine.
    """
    step, day = subject.step, past_or_present(subject.day, subject.today)
    if not step.exists_on(day):
        raise BadInput("step_not_on_day", name=step.name, day=day, start=step.start, end=step.end)
    return subject


def verdict_with(reading: Reading, subject: Subject, deed: Deed | None) -> Verdict:
    """What the rules said of the step that day, with `deed` logged of it (None: nothing).

    A day gone by is asked as it was on the day itself: looking back, a quota's turn stays its own
    although another step of the group was used, but that made room for no second one.
    """
    routine, step, day = reading.routine(), subject.step.id, subject.day

    def ask(course: Course) -> Verdict:
        supposed = Course(routine, course.log.with_deed(step, day, deed), day)
        enforce = supposed.enforcement(subject.step, day)
        return Verdict(supposed.standings(day)[step], supposed.may_swap(step, day), enforce)

    return ask_course(reading, routine, day, subject.today, ask)


def refusal(subject: Subject, standing: Standing, enforce: str) -> Refused:
    """The rules' no, with its reason and how to go on."""
    return Refused(
        standing.reason or standing.state,
        until=standing.until,
        enforce=enforce,
        name=subject.step.name,
        step=subject.step.id,
        day=subject.day,
        today=subject.today,
    )


def refused_row(refused: Refused) -> Row | None:
    """What the rules said as they refused; None where it was no step of a day that they refused."""
    step, day, until = (refused.facts.get(key) for key in ("step", "day", "until"))
    if not isinstance(step, str) or not isinstance(day, Day):
        return None
    status: Status = "paused" if refused.code == "paused" else "resting"
    return Row(day, step, status, refused.code, until if isinstance(until, Day) else None)
