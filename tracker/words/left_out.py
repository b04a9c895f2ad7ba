"""What of a file was left out, and why?"""

from collections.abc import Mapping

from tracker.domain.day import FIRST_DAY, Day
from tracker.domain.errors import Fact
from tracker.words.dates import weekday_day
from tracker.words.language import _


def left_out_line(where: str, code: str, facts: Mapping[str, Fact] | None = None) -> str:
    """One thing that was left out: its place, and the reason."""
    reasons = {
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
    }
    reason = reasons.get(code, _("{where}: left out."))
    given = {key: _shown(value) for key, value in (facts or {}).items()}
    return reason.format_map({"step": "", "day": "", **given, "where": where})


def _shown(value: Fact) -> str:
    return weekday_day(value, FIRST_DAY) if isinstance(value, Day) else str(value)
