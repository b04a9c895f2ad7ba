"""Tick steps, or take a tick back."""

from collections.abc import Sequence

from tracker.actions.change import Change
from tracker.actions.deed import Subject, loggable, refusal, subject_of, verdict_with
from tracker.actions.ports import Clock, Reading, Store, Work
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import StepId


def tick(
    store: Store,
    clock: Clock,
    step_id: StepId,
    day: Day | None = None,
    *,
    anyway: bool = False,
    reason: str | None = None,
) -> Change | None:
    """Log the step as done on `day` (None: today); None where it already is.

    Raises `Refused` where the rules let it rest, unless `anyway`, which a strict step grants only
    with a `reason`; it is then recorded as off-plan. Raises `BadInput` for what cannot be logged.
    """
    now = clock.now()
    with store.writing("tick") as work:
        subject = loggable(subject_of(work, step_id, now, day))
        work.tell(**subject.facts())
        _log_tick(work, subject, anyway=anyway, reason=reason)
    return work.change


def tick_all(
    store: Store, clock: Clock, step_ids: Sequence[StepId], day: Day | None = None
) -> Change | None:
    """Log all the steps as done on `day` (None: today), as one action; None where all are.

    Raises `Refused` where the rules let one of them rest; then none is logged.
    """
    now = clock.now()
    with store.writing("tick_all") as work:
        subjects = [loggable(subject_of(work, step_id, now, day)) for step_id in step_ids]
        for subject in subjects:
            work.tell(**subject.facts(), count=str(len(subjects)))
            _log_tick(work, subject)
    return work.change


def untick(store: Store, clock: Clock, step_id: StepId, day: Day | None = None) -> Change | None:
    """Take the tick of `day` (None: today) back; None where there is none."""
    now = clock.now()
    with store.writing("untick") as work:
        subject = subject_of(work, step_id, now, day)
        work.tell(**subject.facts())
        known = work.entry(step_id, subject.day)
        if known is not None and known.do == "tick":
            work.remove(known)
    return work.change


def _log_tick(
    work: Work, subject: Subject, *, anyway: bool = False, reason: str | None = None
) -> None:
    known = work.entry(subject.step.id, subject.day)
    if known is not None and known.do == "tick":
        return
    is_off_plan = _is_refused(work, subject, anyway=anyway, reason=reason)
    kept = reason if is_off_plan else None
    work.put(subject.entry("tick", kept, anyway=is_off_plan))


def _is_refused(work: Reading, subject: Subject, *, anyway: bool, reason: str | None) -> bool:
    """Whether the rules refuse the tick and the person does it anyway.

    A step that gives way to another of its group may be swapped in while none of it is ticked.
    """
    standing, may_swap, enforce = verdict_with(work, subject, None)
    if standing.is_asked or may_swap or enforce == "off":
        return False
    if not anyway:
        raise refusal(subject, standing, enforce)
    if enforce == "strict" and not (reason and reason.strip()):
        raise BadInput("reason_needed", name=subject.step.name)
    return True
