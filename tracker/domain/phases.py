"""Which phase of a step's cycle holds a day, seen across the versions of its schedule?

A version ends the phase of the one before it. Where a shifted cycle goes on with the same phase,
both are one: whoever asks how long the month off lasts does not mean a version of it.
"""

from collections.abc import Iterator

from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import Step
from tracker.domain.rule.base import Phase


def phase_of(step: Step, day: Day) -> Phase | None:
    """The phase that holds `day`; None where no cycle runs then."""
    found = _own(step, day)
    if found is None:
        return None
    first, until = found.first, found.until
    while (before := _own(step, first - ONE_DAY)) and before.is_on == found.is_on:
        first = before.first
    while (after := _own(step, until)) and after.is_on == found.is_on:
        until = after.until
    return Phase(found.is_on, first, until)


def phases_between(step: Step, first: Day, last: Day) -> Iterator[Phase]:
    """The phases that hold a day from `first` to `last`, each whole, oldest first."""
    if all(version.rule.phase(last) is None for version in step.schedule):
        return
    day = first
    while day <= last:
        phase = phase_of(step, day)
        if phase is not None:
            yield phase
        day = day + ONE_DAY if phase is None else phase.until


def _own(step: Step, day: Day) -> Phase | None:
    """The phase by the version in force alone, as far as that version holds.

    Under the first version it may have begun before the step did.
    """
    held = [version for version in step.schedule if version.begins <= day]
    phase = held[-1].rule.phase(day) if held else None
    if phase is None:
        return None
    first = phase.first if len(held) == 1 else max(phase.first, held[-1].begins)
    following = step.schedule[len(held) :]
    until = min(phase.until, following[0].begins) if following else phase.until
    return Phase(phase.is_on, first, until)
