"""What does the Calendar page say?"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from tracker.actions.views.calendar import Band, CalendarDay, CalendarView, MaskMark, Totals
from tracker.actions.views.today import DayMark, StepCard
from tracker.domain.day import Day
from tracker.domain.log import Rating
from tracker.domain.routine import Pause, StepId, Treatment
from tracker.words.dates import long_day, month_name, weekday_day, weekday_name
from tracker.words.language import _, listed, ngettext, pgettext
from tracker.words.progress_charts import Table
from tracker.words.reasons import status_word
from tracker.words.today import Names, step_line

_APART: Final = " · "


# --- heading and keys ---


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


# --- a day ---


def day_heading(day: Day) -> str:
    """A day of the shown month: "Saturday 21"."""
    return _("{weekday} {day}").format(weekday=weekday_name(day), day=day.day)


def day_aside(day: Day, today: Day) -> str:
    """Beside it."""
    if day == today:
        return _("today")
    return _("still to come") if day > today else ""


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


def day_step_line(card: StepCard, names: Names) -> str:
    """The second line of a step on a day: its status, and the reason where it rests."""
    line = step_line(card, names)
    if card.status != "due":
        return line
    standing = pgettext("status", "Planned") if card.is_ahead else status_word("due")
    return _APART.join(part for part in (standing, line) if part)


def asks_why(line: str) -> str:
    """The second line of a step of which there is more to say: "Month off · Why?"."""
    return _("{line} · Why?").format(line=line) if line else _("Why?")


def spoken_line(name: str, line: str) -> str:
    """A row of the day for a screen reader."""
    return _("{name}, {line}").format(name=name, line=line.replace(_APART, ", ")) if line else name


def rating_line(rating: Rating) -> str:
    """The skin that day: "Skin 7 of 10"; empty where only a note was written."""
    if rating.overall is None:
        return ""
    return _("Skin {mark} of 10").format(mark=rating.overall)


def nothing_planned(*, is_in_reach: bool) -> str:
    """A day without a step."""
    if is_in_reach:
        return _("No step is part of the routine on this day.")
    return _("This day is too far away for a plan.")


def open_day_label() -> str:
    """What leads to the day on Today."""
    return _("Open the day")


# --- pauses and treatments ---


def pause_line(pause: Pause, names: Mapping[StepId, str], seen_from: Day) -> str:
    """A pause that covers the day: "Paused from Monday 2 November to Friday 6 November"."""
    first = weekday_day(pause.begins, seen_from)
    if pause.ends is None:
        line = _("Paused since {first}, until you end it").format(first=first)
    elif pause.ends == pause.begins:
        line = _("Paused on {first}").format(first=first)
    else:
        last = weekday_day(pause.ends, seen_from)
        line = _("Paused from {first} to {last}").format(first=first, last=last)
    return _APART.join([line, *_whose(pause.steps, names), *_said(pause.reason)])


def treatment_line(treatment: Treatment, names: Mapping[StepId, str], seen_from: Day) -> str:
    """A treatment whose day or rest covers the day."""
    day = weekday_day(treatment.day, seen_from)
    line = _("{treatment} on {day}").format(treatment=treatment.name, day=day)
    if treatment.rest_days:
        until = weekday_day(treatment.day + timedelta(days=treatment.rest_days + 1), seen_from)
        line = _("{line}, rest until {until}").format(line=line, until=until)
    said = (*_said(treatment.clinic), *_said(treatment.note))
    return _APART.join([line, *_whose(treatment.steps, names), *said])


def _whose(steps: tuple[StepId, ...] | None, names: Mapping[StepId, str]) -> list[str]:
    return [] if steps is None else [listed([names.get(step, step) for step in steps])]


def _said(text: str | None) -> list[str]:
    return [text] if text else []


def end_pause_label() -> str:
    """A pause that runs is to be over."""
    return _("End the pause")


def remove_label() -> str:
    """A pause or a treatment is to be taken out of the calendar."""
    return _("Remove")


def spoken_remove(line: str) -> str:
    """The same for a screen reader, with what it removes."""
    return _("Remove: {line}").format(line=line)


# --- this month ---


def month_card_title() -> str:
    """The card under the day."""
    return _("This month")


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


# --- the month as a table ---


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
