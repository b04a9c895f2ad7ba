"""What is there to remind the person of right now?"""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Reading
from tracker.domain.day import ONE_DAY, Day, day_of
from tracker.domain.reminder import Reminder, reminders_of, timely
from tracker.domain.routine import StepId
from tracker.domain.settings import day_starts_at, names_steps, wants_reminders


class Reminders(NamedTuple):
    """What is to be said at a moment of `today`; `names` are the steps' names by id.

    `is_named`: whether steps may be named where others can read it.
    """

    today: Day
    due: tuple[Reminder, ...] = ()
    names: Mapping[StepId, str] = {}
    is_named: bool = False


def reminders(now: datetime, reading: Reading) -> Reminders:
    """Everything whose time has come, and that is still to be done, at the local moment `now`.

    Reads the log only where something's time has come.
    """
    settings = reading.settings()
    today = day_of(now, day_starts_at(settings))
    if not wants_reminders(settings):
        return Reminders(today)
    routine = reading.routine()
    subjects = timely(routine, settings, today, now)
    rows = plan_rows(reading, today, today + ONE_DAY, today) if subjects else []
    names = routine.names()
    return Reminders(today, reminders_of(subjects, rows, today), names, names_steps(settings))
