"""What do a damaged file and a backup hold together, and what does each alone lack?"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from tracker.actions.backups import Held, Inside, Missing, Salvage
from tracker.actions.change import RecordKind
from tracker.actions.merge import beyond, merged
from tracker.domain.day import Day
from tracker.domain.diary import Diary, Record
from tracker.domain.log import Entry, Rating
from tracker.domain.product import Photo, Product, Question
from tracker.domain.routine import Group, Pause, Step, StepId, Treatment, Version
from tracker.domain.rule.rhythm import at_hand
from tracker.domain.settings import Setting

_OTHERS: Final[Mapping[type[Record], RecordKind]] = {
    Setting: "setting",
    Product: "product",
    Group: "group",
    Pause: "pause",
    Treatment: "treatment",
    Question: "question",
    Photo: "photo",
}
_FEWEST: Final = 2
"""So many entries bear out a step; a single one may be of another step, with a garbled id."""


def stand_ins(log: Collection[Entry], known: Collection[StepId]) -> tuple[Step, ...]:
    """A plain step, at hand since its first entry, for each of which only the log is left."""
    counts = Counter(entry.step for entry in log if entry.step not in known)
    return tuple(
        _plain(step, min(entry.day for entry in log if entry.step == step))
        for step, count in counts.items()
        if count >= _FEWEST
    )


def _plain(step: StepId, start: Day) -> Step:
    return Step(step, step, "other", "morning", start, (Version(start, at_hand()),))


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
    backup: Inside | None, kept: Diary, found: Diary, read: Diary, unusable: int
) -> Salvage:
    """The two beside each other, and together; `kept` is the backup's diary.

    `found` is all that was read of the file, and `read` what of it an import would take.
    """
    added = additions(kept, read)
    more, own = _missing(_without_days_of(kept, added)), _held(kept)
    both = Held(*(mine + new for mine, new in zip(own, more.held, strict=True)))
    by_entries = _by_entries(found, read)
    taken = sum(map(len, read)) - by_entries
    return Salvage(
        backup,
        _held(read),
        both,
        more,
        _missing(_without_days_of(read, additions(read, kept))),
        unusable + sum(map(len, found)) - taken,
        len(added),
        _differing(kept, read, len(added)),
        by_entries,
    )


def _by_entries(found: Diary, read: Diary) -> int:
    """How many steps stand in for one that could not be read, or not be used."""
    rows = {step.id: step._replace(product=None) for step in found.steps}
    return sum(rows.get(step.id) != step._replace(product=None) for step in read.steps)


def _differing(kept: Diary, read: Diary, added: int) -> int:
    """How many records are there in both, otherwise, and stay as the backup has them."""
    known = {(entry.step, entry.day): entry for entry in kept.log}
    whole = read._replace(log=tuple(_whole(entry, known) for entry in read.log))
    left_out = merged(kept, whole).left_out
    rests = len(beyond(kept, read)) - added
    return rests + sum(one.code != "skip_replaced" for one in left_out)


def _whole(entry: Entry, known: dict[tuple[StepId, Day], Entry]) -> Entry:
    """What is known of an entry of which only an index was left: it does not differ."""
    same = known.get((entry.step, entry.day), entry)
    is_bare = entry == Entry(entry.day, entry.step, entry.do)
    return same if is_bare and same.do == entry.do else entry


def _without_days_of(diary: Diary, records: Iterable[Record]) -> Iterable[Record]:
    """Without the entries of a step and day of which the diary holds one as well."""
    known = {(entry.step, entry.day) for entry in diary.log}
    for record in records:
        if not isinstance(record, Entry) or (record.step, record.day) not in known:
            yield record


def _held(diary: Diary) -> Held:
    return Held(len(diary.steps), len(diary.log), len(diary.ratings))


def _missing(records: Iterable[Record]) -> Missing:
    some = tuple(records)
    days = [record.day for record in some if isinstance(record, Entry | Rating)]
    held = Held(*(sum(isinstance(one, kind) for one in some) for kind in (Step, Entry, Rating)))
    others = Counter(_OTHERS[type(one)] for one in some if type(one) in _OTHERS)
    return Missing(held, min(days, default=None), max(days, default=None), dict(others))


def _likeness(record: Pause | Treatment) -> tuple[object, ...]:
    """By what one is known although something of it was changed."""
    if isinstance(record, Pause):
        return ("pause", record.begins, record.steps)
    return ("treatment", record.day, record.name)
