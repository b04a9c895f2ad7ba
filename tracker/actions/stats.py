"""How steadily was the routine kept, in figures, over a range that ends today?"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final, Literal, NamedTuple, TypeAlias

from tracker.actions.ports import Reading
from tracker.domain import measure
from tracker.domain.day import Day
from tracker.domain.plan import plan
from tracker.domain.routine import Routine, Slot, Step, StepId
from tracker.domain.row import Row
from tracker.domain.settings import Json, day_threshold, forgives_slip
from tracker.domain.turn import Turn, turns_of

RangeName: TypeAlias = Literal["30d", "90d", "year", "all"]
RANGES: Final[dict[RangeName, int | None]] = {"30d": 30, "90d": 90, "year": 365, "all": None}
"""The ranges and their days; None: from the first step's start."""


class StepStats(NamedTuple):
    """One step: counts over the range, the last 30 days, and what runs through all time.

    `turns` are the decided ones, `done` and `missed` their parts; `excused` are skips.
    """

    step: StepId
    name: str
    turns: int
    done: int
    missed: int
    excused: int
    adherence_30: measure.Ratio
    trend: float | None
    streak: measure.Streak
    slot: Slot


class Stats(NamedTuple):
    """The figures of a range; `overall` and `on_plan` are shares from 0 to 1, None without data.

    `done` of `turns` steps is another figure than `overall`, which is a mean of days.
    """

    day: Day
    range: RangeName
    overall: float | None
    turns: measure.Ratio
    day_streak: measure.DayStreak
    on_plan: float | None
    steps: tuple[StepStats, ...]


class Lived(NamedTuple):
    """All days of a routine up to `today`: what every figure is read off, worked out once."""

    today: Day
    routine: Routine
    settings: Mapping[str, Json]
    rows: Sequence[Row]
    turns: Sequence[Turn]

    @property
    def begins(self) -> Day:
        """The first step's start; today where there is no step."""
        return min((step.start for step in self.routine.steps), default=self.today)

    def first(self, range_name: RangeName) -> Day:
        """The first day of a range."""
        length = RANGES[range_name]
        return self.begins if length is None else self.today - timedelta(days=length - 1)


def stats(reading: Reading, today: Day, range_name: RangeName = "all") -> Stats:
    """The figures as at `today`; streaks and trends look at all time whatever the range."""
    routine = reading.routine()
    begins = min((step.start for step in routine.steps), default=today)
    rows = plan(routine, reading.log(), begins, today, today)
    return figures(Lived(today, routine, reading.settings(), rows, turns_of(rows)), range_name)


def figures(lived: Lived, range_name: RangeName) -> Stats:
    """The figures of a range, read off what was lived."""
    today, settings, first = lived.today, lived.settings, lived.first(range_name)
    ranged = [turn for turn in lived.turns if turn.day >= first]
    by_step: dict[StepId, list[Turn]] = {step.id: [] for step in lived.routine.steps}
    for turn in lived.turns:
        by_step[turn.step].append(turn)
    return Stats(
        today,
        range_name,
        measure.consistency(ranged),
        _ratio(ranged),
        measure.day_streak(lived.turns, today, day_threshold(settings)),
        measure.on_plan(row for row in lived.rows if row.day >= first),
        tuple(
            _of_step(step, by_step[step.id], first, today, forgiving=forgives_slip(settings))
            for step in lived.routine.ordered()
        ),
    )


def _of_step(step: Step, own: list[Turn], first: Day, today: Day, *, forgiving: bool) -> StepStats:
    ranged = [turn for turn in own if turn.day >= first]
    counted = _ratio(ranged)
    return StepStats(
        step.id,
        step.name,
        counted.turns,
        counted.done,
        counted.turns - counted.done,
        sum(turn.outcome == "excused" for turn in ranged),
        measure.adherence(own, today),
        measure.trend(own),
        measure.step_streak(own, forgiving=forgiving),
        step.slot,
    )


def _ratio(turns: list[Turn]) -> measure.Ratio:
    outcomes = [turn.outcome for turn in turns if turn.is_decided]
    return measure.Ratio(outcomes.count("done"), len(outcomes))
