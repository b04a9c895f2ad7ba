"""Tick a step, or take the tick back."""

from tracker.actions.change import Change
from tracker.actions.deed import Subject, refusal, subject_of, verdict_with
from tracker.actions.ports import Clock, Reading, Store
from tracker.domain.day import Day
from tracker.domain.errors import BadInput


def tick(
    store: Store,
    clock: Clock,
    step_id: str,
    day: Day | None = None,
    *,
    anyway: bool = False,
    reason: str | None = None,
) -> Change | None:
    """Log the step as done on `day` (None: today); None where it already is.

    Raises `Refused` where the rules let it rest, unless `anyway`, which a strict step grants only
    with a `reason`; it is then recorded as off-plan. Raises `BadInput` for what cannot be logged.
    """
    subject = subject_of(store, clock, step_id, day)
    with store.writing("tick", **subject.facts()) as work:
        known = work.entry(step_id, subject.day)
        if known is not None and known.do == "tick":
            return None
        is_off_plan = _is_refused(work, subject, anyway=anyway, reason=reason)
        kept = reason if is_off_plan else None
        work.put(subject.entry("tick", kept, anyway=is_off_plan))
    return work.change


def untick(store: Store, clock: Clock, step_id: str, day: Day | None = None) -> Change | None:
    """Take the tick of `day` (None: today) back; None where there is none."""
    subject = subject_of(store, clock, step_id, day)
    with store.writing("untick", **subject.facts()) as work:
        known = work.entry(step_id, subject.day)
        if known is None or known.do != "tick":
            return None
        work.remove(known)
    return work.change


def _is_refused(work: Reading, subject: Subject, *, anyway: bool, reason: str | None) -> bool:
    """Whether the rules refuse the tick and the person does it anyway.

    A step that gives way to another of its group may be swapped in while none of it is ticked.
    During recovery every step is strict, also on the treatment's own day.
    """
    standing, may_swap = verdict_with(work, subject, None)
    is_recovering = standing.reason == "recovery"
    enforce = "strict" if is_recovering else subject.step.enforcement_on(subject.day)
    if standing.is_asked or may_swap or enforce == "off":
        return False
    if not anyway:
        raise refusal(subject, standing, enforce)
    if enforce == "strict" and not (reason and reason.strip()):
        raise BadInput("reason_needed", name=subject.step.name)
    return True
