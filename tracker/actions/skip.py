"""Skip a step for a day, with the reason, or take the skip back."""

from tracker.actions.change import Change
from tracker.actions.deed import loggable, refusal, subject_of, verdict_with
from tracker.actions.ports import Clock, Store
from tracker.domain.day import Day


def skip(
    store: Store, clock: Clock, step_id: str, reason: str | None, day: Day | None = None
) -> Change | None:
    """Log that the step is left out on `day` (None: today); None where that is logged already.

    A tick of that day is replaced. Raises `Refused` with `enforce` "never" where the step rests:
    there is nothing to skip.
    """
    now = clock.now()
    with store.writing("skip") as work:
        subject = loggable(subject_of(work, step_id, now, day))
        work.tell(**subject.facts())
        known = work.entry(step_id, subject.day)
        if known is not None and known.do == "skip" and known.reason == reason:
            return None
        standing = verdict_with(work, subject, "skip").standing
        if not standing.is_asked:
            raise refusal(subject, standing, "never")
        work.put(subject.entry("skip", reason))
    return work.change


def unskip(store: Store, clock: Clock, step_id: str, day: Day | None = None) -> Change | None:
    """Take the skip of `day` (None: today) back; None where there is none."""
    now = clock.now()
    with store.writing("unskip") as work:
        subject = subject_of(work, step_id, now, day)
        work.tell(**subject.facts())
        known = work.entry(step_id, subject.day)
        if known is not None and known.do == "skip":
            work.remove(known)
    return work.change
