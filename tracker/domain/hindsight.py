"""How was the routine made on a day, before anything that was edited from a later day on?

A past day is judged in that light, so that no edit changes what a day before it was. Of pauses
and recoveries only those count that were in force by that day: `Interruptions` leaves out what
came later, but for a pause on a day that was logged all the same, on which nothing is made up.
"""

from tracker.domain.day import Day
from tracker.domain.routine import Routine, Step


def edit_days(routine: Routine) -> list[Day]:
    """The days from which a version, a group or a week's start holds, in order."""
    days = {version.begins for step in routine.steps for version in step.schedule}
    days.update(group.begins for group in routine.groups if group.begins is not None)
    days.update(start.begins for start in routine.week_starts if start.begins is not None)
    return sorted(days)


def made_by(routine: Routine, day: Day) -> Routine:
    """The routine without the edits that hold from after `day`."""
    return routine._replace(
        steps=tuple(_step_on(step, day) for step in routine.steps),
        groups=tuple(one for one in routine.groups if one.begins is None or one.begins <= day),
        week_starts=tuple(
            one for one in routine.week_starts if one.begins is None or one.begins <= day
        ),
    )


def _step_on(step: Step, day: Day) -> Step:
    begun = tuple(version for version in step.schedule if version.begins <= day)
    return step._replace(schedule=begun or step.schedule[:1])
