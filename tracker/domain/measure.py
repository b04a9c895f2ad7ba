"""How steadily does the person keep to the routine?

All functions take turns, oldest first. A rest, a pause or a skip is no failure: only turns that
were done or missed count.
"""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from tracker.domain.day import Day
from tracker.domain.row import Row
from tracker.domain.turn import Turn

HALF_LIFE: Final = 13
"""Turns after which one weighs half as much in the trend."""
FORGIVING: Final = 7
"""Decided turns without a miss that earn the forgiveness of one."""
_DAY: Final = attrgetter("day")


class Ratio(NamedTuple):
    """`done` of `turns` decided turns."""

    done: int
    turns: int


class Streak(NamedTuple):
    """Turns done in a row: the running streak and the best."""

    current: int
    best: int


class DayStreak(NamedTuple):
    """Days in a row; the best with its first and last day, the latest of equals."""

    current: int
    best: int
    best_from: Day | None
    best_to: Day | None


class DayRun(NamedTuple):
    """So many days in a row, from `first` to `last`; `is_running` until a day breaks it."""

    days: int
    first: Day
    last: Day
    is_running: bool = False


def adherence(turns: Iterable[Turn], today: Day, days: int = 30) -> Ratio:
    """How many of the decided turns of the `days` days that end today were done."""
    first = today - timedelta(days=days - 1)
    recent = [turn for turn in turns if first <= turn.day <= today and turn.is_decided]
    return Ratio(sum(turn.outcome == "done" for turn in recent), len(recent))


def trend(turns: Iterable[Turn]) -> float | None:
    """The exponentially weighted share of decided turns done, 0 to 1; None without any.

    Bias-corrected: weighted by m^(k-i) over k turns, m = 0.5^(1/13), divided by the weights' sum.
    """
    keep = 0.5 ** (1 / HALF_LIFE)
    value = weight = 0.0
    for turn in turns:
        if turn.is_decided:
            value = value * keep + (turn.outcome == "done")
            weight = weight * keep + 1
    return value / weight if weight else None


def step_streak(turns: Iterable[Turn], *, forgiving: bool = False) -> Streak:
    """Turns of one step done in a row; a forgiven miss keeps the streak and adds nothing."""
    current = best = 0
    since_miss = FORGIVING
    for turn in turns:
        if not turn.is_decided:
            continue
        if turn.outcome == "done":
            current += 1
            since_miss += 1
        else:
            current = current if forgiving and since_miss >= FORGIVING else 0
            since_miss = 0
        best = max(best, current)
    return Streak(current, best)


def day_streak(turns: Iterable[Turn], today: Day, threshold: float = 1.0) -> DayStreak:
    """The running streak of days and the best of `day_streaks`; of equals the latest."""
    runs = day_streaks(turns, today, threshold)
    if not runs:
        return DayStreak(0, 0, None, None)
    best = max(runs, key=lambda run: (run.days, run.last))
    current = runs[-1].days if runs[-1].is_running else 0
    return DayStreak(current, best.days, best.first, best.last)


def day_streaks(turns: Iterable[Turn], today: Day, threshold: float = 1.0) -> list[DayRun]:
    """Every run of days on which at least `threshold` (0 to 1) of the decided turns were done.

    Days without decided turns are left out; so is today while anything is pending.
    """
    runs: list[DayRun] = []
    is_running = False
    for day, done, decided, pending in _days(turns):
        if not decided or (pending and day == today):
            continue
        if done / decided < threshold:
            is_running = False
        elif is_running:
            runs[-1] = DayRun(runs[-1].days + 1, runs[-1].first, day)
        else:
            is_running = True
            runs.append(DayRun(1, day, day))
    if is_running:
        runs[-1] = runs[-1]._replace(is_running=True)
    return runs


def consistency(turns: Iterable[Turn]) -> float | None:
    """The mean, over days with decided turns, of the share done that day; None without any."""
    shares = [done / decided for _, done, decided, _ in _days(turns) if decided]
    return sum(shares) / len(shares) if shares else None


def on_plan(rows: Iterable[Row]) -> float | None:
    """The share of uses that were within the rules, 0 to 1; None without any use."""
    uses = [row.status for row in rows if row.status in ("done", "off_plan")]
    return 1 - uses.count("off_plan") / len(uses) if uses else None


def percent(ratio: Ratio) -> int | None:
    """A whole percentage, rounded half up; None below five turns, 100 only if none was missed."""
    if ratio.turns < 5:
        return None
    rounded = (200 * ratio.done + ratio.turns) // (2 * ratio.turns)
    return rounded if ratio.done == ratio.turns else min(rounded, 99)


class _OfDay(NamedTuple):
    """How many turns of a day were done, were decided, and are pending."""

    day: Day
    done: int
    decided: int
    pending: int


def _days(turns: Iterable[Turn]) -> Iterable[_OfDay]:
    for day, of_day in groupby(turns, _DAY):
        outcomes = [turn.outcome for turn in of_day]
        done = outcomes.count("done")
        yield _OfDay(day, done, done + outcomes.count("missed"), outcomes.count("pending"))
