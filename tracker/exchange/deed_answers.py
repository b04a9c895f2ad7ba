"""What do the commands answer as JSON that change something or write a file?"""

from collections.abc import Iterable, Mapping

from tracker.actions.change import Change, RecordKind
from tracker.actions.merge import MergeReport
from tracker.domain.log import Rating
from tracker.exchange.answers import Item, iso
from tracker.exchange.note import Note
from tracker.exchange.writing import write_rating
from tracker.words.changes import change_line
from tracker.words.left_out import left_out_line


def rating_answer(rating: Rating) -> Item:
    """The rating as it stands now."""
    return write_rating(rating)


def change_answer(change: Change | None) -> Item | None:
    """What was undone or done again; null where there was nothing."""
    if change is None:
        return None
    return {
        "verb": change.verb,
        "facts": dict(change.facts),
        "first": iso(change.first),
        "last": iso(change.last),
        "direction": change.direction,
        "sentence": change_line(change),
    }


def export_answer(file: str, counts: Mapping[RecordKind, int]) -> Item:
    """Where everything was written to, and how much it was."""
    return {"file": file, "counts": dict(counts)}


def import_answer(report: MergeReport, left_out: Iterable[Note], *, dry_run: bool) -> Item:
    """What was taken in, what was there already, and what was left out and why."""
    return {
        "dry_run": dry_run,
        "added": dict(report.added),
        "same": dict(report.same),
        "left_out": [
            {"where": note.where, "code": note.code, "sentence": left_out_line(*note)}
            for note in left_out
        ],
    }
