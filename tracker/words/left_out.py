"""What of a file was left out, and why?"""

from collections.abc import Iterable, Mapping
from typing import Final

from tracker.domain.day import FIRST_DAY, Day
from tracker.domain.errors import Fact
from tracker.words.dates import weekday_day
from tracker.words.language import _

_NOTHING: Final = {"step": "", "day": "", "got": ""}


def left_out_line(where: str, code: str, facts: Mapping[str, Fact] | None = None) -> str:
    """One thing that was left out: its place, and the reason."""
    return left_out_lines([(where, code, facts or {})])[0]


def left_out_lines(rows: Iterable[tuple[str, str, Mapping[str, Fact]]]) -> list[str]:
    """Many of them: each its place, a code for the reason, and facts."""
    reasons = _reasons()
    usual = _("{where}: left out.")
    return [
        reasons.get(code, usual).format_map({**_NOTHING, **_all_shown(facts), "where": where})
        for where, code, facts in rows
    ]


def _reasons() -> dict[str, str]:
    return {
        "unknown_key": _("{where}: not known here, left out."),
        "machine_setting": _("{where}: belongs to another machine, left out."),
        "same_twice_left_out": _("{where}: there twice, one of them left out."),
        "second_skip": _("{where}: the skip of {step} on {day} gave way to another entry."),
        "second_tick": _("{where}: the tick of {step} on {day} is there twice, one left out."),
        "day_to_come": _("{where}: is of a day still to come, left out."),
        "differs": _("{where}: differs from what is kept, which stays as it is."),
        "tick_kept": _("{where}: the skip was left out, because the step is ticked."),
        "skip_replaced": _("{where}: the tick took the place of a skip."),
        "not_of_routine": _("{where}: is no part of the routine, left out. See import."),
        "in_two_groups": _("{where}: left out, because a step of it is in another group."),
        **_foreign_rows(),
    }


def _foreign_rows() -> dict[str, str]:
    """A row of another program's file."""
    return {
        "automatic": _("{where}: filled in by the other program and not by hand, left out."),
        "goal_missed": _("{where}: {got} is not what the goal asks for, left out."),
        "no_day": _("{where}: {got} is no day, left out."),
        "day_out_of_range": _("{where}: {got} is not between 1900 and 2999, left out."),
        "unknown_value": _("{where}: {got} says neither done nor left, left out."),
        "unknown_mood": _("{where}: the mood {got} has no number here, left out."),
        "second_rating": _("{where}: another mood of {day}, left out."),
        "rated_already": _("{where}: {day} is rated already, which stays as it is."),
        "no_such_habit": _("{where}: of a habit that is not in the file, left out."),
        "name_not_storable": _("{where}: no name that can be kept, left out."),
        "note_not_storable": _("{where}: only its note was left out, which cannot be kept."),
        "note_without_deed": _("{where}: a note where nothing was done, left out."),
        "after_end": _("{where}: after the last day of {step}, left out."),
    }


def _all_shown(facts: Mapping[str, Fact]) -> dict[str, str]:
    return {key: _shown(value) for key, value in facts.items()}


def _shown(value: Fact) -> str:
    return weekday_day(value, FIRST_DAY) if isinstance(value, Day) else str(value)
