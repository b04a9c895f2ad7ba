"""Bring in what was kept in another program, each habit as a step that is there or as a new one."""

from typing import NamedTuple

from tracker.actions.becoming import Wishes, checked
from tracker.actions.brought import Brought, bringing
from tracker.actions.change import Change
from tracker.actions.ports import Clock, Everything, Store
from tracker.actions.present import today as present_day
from tracker.domain.day import Day
from tracker.domain.foreign import Foreign


class BroughtIn(NamedTuple):
    """What was found, and the one action that it became; None where it changed nothing."""

    brought: Brought
    change: Change | None


def brought_in(reading: Everything, today: Day, foreign: Foreign, wishes: Wishes) -> Brought:
    """What bringing it in would do on `today`; writes nothing.

    Raises `BadInput` "no_such_habit", "no_such_step" or "too_many_steps".
    """
    diary = reading.diary()
    return bringing(diary, today, foreign, checked(wishes, foreign, diary.routine()))[1]


def bring_in(store: Store, clock: Clock, foreign: Foreign, wishes: Wishes) -> BroughtIn:
    """Bring it in, as one action; raises as `brought_in` does, and has then changed nothing."""
    with store.writing("merge") as work:
        diary = work.diary()
        found = checked(wishes, foreign, diary.routine())
        records, brought = bringing(diary, present_day(work, clock), foreign, found)
        work.put(*records)
    return BroughtIn(brought, work.change)
