"""What does any file hold that can be taken in, ours or another program's, and what comes of it?"""

from pathlib import PurePath
from typing import NamedTuple, TypeAlias

from tracker.actions.becoming import Wishes
from tracker.actions.bring_in import bring_in, brought_in
from tracker.actions.brought import Brought
from tracker.actions.change import Change
from tracker.actions.merge import MergeReport, merge_in, merged
from tracker.actions.ports import Clock, Everything, Store
from tracker.actions.present import today
from tracker.domain.diary import Diary
from tracker.domain.errors import TrackerError
from tracker.domain.foreign import Foreign
from tracker.exchange.files import read_file
from tracker.exchange.foreign.reading import ReadAs, read_foreign
from tracker.exchange.note import Note
from tracker.exchange.to_come import without_days_to_come
from tracker.exchange.transfer import read_document


class Document(NamedTuple):
    """A document of ours, and what of it was left out."""

    diary: Diary
    notes: tuple[Note, ...]


Incoming: TypeAlias = Document | Foreign


class DocumentReport(NamedTuple):
    """What a document brings, and what of it was left out."""

    report: MergeReport
    left_out: tuple[Note, ...]


def read_own_document(name: str) -> Document:
    """The document in a file; raises `BadInput` with the facts `file` and where in it."""
    try:
        return Document(*read_document(read_file(name)))
    except TrackerError as error:
        error.facts["file"] = name
        raise


def read_incoming(name: str, read_as: ReadAs) -> Incoming:
    """What the file holds, by its name; raises `BadInput` as above."""
    if PurePath(name).suffix.lower() == ".json":
        return read_own_document(name)
    return read_foreign(name, read_as)


def foreseen(
    reading: Everything, clock: Clock, incoming: Incoming, wishes: Wishes
) -> Brought | DocumentReport:
    """What taking it in would do; writes nothing."""
    present = today(reading, clock)
    if isinstance(incoming, Foreign):
        return brought_in(reading, present, incoming, wishes)
    diary, ahead = without_days_to_come(incoming.diary, present)
    report = merged(reading.diary(), diary)
    return DocumentReport(
        report, (*incoming.notes, *ahead, *(Note(*one) for one in report.left_out))
    )


def take_in(store: Store, clock: Clock, incoming: Incoming, wishes: Wishes) -> Change | None:
    """Take it in, as one action; None where it changed nothing."""
    if isinstance(incoming, Foreign):
        return bring_in(store, clock, incoming, wishes).change
    with store.reading() as reading:
        diary, _ahead = without_days_to_come(incoming.diary, today(reading, clock))
    return merge_in(store, diary).change
