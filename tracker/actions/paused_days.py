"""On which days of a wanted pause is each step to be paused, and which pauses run on a day?"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TypeAlias

from tracker.actions.ports import Reading
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import Pause, Routine, StepId

Range: TypeAlias = tuple[Day, Day | None]
"""A first day and a last one; None: without end."""


class WantedDays:
    """The days from a first to a last one (None: without end), but for those left out, by step."""

    def __init__(self, reading: Reading, days: Range, steps: Iterable[StepId]) -> None:
        """To begin with, days are left out on which something was logged of the step."""
        self._first, self._last = days
        log = reading.log(self._first)
        self._left_out = {step: set[Day]() for step in steps}
        for step, known in self._left_out.items():
            known.update(day for day in log.ticks.get(step, ()) if day >= self._first)
            known.update(day for day in log.skips.get(step, ()) if day >= self._first)
        self._more: dict[StepId, set[Day]] = {}

    def leave_out_before(self, step: StepId, day: Day) -> bool:
        """Leave out the latest wanted day of the step before `day`; whether there is one."""
        known = self._left_out.get(step)
        if known is None:
            return False
        spared = day - ONE_DAY if self._last is None else min(day - ONE_DAY, self._last)
        while spared in known:
            spared -= ONE_DAY
        if spared < self._first:
            return False
        known.add(spared)
        return True

    def add(self, step: StepId, day: Day) -> bool:
        """Want a day of another step too, where it is within the range; whether it was not yet."""
        known = self._more.setdefault(step, set())
        is_within = self._first <= day and (self._last is None or day <= self._last)
        if not is_within or step in self._left_out or day in known:
            return False
        known.add(day)
        return True

    def pauses(self, steps: tuple[StepId, ...] | None, reason: str | None) -> list[Pause]:
        """A pause for each range, of those steps that have it; `steps` where all of them do."""
        found: dict[Range, list[StepId]] = {}
        for step, left_out in self._left_out.items():
            for days in self._ranges(left_out):
                found.setdefault(days, []).append(step)
        for step, more in self._more.items():
            for day in more:
                found.setdefault((day, day), []).append(step)
        everyone = list(self._left_out)
        return [
            Pause(first, last, steps if own == everyone else tuple(own), reason)
            for (first, last), own in sorted(found.items(), key=lambda item: item[0][0])
        ]

    def _ranges(self, left_out: set[Day]) -> Iterator[Range]:
        """What the days left out leave of the range."""
        first = self._first
        for day in sorted(left_out):
            if self._last is not None and day > self._last:
                break
            if first < day:
                yield first, day - ONE_DAY
            first = day + ONE_DAY
        if self._last is None or first <= self._last:
            yield first, self._last


def run_from(reading: Reading, pauses: Iterable[Pause], step: StepId, day: Day) -> list[Pause]:
    """Of `pauses` those of the step on `day` and after it, across days left out as logged.

    None where the step is not paused on `day`: neither is it a day left out, nor one of a pause.
    """
    known = [one for one in pauses if one.steps is None or step in one.steps]
    ahead = _paused_from(reading, step, known, day, ONE_DAY)
    if ahead is None or (
        ahead != day and _paused_from(reading, step, known, day, -ONE_DAY) is None
    ):
        return []
    found: list[Pause] = []
    while ahead is not None:
        held = [one for one in known if one.holds(ahead)]
        found += held
        if any(one.ends is None for one in held):
            break
        last = max(one.ends for one in held if one.ends is not None)
        ahead = _paused_from(reading, step, known, last + ONE_DAY, ONE_DAY)
    return found


def _paused_from(
    reading: Reading, step: StepId, pauses: list[Pause], day: Day, way: timedelta
) -> Day | None:
    """The next paused day from `day` on, that way, with nothing but logged days between."""
    while not any(one.holds(day) for one in pauses):
        if reading.entry(step, day) is None:
            return None
        day += way
    return day


def without_days(
    pauses: Iterable[Pause],
    gone: dict[Pause, set[StepId]],
    first: Day,
    everyone: Iterable[StepId],
) -> list[Pause]:
    """The pauses, but that those in `gone` do not rest their steps there from `first` on."""
    found: list[Pause] = []
    for one in pauses:
        if one not in gone:
            found.append(one)
            continue
        if one.begins < first:
            found.append(one._replace(ends=first - ONE_DAY))
        own = everyone if one.steps is None else one.steps
        rest = tuple(step for step in own if step not in gone[one])
        if rest:
            found.append(one._replace(begins=max(one.begins, first), steps=rest))
    return list(dict.fromkeys(found))


def steps_of(pauses: Iterable[Pause], routine: Routine) -> tuple[StepId, ...] | None:
    """The steps that the pauses rest, in the routine's order; None for all of them."""
    named: set[StepId] = set()
    for one in pauses:
        if one.steps is None:
            return None
        named.update(one.steps)
    own = tuple(step.id for step in routine.steps if step.id in named)
    return None if len(own) == len(routine.steps) else own
