"""How is a file of another program to be taken in?"""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final, NamedTuple, TypeAlias

from tracker.domain.errors import BadInput
from tracker.exchange.foreign.cells import ORDERS, Order
from tracker.exchange.foreign.columns import ROLES, Columns
from tracker.exchange.foreign.reading import SOURCES, ReadAs

Given: TypeAlias = Mapping[str, object]
_KNOWN: Final = (".csv", ".tsv", ".txt", ".db", ".zip")
"""What the names of files end in that other programs write."""


class ForeignAsked(NamedTuple):
    """How the file is read, and what becomes of the habits that are named; steps as typed."""

    read_as: ReadAs = ReadAs()
    steps: tuple[tuple[str, str], ...] = ()
    new: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    only: bool = False
    takes_ratings: bool = True


def foreign_of(given: Given) -> ForeignAsked | None:
    """What the parsed values ask for; None for a document of ours. Raises `BadInput`."""
    wanted, name = given.get("format"), given.get("file")
    suffix = PurePath(str(name)).suffix.lower()
    if wanted == "json" or (wanted is None and suffix == ".json"):
        return None
    source = next((one for one in SOURCES if one == wanted), None)
    if source is None and (wanted is not None or suffix not in _KNOWN):
        raise BadInput("unknown_import_format", file=str(name))
    return ForeignAsked(
        read_as=ReadAs(source, _columns(given.get("columns")), _order(given.get("date_order"))),
        steps=tuple(map(_pair, _texts(given, "map"))),
        new=_texts(given, "new"),
        left=_texts(given, "leave"),
        only=given.get("only") is True,
        takes_ratings=given.get("no_ratings") is not True,
    )


def _texts(given: Given, name: str) -> tuple[str, ...]:
    found = given.get(name)
    return tuple(map(str, found)) if isinstance(found, list) else ()


def _pair(text: str) -> tuple[str, str]:
    """A habit and a step; the last equals sign parts them, since a habit may have some."""
    habit, equals, step = text.rpartition("=")
    if not equals or not habit.strip() or not step.strip():
        raise BadInput("not_a_pair", where="--map", got=ascii(text)[:60])
    return habit.strip(), step.strip()


def _columns(text: object) -> Columns | None:
    if not isinstance(text, str):
        return None
    found: dict[str, str] = {}
    for part in text.split(","):
        role, _equals, title = part.partition("=")
        if role.strip() not in ROLES or not title.strip():
            raise BadInput("not_columns", where="--columns", got=ascii(part)[:60])
        found[role.strip()] = title.strip()
    if "date" not in found:
        raise BadInput("not_columns", where="--columns", got=ascii(text)[:60])
    return Columns(**found)


def _order(text: object) -> Order | None:
    if text is None:
        return None
    found = next((order for order in ORDERS if order == text), None)
    if found is None:
        raise BadInput(
            "not_one_of", where="--date-order", got=ascii(text)[:60], options=", ".join(ORDERS)
        )
    return found
