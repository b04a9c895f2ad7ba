"""What does the Progress page say above its charts, and between them?"""

from typing import NamedTuple

from tracker.actions.stats import RangeName
from tracker.actions.views.progress import Mean, ProgressView
from tracker.domain.measure import Ratio, percent
from tracker.words.dates import brief_day, day_count
from tracker.words.figures import share
from tracker.words.language import _, ngettext, pgettext
from tracker.words.numbers import tenths, whole


class Figure(NamedTuple):
    """A card of one figure: what it is, the figure (none while there is none), and a note."""

    title: str
    figure: str
    note: str


def progress_title() -> str:
    """The page's name."""
    return _("Progress")


def progress_line() -> str:
    """Under it: what is counted at all."""
    return _("Counted in turns: rest, pauses and skips neither help nor hurt.")


def reading_line() -> str:
    """In its place while the records are read for longer than a moment."""
    return _("Reading your records…")


def no_routine_line() -> str:
    """All of the page while there is no routine."""
    return _("Your progress will appear here once you have a routine and its first day has begun.")


def range_label(name: RangeName) -> str:
    """A range on its button."""
    labels: dict[RangeName, str] = {
        "30d": _("30 days"),
        "90d": _("90 days"),
        "year": pgettext("range", "Year"),
        "all": pgettext("range", "All"),
    }
    return labels[name]


def spoken_range(name: RangeName) -> str:
    """The same for a screen reader."""
    return _("Range: {range}").format(range=range_label(name))


def figure_titles() -> tuple[str, str, str, str]:
    """What the four figures at the top are."""
    return (
        _("Consistency"),
        _("Running streak"),
        _("Skin, last 30 days"),
        _("On plan"),
    )


def figures_of(view: ProgressView) -> tuple[Figure, ...]:
    """The four figures at the top."""
    said = (_consistency(view), _streak(view), _skin(view), _on_plan(view))
    return tuple(Figure(title, *words) for title, words in zip(figure_titles(), said, strict=True))


def spoken_figure(figure: Figure) -> str:
    """A figure for a screen reader: "Consistency: 89 %, 1 973 of 2 214 steps"."""
    said = ", ".join(part for part in (figure.figure, figure.note) if part)
    return _("{title}: {said}").format(title=figure.title, said=said)


def of_steps(counted: Ratio) -> str:
    """So many of so many steps; another figure than the mean of days."""
    steps = ngettext("{done} of {count} step", "{done} of {count} steps", counted.turns)
    return steps.format(done=whole(counted.done), count=whole(counted.turns))


def consistency_hint() -> str:
    """Why the two figures of the first card are not the same."""
    return _(
        "The mean of the days, so that a day of two steps weighs as much as one of eight."
        " The count of all steps under it is another figure."
    )


def _consistency(view: ProgressView) -> tuple[str, str]:
    counted = view.stats.turns
    if not counted.turns:
        return "", _("Appears after the first steps.")
    if percent(counted) is None:
        return of_steps(counted), _("A percentage appears from five steps on.")
    return share(view.stats.overall), of_steps(counted)


def _streak(view: ProgressView) -> tuple[str, str]:
    streak, today = view.stats.day_streak, view.day
    if streak.best_from is None or streak.best_to is None:
        return "", _("Grows with each finished day.")
    if streak.current == streak.best:
        since = brief_day(streak.best_from, today)
        return day_count(streak.current), _("the best so far, since {day}").format(day=since)
    best = _("best {count}, {first} to {last}").format(
        count=whole(streak.best),
        first=brief_day(streak.best_from, streak.best_to),
        last=brief_day(streak.best_to, today),
    )
    return day_count(streak.current), best


def _skin(view: ProgressView) -> tuple[str, str]:
    if view.skin is None:
        before = view.skin_before
        return "", _("No rating yet in these days.") if before is None else _before(before)
    if view.skin_before is None:
        return tenths(view.skin.value), _("from {days} of rating").format(
            days=day_count(view.skin.days)
        )
    return tenths(view.skin.value), _before(view.skin_before)


def _before(mean: Mean) -> str:
    return _("{mean} in the 30 before").format(mean=tenths(mean.value))


def _on_plan(view: ProgressView) -> tuple[str, str]:
    if not view.uses:
        return "", _("Appears after the first steps.")
    kept = Ratio(view.uses - view.off_plan, view.uses)
    if percent(kept) is None:
        return of_steps(kept), _("A percentage appears from five steps on.")
    if not view.off_plan:
        return share(view.stats.on_plan), _("nothing used off plan")
    used = ngettext("{count} use off plan", "{count} uses off plan", view.off_plan)
    return share(view.stats.on_plan), used.format(count=whole(view.off_plan))


def more_label(title: str) -> str:
    """The button that holds what else can be done with a chart, or with the page."""
    return _("More for {name}").format(name=title)


def save_label() -> str:
    """The menu entry that saves a picture."""
    return _("Save as picture…")


def table_label() -> str:
    """The menu entry, and the button, that turns a chart into a table."""
    return _("Show as table")


def chart_label() -> str:
    """The one that turns it back."""
    return _("Show as chart")


def all_tables_label() -> str:
    """The page's entry that does it for every chart."""
    return _("Show all as tables")


def all_charts_label() -> str:
    """The page's entry that turns all back."""
    return _("Show all as charts")


def shade_label(name: str) -> str:
    """The menu entry that chooses whose phases are shaded."""
    return _("Shade the phases of {name}").format(name=name)


def picture_kind() -> str:
    """The kind of file in the dialog; its pattern is no one's to translate."""
    return _("Picture")


def picture_name(title: str) -> str:
    """The name that is suggested for a picture, without its ending."""
    return _("Routine Tracker, {title}").format(title=title)


def picture_saved(name: str) -> str:
    """The picture is on the disk."""
    return _("The picture was saved as {name}.").format(name=name)
