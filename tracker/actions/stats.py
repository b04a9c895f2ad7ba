"""How steadily was the routine kept, in figures, over a range that ends today?"""

from datetime import timedelta
from typing import Final, Literal, NamedTuple, TypeAlias

from tracker.actions.ports import Reading
from tracker.domain import measure
from tracker.domain.day import Day
from tracker.domain.plan import plan
from tracker.domain.routine import StepId
from tracker.domain.row import Row
from tracker.domain.settings import day_threshold, forgives_slip
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


def stats(reading: Reading, today: Day, range_name: RangeName = "all") -> Stats:
    """The figures as at `today`; streaks and trends look at all time whatever the range."""
    routine, settings = reading.routine(), reading.settings()
    begins = min((step.start for step in routine.steps), default=today)
    rows = plan(routine, reading.log(), begins, today, today)
    length = RANGES[range_name]
    first = begins if length is None else today - timedelta(days=length - 1)
    turns = turns_of(rows)
    ranged = [turn for turn in turns if turn.day >= first]
    return Stats(
        today,
        range_name,
        measure.consistency(ranged),
        _ratio(ranged),
        measure.day_streak(turns, today, day_threshold(settings)),
        measure.on_plan(_from(rows, first)),
        tuple(
            _of_step(step.id, step.name, turns, first, today, forgiving=forgives_slip(settings))
            for step in routine.ordered()
        ),
    )


def _of_step(
    step: StepId, name: str, turns: list[Turn], first: Day, today: Day, *, forgiving: bool
) -> StepStats:
    own = [turn for turn in turns if turn.step == step]
    ranged = [turn for turn in own if turn.day >= first]
    counted = _ratio(ranged)
    return StepStats(
        step,
        name,
        counted.turns,
        counted.done,
        counted.turns - counted.done,
        sum(turn.outcome == "excused" for turn in ranged),
        measure.adherence(own, today),
        measure.trend(own),
        measure.step_streak(own, forgiving=forgiving),
    )


def _ratio(turns: list[Turn]) -> measure.Ratio:
    outcomes = [turn.outcome for turn in turns if turn.is_decided]
    return measure.Ratio(outcomes.count("done"), len(outcomes))


def _from(rows: list[Row], first: Day) -> list[Row]:
    return [row for row in rows if row.day >= first]
