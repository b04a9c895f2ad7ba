"""What can be heard from the desktop's notification service?"""

from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

OPEN: Final = "default"
"""What a press on the note itself, beside its buttons, stands for."""


class Pressed(NamedTuple):
    """A button of a note was pressed, or the note itself (`OPEN`); it is gone with that."""

    key: str
    wish: str


class Closed(NamedTuple):
    """The person closed a note without an answer, or it went by itself."""

    key: str


class Turned(NamedTuple):
    """The service is there anew, with nothing on it, or does not answer any more."""

    is_there: bool


Heard: TypeAlias = Pressed | Closed | Turned
Tell: TypeAlias = Callable[[Heard], None]
