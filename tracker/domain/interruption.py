"""Does a pause or the recovery after a treatment rest a step, whatever its schedule says?"""

from bisect import bisect_right
from datetime import timedelta
from operator import attrgetter
from typing import NamedTuple

from tracker.domain.day import ONE_DAY, Day
from tracker.domain.log import Log
from tracker.domain.routine import Pause, Routine, StepId, Treatment
from tracker.domain.rule.base import Standing, rest


class Span(NamedTuple):
    """Days from `first` to the day before `until`; None: without end."""

    first: Day
    until: Day | None

    def holds(self, day: Day) -> bool:
        """Whether the span holds `day`."""
        return self.first <= day and (self.until is None or day < self.until)


class Interruptions:
    """The pauses and recoveries of every step, those that overlap or touch made one."""

    def __init__(self, routine: Routine, log: Log) -> None:
        """`log` matters on a treatment's own day: what was ticked then came before it."""
        self._log = log
        self._pauses: dict[StepId, list[Span]] = {}
        self._treatments: dict[StepId, list[Treatment]] = {}
        self._recoveries: dict[StepId, list[Span]] = {}
        for step in routine.steps:
            self._add(step.id, routine)

    def on(self, step: StepId, day: Day) -> Standing | None:
        """How the step stands where a pause or a recovery speaks; a pause speaks first."""
        pause = _covering(self._pauses[step], day) if step in self._pauses else None
        if pause is not None:
            return Standing("paused", "paused", pause.until)
        recovery = _covering(self._recoveries[step], day) if step in self._recoveries else None
        if recovery is None or self._came_before_treatment(step, day):
            return None
        return rest("recovery", recovery.until)

    def recovers(self, step: StepId, day: Day) -> bool:
        """Whether a treatment's rest covers the day, whatever speaks before it."""
        return step in self._recoveries and _covering(self._recoveries[step], day) is not None

    def _add(self, step: StepId, routine: Routine) -> None:
        pauses = [_paused(one) for one in routine.pauses if one.steps is None or step in one.steps]
        treated = [one for one in routine.treatments if one.steps is None or step in one.steps]
        if pauses:
            self._pauses[step] = merged(pauses)
        if treated:
            self._treatments[step] = treated
            self._recoveries[step] = merged([_recovery(one) for one in treated])

    def _came_before_treatment(self, step: StepId, day: Day) -> bool:
        """A step ticked on a treatment's own day is judged as if that treatment were not."""
        if not self._log.is_ticked(step, day):
            return False
        others = [_recovery(one) for one in self._treatments[step] if one.day != day]
        return _covering(merged(others), day) is None


def merged(spans: list[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch made one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: one.first):
        last = found[-1] if found else None
        if last is None or (last.until is not None and last.until < span.first):
            found.append(span)
        elif last.until is not None:
            until = None if span.until is None else max(last.until, span.until)
            found[-1] = Span(last.first, until)
    return found


def _covering(spans: list[Span], day: Day) -> Span | None:
    """The span that holds `day`, of spans that are `merged`."""
    place = bisect_right(spans, day, key=attrgetter("first"))
    return spans[place - 1] if place and spans[place - 1].holds(day) else None


def _paused(pause: Pause) -> Span:
    return Span(pause.begins, None if pause.ends is None else pause.ends + ONE_DAY)


def _recovery(treatment: Treatment) -> Span:
    return Span(treatment.day, treatment.day + timedelta(days=treatment.rest_days + 1))
