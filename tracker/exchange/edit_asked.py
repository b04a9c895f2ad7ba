"""What do set, diff and card ask for?"""

from collections.abc import Mapping
from pathlib import PurePath
from typing import NamedTuple, TypeAlias

from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import Outside

Given: TypeAlias = Mapping[str, object]


class EditAsked(NamedTuple):
    """What they take besides a file; what a command does not take stays as it is.

    `begins` is the day from which the file holds, None for today; `only`: steps and groups that
    are not in it end; `rewrites`: `begins` may be past.
    """

    begins: Day | None = None
    only: bool = False
    rewrites: bool = False


def edit_of(given: Given) -> EditAsked:
    """What the parsed values ask for; raises `BadInput` with the argument's name."""
    begins = given.get("begins")
    return EditAsked(
        begins=None if begins is None else Outside(begins, "--from").day(),
        only=given.get("only") is True,
        rewrites=given.get("rewrite_past") is True,
    )


def page_name(name: str) -> str:
    """The name of a file that a browser takes for a page; raises `BadInput`."""
    if PurePath(name).suffix.lower() not in (".html", ".htm"):
        raise BadInput("not_a_page", file=name)
    return name
