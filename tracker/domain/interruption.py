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
    """The pauses and recoveries of every step, those that overlap or touch made one.

    Gathered for each step when it is first asked for: a day in hindsight asks for few of them.
    """

    def __init__(self, routine: Routine, log: Log) -> None:
        """`log` matters on a treatment's own day: what was ticked then came before it."""
        self._log = log
        self._routine = routine
        self._pauses: dict[StepId, list[Span]] = {}
        self._recoveries: dict[StepId, list[Span]] = {}
        self._treated_on = {treatment.day for treatment in routine.treatments}

    def on(self, step: StepId, day: Day) -> Standing | None:
        """How the step stands where a pause or a recovery speaks; a pause speaks first."""
        pause = _covering(self._pauses_of(step), day)
        if pause is not None:
            return Standing("paused", "paused", pause.until)
        recovery = _covering(self._recoveries_of(step), day)
        if recovery is None or self._came_before_treatment(step, day):
            return None
        return rest("recovery", recovery.until)

    def recovers(self, step: StepId, day: Day) -> bool:
        """Whether a treatment's rest covers the day, whatever speaks before it."""
        return _covering(self._recoveries_of(step), day) is not None

    def _pauses_of(self, step: StepId) -> list[Span]:
        known = self._pauses.get(step)
        if known is None:
            pauses = self._routine.pauses
            own = [_paused(one) for one in pauses if one.steps is None or step in one.steps]
            known = self._pauses[step] = merged(own)
        return known

    def _recoveries_of(self, step: StepId) -> list[Span]:
        known = self._recoveries.get(step)
        if known is None:
            own = [_recovery(one) for one in self._treatments_of(step)]
            known = self._recoveries[step] = merged(own)
        return known

    def _treatments_of(self, step: StepId) -> list[Treatment]:
        treatments = self._routine.treatments
        return [one for one in treatments if one.steps is None or step in one.steps]

    def _came_before_treatment(self, step: StepId, day: Day) -> bool:
        """A step ticked on a treatment's own day is judged as if that treatment were not."""
        if day not in self._treated_on or not self._log.is_ticked(step, day):
            return False
        before = [one for one in self._treatments_of(step) if one.day < day]
        return not any(one.rests_from(day) for one in before)


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
    if not spans:
        return None
    place = bisect_right(spans, day, key=attrgetter("first"))
    return spans[place - 1] if place and spans[place - 1].holds(day) else None


def _paused(pause: Pause) -> Span:
    return Span(pause.begins, None if pause.ends is None else pause.ends + ONE_DAY)


def _recovery(treatment: Treatment) -> Span:
    return Span(treatment.day, treatment.day + timedelta(days=treatment.rest_days + 1))
