"""Take a document from elsewhere into what is kept, without overwriting anything silently."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from tracker.actions.change import Change, RecordKind
from tracker.actions.ports import Store
from tracker.domain.diary import Diary, Record
from tracker.domain.log import Entry
from tracker.domain.routine import Group
from tracker.domain.settings import Setting

Key: TypeAlias = tuple[object, ...]
"""What makes two records the same one."""


class LeftOut(NamedTuple):
    """A row of the document that was not taken in, or a row of ours that gave way, and why.

    `where` names the row; `code` is "differs", "tick_kept", "skip_replaced" or "in_two_groups".
    """

    where: str
    code: str


class MergeReport(NamedTuple):
    """How many records of each kind were new, how many were there already, and what was not."""

    added: Mapping[RecordKind, int]
    same: Mapping[RecordKind, int]
    left_out: tuple[LeftOut, ...]


class Merged(NamedTuple):
    """What was found, and the one action that it became; None where it changed nothing."""

    report: MergeReport
    change: Change | None


def merged(ours: Diary, theirs: Diary) -> MergeReport:
    """What merging `theirs` would do; writes nothing."""
    return _Merger(ours, theirs).report()


def merge(store: Store, diary: Diary) -> Merged:
    """Add what is new in `diary`; one action, undone as one.

    What is there already and differs is kept as it is and reported. Of a tick and a skip for the
    same step and day the tick is kept, whichever side it comes from.
    """
    with store.writing("merge") as work:
        merger = _Merger(work.diary(), diary)
        report = merger.report()
        work.put(*merger.fresh)
    return Merged(report, work.change)


def beyond(ours: Diary, theirs: Diary) -> tuple[Record, ...]:
    """What `merge` would add to ours from theirs."""
    return tuple(_Merger(ours, theirs).fresh)


class _Merger:
    """Sorts the records of one diary into new, known and in the way of ours."""

    def __init__(self, ours: Diary, theirs: Diary) -> None:
        self.fresh: list[Record] = []
        self._added: Counter[RecordKind] = Counter()
        self._same: Counter[RecordKind] = Counter()
        self._left_out: list[LeftOut] = []
        for kind, records, key in _LISTS:
            known = {key(record): record for record in records(ours)}
            for record in records(theirs):
                self._sort(kind, record, known.get(key(record)), key(record), ours)

    def report(self) -> MergeReport:
        """What was found."""
        return MergeReport(dict(self._added), dict(self._same), tuple(self._left_out))

    def _sort(
        self, kind: RecordKind, record: Record, known: Record | None, key: Key, ours: Diary
    ) -> None:
        where = f"{kind} {_shown(key)}"
        if known == record:
            self._same[kind] += 1
        elif isinstance(record, Group) and _clashes(record, ours.groups):
            self._left_out.append(LeftOut(where, "in_two_groups"))
        elif known is None:
            self._add(kind, record)
        elif isinstance(record, Entry) and isinstance(known, Entry) and record.do != known.do:
            self._settle_deeds(record, where)
        else:
            self._left_out.append(LeftOut(where, "differs"))

    def _settle_deeds(self, record: Entry, where: str) -> None:
        if record.do == "tick":
            self._add("entry", record)
        code = "skip_replaced" if record.do == "tick" else "tick_kept"
        self._left_out.append(LeftOut(where, code))

    def _add(self, kind: RecordKind, record: Record) -> None:
        self.fresh.append(record)
        self._added[kind] += 1


def _clashes(group: Group, ours: Iterable[Group]) -> bool:
    """Whether a member is in a group of ours of another name."""
    return any(group.name != one.name and set(group.priority) & set(one.priority) for one in ours)


def _shown(key: Key) -> str:
    return " ".join(str(part) for part in key if part is not None)


def _settings(diary: Diary) -> list[Record]:
    return [Setting(key, value) for key, value in diary.settings.items()]


def _by(*names: str) -> Callable[[Record], Key]:
    """A key made of the named fields."""
    return lambda record: tuple(getattr(record, name) for name in names)


_LISTS: tuple[
    tuple[RecordKind, Callable[[Diary], Iterable[Record]], Callable[[Record], Key]], ...
] = (
    ("setting", _settings, _by("key")),
    ("product", lambda diary: diary.products, _by("id")),
    ("step", lambda diary: diary.steps, _by("id")),
    ("group", lambda diary: diary.groups, _by("name", "begins")),
    ("pause", lambda diary: diary.pauses, _by("begins", "ends", "steps", "reason")),
    ("treatment", lambda diary: diary.treatments, tuple),
    ("entry", lambda diary: diary.log, _by("day", "step")),
    ("rating", lambda diary: diary.ratings, _by("day")),
    ("question", lambda diary: diary.questions, _by("step", "facet", "asked_on")),
    ("photo", lambda diary: diary.photos, tuple),
)
