"""How does what was lived become what the Progress page shows?"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Final

from tracker.actions.plan_rows import plan_rows
from tracker.actions.ports import Everything, Reading
from tracker.actions.stats import Lived, RangeName, figures
from tracker.actions.views.kept import LivedKeeper
from tracker.actions.views.progress import (
    DayCell,
    Mean,
    ProgressView,
    RatingPoint,
    StepPhases,
    YearView,
)
from tracker.domain.day import ONE_DAY, Day, weekday_of
from tracker.domain.log import Rating
from tracker.domain.measure import DayRun, day_streaks
from tracker.domain.phases import phases_between
from tracker.domain.routine import Routine, Step
from tracker.domain.row import Row
from tracker.domain.rule.base import Phase
from tracker.domain.settings import day_threshold

YEAR: Final = 365
MEAN_OF: Final = 7
"""How many days the line through the ratings looks back, the day itself included."""
_MONTH: Final = 30
_STREAKS: Final = 4


class ProgressKeeper:
    """Reads the page off the days that are kept, so that another range plans none of them anew."""

    def __init__(self, days: LivedKeeper | None = None) -> None:
        self.days: Final = days or LivedKeeper()

    def year(self, reading: Reading, today: Day) -> YearView:
        """The year alone: soon, even where nothing is kept yet."""
        if not self.days.is_settled:
            return year_view(reading, today)
        lived = self.days.lived(reading, today)
        return _year(lived.rows, lived.routine, today)

    def view(self, reading: Everything, today: Day, range_name: RangeName) -> ProgressView:
        """What the page shows of a range."""
        return view_of(self.days.lived(reading, today), reading.ratings(), range_name)


def year_view(reading: Reading, today: Day) -> YearView:
    """The year alone, which needs no day before it to be planned."""
    rows = plan_rows(reading, _year_first(today), today, today)
    return _year(rows, reading.routine(), today)


def view_of(lived: Lived, ratings: Sequence[Rating], range_name: RangeName) -> ProgressView:
    """What the page shows of days that were lived and rated."""
    today, first = lived.today, lived.first(range_name)
    used = [row.status for row in lived.rows if row.day >= first]
    rated = sorted((one.day, one.overall) for one in ratings if one.overall is not None)
    month = timedelta(days=_MONTH)
    return ProgressView(
        first,
        figures(lived, range_name),
        used.count("done") + used.count("off_plan"),
        used.count("off_plan"),
        _mean(rated, today - month, today),
        _mean(rated, today - 2 * month, today - month),
        _year(lived.rows, lived.routine, today),
        _longest(day_streaks(lived.turns, today, day_threshold(lived.settings))),
        tuple(point for point in _points(rated) if first <= point.day <= today),
        _phases(lived.routine, first, today),
        bool(rated),
    )


def _year_first(today: Day) -> Day:
    return today - timedelta(days=YEAR - 1)


def _year(rows: Iterable[Row], routine: Routine, today: Day) -> YearView:
    first = _year_first(today)
    recent = (row for row in rows if row.day >= first)
    known = {day: _cell(day, own, today) for day, own in groupby(recent, lambda row: row.day)}
    days = (first + timedelta(days=number) for number in range(YEAR))
    cells = tuple(known.get(day) or DayCell(day, 0, 0) for day in days)
    return YearView(cells, weekday_of(routine.week_of(today)))


def _cell(day: Day, rows: Iterable[Row], today: Day) -> DayCell:
    statuses = [row.status for row in rows]
    asked = ("done", "missed", "due", "open") if day == today else ("done", "missed")
    count = sum(status in asked for status in statuses)
    return DayCell(day, statuses.count("done"), count, not count and "paused" in statuses)


def _longest(runs: list[DayRun]) -> tuple[DayRun, ...]:
    """The longest, the later of equals first; the running one at the end where it is shorter."""
    ordered = sorted(runs, key=lambda run: (run.days, run.last), reverse=True)
    running = [run for run in ordered[_STREAKS:] if run.is_running]
    return (*ordered[:_STREAKS], *running)


def _mean(rated: list[tuple[Day, int]], after: Day, last: Day) -> Mean | None:
    """Of the days after `after`, up to `last`."""
    marks = [overall for day, overall in rated if after < day <= last]
    return Mean(sum(marks) / len(marks), len(marks)) if marks else None


def _points(rated: list[tuple[Day, int]]) -> Iterable[RatingPoint]:
    begins = 0
    for place, (day, overall) in enumerate(rated):
        while rated[begins][0] <= day - timedelta(days=MEAN_OF):
            begins += 1
        marks = [mark for _, mark in rated[begins : place + 1]]
        yield RatingPoint(day, overall, sum(marks) / len(marks))


def _phases(routine: Routine, first: Day, today: Day) -> tuple[StepPhases, ...]:
    steps = ((step, tuple(_phases_of(step, first, today))) for step in routine.ordered())
    return tuple(StepPhases(step.id, step.name, phases) for step, phases in steps if phases)


def _phases_of(step: Step, first: Day, today: Day) -> Iterable[Phase]:
    """Each phase as far as its step and the range hold it."""
    begins, ends = max(first, step.start), min(today, step.end or today)
    for phase in phases_between(step, begins, ends):
        yield Phase(phase.is_on, max(phase.first, begins), min(phase.until, ends + ONE_DAY))
