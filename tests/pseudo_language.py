"""Which language shows whether a sentence comes from a catalogue?

In it every sentence stands in brackets. What stands outside of them is a name, a day, a number, or
a sentence that someone forgot.
"""

import re
from pathlib import Path
from typing import Final

import sentences
from babel.messages.mofile import write_mo

CODE: Final = "tlh"
WORD: Final = re.compile(r"[A-Za-z]{3,}")


def write_catalogue(resources: Path) -> None:
    """Write the language's catalogue, as a folder of resources holds it."""
    catalogue = sentences.template()
    catalogue.locale = CODE
    for message in catalogue:
        if message.id:
            forms = [message.id] if isinstance(message.id, str) else list(message.id)
            said = [f"⟦{form}⟧" for form in forms]
            message.string = said[0] if isinstance(message.id, str) else tuple(said)
    path = resources / "locale" / CODE / "LC_MESSAGES" / "tracker.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as opened:
        write_mo(opened, catalogue)


def bare(text: str, names: re.Pattern[str]) -> list[str]:
    """The words that stand outside all brackets and are none of the names."""
    while True:
        shorter = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
        if shorter == text:
            return WORD.findall(names.sub(" ", text))
        text = shorter
