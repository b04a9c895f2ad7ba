"""Begin with a routine."""

from tracker.actions.change import Change
from tracker.actions.ports import Store
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput


def set_up(store: Store, diary: Diary, preset: str) -> Change | None:
    """Take the steps and groups of `diary`, a preset on its first day, as the routine.

    Raises `BadInput` "routine_exists" where there is one already.
    """
    with store.writing("set_up", preset=preset) as work:
        if work.routine().steps:
            raise BadInput("routine_exists", preset=preset)
        work.put(*diary.steps, *diary.groups)
    return work.change
