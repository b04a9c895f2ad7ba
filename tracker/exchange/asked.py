"""What does a command line ask for?"""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import NOTE_LENGTH, Outside
from tracker.domain.product import FACETS, Facet, range_of

if TYPE_CHECKING:
    # At run time it would bring all of the measures with it, which a plan does not need.
    from tracker.actions.stats import RangeName
    from tracker.exchange.edit_asked import EditAsked
    from tracker.exchange.foreign_asked import ForeignAsked
    from tracker.exchange.life_asked import LifeAsked

Given: TypeAlias = Mapping[str, object]
"""The values of a parsed command line: texts, flags and absent ones."""

LONGEST_YEARS: Final = 40
"""The longest range of days that a plan is made for."""
_RANGES: Final[tuple["RangeName", ...]] = ("30d", "90d", "year", "all")
_COPIES: Final = frozenset(("backup", "restore"))
"""Commands whose file is a database, whatever its name ends in."""
_LIFE: Final = frozenset(("pause", "resume", "shift", "treat"))
"""Parts of `routine` that take more than others; read where they are asked for."""
_EDIT: Final = frozenset(("set", "diff", "card"))
"""And these."""
_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")


class Asked(NamedTuple):
    """A command with its arguments, checked; what a command does not take keeps its default.

    `first` and `last` are the days of a plan, None for today. `day` is the day that a deed is
    logged for, `today` stands in for the clock. Without `yes` nothing is deleted. `is_demo`: it is
    asked of a throw-away copy. `foreign` is for a file of another program, `is_table` for a table
    to write.
    """

    command: str
    data_dir: str | None = None
    as_json: bool = False
    today: Day | None = None
    first: Day | None = None
    last: Day | None = None
    day: Day | None = None
    step: str = ""
    anyway: bool = False
    reason: str | None = None
    marks: Mapping[str, int] = {}
    note: str | None = None
    range_name: "RangeName" = "all"
    file: str = ""
    dry_run: bool = False
    preset: str = ""
    start: Day | None = None
    choice: str | None = None
    is_demo: bool = False
    lists: bool = False
    yes: bool = False
    salvages: bool = False
    life: "LifeAsked | None" = None
    edit: "EditAsked | None" = None
    foreign: "ForeignAsked | None" = None
    is_table: bool = False


def asked_of(given: Given) -> Asked:
    """The command that the parsed values ask for; raises `BadInput` with the argument's name."""
    first, last = _days(_text(given, "days"))
    return Asked(
        command=" ".join(filter(None, (_text(given, "command"), _text(given, "part")))),
        data_dir=_text(given, "data_dir"),
        as_json=given.get("json") is True,
        today=_day(given, "today"),
        first=first,
        last=last,
        day=_day(given, "day"),
        step=_text(given, "step") or "",
        anyway=given.get("anyway") is True,
        reason=_long_text(given, "reason"),
        marks=_marks(given),
        note=_long_text(given, "note"),
        range_name=_range(given),
        file=_file(given),
        lists=given.get("list") is True,
        yes=given.get("yes") is True,
        salvages=given.get("salvage") is True,
        dry_run=given.get("dry_run") is True,
        preset=_text(given, "preset") or "",
        start=_day(given, "start"),
        choice=_text(given, "choice"),
        is_demo=_demo(given),
        life=_life(given),
        edit=_edit(given),
        foreign=_foreign(given),
        is_table=_text(given, "command") == "export" and _format(given) == "csv",
    )


def _life(given: Given) -> "LifeAsked | None":
    """What pause, resume, shift and treat take besides."""
    if _text(given, "part") not in _LIFE:
        return None
    from tracker.exchange.life_asked import life_of  # noqa: PLC0415, no other command needs it

    return life_of(given)


def _edit(given: Given) -> "EditAsked | None":
    """What set, diff and card take besides."""
    if _text(given, "part") not in _EDIT:
        return None
    from tracker.exchange.edit_asked import edit_of  # noqa: PLC0415, no other command needs it

    return edit_of(given)


def _foreign(given: Given) -> "ForeignAsked | None":
    """What import takes besides for a file of another program; None for one of ours."""
    if _text(given, "command") != "import":
        return None
    from tracker.exchange.foreign_asked import foreign_of  # noqa: PLC0415, no other command needs it

    return foreign_of(given)


def _demo(given: Given) -> bool:
    """Whether a throw-away copy is asked for; raises where a folder is named as well."""
    is_demo = given.get("demo") is True
    if is_demo and _text(given, "data_dir") is not None:
        raise BadInput("demo_with_folder", where="--data-dir")
    return is_demo


def _file(given: Given) -> str:
    """The file's name; raises where neither it nor `--format` names a format that we know."""
    name = _text(given, "file") or ""
    if _text(given, "command") in _COPIES:
        return name
    if _text(given, "part") == "card":
        from tracker.exchange.edit_asked import page_name  # noqa: PLC0415, nor this

        return page_name(name)
    if _text(given, "command") == "export" and _format(given) not in ("json", "csv"):
        raise BadInput("unknown_export_format", file=name)
    if _text(given, "part") in _EDIT and _format(given) != "json":
        raise BadInput("unknown_format", file=name)
    return name


def _format(given: Given) -> str:
    """What a file is, by what is said of it or else by its name."""
    name = _text(given, "file") or ""
    return _text(given, "format") or name.rpartition(".")[2].lower()


def _text(given: Given, name: str) -> str | None:
    value = given.get(name)
    return value if isinstance(value, str) else None


def _long_text(given: Given, name: str) -> str | None:
    value = _text(given, name)
    return None if value is None else Outside(value, f"--{name}").text(NOTE_LENGTH)


def _day(given: Given, name: str) -> Day | None:
    value = _text(given, name)
    return None if value is None else Outside(value, f"--{name}").day()


def _days(text: str | None) -> tuple[Day | None, Day | None]:
    """The first and last day of "DAY" or "FROM..TO"."""
    if text is None:
        return None, None
    begins, dots, ends = text.partition("..")
    first = Outside(begins, "FROM" if dots else "DAY").day()
    last = Outside(ends, "TO").day() if dots else first
    if last < first:
        raise BadInput("range_backwards", got=text)
    if last - first > timedelta(days=LONGEST_YEARS * 366):
        raise BadInput("range_too_long", got=text, most=LONGEST_YEARS)
    return first, last


def _range(given: Given) -> "RangeName":
    name = _text(given, "range") or "all"
    return Outside(name, "--range").one_of(_RANGES)


def _marks(given: Given) -> dict[str, int]:
    """The marks that are given, each within its range."""
    texts = {facet: _text(given, facet) for facet in FACETS}
    return {facet: _mark(facet, text) for facet, text in texts.items() if text is not None}


def _mark(facet: Facet, text: str) -> int:
    value = int(text) if _WHOLE.fullmatch(text) else text
    outside = Outside(value, "N" if facet == "overall" else f"--{facet}")
    return outside.number(*range_of(facet))
