"""Pause steps for some days or until ended, and go on."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from tracker.actions.change import Change
from tracker.actions.find import known_step
from tracker.actions.gone_by import Harm, harm_of, keeps_the_past, statuses_from
from tracker.actions.paused_days import WantedDays, run_from, steps_of, without_days
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.supposed import Supposed, settle
from tracker.domain.course import reach
from tracker.domain.day import FIRST_DAY, LAST_DAY, ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.log import Entry
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
    was = statuses_from(Supposed(reading, routine), today, wish.begins)
    while True:
        fresh = wanted.pauses(wish.steps, wish.reason)
        if not fresh:
            raise BadInput("nothing_to_pause")
        after = routine._replace(pauses=tuple(dict.fromkeys((*routine.pauses, *fresh))))
        now = statuses_from(Supposed(reading, after), today, wish.begins)
        if not _spared(harm_of(was, now), wanted):
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

    Whatever pause runs then ends the day before, its parts after days that were left out included;
    one that is yet to come stays. Raises `BadInput` "nothing_to_resume" where none of the steps is
    paused then.
    """
    routine = reading.routine()
    first = today if day is None else day
    chosen = _chosen(routine, steps)
    gone: dict[Pause, set[StepId]] = {}
    for step in chosen:
        for one in run_from(reading, routine.pauses, step, first):
            gone.setdefault(one, set()).add(step)
    if not gone:
        raise BadInput("nothing_to_resume", day=first, today=today)
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


def ended(reading: Reading, today: Day, pauses: Sequence[Pause], day: Day) -> Routine:
    """The routine in which those pauses, and no other, rest nothing from `day` on.

    From the first day of them on, that is as if they had never been. Raises `BadInput`
    "no_such_pause", or "nothing_to_resume" where all of them are over by then.
    """
    routine = reading.routine()
    if not set(pauses) <= set(routine.pauses):
        raise BadInput("no_such_pause", day=pauses[0].begins, today=today)
    everyone = tuple(step.id for step in routine.steps)
    gone = {
        one: set(everyone if one.steps is None else one.steps)
        for one in pauses
        if one.rests_from(day)
    }
    if not gone:
        raise BadInput("nothing_to_resume", day=day, today=today)
    return _cut(reading, today, gone, day)


def end(store: Store, clock: Clock, pauses: Sequence[Pause], day: Day) -> Change | None:
    """End those pauses the day before `day`; from their first day on, take them out."""
    is_none_left = day <= min(one.begins for one in pauses)
    verb = "unpause" if is_none_left else "resume"
    with store.writing(verb, first=day.isoformat()) as work:
        after = ended(work, present_day(work, clock), pauses, day)
        work.tell(**_names(after, steps_of(pauses, after)))
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


def _spared(harm: Harm, wanted: WantedDays) -> bool:
    """Want other days where the past would be spoilt; whether there were any."""
    left_out = [wanted.leave_out_before(step, day) for step, day in harm.deeds]
    added = [wanted.add(step, day) for step, day in harm.missed]
    return any(left_out) or any(added)


def _cut(reading: Reading, today: Day, gone: dict[Pause, set[StepId]], first: Day) -> Routine:
    """The routine without what those pauses rest from `first` on.

    Where a day before it would be another one then, because a step that was used all the same had
    a turn to make up, those days of it stay paused; where that is not enough, all of them do for
    some days more.
    """
    routine = reading.routine()
    everyone = [step.id for step in routine.steps]
    last = min(today, first + timedelta(days=reach(routine)))
    held = [] if first > last else _logged_days(gone, reading.entries(first, last))
    as_it_is = Supposed(reading, routine)
    day = first
    while True:
        kept = without_days(routine.pauses, gone, day, everyone)
        for more in ([], [one for one in held if one.begins >= day]):
            after = routine._replace(pauses=tuple(dict.fromkeys((*kept, *more))))
            if day > last or keeps_the_past(as_it_is, today, after, first):
                return after
        day += ONE_DAY


def _logged_days(gone: dict[Pause, set[StepId]], entries: Iterable[Entry]) -> list[Pause]:
    """The pauses on those days on which a step of theirs was logged, of that step alone."""
    return [
        Pause(entry.day, entry.day, (entry.step,), one.reason)
        for entry in entries
        for one, steps in gone.items()
        if entry.step in steps and one.holds(entry.day)
    ]


def _names(routine: Routine, steps: Sequence[StepId] | None) -> dict[str, str]:
    """Of which steps the undo journal should speak; nothing stands for all."""
    if steps is None:
        return {}
    if len(steps) > 1:
        return {"count": str(len(steps))}
    step = known_step(routine, steps[0])
    return {"step": step.id, "name": step.name}
