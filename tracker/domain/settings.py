"""What may a setting be, and what holds where the person has set nothing?"""

from collections.abc import Callable, Mapping
from datetime import time
from typing import Final, NamedTuple, TypeAlias

from tracker.domain.day import WEEKDAYS
from tracker.domain.outside import Outside
from tracker.domain.routine import Slot, WeekStart

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
"""A value that JSON can hold."""

DAY_STARTS_AT: Final = 4
"""The hour at which a day begins."""
SLOT_TIMES: Final[Mapping[Slot, str]] = {"morning": "07:30", "evening": "21:00"}
"""When a slot's steps are usually done, as HH:MM."""
MACHINE_SETTINGS: Final = frozenset(("theme", "language"))
"""Settings that belong to this machine and stay out of what is exported."""

STEP_UP_ANSWERED: Final = "step_up_answered"
"""The setting that notes the answer to the offer of three times a week."""


class Setting(NamedTuple):
    """One setting: its key and a value that JSON can hold."""

    key: str
    value: Json


def read_week_starts(outside: Outside) -> tuple[WeekStart, ...]:
    """A weekday for good, or a list of weekdays each with the day from which it holds."""
    if not isinstance(outside.value, list):
        return (WeekStart(outside.one_of(WEEKDAYS)),)
    starts = [(item.key("from").day(), item) for item in outside.elements()]
    starts.sort(key=lambda start: start[0])
    return tuple(WeekStart(item.key("day").one_of(WEEKDAYS), begins) for begins, item in starts)


def check_setting(key: str, outside: Outside) -> bool:
    """Whether `key` is a setting that we know; raises `BadInput` where its value is unusable."""
    check = _CHECKS.get(key)
    if check is not None:
        check(outside)
    return check is not None


def week_starts(settings: Mapping[str, Json]) -> tuple[WeekStart, ...]:
    """On which weekday weeks begin; Monday where nothing is set."""
    value = settings.get("week_start", "mon")
    return read_week_starts(Outside(value, "settings.week_start"))


def day_starts_at(settings: Mapping[str, Json]) -> int:
    """The hour, 0 to 12, at which a day begins."""
    value = settings.get("day_starts_at", DAY_STARTS_AT)
    return Outside(value, "settings.day_starts_at").number(0, 12)


def day_threshold(settings: Mapping[str, Json]) -> float:
    """The share of a day's turns, 0 to 1, from which the day counts for the streak."""
    value = settings.get("day_threshold", "all")
    return _THRESHOLDS[Outside(value, "settings.day_threshold").one_of(tuple(_THRESHOLDS))]


def forgives_slip(settings: Mapping[str, Json]) -> bool:
    """Whether a step's streak forgives one slip in seven turns."""
    return Outside(settings.get("forgive_slip", False), "settings.forgive_slip").flag()


def slot_time(settings: Mapping[str, Json], slot: Slot) -> time:
    """The local time at which the steps of a slot are usually done."""
    value = settings.get(f"{slot}_at", SLOT_TIMES[slot])
    return Outside(value, f"settings.{slot}_at").time()


def wants_reminders(settings: Mapping[str, Json]) -> bool:
    """Whether mask days and turns of a phase are announced."""
    return Outside(settings.get("reminders", True), "settings.reminders").flag()


def names_steps(settings: Mapping[str, Json]) -> bool:
    """Whether a reminder names the step, which can then be read on a locked screen."""
    return Outside(settings.get("reminder_names", False), "settings.reminder_names").flag()


def was_asked_to_step_up(settings: Mapping[str, Json]) -> bool:
    """Whether the person has answered if a lotion is to be had more often; it is asked once."""
    return Outside(settings.get(STEP_UP_ANSWERED, False), f"settings.{STEP_UP_ANSWERED}").flag()


_THRESHOLDS: Final[dict[str, float]] = {"all": 1.0, "most": 0.8, "half": 0.5}
_CHECKS: Final[dict[str, Callable[[Outside], object]]] = {
    "week_start": read_week_starts,
    "day_starts_at": lambda outside: outside.number(0, 12),
    "day_threshold": lambda outside: outside.one_of(tuple(_THRESHOLDS)),
    "forgive_slip": Outside.flag,
    "morning_at": Outside.time,
    "evening_at": Outside.time,
    "reminders": Outside.flag,
    "reminder_names": Outside.flag,
    STEP_UP_ANSWERED: Outside.flag,
    "language": Outside.text,
    "theme": lambda outside: outside.one_of(("system", "light", "dark")),
}
