"""What does any file hold that can be taken in, ours or another program's, and what comes of it?"""

from pathlib import PurePath
from typing import NamedTuple, TypeAlias

from tracker.actions.backups import Backups
from tracker.actions.becoming import Wishes
from tracker.actions.bring_in import bring_in, brought_in
from tracker.actions.brought import Brought
from tracker.actions.change import Change
from tracker.actions.merge import MergeReport, merge, merged
from tracker.actions.ports import Clock, Everything, Store
from tracker.actions.present import today
from tracker.domain.diary import Diary
from tracker.domain.errors import TrackerError, Unavailable
from tracker.domain.foreign import Foreign
from tracker.exchange.files import read_file
from tracker.exchange.foreign.reading import ReadAs, read_foreign
from tracker.exchange.note import Note
from tracker.exchange.to_come import without_days_to_come
from tracker.exchange.transfer import read_document
from tracker.words.backups import not_backed_up


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
    if isinstance(incoming, Document):
        return foreseen_document(reading, clock, incoming)
    return brought_in(reading, today(reading, clock), incoming, wishes)


def foreseen_document(reading: Everything, clock: Clock, document: Document) -> DocumentReport:
    """What merging it would do; writes nothing."""
    diary, ahead = without_days_to_come(document.diary, today(reading, clock))
    report = merged(reading.diary(), diary)
    left_out = (*document.notes, *ahead, *(Note(*one) for one in report.left_out))
    return DocumentReport(report, left_out)


def back_up_before(backups: Backups) -> str:
    """Copy what is kept; where there is no room for that, the import goes on: a line says so."""
    try:
        backups.keep("before-import")
    except Unavailable as error:
        if error.code not in ("not_written", "read_only", "not_opened"):
            raise
        return not_backed_up(error)
    return ""


def take_in(store: Store, clock: Clock, incoming: Incoming, wishes: Wishes) -> Change | None:
    """Take it in, as one action; None where it changed nothing."""
    if isinstance(incoming, Foreign):
        return bring_in(store, clock, incoming, wishes).change
    with store.reading() as reading:
        diary, _ahead = without_days_to_come(incoming.diary, today(reading, clock))
    return merge(store, diary).change
