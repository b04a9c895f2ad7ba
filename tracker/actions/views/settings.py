"""What does the Settings page show?"""

from datetime import datetime
from typing import Final, NamedTuple

from tracker.actions.ports import Reading
from tracker.actions.settings import goes_back
from tracker.domain.day import Day, Weekday, day_of
from tracker.domain.routine import WeekStart
from tracker.domain.settings import (
    SLOT_TIMES,
    day_starts_at,
    forgives_slip,
    names_steps,
    wants_reminders,
    week_starts,
)

LATEST_START: Final = 6
"""The latest hour that is offered as a day's first: a later one would cut mornings in two."""


class SettingsView(NamedTuple):
    """Every setting as it is in force, at a moment of `today`.

    `closed_hours` are those of the hours up to `LATEST_START` at which days cannot begin just now,
    since it would be yesterday again. `week_start` is the weekday in force, `week_next` another
    one that was chosen and holds from its day on. Times are "HH:MM"; `day_threshold`, `theme` and
    `language` are codes.
    """

    today: Day
    day_starts_at: int
    closed_hours: frozenset[int]
    week_start: Weekday
    week_next: WeekStart | None
    morning_at: str
    evening_at: str
    reminders: bool
    reminder_names: bool
    forgive_slip: bool
    day_threshold: str
    theme: str
    language: str


def settings_view(reading: Reading, now: datetime) -> SettingsView:
    """The settings at the local moment `now`."""
    kept = reading.settings()
    hour = day_starts_at(kept)
    today = day_of(now, hour)
    starts = week_starts(kept)
    in_force = [one for one in starts if one.begins is None or one.begins <= today]
    return SettingsView(
        today=today,
        day_starts_at=hour,
        closed_hours=frozenset(
            other for other in range(LATEST_START + 1) if goes_back(now, hour, other)
        ),
        week_start=in_force[-1].weekday if in_force else "mon",
        week_next=next(iter(starts[len(in_force) :]), None),
        morning_at=str(kept.get("morning_at", SLOT_TIMES["morning"])),
        evening_at=str(kept.get("evening_at", SLOT_TIMES["evening"])),
        reminders=wants_reminders(kept),
        reminder_names=names_steps(kept),
        forgive_slip=forgives_slip(kept),
        day_threshold=str(kept.get("day_threshold", "all")),
        theme=str(kept.get("theme", "system")),
        language=str(kept.get("language", "system")),
    )
