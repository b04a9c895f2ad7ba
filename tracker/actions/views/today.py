"""What does the Today page show?"""

from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from tracker.domain.day import Day
from tracker.domain.log import Rating
from tracker.domain.routine import Enforcement, Kind, Slot, StepId
from tracker.domain.rule.base import Phase, Status
from tracker.domain.slip import Slip

ComingKind: TypeAlias = Literal["turn", "back"]
DayMark: TypeAlias = Literal["done", "some", "missed", "paused"]
"""How a day went: all that counted was done, some of it, none; or everything was paused."""


class Quota(NamedTuple):
    """Which of the week's `times` uses this is or would be; `number` counts from 1."""

    number: int
    times: int


class StepCard(NamedTuple):
    """One step on one day.

    `back_on` is the next day on which it is asked for, by the forecast; None where none is in
    sight. `can_swap`: it gives way to another of its group today and may be ticked instead.
    `before` are steps of the slot to be done before this one that are still open (cleansing
    before a mask). `ticked_at` is local time; `said` is the reason given for a skip or an off-plan
    tick.
    """

    step: StepId
    name: str
    kind: Kind
    status: Status
    reason: str | None = None
    until: Day | None = None
    back_on: Day | None = None
    enforce: Enforcement = "advise"
    can_swap: bool = False
    note: str | None = None
    quota: Quota | None = None
    before: tuple[StepId, ...] = ()
    ticked_at: datetime | None = None
    said: str | None = None
    is_ahead: bool = False
    """Whether the day is still to come: then the step cannot be ticked yet."""
    slip: Slip | None = None
    """A turn of an earlier day that can still be made up; told today only."""
    last: Day | None = None
    """The step's last day, where it rests until then and is over before the reason is."""

    @property
    def is_ticked(self) -> bool:
        """Whether it was done that day, within the rules or not."""
        return self.status in ("done", "off_plan")

    @property
    def is_waiting(self) -> bool:
        """Whether it was asked for and can be ticked now: due, or left open on a day gone by."""
        return self.status in ("due", "missed", "open") and not self.is_ahead

    @property
    def is_resting(self) -> bool:
        """Whether the rules ask for rest and nothing was done."""
        return self.status in ("resting", "paused")


class SlotCard(NamedTuple):
    """The steps of one slot in their order.

    `asked` counts the steps that were asked for (due, or answered), `done` those of them that are
    done. `is_now` marks the slot of the present hour; `finished_at` is the local time of the
    last tick where nothing asked for is open.
    """

    slot: Slot
    cards: tuple[StepCard, ...]
    done: int
    asked: int
    is_now: bool
    finished_at: datetime | None = None

    @property
    def is_finished(self) -> bool:
        """Whether something was asked for and none of it is open."""
        return self.asked > 0 and self.done == self.asked


class PhaseBar(NamedTuple):
    """A cycle around the day: the phase before (None at the start), the running one, the next."""

    step: StepId
    name: str
    before: Phase | None
    running: Phase
    after: Phase
    day_number: int
    """Which day of the running phase it is, from 1."""


class Coming(NamedTuple):
    """What comes next of a step that is not an everyday one: a turn, or being back after rest."""

    step: StepId
    name: str
    day: Day
    kind: ComingKind


class WeekDay(NamedTuple):
    """A day of the week that is shown; no mark: nothing counted, or it is not over yet."""

    day: Day
    mark: DayMark | None


class Changeover(NamedTuple):
    """A phase that has just ended: `done` of `turns` decided turns in it, and what runs now."""

    step: StepId
    name: str
    slot: Slot
    over: Phase
    done: int
    turns: int
    running: Phase


class TodayView(NamedTuple):
    """The page for `day`; `today` is the real one.

    `week` is the week that holds `day`. `rating` is that of `day`. `has_steps`: whether there is
    any step at all, be it over or still to begin.
    """

    day: Day
    today: Day
    slots: tuple[SlotCard, ...]
    phases: tuple[PhaseBar, ...]
    coming: tuple[Coming, ...]
    week: tuple[WeekDay, ...]
    rating: Rating | None
    changeovers: tuple[Changeover, ...]
    has_steps: bool

    @property
    def is_today(self) -> bool:
        """Whether the day that is shown is the one that runs."""
        return self.day == self.today

    @property
    def is_ahead(self) -> bool:
        """Whether the day that is shown is still to come."""
        return self.day > self.today

    @property
    def has_routine(self) -> bool:
        """Whether there is any step to show that day."""
        return any(slot.cards for slot in self.slots)


class StreakView(NamedTuple):
    """The day streak: days in a row, running and best."""

    current: int
    best: int
