"""What would another routine change, in words?"""

from collections.abc import Iterable
from typing import Final

from tracker.actions.views.difference import Difference
from tracker.domain.day import Day
from tracker.words.dates import day_month
from tracker.words.language import _, listed, ngettext

_RESTS: Final = ("paused", "resting", None)
_MOVES: Final = ("paused", "excused", "missed", "off_plan", "rests", "asked")
"""What can become of steps, in the order in which it is said."""


def effect_line(found: Iterable[Difference], last: Day, seen_from: Day) -> str:
    """How many steps become what: "3 November to 6 December: 22 missed steps become paused.".

    `last` is the last day that was compared. Empty where nothing changes that one would ask about:
    a step that rests for another reason than it did is no such thing.
    """
    told = [(one.day, move) for one in found if (move := _move(one))]
    moves = [move for _day, move in told]
    parts = [_counted(move, moves.count(move)) for move in _MOVES if move in moves]
    if not parts:
        return ""
    first = told[0][0]
    sentence = _("{first}: {moves}.") if first == last else _("{first} to {last}: {moves}.")
    return sentence.format(
        first=day_month(first, seen_from), last=day_month(last, seen_from), moves=listed(parts)
    )


def _move(one: Difference) -> str:
    """What becomes of a step on a day; empty for nothing to tell."""
    before = None if one.before is None else one.before.status
    after = None if one.after is None else one.after.status
    if before == "missed":
        return "paused" if after == "paused" else "excused"
    if before == "done" and after == "off_plan":
        return "off_plan"
    if before == "due" and after in _RESTS:
        return "rests"
    if after == "due" and before in _RESTS:
        return "asked"
    return "missed" if after == "missed" else ""


def _counted(move: str, count: int) -> str:
    forms = {
        "paused": ngettext(
            "{count} missed step becomes paused", "{count} missed steps become paused", count
        ),
        "excused": ngettext(
            "{count} step counts as missed no more", "{count} steps count as missed no more", count
        ),
        "missed": ngettext("{count} step counts as missed", "{count} steps count as missed", count),
        "off_plan": ngettext(
            "{count} ticked step counts as off plan",
            "{count} ticked steps count as off plan",
            count,
        ),
        "rests": ngettext("{count} step to come rests", "{count} steps to come rest", count),
        "asked": ngettext(
            "{count} more step is asked for", "{count} more steps are asked for", count
        ),
    }
    return forms[move].format(count=count)
