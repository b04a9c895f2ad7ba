"""Is a value from outside what it ought to be, and if not, where in the document is it?

Files, the database's JSON columns and presets are all read through `Outside`, which remembers the
path by which it got to a value and which keys nobody asked for.
"""

from collections.abc import Iterator
from datetime import date, time
from typing import Final, Self, TypeVar
from unicodedata import category

from tracker.domain.day import FIRST_DAY, LAST_DAY, Day
from tracker.domain.errors import BadInput

Code = TypeVar("Code", bound=str)

NAME_LENGTH: Final = 200
"""The most characters in a name, an id or a reason's key."""
NOTE_LENGTH: Final = 10_000
"""The most characters in a note."""


_INVISIBLE: Final = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs", "Mn", "Me"))
"""The general categories of characters of which nothing is seen where they stand alone."""


class Outside:
    """A value from outside, the path that led to it, and the keys left over.

    Every reading method raises `BadInput` with the fact `where`.
    """

    def __init__(self, value: object, where: str = "", unknown: list[str] | None = None) -> None:
        self.value = value
        self.where = where
        self._asked: set[str] = set()
        self.unknown = [] if unknown is None else unknown
        """Paths of keys that nobody asked for, filled by `close`; shared by the whole document."""

    def error(self, code: str, **facts: str | int | None) -> BadInput:
        """The error `code` at this place."""
        return BadInput(code, where=self.where or "document", **facts)

    def key(self, name: str) -> Self:
        """The value under `name`, which must be there."""
        found = self.maybe(name)
        if found is None:
            raise self._at(name, None).error("missing_key")
        return found

    def maybe(self, name: str) -> Self | None:
        """The value under `name`, or None where it is absent or null."""
        self._asked.add(name)
        value = self.mapping().get(name)
        return None if value is None else self._at(name, value)

    def mapping(self) -> dict[str, object]:
        """This value as a mapping."""
        if not isinstance(self.value, dict):
            raise self.error("not_a_mapping", got=_shown(self.value))
        return self.value

    def items(self, name: str) -> Iterator[Self]:
        """The items of the list under `name`, none where it is missing.

        An item that is a mapping with a text `id` is named by it in paths, others by their place.
        """
        found = self.maybe(name)
        return iter(()) if found is None else found.elements()

    def elements(self) -> Iterator[Self]:
        """The elements of this list."""
        if not isinstance(self.value, list):
            raise self.error("not_a_list", got=_shown(self.value))
        for place, item in enumerate(self.value):
            named = item.get("id") if isinstance(item, dict) else None
            label = named if isinstance(named, str) and len(named) <= NAME_LENGTH else place
            yield type(self)(item, f"{self.where}[{label}]", self.unknown)

    def text(self, longest: int = NAME_LENGTH) -> str:
        """Text of 1 to `longest` characters that can be stored and shown.

        Something in it must be visible; control characters are refused, but for the line ends and
        tabs of a note.
        """
        if not isinstance(self.value, str):
            raise self.error("not_text", got=_shown(self.value))
        if len(self.value) > longest:
            raise self.error("text_too_long", longest=longest, got=len(self.value))
        allowed = "\n\t" if longest > NAME_LENGTH else ""
        kinds = {category(char) for char in self.value if char not in allowed}
        if kinds & {"Cc", "Cs"}:
            raise self.error("text_not_storable")
        if kinds <= _INVISIBLE:
            raise self.error("empty_text")
        return self.value

    def number(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self.error("not_a_number", least=least, most=most, got=_shown(self.value))
        if not least <= self.value <= most:
            raise self.error("number_out_of_range", least=least, most=most, got=_shown(self.value))
        return self.value

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.error("not_a_flag", got=_shown(self.value))
        return self.value

    def day(self) -> Day:
        """A day written YYYY-MM-DD, from 1900 to 2999."""
        try:
            found = date.fromisoformat(self.value) if isinstance(self.value, str) else None
        except ValueError:
            found = None
        if found is None or found.isoformat() != self.value:
            raise self.error("not_a_day", got=_shown(self.value))
        if not FIRST_DAY <= found <= LAST_DAY:
            raise self.error("day_out_of_range", got=found.isoformat())
        return found

    def time(self) -> time:
        """A time of day written HH:MM, from 00:00 to 23:59."""
        try:
            found = time.fromisoformat(self.value) if isinstance(self.value, str) else None
        except ValueError:
            found = None
        if found is None or f"{found:%H:%M}" != self.value:
            raise self.error("not_a_time", got=_shown(self.value))
        return found

    def one_of(self, options: tuple[Code, ...]) -> Code:
        """One of `options`."""
        for option in options:
            if self.value == option:
                return option
        raise self.error("not_one_of", options=", ".join(options), got=_shown(self.value))

    def close(self) -> None:
        """Note the keys that nobody asked for as unknown."""
        extra = sorted(str(key) for key in self.mapping() if key not in self._asked)
        self.unknown.extend(f"{self.where}.{key}" if self.where else key for key in extra)

    def _at(self, name: str, value: object) -> Self:
        return type(self)(value, f"{self.where}.{name}" if self.where else name, self.unknown)


def _shown(value: object) -> str:
    """A short, printable form of a value that we did not expect."""
    if isinstance(value, dict | list):
        return type(value).__name__
    text = ascii(value)
    return text if len(text) <= 60 else text[:57] + "..."
