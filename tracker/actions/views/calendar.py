"""What does the Calendar page show?"""

from typing import Literal, NamedTuple, TypeAlias

from tracker.actions.known_pauses import KnownPause
from tracker.actions.views.today import DayMark, SlotCard
from tracker.domain.day import Day
from tracker.domain.log import Rating
from tracker.domain.routine import Pause, Routine, StepId, Treatment
from tracker.domain.rule.base import Phase

MaskMark: TypeAlias = Literal["done", "planned", "missed", "moved", "skipped"]
"""How it stands with the mask of a day: `moved` was made up on another."""


class CalendarDay(NamedTuple):
    """One day of a month's weeks.

    `mark` is how it went; None where it is not over, or nothing was asked. `mask` is None on a day
    without a mask. `off_plan` and `skipped` count steps; `treatments` are the names of
    the day's own, `is_recovering` says whether the rest after one covers the day. `phases` says
    for each band of the month whether it is on; None where its cycle does not run.
    """

    day: Day
    is_of_month: bool
    mark: DayMark | None = None
    mask: MaskMark | None = None
    off_plan: int = 0
    skipped: int = 0
    is_paused: bool = False
    treatments: tuple[str, ...] = ()
    is_recovering: bool = False
    phases: tuple[bool | None, ...] = ()
    is_changed: bool = False
    """Whether the day would be another than it is by the plan as it stands."""


class Band(NamedTuple):
    """A step whose cycle is drawn through the weeks; `running` is its phase on the shown day."""

    step: StepId
    name: str
    running: Phase | None


class Totals(NamedTuple):
    """What the days of a month up to today came to: `done` of `turns` decided turns."""

    done: int = 0
    turns: int = 0
    skipped: int = 0
    off_plan: int = 0


class DayView(NamedTuple):
    """One day in full, with the pauses and the treatments whose days it is among.

    `is_in_reach`: whether it lies within the days of which a plan can be asked.
    """

    day: Day
    slots: tuple[SlotCard, ...]
    rating: Rating | None
    pauses: tuple[Pause, ...]
    treatments: tuple[Treatment, ...]
    is_in_reach: bool


class CalendarView(NamedTuple):
    """The weeks around the shown day's month, and that day.

    Each week has seven places; at the ends of all time some hold no day. `routine` is the one that
    is kept, and `pauses` are its pauses as they were entered; `is_supposed` says whether another
    is looked at, as it would be.
    """

    today: Day
    weeks: tuple[tuple[CalendarDay | None, ...], ...]
    bands: tuple[Band, ...]
    totals: Totals
    shown: DayView
    routine: Routine
    is_supposed: bool
    pauses: tuple[KnownPause, ...] = ()

    @property
    def has_steps(self) -> bool:
        """Whether there is any step at all."""
        return bool(self.routine.steps)

    @property
    def day(self) -> Day:
        """The day that is shown in full."""
        return self.shown.day

    @property
    def days(self) -> tuple[CalendarDay, ...]:
        """Every day of the weeks."""
        return tuple(one for week in self.weeks for one in week if one is not None)
