"""What is a person to be reminded of today, and from when on?"""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Final, Literal, NamedTuple, TypeAlias

from tracker.domain.day import ONE_DAY, Day
from tracker.domain.phases import phase_of
from tracker.domain.routine import Routine, Slot, Step, StepId
from tracker.domain.row import Row
from tracker.domain.rule.base import Phase
from tracker.domain.settings import Json, day_starts_at, slot_time

ReminderKind: TypeAlias = Literal["mask", "phase"]
Turning: TypeAlias = Literal["month_on", "month_off", "phase_on", "phase_off"]
"""What begins tomorrow."""
_INTERRUPTED: Final = frozenset(("paused", "recovery"))


class Mention(NamedTuple):
    """A step that a reminder is about, and what begins for it where it is about a phase."""

    step: StepId
    name: str
    turning: Turning | None = None


class Reminder(NamedTuple):
    """What is said once for one slot of one day: its masks, or the phases that turn next day."""

    day: Day
    slot: Slot
    kind: ReminderKind
    mentions: tuple[Mention, ...]

    @property
    def key(self) -> str:
        """What tells it from every other reminder, of any day."""
        return f"{self.day.isoformat()}/{self.slot}/{self.kind}"

    @property
    def steps(self) -> frozenset[StepId]:
        """The steps that it is about."""
        return frozenset(mention.step for mention in self.mentions)


def timely(
    routine: Routine, settings: Mapping[str, Json], day: Day, now: datetime
) -> list[tuple[Step, ReminderKind]]:
    """Of which steps, and what of them, `now`, a moment of `day`, is late enough to speak.

    Of masks from their own time or their slot's on, of phases that turn from the evening's on;
    whether the plan lets them speak is `reminders_of`'s to say.
    """
    starts_at = day_starts_at(settings)

    def has_come(at: time) -> bool:
        return moment_of(day, at, starts_at) <= now.replace(tzinfo=None)

    found: list[tuple[Step, ReminderKind]] = []
    for step in routine.ordered():
        own_time = None if step.remind_at is None else time.fromisoformat(step.remind_at)
        if step.kind == "mask" and has_come(own_time or slot_time(settings, step.slot)):
            found.append((step, "mask"))
        if _begun(step, day) is not None and has_come(slot_time(settings, "evening")):
            found.append((step, "phase"))
    return found


def reminders_of(
    subjects: Iterable[tuple[Step, ReminderKind]], rows: Iterable[Row], day: Day
) -> tuple[Reminder, ...]:
    """The reminders that `subjects` make on `day`; `rows` are the plan of that day and the next.

    A mask speaks while it is due and not answered; a phase unless its step is interrupted on the
    day on which it turns.
    """
    known = {(row.day, row.step): row for row in rows}
    found: dict[tuple[Slot, ReminderKind], list[Mention]] = {}
    for step, kind in subjects:
        row, following = known.get((day, step.id)), known.get((day + ONE_DAY, step.id))
        mention = _mask(step, row) if kind == "mask" else _phase(step, day, row, following)
        if mention is not None:
            slot = step.slot if kind == "mask" else "evening"
            found.setdefault((slot, kind), []).append(mention)
    return tuple(Reminder(day, slot, kind, tuple(said)) for (slot, kind), said in found.items())


def moment_of(day: Day, at: time, starts_at: int) -> datetime:
    """The wall-clock moment of `day` at which it is `at`; early hours end the day they began in."""
    date = day + timedelta(days=at.hour < starts_at)
    return datetime.combine(date, at)


def _mask(step: Step, row: Row | None) -> Mention | None:
    return Mention(step.id, step.name) if row is not None and row.status == "due" else None


def _phase(step: Step, day: Day, row: Row | None, following: Row | None) -> Mention | None:
    """That it is a month which begins is told by the reason of whichever of the days rests."""
    begun = _begun(step, day)
    if begun is None or following is None or following.reason in _INTERRUPTED:
        return None
    resting = row if begun.is_on else following
    is_month = resting is not None and resting.reason == "month_off"
    if begun.is_on:
        return Mention(step.id, step.name, "month_on" if is_month else "phase_on")
    return Mention(step.id, step.name, "month_off" if is_month else "phase_off")


def _begun(step: Step, day: Day) -> Phase | None:
    """The phase that begins on the day after `day`, of another sort than the one that ends."""
    ending, begun = _phase_on(step, day), _phase_on(step, day + ONE_DAY)
    return (
        begun if ending is not None and begun is not None and begun.is_on != ending.is_on else None
    )


def _phase_on(step: Step, day: Day) -> Phase | None:
    return phase_of(step, day) if step.exists_on(day) else None
