"""How do the message catalogues stay whole, and free of what changes without a reason?

Files carry no dates and no line numbers, so that a commit shows only sentences that changed.
"""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "locale"
TEMPLATE = FOLDER / "tracker.pot"
KEPT_HEADERS = (b"Language:", b"Plural-Forms:", b"MIME-", b"Content-")
HEADER = re.compile(rb'^"[A-Z][\w-]+: .*\n', re.MULTILINE)
PERCENT = re.compile(r"%(?:\(\w+\))?[-+ #0-9.]*[a-zA-Z]")


def new_catalogue(language: str | None = None) -> Catalog:
    """Return an empty catalogue of ours, of a language or the template."""
    return Catalog(
        locale=language,
        domain="tracker",
        project="Routine Tracker",
        copyright_holder="The Routine Tracker authors",
        header_comment="# Sentences of Routine Tracker, under the licence of the program.",
        fuzzy=False,
    )


def languages() -> list[Path]:
    """Return the .po of every language there is."""
    return sorted(FOLDER.glob("*/LC_MESSAGES/tracker.po"))


def write(catalogue: Catalog, path: Path) -> None:
    """Write a .po or .pot, sorted and without dates."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_as_bytes(catalogue))


def _as_bytes(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    write_po(
        buffer,
        catalogue,
        width=100,
        sort_output=True,
        include_lineno=False,
        ignore_obsolete=True,
    )
    return HEADER.sub(_kept_header, buffer.getvalue())


def _kept_header(line: re.Match[bytes]) -> bytes:
    return line[0] if line[0][1:].startswith(KEPT_HEADERS) else b""


def read(path: Path) -> Catalog:
    """Read a .po or .pot; a language's code is the name of its folder."""
    language = None if path == TEMPLATE else path.parent.parent.name
    with path.open("rb") as opened:
        return read_po(opened, locale=language, domain="tracker", abort_invalid=True)


def add(language: str) -> list[str]:
    """Begin a language from the template, or say why that cannot be."""
    path = FOLDER / language / "LC_MESSAGES" / "tracker.po"
    try:
        Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        return [f"{language}: not a language that Babel knows; use a code such as de or pt_BR."]
    if path.exists():
        return [f"{path.relative_to(ROOT)}: is there already; use update."]
    catalogue = new_catalogue(language)
    catalogue.update(read(TEMPLATE), no_fuzzy_matching=True)
    write(catalogue, path)
    return []


def update(path: Path) -> None:
    """Give a language the template's sentences: new ones untranslated, gone ones dropped."""
    catalogue = read(path)
    catalogue.update(read(TEMPLATE), no_fuzzy_matching=True, update_header_comment=True)
    write(catalogue, path)


def compile_to_mo(path: Path) -> None:
    """Write the .mo beside its .po."""
    with path.with_suffix(".mo").open("wb") as opened:
        write_mo(opened, read(path))


def stale(template: Catalog) -> list[str]:
    """Say whether the template on disk is another than the one just extracted."""
    if TEMPLATE.exists() and TEMPLATE.read_bytes() == _as_bytes(template):
        return []
    return [f"{TEMPLATE.relative_to(ROOT)}: not current; run: python packaging/messages.py update"]


def faults(path: Path) -> list[str]:
    """Return what a language lacks or gets wrong, a line each."""
    catalogue = read(path)
    wanted = {(message.context, message.id) for message in read(TEMPLATE) if message.id}
    there = {(message.context, message.id): message for message in catalogue if message.id}
    found = [(key, "is missing") for key in wanted if key not in there]
    found += [(key, "is no longer in the program") for key in there if key not in wanted]
    plurals = catalogue.num_plurals
    found += [(key, fault) for key, message in there.items() if (fault := _fault(message, plurals))]
    return [f"{path.relative_to(ROOT)}: {key[1]!r} {fault}" for key, fault in found]


def _fault(message: Message, plurals: int) -> str:
    texts = _forms(message.string)
    if not all(texts) or len(texts) != (plurals if message.pluralizable else 1):
        return "is not translated"
    if message.fuzzy:
        return "is marked fuzzy; read it and remove the mark"
    allowed = [fields(text) for text in _forms(message.id)]
    wrong = [text for text in texts if fields(text) not in allowed]
    return f"has other placeholders in {wrong[0]!r}" if wrong else ""


def _forms(text: str | Iterable[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [""])


def fields(text: str) -> set[str]:
    """Return a text's placeholders, {name} and %s alike."""
    try:
        names = {f"{{{name}}}" for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"unreadable: " + text}
    return names | set(PERCENT.findall(text))
