"""Pause steps for some days or until ended, and go on."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.actions.change import Change
from tracker.actions.find import known_step
from tracker.actions.gone_by import harm_of, keeps_the_past
from tracker.actions.paused_days import WantedDays, run_from, without_days
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.supposed import settle
from tracker.domain.day import FIRST_DAY, LAST_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import NAME_LENGTH, Outside
from tracker.domain.routine import Pause, Routine, StepId


class Wish(NamedTuple):
    """A pause that is wanted: until ended where `ends` is None, of all steps for None."""

    begins: Day
    ends: Day | None = None
    steps: tuple[StepId, ...] | None = None
    reason: str | None = None


def paused(reading: Reading, today: Day, wish: Wish) -> Routine:
    """The routine with that pause, but for days on which something was logged or made up.

    What was done stays done: entered afterwards, a pause turns what was missed into paused, and
    changes nothing else that counts. A step that gave way on such a day to one that is now paused
    is paused with it: nobody missed it. Raises `BadInput` where there is nothing to pause.
    """
    routine = reading.routine()
    _check(wish)
    chosen = _chosen(routine, wish.steps)
    wanted = WantedDays(reading, (wish.begins, wish.ends), chosen)
    while True:
        fresh = wanted.pauses(wish.steps, wish.reason)
        if not fresh:
            raise BadInput("nothing_to_pause")
        after = routine._replace(pauses=tuple(dict.fromkeys((*routine.pauses, *fresh))))
        if not _spared(reading, today, after, wish.begins, wanted):
            return after


def pause(store: Store, clock: Clock, wish: Wish) -> Change | None:
    """Pause steps as wished; None where they are so already."""
    with store.writing("pause") as work:
        after = paused(work, present_day(work, clock), wish)
        ends = {} if wish.ends is None else {"last": wish.ends.isoformat()}
        work.tell(first=wish.begins.isoformat(), **ends, **_names(after, wish.steps))
        settle(work, after)
    return work.change


def resumed(
    reading: Reading, today: Day, steps: Sequence[StepId] | None = None, day: Day | None = None
) -> Routine:
    """The routine in which the steps (None: all) are no longer paused from `day` (None: today) on.

    Whatever pause runs then ends the day before, its parts after days that were left out included.
    Raises `BadInput` "nothing_to_resume" where none of the steps is paused then.
    """
    routine = reading.routine()
    first = today if day is None else day
    chosen = _chosen(routine, steps)
    ahead = {step: run_from(reading, routine.pauses, step, first) for step in chosen}
    if not any(run.is_running for run in ahead.values()):
        raise BadInput("nothing_to_resume", day=first, today=today)
    gone: dict[Pause, set[StepId]] = {}
    for step, run in ahead.items():
        for one in run.pauses:
            gone.setdefault(one, set()).add(step)
    return _cut(reading, today, gone, first)


def resume(
    store: Store, clock: Clock, steps: Sequence[StepId] | None = None, day: Day | None = None
) -> Change | None:
    """Go on with the steps (None: all) from `day` (None: today) on."""
    with store.writing("resume") as work:
        present = present_day(work, clock)
        first = present if day is None else day
        after = resumed(work, present, steps, first)
        work.tell(first=first.isoformat(), **_names(after, steps))
        settle(work, after)
    return work.change


def unpaused(reading: Reading, today: Day, pause: Pause) -> Routine:
    """The routine without that pause; raises `BadInput` "no_such_pause"."""
    routine = reading.routine()
    if pause not in routine.pauses:
        raise BadInput("no_such_pause", day=pause.begins, today=today)
    return _cut(reading, today, {pause: set(_chosen(routine, pause.steps))}, pause.begins)


def unpause(store: Store, clock: Clock, pause: Pause) -> Change | None:
    """Take out a pause that was entered by mistake, or is not to come after all."""
    with store.writing("unpause", first=pause.begins.isoformat()) as work:
        after = unpaused(work, present_day(work, clock), pause)
        work.tell(**_names(after, pause.steps))
        settle(work, after)
    return work.change


def _check(wish: Wish) -> None:
    if wish.ends is not None and wish.ends < wish.begins:
        raise BadInput("pause_backwards", first=wish.begins, last=wish.ends, today=wish.ends)
    if not FIRST_DAY <= wish.begins <= (wish.ends or wish.begins) <= LAST_DAY:
        raise BadInput("day_out_of_range", where="day", got=wish.begins.isoformat())
    if wish.reason is not None:
        Outside(wish.reason, "reason").text(NAME_LENGTH)


def _chosen(routine: Routine, steps: Sequence[StepId] | None) -> list[StepId]:
    """The ids of the steps that are meant, in the routine's order; raises `BadInput`."""
    if not routine.steps:
        raise BadInput("no_routine")
    wanted = None if steps is None else {known_step(routine, step).id for step in steps}
    if wanted is not None and not wanted:
        raise BadInput("no_steps_chosen")
    return [step.id for step in routine.steps if wanted is None or step.id in wanted]


def _spared(reading: Reading, today: Day, after: Routine, first: Day, wanted: WantedDays) -> bool:
    """Want other days where the past would be spoilt; whether there were any."""
    harm = harm_of(reading, today, after, first)
    left_out = [wanted.leave_out_before(step, day) for step, day in harm.deeds]
    added = [wanted.add(step, day) for step, day in harm.missed]
    return any(left_out) or any(added)


def _cut(reading: Reading, today: Day, gone: dict[Pause, set[StepId]], first: Day) -> Routine:
    """The routine without what those pauses rest from `first` on.

    Where a day before it would be another one then, because a step that was used all the same had
    a turn to make up, days on which something was logged stay paused.
    """
    routine = reading.routine()
    everyone = [step.id for step in routine.steps]
    kept = without_days(routine.pauses, gone, first, everyone)
    after = routine._replace(pauses=tuple(kept))
    if keeps_the_past(reading, today, after, first):
        return after
    logged = [
        Pause(entry.day, entry.day, tuple(sorted(steps)), one.reason)
        for entry in reading.entries(first, today)
        for one, steps in gone.items()
        if one.holds(entry.day)
    ]
    return routine._replace(pauses=tuple(dict.fromkeys((*kept, *logged))))


def _names(routine: Routine, steps: Sequence[StepId] | None) -> dict[str, str]:
    """Of which steps the undo journal should speak; nothing stands for all."""
    if steps is None:
        return {}
    if len(steps) > 1:
        return {"count": str(len(steps))}
    step = known_step(routine, steps[0])
    return {"step": step.id, "name": step.name}
