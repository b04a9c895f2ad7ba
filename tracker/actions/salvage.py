"""What do a damaged file and a backup hold together, and what does each alone lack?"""

from collections.abc import Iterable

from tracker.actions.backups import Held, Inside, Missing, Salvage
from tracker.actions.merge import beyond
from tracker.domain.diary import Diary, Record
from tracker.domain.log import Entry, Rating
from tracker.domain.routine import Pause, Step, Treatment


def additions(backup: Diary, found: Diary) -> tuple[Record, ...]:
    """What can be added to a backup from what was read of a damaged file.

    What both hold stays as it is in the backup, which is known to be whole. So does a pause or a
    treatment that only ends otherwise or is noted otherwise: it would be there twice.
    """
    rests: tuple[Pause | Treatment, ...] = (*backup.pauses, *backup.treatments)
    known = {_likeness(rest) for rest in rests}
    return tuple(
        record
        for record in beyond(backup, found)
        if not isinstance(record, Pause | Treatment) or _likeness(record) not in known
    )


def compared(
    backup: Inside | None, kept: Diary, found: Diary, added: Iterable[Record], unusable: int
) -> Salvage:
    """The two beside each other, and together; `kept` is the backup's diary."""
    fresh = tuple(added)
    new_steps = sum(isinstance(record, Step) for record in fresh)
    log_keys = {(entry.step, entry.day) for entry in found.log}
    rated = {rating.day for rating in found.ratings}
    steps = {step.id for step in found.steps}
    only_kept: tuple[Record, ...] = (
        *(step for step in kept.steps if step.id not in steps),
        *(entry for entry in kept.log if (entry.step, entry.day) not in log_keys),
        *(rating for rating in kept.ratings if rating.day not in rated),
    )
    own = _held(kept)
    known = {(entry.step, entry.day) for entry in kept.log}
    new = tuple(
        record
        for record in fresh
        if not isinstance(record, Entry) or (record.step, record.day) not in known
    )
    more = _missing(new)
    both = Held(
        own.steps + new_steps, own.entries + more.held.entries, own.ratings + more.held.ratings
    )
    return Salvage(backup, _held(found), both, more, _missing(only_kept), unusable)


def _held(diary: Diary) -> Held:
    return Held(len(diary.steps), len(diary.log), len(diary.ratings))


def _missing(records: Iterable[Record]) -> Missing:
    some = tuple(records)
    days = [record.day for record in some if isinstance(record, Entry | Rating)]
    held = Held(*(sum(isinstance(one, kind) for one in some) for kind in (Step, Entry, Rating)))
    return Missing(held, min(days, default=None), max(days, default=None))


def _likeness(record: Pause | Treatment) -> tuple[object, ...]:
    """By what one is known although something of it was changed."""
    if isinstance(record, Pause):
        return ("pause", record.begins, record.steps)
    return ("treatment", record.day, record.name)
