"""What does the calendar say of the selected day: its steps, and what rests them?"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from tracker.actions.views.today import StepCard
from tracker.domain.day import Day
from tracker.domain.log import Rating
from tracker.domain.routine import Pause, StepId, Treatment
from tracker.words.dates import weekday_day, weekday_name
from tracker.words.language import _, listed, pgettext
from tracker.words.reasons import status_word
from tracker.words.today import Names, step_line

_APART: Final = " · "


def day_heading(day: Day) -> str:
    """A day of the shown month: "Saturday 21"."""
    return _("{weekday} {day}").format(weekday=weekday_name(day), day=day.day)


def day_aside(day: Day, today: Day) -> str:
    """Beside it."""
    if day == today:
        return _("today")
    return _("still to come") if day > today else ""


def day_step_line(card: StepCard, names: Names) -> str:
    """The second line of a step on a day: its status, and the reason where it rests."""
    line = step_line(card, names)
    if card.status != "due":
        return line
    standing = pgettext("status", "Planned") if card.is_ahead else status_word("due")
    return _APART.join(part for part in (standing, line) if part)


def folded_line(count: str, names: list[str]) -> str:
    """The second line of a slot whose steps are done: "3 of 3 · Cleanse, Toner and Moisturise"."""
    return _APART.join((count, listed(names)))


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
    price = treatment.price
    paid = [] if price is None else [_("{amount} {currency}").format(**price._asdict())]
    said = (*_said(treatment.clinic), *paid, *_said(treatment.note))
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


def spoken_end(line: str) -> str:
    """Which pause is to end, for a screen reader."""
    return _("End the pause: {line}").format(line=line)


def spoken_remove(line: str) -> str:
    """The same for a screen reader, with what it removes."""
    return _("Remove: {line}").format(line=line)
