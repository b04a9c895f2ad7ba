"""Which steps and groups does a file hold that the routine is to be made of?

It is a transfer document, or only the steps and groups of one. Raises `BadInput` with the place of
what cannot be used.
"""

from collections.abc import Iterator
from typing import Final

from tracker.domain.diary import Diary
from tracker.domain.outside import Outside
from tracker.exchange.json_text import read_json
from tracker.exchange.note import Note
from tracker.exchange.reading import read_group, read_step
from tracker.exchange.references import check_references
from tracker.exchange.transfer import check_size, check_version

_OTHERS: Final = (
    "settings",
    "products",
    "pauses",
    "treatments",
    "log",
    "ratings",
    "tests",
    "photos",
)
"""What else a transfer document holds; it is taken in by an import."""


def read_routine(text: str | bytes, kept: Diary) -> tuple[Diary, tuple[Note, ...]]:
    """The steps and groups of the file, and what of it was left out.

    They may name each other, and whatever is `kept`.
    """
    document = Outside(read_json(text))
    if isinstance(document.value, list):
        raise document.error("list_for_routine")
    if document.maybe("format") is not None:
        check_version(document)
    if document.maybe("steps") is None and document.maybe("groups") is None:
        raise document.key("steps").error("missing_key")
    check_size(document)
    diary = Diary(
        steps=tuple(map(read_step, document.items("steps"))),
        groups=tuple(map(read_group, document.items("groups"))),
    )
    notes = list(_left_out(document))
    document.close()
    check_references(diary, kept)
    return diary, (*notes, *(Note(where, "unknown_key") for where in document.unknown))


def _left_out(document: Outside) -> Iterator[Note]:
    for name in _OTHERS:
        found = document.maybe(name)
        if found is not None and found.value:
            yield Note(name, "not_of_routine")
