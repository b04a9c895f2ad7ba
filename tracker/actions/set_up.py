"""Begin with a routine."""

from datetime import datetime

from tracker.actions.change import Change
from tracker.actions.ports import Store
from tracker.actions.settings import all_checked
from tracker.domain.day import ONE_DAY, Day, is_evening
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput


def set_up(store: Store, diary: Diary, preset: str) -> Change | None:
    """Take the steps, groups and settings of `diary`, a preset on its first day, as the routine.

    Raises `BadInput` "routine_exists" where there is one already, and what `set_setting` raises.
    """
    settings = all_checked(diary.settings)
    with store.writing("set_up", preset=preset) as work:
        if work.routine().steps:
            raise BadInput("routine_exists", preset=preset)
        work.put(*settings, *diary.steps, *diary.groups)
    return work.change


def begun(diary: Diary, today: Day, now: datetime) -> Diary:
    """A preset that starts `today`, as it is begun at the local moment `now`.

    Where the morning is over its steps start tomorrow: nobody has missed what nobody asked for.
    Their schedules still count from today, so that phases begin on the day of set-up.
    """
    if not is_evening(now, today):
        return diary
    return diary._replace(
        steps=tuple(
            step._replace(start=today + ONE_DAY)
            if step.slot == "morning" and step.start == today
            else step
            for step in diary.steps
        )
    )
