"""How does a step hold entries of days before it began: as a new one, or begun earlier?"""

from collections.abc import Collection, Container
from datetime import timedelta
from typing import NamedTuple

from tracker.actions.new_id import new_id
from tracker.domain.course import LogTooShort, reach
from tracker.domain.day import Day
from tracker.domain.foreign import Habit
from tracker.domain.log import Entry, Log
from tracker.domain.plan import plan
from tracker.domain.routine import Routine, Step, StepId, Version
from tracker.domain.rule.rhythm import at_hand


def new_step(
    habit: Habit, days: tuple[Day, Day] | None, today: Day, taken: Container[StepId]
) -> Step:
    """The step that a habit becomes, from its first entry on, or from today where it has none.

    `days` are those of its first and last entry. Where nobody knows how often it was asked for, it
    is only at hand: what was not done was not missed.
    """
    first, last = days or (today, today)
    rule = at_hand() if habit.rule is None else habit.rule
    return Step(
        id=new_id(habit.name, "other", taken),
        name=habit.name,
        kind="other",
        slot="evening",
        start=first,
        schedule=(Version(first, rule),),
        end=last if habit.is_over else None,
        note=habit.note,
    )


def begun_by(step: Step, first: Day) -> Step:
    """The step, which begins by the day `first`; until it began before, it is only at hand.

    So what was done then counts as done, and nothing as missed. The rules look back at it: days
    soon after the old beginning can stand otherwise.
    """
    if step.start <= first:
        return step
    before = Version(first, at_hand(), not_after=(), enforce="off")
    return step._replace(start=first, schedule=(before, *_since(step)))


def _since(step: Step) -> list[Version]:
    """The versions from the day on which the step began."""
    running = step.version_on(step.start)
    later = [version for version in step.schedule if version.begins > step.start]
    return later if running is None else [running._replace(begins=step.start), *later]


def judged_anew(after: Routine, entries: Collection[Entry], step: Step, today: Day) -> int:
    """On how many days since `step` began any step stands otherwise, for what was done before.

    `after` and `entries` are as they will be, where the step begins earlier; `step` is as it was.
    """
    span = timedelta(days=reach(after))
    early = [one.day for one in entries if one.step == step.id and one.day < step.start]
    if max(early, default=step.start - 2 * span) < step.start - span:
        return 0  # the rules see none of it from there
    # What they see from there can let a skip count, which is seen from as many days again.
    last = min(today, step.start + 2 * span)
    margin = 2 * span
    while True:
        seen = (step.start - margin, last + margin)
        near = [one for one in entries if seen[0] <= one.day <= seen[1]]
        try:
            return _differing(after, _Seen(near, *seen), step, last, today)
        except LogTooShort:
            margin *= 2


class _Seen(NamedTuple):
    """The entries of some days."""

    entries: list[Entry]
    since: Day
    until: Day

    def log(self) -> Log:
        deeds = ((one.step, one.day, one.do) for one in self.entries)
        return Log(deeds, self.since, self.until)

    def without_early(self, step: Step) -> "_Seen":
        """Without those of the step before it began."""
        late = [one for one in self.entries if one.step != step.id or one.day >= step.start]
        return self._replace(entries=late)


def _differing(after: Routine, seen: _Seen, step: Step, last: Day, today: Day) -> int:
    """On how many days the plan differs; raises `LogTooShort`."""
    before = after._replace(steps=tuple(step if one.id == step.id else one for one in after.steps))
    was = plan(before, seen.without_early(step).log(), step.start, last, today)
    now = plan(after, seen.log(), step.start, last, today)
    pairs = zip(was, now, strict=True)
    return len({one.day for one, other in pairs if one.status != other.status})
