"""What of a diary was logged for days that are still to come? It is not taken in."""

from collections.abc import Iterator

from tracker.domain.day import Day
from tracker.domain.diary import Diary
from tracker.exchange.note import Note


def without_days_to_come(diary: Diary, present: Day) -> tuple[Diary, tuple[Note, ...]]:
    """The diary up to `present`, and a note for each entry and rating of a later day."""
    kept = diary._replace(
        log=tuple(entry for entry in diary.log if entry.day <= present),
        ratings=tuple(rating for rating in diary.ratings if rating.day <= present),
    )
    return kept, tuple(_notes(diary, present))


def _notes(diary: Diary, present: Day) -> Iterator[Note]:
    for entry in diary.log:
        if entry.day > present:
            yield Note(f"entry {entry.day} {entry.step}", "day_to_come")  # not shown
    for rating in diary.ratings:
        if rating.day > present:
            yield Note(f"rating {rating.day}", "day_to_come")  # not shown
