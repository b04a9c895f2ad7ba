"""Which language do we speak, and how does a sentence become one of it?

Sentences are looked up when they are said, so a change of language is live. English is what the
source is written in and needs no catalogue; neither does a language without one.
"""

import os
from typing import Final, Protocol

from tracker.words.resources import resource

DOMAIN: Final = "tracker"
_VARIABLES: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_ENGLISH: Final = ("en", "C", "POSIX")


class _Catalogue(Protocol):
    def gettext(self, message: str) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...
    def pgettext(self, context: str, message: str) -> str: ...


class _English:
    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        del context
        return message


class _Spoken:
    """The catalogue in use; found at the first sentence where `use` was not called before."""

    catalogue: _Catalogue | None = None

    def now(self) -> _Catalogue:
        if self.catalogue is None:
            self.catalogue = _found(_asked_for())
        return self.catalogue


_spoken: Final = _Spoken()


def use(language: str | None) -> None:
    """Speak `language` ("de", "pt_BR") from now on; None for what the environment asks for."""
    wanted = _asked_for() if language is None else [language]
    _spoken.catalogue = _found(wanted)


def _(message: str) -> str:
    """`message` in the language in use."""
    return _spoken.now().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form for `count` things; fill its {count} with `format`."""
    return _spoken.now().ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """`message` as it is said in `context`, where one English word has several translations."""
    return _spoken.now().pgettext(context, message)


def languages() -> dict[str, str]:
    """The languages that we speak: each code, and its name in the language itself."""
    found = resource("locale").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    codes = [path.parents[1].name for path in sorted(found)]
    names = {"en": "English"} | {code: _own_name(code) for code in codes}
    return {code: name for code, name in names.items() if name}


def _own_name(code: str) -> str:
    """The name that a catalogue gives its language, or its code; empty where it is unreadable."""
    catalogue = _read(code)
    if catalogue is None:
        return ""
    name = catalogue.pgettext("name of this language in itself", "English")
    return code if name == "English" else name


def language_of(stored: object) -> str | None:
    """A stored choice of language as `use` takes it."""
    return stored if isinstance(stored, str) and stored != "system" else None


def listed(parts: list[str]) -> str:
    """Parts as one enumeration."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{parts} and {last}").format(parts=", ".join(parts[:-1]), last=parts[-1])


def _asked_for() -> list[str]:
    """The languages that the environment asks for, best first."""
    for variable in _VARIABLES:
        value = os.environ.get(variable, "")
        if value:
            return value.split(":")
    return []


def _found(wanted: list[str]) -> _Catalogue:
    """The first of the wanted languages that we speak; English where we speak none."""
    for language in wanted:
        plain = language.split(".")[0].split("@")[0]
        if plain.split("_")[0] in _ENGLISH:
            break
        for name in (plain, plain.split("_")[0]):
            catalogue = _read(name)
            if catalogue is not None:
                return catalogue
    return _English()


def _read(name: str) -> _Catalogue | None:
    """The catalogue of a language; None where there is none that can be read."""
    if not name.replace("_", "").isalnum():
        return None
    path = resource("locale", name, "LC_MESSAGES", f"{DOMAIN}.mo")
    if not path.is_file():
        return None
    from gettext import GNUTranslations  # noqa: PLC0415, nobody pays for it who reads English
    from struct import error as damaged  # noqa: PLC0415

    try:
        with path.open("rb") as opened:
            return GNUTranslations(opened)
    except (OSError, ValueError, LookupError, damaged):
        return None
