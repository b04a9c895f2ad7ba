"""Add a step to the routine, or change one from a day on."""

from typing import Final, NamedTuple

from tracker.actions.change import Change
from tracker.actions.find import known_step
from tracker.actions.from_a_day import check_day, check_past
from tracker.actions.new_id import new_id
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.reorder import last_place
from tracker.actions.step_days import check_logged, first_changed, moved_to
from tracker.actions.supposed import settle
from tracker.actions.versions import (
    UNSPOKEN,
    Spoken,
    Terms,
    rescheduled,
    spoken,
    terms_on,
    without_version,
)
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import NAME_LENGTH, NOTE_LENGTH, Outside
from tracker.domain.routine import (
    Enforcement,
    Kind,
    NotAfter,
    Routine,
    Slot,
    Step,
    StepId,
    Version,
)
from tracker.domain.rule.base import Rule

FARTHEST_APART: Final = 366
"""The most days on which a step rests after another."""


class StepDraft(NamedTuple):
    """A step as it is wanted from a day on; a new one where `id` is None.

    `start` None leaves the first day, or is the day from which a new step is wanted; `end` None is
    no last day. `enforce` None is what is usual for the kind. `replaces` is the day of a version to
    come in whose place this one comes, where it is one of those.
    """

    id: StepId | None
    name: str
    kind: Kind
    slot: Slot
    rule: Rule
    product: str | None = None
    start: Day | None = None
    end: Day | None = None
    remind_at: str | None = None
    note: str | None = None
    not_after: tuple[NotAfter, ...] = ()
    enforce: Enforcement | None = None
    replaces: Day | None = None


def draft_of(step: Step, day: Day) -> StepDraft:
    """The step as it is on `day`; before its first version, as it will begin."""
    rule, not_after, enforce = terms_on(step, day)
    return StepDraft(
        id=step.id,
        name=step.name,
        kind=step.kind,
        slot=step.slot,
        rule=rule,
        product=step.product,
        start=step.start,
        end=step.end,
        remind_at=step.remind_at,
        note=step.note,
        not_after=not_after,
        enforce=enforce,
    )


def edited(
    reading: Reading,
    today: Day,
    draft: StepDraft,
    begins: Day,
    *,
    rewrites: bool = False,
    opened: StepDraft | None = None,
) -> Routine:
    """The routine with the step as in `draft`; what is as in `opened` stays as it is kept.

    Its rule, what it must not follow and how it is enforced hold from `begins` on, and versions
    that were to begin then or later give way; where they hold then already and are as in `opened`,
    all versions stay.
    A version that the draft replaces never begins on its own day; what of it stays is kept anew.
    First and last day speak for themselves. The rest holds at once, for days gone by too. Raises
    `BadInput` for what cannot be, and for what would change past days without `rewrites`.
    """
    routine = reading.routine()
    said = UNSPOKEN if opened is None else spoken(terms_of(draft), terms_of(opened))
    if draft.id is not None and opened is not None:
        known = draft_of(known_step(routine, draft.id), draft.replaces or begins)
        draft = _onto(known._replace(replaces=draft.replaces), draft, opened)
    _check(routine, draft, begins)
    if draft.id is None:
        step = _new(routine, draft, begins)
        after = routine._replace(steps=(*routine.steps, step))
        return check_past(reading, today, after, step.start, rewrites=rewrites)
    before = known_step(routine, draft.id)
    step = _changed(routine, before, draft, begins, said)
    first = first_changed(before, step)
    after = with_step(routine, step)
    if first is None:
        return after
    check_logged(reading, before, step)
    return check_past(reading, today, after, first, rewrites=rewrites)


def edit(
    store: Store,
    clock: Clock,
    draft: StepDraft,
    begins: Day,
    *,
    rewrites: bool = False,
    opened: StepDraft | None = None,
) -> Change | None:
    """Add or change the step; None where it is so already."""
    with store.writing("add_step" if draft.id is None else "edit") as work:
        before = work.routine()
        present = present_day(work, clock)
        after = edited(work, present, draft, begins, rewrites=rewrites, opened=opened)
        step = after.steps[-1] if draft.id is None else after.step(draft.id)
        work.tell(step=step.id, name=step.name)
        if draft.id is None or before.step(draft.id).schedule != step.schedule:
            work.tell(first=begins.isoformat())
        settle(work, after)
    return work.change


def terms_of(draft: StepDraft) -> Terms:
    """What of the draft holds from a day on."""
    return draft.rule, draft.not_after, draft.enforce


def with_step(routine: Routine, step: Step) -> Routine:
    """The routine with another step in the place of the one with its id."""
    steps = tuple(step if one.id == step.id else one for one in routine.steps)
    return routine._replace(steps=steps)


def _onto(known: StepDraft, draft: StepDraft, opened: StepDraft) -> StepDraft:
    """The draft `known` with what was changed in `draft` since it was opened."""
    fields = zip(known, draft, opened, strict=True)
    return StepDraft._make(kept if new == was else new for kept, new, was in fields)


def _check(routine: Routine, draft: StepDraft, begins: Day) -> None:
    """Raise `BadInput` for what a document could not hold either."""
    Outside(draft.name, "name").text(NAME_LENGTH)
    if draft.note is not None:
        Outside(draft.note, "note").text(NOTE_LENGTH)
    if draft.remind_at is not None:
        Outside(draft.remind_at, "remind_at").time()
    for where, day in (("from", begins), ("start", draft.start), ("end", draft.end)):
        if day is not None:
            check_day(day, where)
    _check_apart(routine, draft)


def _check_apart(routine: Routine, draft: StepDraft) -> None:
    named: set[StepId] = set()
    for rule in draft.not_after:
        other = known_step(routine, rule.step)
        if other.id == draft.id:
            raise BadInput("not_after_itself", where="not_after")
        if other.id in named:
            raise BadInput("not_after_twice", where="not_after", name=other.name)
        named.add(other.id)
        Outside(rule.days, "not_after.days").number(1, FARTHEST_APART)


def _new(routine: Routine, draft: StepDraft, begins: Day) -> Step:
    start = draft.start or begins
    step = Step(
        id=new_id(draft.name, draft.kind, {step.id for step in routine.steps}),
        name=draft.name,
        kind=draft.kind,
        slot=draft.slot,
        start=start,
        schedule=(Version(max(start, begins), draft.rule),),
        position=last_place(routine, draft.slot),
        not_after=draft.not_after or None,
        enforce=draft.enforce,
    )
    return _at_once(step, draft)


def _changed(routine: Routine, known: Step, draft: StepDraft, begins: Day, said: Spoken) -> Step:
    moved = moved_to(known, draft.start or known.start)
    others = moved if draft.replaces is None else without_version(moved, draft.replaces)
    step = moved if draft.replaces == begins else others
    step = rescheduled(step, terms_of(draft), begins, said)
    if draft.slot != known.slot:
        step = step._replace(position=last_place(routine, draft.slot))
    step = _at_once(step, draft)
    if step.schedule != moved.schedule and not step.exists_on(begins):
        raise BadInput("step_not_on_day", name=step.name, day=begins)
    return step


def _at_once(step: Step, draft: StepDraft) -> Step:
    """The step with its last day, and all that holds on days gone by too."""
    if draft.end is not None and draft.end < step.start:
        raise BadInput("end_before_start", where="end")
    return step._replace(
        name=draft.name,
        kind=draft.kind,
        slot=draft.slot,
        product=draft.product,
        end=draft.end,
        remind_at=draft.remind_at,
        note=draft.note,
    )
