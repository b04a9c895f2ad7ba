"""Which sentences do the program and its presets hold?"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from catalogues import ROOT, new_catalogue

KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "_": None,
    "N_": None,
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
NOTES_FOR_TRANSLATORS = ["Translators:"]

# What of a preset a person reads; ids, kinds, slots and rules are codes.
PRESET_KEYS = frozenset({"name", "description", "note", "notes", "title", "label", "summary"})


def template() -> Catalog:
    """Return a catalogue of every sentence, each with the files it stands in."""
    catalogue = new_catalogue()
    for path in sorted((ROOT / "tracker").rglob("*.py")):
        _gather(catalogue, path, "python")
    for path in sorted((ROOT / "resources").rglob("*.toml")):
        with path.open("rb") as opened:
            for sentence in preset_sentences(opened):
                catalogue.add(sentence, locations=[(_place(path), 0)])
    return catalogue


def _gather(catalogue: Catalog, path: Path, method: str) -> None:
    found = extract_from_file(
        method, path, KEYWORDS, NOTES_FOR_TRANSLATORS, strip_comment_tags=True
    )
    for _line, message, comments, context in found:
        catalogue.add(
            message, locations=[(_place(path), 0)], auto_comments=comments, context=context
        )


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def preset_sentences(opened: BinaryIO) -> Iterator[str]:
    """Yield what a person reads of one preset, in the order of the file."""
    yield from _texts(tomllib.load(opened), "")


def _texts(value: object, key: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner_key, inner in value.items():
            yield from _texts(inner, str(inner_key))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, key)
    elif isinstance(value, str) and key in PRESET_KEYS and value.strip():
        yield value
