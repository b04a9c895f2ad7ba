"""What of a document was left out, where, and why?"""

from collections.abc import Mapping
from typing import NamedTuple

from tracker.domain.errors import Fact


class Note(NamedTuple):
    """Something left out: its path in the document, a code that `words` knows, and facts."""

    where: str
    code: str
    facts: Mapping[str, Fact] = {}
