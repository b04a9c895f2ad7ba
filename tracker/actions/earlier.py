"""How does a step hold entries of days before it began: as a new one, or begun earlier?"""

from collections.abc import Container

from tracker.actions.new_id import new_id
from tracker.domain.day import Day
from tracker.domain.foreign import Habit
from tracker.domain.routine import Step, StepId, Version
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

    So what was done then counts as done, and nothing as missed; since then nothing changes.
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
