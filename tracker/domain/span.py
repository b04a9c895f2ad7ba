"""Which stretches of days rest a step whatever its schedule says: pauses and recoveries?"""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import Pause, StepId, Treatment


class Span(NamedTuple):
    """Days from `first` to the day before `until`; None: without end."""

    first: Day
    until: Day | None


def merged(spans: Iterable[Span]) -> list[Span]:
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


def covering(spans: list[Span], day: Day) -> Span | None:
    """The span that holds `day`."""
    for span in spans:
        if span.first <= day and (span.until is None or day < span.until):
            return span
    return None


def paused_spans(pauses: Iterable[Pause], step: StepId) -> list[Span]:
    """When `step` is paused."""
    return merged(
        Span(pause.begins, None if pause.ends is None else pause.ends + ONE_DAY)
        for pause in pauses
        if pause.steps is None or step in pause.steps
    )


def recovery_spans(treatments: Iterable[Treatment], step: StepId) -> list[Span]:
    """When `step` rests after treatments, the treatments' own days included."""
    return merged(recovery(treatment) for treatment in rests(treatments, step))


def rests(treatments: Iterable[Treatment], step: StepId) -> list[Treatment]:
    """The treatments that concern `step`."""
    return [one for one in treatments if one.steps is None or step in one.steps]


def recovery(treatment: Treatment) -> Span:
    """The treatment's day and its days of rest."""
    return Span(treatment.day, treatment.day + timedelta(days=treatment.rest_days + 1))
