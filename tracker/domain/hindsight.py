"""How was the routine made on a day, before anything that began on a later day?

A past day is judged in that light, so that no edit, no treatment and no pause changes what a day
before it was. Only where a step was used in spite of a later pause does the pause speak: on a
paused day no named day is made up.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tracker.domain.day import Day
from tracker.domain.log import Log
from tracker.domain.routine import Pause, Routine, Step


def edit_days(routine: Routine) -> list[Day]:
    """The days from which a version, a group, a week's start, a pause or a recovery holds."""
    days = {version.begins for step in routine.steps for version in step.schedule}
    days.update(group.begins for group in routine.groups if group.begins is not None)
    days.update(start.begins for start in routine.week_starts if start.begins is not None)
    days.update(pause.begins for pause in routine.pauses)
    days.update(treatment.day for treatment in routine.treatments)
    return sorted(days)


def made_by(routine: Routine, log: Log, day: Day, first: Day, last: Day) -> Routine:
    """The routine without what began after `day`, to be asked of days from `first` to `last`."""
    treatments = (one for one in routine.treatments if one.day <= day and one.rests_from(first))
    return Routine(
        steps=tuple(_step_on(step, day) for step in routine.steps),
        groups=tuple(one for one in routine.groups if one.begins is None or one.begins <= day),
        pauses=tuple(_pauses_on(routine, log, day, first, last)),
        treatments=tuple(treatments),
        week_starts=tuple(
            one for one in routine.week_starts if one.begins is None or one.begins <= day
        ),
    )


def _step_on(step: Step, day: Day) -> Step:
    begun = tuple(version for version in step.schedule if version.begins <= day)
    return step._replace(schedule=begun or step.schedule[:1])


def _pauses_on(routine: Routine, log: Log, day: Day, first: Day, last: Day) -> Iterator[Pause]:
    """The pauses begun by `day`, and of later ones the days that were logged all the same."""
    for pause in routine.pauses:
        if pause.begins <= day:
            if pause.rests_from(first):
                yield pause
        elif pause.begins <= last:
            yield from _logged_days(pause, log, last)


def _logged_days(pause: Pause, log: Log, last: Day) -> Iterator[Pause]:
    ends = last if pause.ends is None else min(pause.ends, last)
    for deeds in (log.ticks, log.skips):
        for step, days in deeds.items():
            if pause.steps is None or step in pause.steps:
                held = days[bisect_left(days, pause.begins) : bisect_right(days, ends)]
                yield from (Pause(day, day, (step,)) for day in held)
