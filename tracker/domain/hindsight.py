"""What was known of the routine on a day, before anything that begins later was entered?"""

from tracker.domain.day import Day
from tracker.domain.routine import Routine, Step


def turning_days(routine: Routine) -> list[Day]:
    """The days on which something of the routine begins, in order."""
    days = {version.begins for step in routine.steps for version in step.schedule}
    days.update(group.begins for group in routine.groups if group.begins is not None)
    days.update(pause.begins for pause in routine.pauses)
    days.update(treatment.day for treatment in routine.treatments)
    days.update(start.begins for start in routine.week_starts if start.begins is not None)
    return sorted(days)


def known_on(routine: Routine, day: Day) -> Routine:
    """The routine without what begins after `day`."""
    return Routine(
        tuple(_step_on(step, day) for step in routine.steps),
        tuple(one for one in routine.groups if one.begins is None or one.begins <= day),
        tuple(one for one in routine.pauses if one.begins <= day),
        tuple(one for one in routine.treatments if one.day <= day),
        tuple(one for one in routine.week_starts if one.begins is None or one.begins <= day),
    )


def _step_on(step: Step, day: Day) -> Step:
    begun = tuple(version for version in step.schedule if version.begins <= day)
    return step._replace(schedule=begun or step.schedule[:1])
