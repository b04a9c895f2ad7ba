"""What does a transfer document hold, and how is a diary written as one?

The document is the project's promise to other programs: JSON, version 1. A new optional key keeps
the version; a document of a later version is refused, not guessed at.
"""

import json
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from tracker.domain.diary import Diary
from tracker.domain.errors import NewerData
from tracker.domain.outside import Outside
from tracker.domain.routine import MOST_STEPS
from tracker.domain.settings import MACHINE_SETTINGS
from tracker.exchange.answers import Item
from tracker.exchange.json_text import read_json
from tracker.exchange.note import Note
from tracker.exchange.reading import (
    read_entry,
    read_group,
    read_pause,
    read_photo,
    read_product,
    read_question,
    read_rating,
    read_step,
    read_treatment,
)
from tracker.exchange.references import check_references
from tracker.exchange.repeats import without_repeats
from tracker.exchange.settings import read_settings
from tracker.exchange.writing import (
    write_entry,
    write_group,
    write_pause,
    write_photo,
    write_product,
    write_question,
    write_rating,
    write_step,
    write_treatment,
)

FORMAT: Final = "routine-tracker"
VERSION: Final = 1
Kept = TypeVar("Kept")


def read_document(text: str | bytes) -> tuple[Diary, tuple[Note, ...]]:
    """The diary that a document holds, and what of it was left out.

    Raises `BadInput` with the place of what cannot be used, `NewerData` for a later version.
    """
    document = Outside(read_json(text))
    check_version(document)
    check_size(document)
    settings, notes = read_settings(document.maybe("settings"))
    diary = Diary(
        settings=settings,
        products=_all(document, "products", read_product),
        steps=_all(document, "steps", read_step),
        groups=_all(document, "groups", read_group),
        pauses=_all(document, "pauses", read_pause),
        treatments=_all(document, "treatments", read_treatment),
        log=_all(document, "log", read_entry),
        ratings=_all(document, "ratings", read_rating),
        questions=_all(document, "tests", read_question),
        photos=_all(document, "photos", read_photo),
    )
    document.close()
    check_references(diary)
    notes += [Note(where, "unknown_key") for where in document.unknown]
    return without_repeats(diary, notes), tuple(notes)


def check_size(document: Outside) -> None:
    """Raise `BadInput` where there are more steps than anyone follows."""
    steps = document.maybe("steps")
    if steps is not None and (found := sum(1 for _ in steps.elements())) > MOST_STEPS:
        raise steps.error("too_many_items", most=MOST_STEPS, got=found)


def write_document(diary: Diary) -> str:
    """The diary as a document; reading it again gives the same diary."""
    document: Item = {
        "format": FORMAT,
        "version": VERSION,
        "settings": {
            key: value for key, value in diary.settings.items() if key not in MACHINE_SETTINGS
        },
        **_some("products", map(write_product, diary.products)),
        "steps": list(map(write_step, diary.steps)),
        "groups": list(map(write_group, diary.groups)),
        "pauses": list(map(write_pause, diary.pauses)),
        "treatments": list(map(write_treatment, diary.treatments)),
        "log": list(map(write_entry, diary.log)),
        **_some("ratings", map(write_rating, diary.ratings)),
        **_some("tests", map(write_question, diary.questions)),
        **_some("photos", map(write_photo, diary.photos)),
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _some(name: str, items: Iterable[Item]) -> Item:
    """The list under its name, where it is not empty."""
    found = list(items)
    return {name: found} if found else {}


def check_version(document: Outside) -> None:
    """Raise where the document is another program's, or of a later version than we read."""
    if document.key("format").value != FORMAT:
        raise document.key("format").error("not_our_format")
    version = document.key("version").number(1, 999_999)
    if version > VERSION:
        raise NewerData("newer_document", got=version, most=VERSION)


def _all(document: Outside, name: str, read: Callable[[Outside], Kept]) -> tuple[Kept, ...]:
    return tuple(map(read, document.items(name)))
