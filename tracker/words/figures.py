"""What does the command line print of how steadily the routine was kept?"""

from tracker.actions.stats import Stats, StepStats
from tracker.domain.day import FIRST_DAY
from tracker.domain.measure import DayStreak, Ratio, percent
from tracker.words.dates import day_count, day_month
from tracker.words.language import _, pgettext
from tracker.words.table import table


def stats_text(stats: Stats) -> str:
    """The figures of a range, then a line for each step."""
    if not stats.steps:
        return _("Nothing to count yet.")
    steps = _("{done} of {turns} steps").format(done=stats.turns.done, turns=stats.turns.turns)
    overall = [
        (_("Range"), _range(stats.range), ""),
        (_("Consistency"), share(stats.overall), steps),
        (_("Day streak"), day_count(stats.day_streak.current), _best(stats.day_streak)),
        (_("On plan"), share(stats.on_plan), ""),
    ]
    heads = (_("Step"), _("30 days"), "", _("Trend"), _("Streak"), _("Best"), _("Skipped"))
    right = frozenset(range(1, len(heads)))
    cells = [(_name(step, stats), *_step_cells(step)) for step in stats.steps]
    steps_table = table([heads, *cells], indent=0, right=right)
    return table(overall, indent=0) + "\n\n" + steps_table


def _name(step: StepStats, stats: Stats) -> str:
    """The step's name, with its id where another step has the same name."""
    names = [other.name for other in stats.steps]
    return step.name if names.count(step.name) == 1 else f"{step.name} ({step.step})"


def _step_cells(step: StepStats) -> tuple[str, ...]:
    recent = step.adherence_30
    rounded = percent(recent)
    return (
        ratio(recent),
        "" if rounded is None else percentage(rounded),
        share(step.trend),
        str(step.streak.current),
        str(step.streak.best),
        str(step.excused),
    )


def ratio(counted: Ratio) -> str:
    """So many of so many: "21 of 24"; a dash where there was none."""
    if not counted.turns:
        return "—"
    return _("{done} of {turns}").format(done=counted.done, turns=counted.turns)


def share(value: float | None) -> str:
    """A share from 0 to 1 as a percentage, all of it only where nothing is lacking."""
    if value is None:
        return "—"
    return percentage(100 if value >= 1 else min(int(value * 100 + 0.5), 99))


def percentage(whole: int) -> str:
    """A whole percentage."""
    return pgettext("percentage", "{percent} %").format(percent=whole)


def _best(streak: DayStreak) -> str:
    if streak.best_from is None or streak.best_to is None:
        return ""
    return _("best {days}, {first} to {last}").format(
        days=day_count(streak.best),
        first=day_month(streak.best_from, streak.best_to),
        last=day_month(streak.best_to, FIRST_DAY),
    )


def _range(name: str) -> str:
    words = {
        "30d": _("the last 30 days"),
        "90d": _("the last 90 days"),
        "year": _("the last 365 days"),
        "all": _("since the first step"),
    }
    return words[name]
