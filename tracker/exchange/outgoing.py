"""How is everything written to a file, as a document or as a table?"""

from tracker.actions.change import RecordKind
from tracker.domain.diary import Diary
from tracker.exchange.files import write_bytes, write_file
from tracker.exchange.transfer import write_document


def write_out(diary: Diary, file: str, *, is_table: bool) -> dict[RecordKind, int]:
    """Write all of it, or the log and the ratings as a table; how much of each kind was written.

    Raises as `write_bytes` does.
    """
    if not is_table:
        write_file(file, write_document(diary))
        return _counts(diary)
    from tracker.exchange.log_table import write_log_table  # noqa: PLC0415, for a table alone

    write_bytes(file, write_log_table(diary))
    return _counts(Diary(log=diary.log, ratings=diary.ratings))


def _counts(diary: Diary) -> dict[RecordKind, int]:
    """How much there is of each kind."""
    lists: dict[RecordKind, int] = {
        "step": len(diary.steps),
        "group": len(diary.groups),
        "product": len(diary.products),
        "pause": len(diary.pauses),
        "treatment": len(diary.treatments),
        "entry": len(diary.log),
        "rating": len(diary.ratings),
        "question": len(diary.questions),
        "photo": len(diary.photos),
    }
    return {kind: count for kind, count in lists.items() if count}
