"""What went wrong, where, and what mends it?

One line for every code that is raised anywhere; a test reads the source and looks for each.
"""

from collections.abc import Mapping
from datetime import date

from tracker.domain.day import FIRST_DAY, Day
from tracker.domain.errors import Fact, NewerData, Refused, TrackerError
from tracker.words.dates import weekday_day
from tracker.words.faults import sentences
from tracker.words.language import _
from tracker.words.reasons import reason_words
from tracker.words.table import plain


def error_line(error: TrackerError, names: Mapping[str, str] | None = None) -> str:
    """An expected failure as one line that says what, where and the mend.

    `names` are the steps' names by id, for a refusal that speaks of another step. A fact `file`
    names the file in front of it.
    """
    if isinstance(error, Refused):
        return _refusal(error, names or {})
    template = sentences().get(error.code, _unforeseen(error))
    seen_from = _seen_from(error, "today")
    shown = {key: _shown(value, seen_from) for key, value in error.facts.items()}
    shown |= _parts(error)
    facts = _Shown(shown, code=error.code)
    line = template.format_map(facts)
    if "file" in error.facts:
        line = _("{file}: {fault}").format(file=facts["file"], fault=line)
    return plain(" ".join(line.split()))


class _Shown(dict[str, str]):
    """Facts as text; one that is missing shows as a gap and not as another failure."""

    def __missing__(self, key: str) -> str:
        del key
        return "…"


def _parts(error: TrackerError) -> dict[str, str]:
    """What was found where it is a part of the document, which is told by its type alone."""
    said = {"list": _("a list"), "dict": _("a table of keys and values")}
    got = error.facts.get("got")
    return {"got": said[got]} if isinstance(got, str) and got in said else {}


def _seen_from(error: TrackerError, *names: str) -> Day:
    """The first of these days that is told, and never one that is shown; else each has its year."""
    told = (error.facts.get(name) for name in names)
    return next((day for day in told if isinstance(day, date)), FIRST_DAY)


def _shown(value: Fact, seen_from: Day) -> str:
    return weekday_day(value, seen_from) if isinstance(value, date) else str(value)


def _unforeseen(error: TrackerError) -> str:
    if isinstance(error, NewerData):
        return _("This was written by a newer version of the program. Update the program first.")
    return _("This did not work ({code}).")


def _refusal(error: Refused, names: Mapping[str, str]) -> str:
    """Which step rests, why, and until when."""
    until = error.facts.get("until")
    filled = {
        "name": str(error.facts.get("name") or error.facts.get("step") or _("This step")),
        "reason": reason_words(error.code, names),
    }
    if until is None:
        return _("{reason}: {name} rests.").format(**filled)
    return _("{reason}: {name} rests until {day}.").format(
        day=_shown(until, _seen_from(error, "today", "day")), **filled
    )


def mend_of_refusal(refused: Refused) -> str:
    """How to go on from a refusal on the command line; empty where there is no way."""
    enforce = refused.facts.get("enforce")
    if enforce == "strict":
        return _("To log it all the same, add --anyway and --reason TEXT.")
    return _("To log it all the same, add --anyway.") if enforce == "advise" else ""
