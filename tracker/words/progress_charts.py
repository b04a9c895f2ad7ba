"""What do the Progress page's charts say: titles, legends, bars, tables, and aloud?"""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.actions.stats import StepStats
from tracker.actions.views.progress import DayCell, RatingPoint, StepPhases, YearView
from tracker.domain.day import FIRST_DAY, Day
from tracker.domain.measure import DayRun, Ratio, percent
from tracker.words.dates import brief_day, day_count, day_month, short_day, weekday_day
from tracker.words.figures import percentage, ratio
from tracker.words.language import _, pgettext
from tracker.words.numbers import tenths, whole
from tracker.words.progress import of_steps


class Table(NamedTuple):
    """A chart as a table: its headings, its rows, and which columns are figures."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int]


class Bar(NamedTuple):
    """A bar: what it is, how much of the whole it fills (0 to 1), and its figure."""

    label: str
    share: float
    figure: str


# --- the year ---


def year_title() -> str:
    """The year's card, which is of the same days whatever range is chosen."""
    return _("Every day of the last year")


def year_legend() -> str:
    """What its marks mean."""
    return _("fuller: more of the day's steps · outline: none · dot: paused")


def year_hint() -> str:
    """Under it, until a day is pointed at."""
    return _("Point at a day, or go to it with the arrow keys. Enter opens it.")


def day_line(cell: DayCell, today: Day) -> str:
    """A day of it: "Tuesday 3 November: 7 of 8 steps"."""
    return _("{day}: {state}").format(day=weekday_day(cell.day, today), state=_state(cell))


def year_spoken(year: YearView) -> str:
    """All of it in one sentence."""
    asked = [cell for cell in year.cells if cell.asked]
    full = sum(cell.done == cell.asked for cell in asked)
    return _("{title}: on {full} of {days} everything was done. {hint}").format(
        title=year_title(), full=full, days=day_count(len(asked)), hint=year_hint()
    )


def year_table(year: YearView) -> Table:
    """Every day with something to say, the latest first."""
    today = year.cells[-1].day
    told = [cell for cell in reversed(year.cells) if cell.asked or cell.is_paused]
    rows = tuple((short_day(cell.day, today), _state(cell)) for cell in told)
    return Table((_("Day"), _("Steps done")), rows, frozenset())


def _state(cell: DayCell) -> str:
    if cell.is_paused:
        return pgettext("day", "paused")
    if not cell.asked:
        return pgettext("day", "nothing asked")
    return of_steps(Ratio(cell.done, cell.asked))


# --- the ratings ---


def ratings_title() -> str:
    """The ratings' card."""
    return _("Skin rating")


def ratings_legend(shaded: StepPhases | None) -> str:
    """What dots, line and shading mean."""
    if shaded is None:
        return _("dots: days · line: 7-day mean")
    return _("dots: days · line: 7-day mean · hatched: {name} off").format(name=shaded.name)


def no_ratings() -> str:
    """In its place until there is something to draw."""
    return _("Ratings will appear here once you have rated your skin on a few days.")


def no_ratings_in_range() -> str:
    """The same where there are ratings, but none in the range."""
    return _("No day of this range was rated. A longer range shows earlier ratings.")


def phase_word(*, is_on: bool) -> str:
    """A phase over its part of the chart."""
    return pgettext("phase", "On") if is_on else pgettext("phase", "Off")


def ratings_spoken(points: Sequence[RatingPoint], today: Day) -> str:
    """The line in one sentence: where it begins and ends, its lowest and its highest."""
    if not points:
        return _("{title}: {said}").format(title=ratings_title(), said=no_ratings())
    low, high = (chosen(points, key=lambda one: one.mean) for chosen in (min, max))
    return _(
        "{title}: {days} rated. The 7-day mean went from {begin} to {end};"
        " lowest {low} on {low_day}, highest {high} on {high_day}."
    ).format(
        title=ratings_title(),
        days=day_count(len(points)),
        begin=tenths(points[0].mean),
        end=tenths(points[-1].mean),
        low=tenths(low.mean),
        low_day=day_month(low.day, today),
        high=tenths(high.mean),
        high_day=day_month(high.day, today),
    )


