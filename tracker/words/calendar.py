"""What does the Calendar page say?"""

from collections.abc import Sequence
from typing import Final

from tracker.actions.views.calendar import Band, CalendarDay, CalendarView, MaskMark, Totals
from tracker.actions.views.today import DayMark
from tracker.domain.day import Day
from tracker.words.dates import long_day, month_name, weekday_day
from tracker.words.language import _, ngettext, pgettext
from tracker.words.progress_charts import Table

_APART: Final = " · "


def calendar_title() -> str:
    """The page's name, for a screen reader."""
    return _("Calendar")


def month_title(day: Day) -> str:
    """The month as a heading: "November 2026"."""
    return _("{month} {year}").format(month=month_name(day), year=day.year)


def month_before() -> str:
    """The arrow to the month before."""
    return _("A month back")


def month_after() -> str:
    """The arrow to the month after."""
    return _("A month on")


def today_label() -> str:
    """What leads back to the month that runs."""
    return _("Today")


def jump_label() -> str:
    """What leads to a month far away."""
    return _("Another month or year…")


def year_label() -> str:
    """The field for a year."""
    return _("Year")


def year_fault(first: int, last: int) -> str:
    """What is written in the field is no year."""
    return _("Write a year from {first} to {last}.").format(first=first, last=last)


def month_hint() -> str:
    """How the keyboard goes through the month, for a screen reader."""
    return _(
        "Arrow keys go by day, Page Up and Page Down by month, with Shift by year. T is today, G"
        " another month or year. Enter opens the day."
    )


def no_routine_line() -> str:
    """In the month's place while there is no routine."""
    return _("Your routine's days appear here: how they went, and what is to come.")


def spoken_day(cell: CalendarDay, view: CalendarView) -> str:
    """A day and all that its cell shows: "Wednesday, 4 November: everything done, mask done"."""
    day = long_day(cell.day, view.today)
    if cell.day == view.today:
        day = _("{day}, today").format(day=day)
    parts = _parts(cell, view.bands)
    return _("{day}: {state}").format(day=day, state=", ".join(parts)) if parts else day


def _parts(cell: CalendarDay, bands: Sequence[Band]) -> list[str]:
    found = [] if cell.mark is None else [mark_word(cell.mark)]
    found += [] if cell.mask is None else [mask_spoken(cell.mask)]
    found += [_("paused")] if cell.is_paused and cell.mark != "paused" else []
    found += list(cell.treatments)
    found += [_("recovery after a treatment")] if cell.is_recovering else []
    found += _counts(cell.skipped, cell.off_plan)
    pairs = zip(bands, cell.phases, strict=True)
    found += [phase_label(band.name, is_on=is_on) for band, is_on in pairs if is_on is not None]
    return [*found, *([_("would change")] if cell.is_changed else [])]


def _counts(skipped: int, off_plan: int) -> list[str]:
    found = []
    if skipped:
        found.append(ngettext("{count} skipped", "{count} skipped", skipped).format(count=skipped))
    if off_plan:
        found.append(
            ngettext("{count} off plan", "{count} off plan", off_plan).format(count=off_plan)
        )
    return found


def mark_word(mark: DayMark) -> str:
    """How a day went."""
    words = {
        "done": pgettext("day", "everything done"),
        "some": pgettext("day", "some steps done"),
        "missed": pgettext("day", "no step done"),
        "paused": pgettext("day", "paused"),
    }
    return words[mark]


def mask_label() -> str:
    """The mask on a day's chip."""
    return pgettext("chip", "Mask")


def mask_word(mark: MaskMark) -> str:
    """How it stands with the mask, beside its chip."""
    words = {
        "done": pgettext("mask", "done"),
        "planned": pgettext("mask", "planned"),
        "missed": pgettext("mask", "missed"),
        "moved": pgettext("mask", "made up"),
        "skipped": pgettext("mask", "skipped"),
    }
    return words[mark]


def mask_spoken(mark: MaskMark) -> str:
    """The same within a sentence: "mask planned"."""
    return _("mask {state}").format(state=mask_word(mark))


def paused_label() -> str:
    """A pause on a day's chip."""
    return pgettext("chip", "Paused")


def recovery_label() -> str:
    """The rest after a treatment on a day's chip."""
    return pgettext("chip", "Rest")


def more_chips(count: int) -> str:
    """So many more than there is room for."""
    return _("+{count}").format(count=count)


def month_card_title(day: Day, today: Day) -> str:
    """The card under the day: "This month", or the name of another."""
    if (day.year, day.month) == (today.year, today.month):
        return _("This month")
    return month_title(day)


def totals_line(totals: Totals) -> str:
    """What its days up to today came to; empty where none was asked for."""
    parts = _counts(totals.skipped, totals.off_plan)
    if totals.turns:
        count = totals.turns
        steps = ngettext("{done} of {count} step done", "{done} of {count} steps done", count)
        parts.insert(0, steps.format(done=totals.done, count=count))
    return _APART.join(parts)


def phase_label(name: str, *, is_on: bool) -> str:
    """A band's stretch: "Refining lotion on"."""
    pattern = pgettext("phase", "{name} on") if is_on else pgettext("phase", "{name} off")
    return pattern.format(name=name)


def off_label() -> str:
    """A band's other stretch, where the one that is on is explained beside it."""
    return pgettext("phase", "off")


def mark_label(mark: DayMark) -> str:
    """A day's mark in the legend, shorter than within a sentence."""
    words = {
        "done": pgettext("legend", "all done"),
        "some": pgettext("legend", "some"),
        "missed": pgettext("legend", "none"),
        "paused": pgettext("legend", "paused"),
    }
    return words[mark]


def skipped_label() -> str:
    """In the legend."""
    return pgettext("legend", "skipped")


def off_plan_label() -> str:
    """In the legend."""
    return pgettext("legend", "off plan")


def changed_label() -> str:
    """In the legend while another routine is looked at."""
    return _("would change")


def supposed_line() -> str:
    """Over the month, while it is shown as it would be."""
    return _("As it would be. Nothing is changed yet.")


def form_label(form: str, name: str = "") -> str:
    """What opens a form; `name` is the step's that is shifted."""
    labels = {
        "pause": _("Pause…"),
        "treatment": _("Clinic treatment…"),
        "shift": _("Shift {name}…"),
    }
    return labels[form].format(name=name)


def table_toggle(*, is_shown: bool) -> str:
    """What shows the month as a table, or as a month again."""
    return _("Show as a calendar") if is_shown else _("Show as a table")


def month_table(view: CalendarView) -> Table:
    """Every day of the month, and what its cell shows."""
    days = [one for one in view.days if one.is_of_month]
    rows = tuple(
        (weekday_day(one.day, view.today), ", ".join(_parts(one, view.bands))) for one in days
    )
    return Table((_("Day"), _("How it is")), rows, frozenset())
