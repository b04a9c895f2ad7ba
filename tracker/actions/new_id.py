"""Which id does a new step get? One that can be read, typed, and told from all others."""

import re
from collections.abc import Container
from itertools import count
from typing import Final
from unicodedata import category, normalize

from tracker.domain.routine import Kind, StepId

_LONGEST: Final = 60
_BETWEEN: Final = re.compile(r"[\W_]+")


def new_id(name: str, kind: Kind, taken: Container[StepId]) -> StepId:
    """An id made from the name, or from the kind where no letter or digit is in it."""
    base = _slug(name) or _slug(kind)
    if base not in taken:
        return base
    return next(found for number in count(2) if (found := f"{base}-{number}") not in taken)


def _slug(text: str) -> str:
    """Words joined by hyphens; without accents where only those keep it from plain letters."""
    folded = normalize("NFKD", text.casefold())
    bare = "".join(char for char in folded if category(char) != "Mn")
    words = bare if bare.isascii() else normalize("NFC", folded)
    return _BETWEEN.sub("-", words).strip("-")[:_LONGEST].rstrip("-")