def ratings_table(points: Sequence[RatingPoint], shaded: StepPhases | None, today: Day) -> Table:
    """Every rated day, the latest first; with the phase it lay in where one is shaded."""
    heads = [_("Day"), _("Rating"), _("7-day mean")]
    rows = [
        [short_day(point.day, today), str(point.overall), tenths(point.mean)]
        for point in reversed(points)
    ]
    if shaded is not None:
        heads.append(shaded.name)
        for row, point in zip(rows, reversed(points), strict=True):
            row.append(_phase_on(shaded, point.day))
    return Table(tuple(heads), tuple(map(tuple, rows)), frozenset((1, 2)))


def _phase_on(shaded: StepPhases, day: Day) -> str:
    holding = (phase for phase in shaded.phases if phase.first <= day < phase.until)
    return next((phase_word(is_on=phase.is_on) for phase in holding), "")


# --- the streaks ---


def streaks_title() -> str:
    """The streaks' card."""
    return _("Longest streaks")


def no_streaks() -> str:
    """In its place until there is one."""
    return _("Streaks will appear here. One grows with each day on which everything is done.")


def streak_bars(runs: Sequence[DayRun], today: Day) -> tuple[Bar, ...]:
    """A bar a streak, measured by the longest."""
    longest = max((run.days for run in runs), default=1)
    return tuple(Bar(_streak_days(run, today), run.days / longest, whole(run.days)) for run in runs)


def streaks_spoken(runs: Sequence[DayRun], today: Day) -> str:
    """All of them in one sentence."""
    said = [f"{day_count(run.days)}, {_streak_days(run, today)}" for run in runs]
    return _("{title}: {said}").format(title=streaks_title(), said="; ".join(said) or no_streaks())


def streaks_table(runs: Sequence[DayRun]) -> Table:
    """Each with its first and last day; the running one has none yet."""
    rows = tuple(
        (
            brief_day(run.first, FIRST_DAY),
            pgettext("streak", "running") if run.is_running else brief_day(run.last, FIRST_DAY),
            whole(run.days),
        )
        for run in runs
    )
    return Table((_("From"), _("To"), _("Days")), rows, frozenset((2,)))


def _streak_days(run: DayRun, today: Day) -> str:
    first, last = brief_day(run.first, today), brief_day(run.last, today)
    if run.is_running:
        return _("running since {day}").format(day=first)
    if run.first == run.last:
        return last
    if run.first.year == run.last.year:
        first = brief_day(run.first)
    return _("{first} to {last}").format(first=first, last=last)


# --- the steps ---


def steps_title() -> str:
    """The steps' card."""
    return _("Steps, 30 days")


def no_steps_counted() -> str:
    """In its place until a turn has passed."""
    return _("Each step appears here after its first turn of the last 30 days.")


def step_bars(steps: Sequence[StepStats]) -> tuple[Bar, ...]:
    """A bar a step that had turns in the last 30 days."""
    return tuple(
        Bar(
            _step_name(step, steps),
            step.adherence_30.done / step.adherence_30.turns,
            ratio(step.adherence_30),
        )
        for step in _counted(steps)
    )


def steps_spoken(steps: Sequence[StepStats]) -> str:
    """All of them in one sentence."""
    said = [f"{bar.label} {bar.figure}" for bar in step_bars(steps)]
    return _("{title}: {said}").format(
        title=steps_title(), said=", ".join(said) or no_steps_counted()
    )


def steps_table(steps: Sequence[StepStats]) -> Table:
    """Each with what was done, and the percentage where there are turns enough."""
    rows = []
    for step in _counted(steps):
        rounded = percent(step.adherence_30)
        shown = "" if rounded is None else percentage(rounded)
        rows.append((_step_name(step, steps), ratio(step.adherence_30), shown))
    return Table((_("Step"), _("Done"), _("Share")), tuple(rows), frozenset((1, 2)))


def _step_name(step: StepStats, steps: Sequence[StepStats]) -> str:
    """With its slot where another step has the same name."""
    if [other.name for other in steps].count(step.name) == 1:
        return step.name
    if step.slot == "morning":
        return _("{name} (morning)").format(name=step.name)
    return _("{name} (evening)").format(name=step.name)


def _counted(steps: Sequence[StepStats]) -> list[StepStats]:
    return [step for step in steps if step.adherence_30.turns]
