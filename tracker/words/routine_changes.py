"""What would a change of the routine do, in words: for its step, and for the others?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from tracker.actions.views.difference import Difference
from tracker.domain.day import Day
from tracker.domain.routine import StepId
from tracker.domain.row import Row
from tracker.words.dates import short_day, weekday_day
from tracker.words.language import _, ngettext
from tracker.words.reasons import reason_words, status_word


class Move(NamedTuple):
    """Days in a row on which the same becomes the same: which days, what it is, what it will be."""

    days: str
    before: str
    after: str


def changes_title() -> str:
    """Over the days that would be others."""
    return _("What changes")


def changes_span(days: int) -> str:
    """How far one looks from today."""
    return _("the next {count} days").format(count=days)


def changes_from(first: Day, last: Day, today: Day) -> str:
    """Where one looks from another day on."""
    return _span(first, last, today)


def rewritten_days(found: Iterable[Difference], today: Day) -> str:
    """On how many days gone by something would have another status."""
    days = {
        one.day for one in found if one.day < today and _status(one.before) != _status(one.after)
    }
    if not days:
        return _("No day gone by gets another status.")
    return ngettext(
        "{count} day gone by gets another status.",
        "{count} days gone by get another status.",
        len(days),
    ).format(count=len(days))


def _status(row: Row | None) -> str | None:
    return None if row is None else row.status


def looked_up_to(day: Day, today: Day) -> str:
    """Where a change begins too long ago for all of its days to be looked at."""
    return _("What changes is worked out up to {day} only.").format(day=weekday_day(day, today))


def as_it_is() -> str:
    """Over what they are now."""
    return _("as it is")


def as_it_will_be() -> str:
    """Over what they would be."""
    return _("as it will be")


def nothing_changes() -> str:
    """Where no day would be another one."""
    return _("No day changes.")


def more_changes(count: int) -> str:
    """Those for which there is no room."""
    return ngettext(
        "{count} more day changes after these.", "{count} more days change after these.", count
    ).format(count=count)


def know_title() -> str:
    """Over what else follows."""
    return _("Good to know")


def moves(
    found: Sequence[Difference], step: StepId, names: Mapping[StepId, str], today: Day
) -> list[tuple[Move, int]]:
    """What becomes of a step, days in a row with the same change joined; and how many they are."""
    runs: list[tuple[Day, Day, str, str]] = []
    for one in (each for each in found if each.step == step):
        before, after = _row_words(one.before, names), _row_words(one.after, names)
        if before == after:
            continue
        if runs and _goes_on(runs[-1], (one.day, before, after)):
            runs[-1] = (runs[-1][0], one.day, before, after)
        else:
            runs.append((one.day, one.day, before, after))
    return [
        (Move(_span(first, last, today), before, after), (last - first).days + 1)
        for first, last, before, after in runs
    ]


def _goes_on(run: tuple[Day, Day, str, str], following: tuple[Day, str, str]) -> bool:
    day, *said = following
    return run[1] == day - timedelta(days=1) and list(run[2:]) == said


def _span(first: Day, last: Day, today: Day) -> str:
    if first == last:
        return short_day(first, today)
    return _("{first} to {last}").format(first=short_day(first, today), last=short_day(last, today))


def _row_words(row: Row | None, names: Mapping[StepId, str]) -> str:
    if row is None:
        return _("Not there")
    if row.reason is not None and row.status == "resting":
        return reason_words(row.reason, names)
    return status_word(row.status)


def others_lines(
    found: Iterable[Difference], step: StepId, names: Mapping[StepId, str]
) -> list[str]:
    """What becomes of the turns of every other step."""
    turns: dict[StepId, int] = {}
    for one in found:
        if one.step != step:
            turns[one.step] = turns.get(one.step, 0) + _due(one.after) - _due(one.before)
    return [_other(names.get(other, other), count) for other, count in turns.items() if count]


def _due(row: Row | None) -> int:
    return 1 if row is not None and row.status in ("due", "missed", "open", "moved") else 0


def _other(name: str, count: int) -> str:
    more = ngettext("{name} gets {count} turn more.", "{name} gets {count} turns more.", count)
    fewer = ngettext("{name} gets {count} turn fewer.", "{name} gets {count} turns fewer.", -count)
    return (more if count > 0 else fewer).format(name=name, count=abs(count))
