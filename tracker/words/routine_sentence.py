"""What does a schedule say where its values can be changed?

Each sentence is a pattern: a word in braces stands for the control of that name. A translator may
put them in any order.
"""

from datetime import timedelta

from tracker.domain.day import WEEKDAYS, Day
from tracker.domain.errors import BadInput
from tracker.words.dates import weekday_short
from tracker.words.errors import error_line
from tracker.words.language import _, ngettext, pgettext

_A_MONDAY = Day(2024, 1, 1)


def when_title() -> str:
    """Over the sentence."""
    return _("When")


def how_often_label() -> str:
    """What the choice of a kind of schedule is about."""
    return _("How often")


def kind_labels() -> dict[str, str]:
    """Each kind of schedule, in the menu and at the beginning of its sentence; frequent ones first.

    A test asks for each.
    """
    return {
        "daily": _("Every day"),
        "per_week": _("A few times a week"),
        "weekdays": _("On weekdays"),
        "every": _("Every few days"),
        "pattern": _("Nights of a round"),
        "cycle": _("On and off in turn"),
        "as_needed": _("Only when needed"),
    }


def plain_pattern() -> str:
    """A kind that has nothing to choose."""
    return "{kind}"


def per_week_pattern(times: int, gap: int) -> str:
    """So many times a week."""
    return _("{kind}: {often}, {apart}, on {days}").format(
        kind="{kind}",
        often=ngettext("{times} time", "{times} times", times),
        apart=ngettext("at least {gap} day apart", "at least {gap} days apart", gap),
        days="{days}",
    )


def weekdays_pattern() -> str:
    """On certain weekdays."""
    return _("{kind}: {days}")


def every_pattern(days: int) -> str:
    """Every so many days."""
    return ngettext("{kind}: every {days} day", "{kind}: every {days} days", days)


def round_pattern(length: int) -> str:
    """Certain days of a round."""
    return ngettext(
        "{kind}: day {on} of every {length} day, counted from {start}",
        "{kind}: day {on} of every {length} days, counted from {start}",
        length,
    )


def cycle_pattern() -> str:
    """On for a while, off for a while."""
    return _(
        "{kind}: {during}, for {on} {unit}, then rest for {off} {off_unit}, starting {start}"
        " with {first}"
    )


def units() -> dict[str, str]:
    """In what the length of a phase is counted."""
    return {"months": _("months"), "weeks": _("weeks"), "days": _("days")}


def first_phases() -> dict[str, str]:
    """With which phase it begins."""
    return {"on": pgettext("phase", "use"), "off": pgettext("phase", "rest")}


def weekdays_short() -> list[tuple[str, str]]:
    """Each weekday's code, and its short name."""
    days = [_A_MONDAY + timedelta(days=place) for place in range(len(WEEKDAYS))]
    return [(code, weekday_short(day)) for code, day in zip(WEEKDAYS, days, strict=True)]


def spoken_control(control: str) -> str:
    """For a screen reader: what a control in the sentence is about."""
    names = {
        "times": _("Times a week"),
        "gap": _("Days apart at least"),
        "on_weekdays": _("Weekdays"),
        "days": _("Days from one turn to the next"),
        "length": _("Days of the round"),
        "on_days": _("Days of use in the round"),
        "counted_from": _("Counted from"),
        "on": _("Length of use"),
        "off": _("Length of rest"),
        "unit": _("Counted in"),
        "start": _("Starting"),
        "first": _("Begins with"),
    }
    return names.get(control, control)


def schedule_fault(error: BadInput) -> str:
    """Why what stands in the sentence is no schedule."""
    times = error.facts.get("times")
    if error.code == "prefer_not_times" and isinstance(times, int):
        return ngettext(
            "Choose {count} weekday, one for each time a week.",
            "Choose {count} weekdays, one for each time a week.",
            times,
        ).format(count=times)
    if error.code == "number_out_of_range" and (limit := _longest_phase(error)):
        return limit
    sentences = {
        "weekdays_not_distinct": _("Choose at least one weekday."),
        "places_not_distinct": _("Choose at least one day of the round."),
        "cycle_in_cycle": _("Phases cannot stand inside phases. Choose another kind there."),
    }
    return sentences.get(error.code) or error_line(error)


def _longest_phase(error: BadInput) -> str:
    """How long a phase can be in the unit that it is counted in; empty for another number."""
    control, _dot, unit = str(error.facts.get("where")).rpartition(".")
    sentences = {
        "months": _("{control}: choose {most} months at most."),
        "weeks": _("{control}: choose {most} weeks at most."),
        "days": _("{control}: choose {most} days at most."),
    }
    if control not in ("on", "off") or unit not in sentences:
        return ""
    most = error.facts.get("most")
    return sentences[unit].format(control=spoken_control(control), most=most)


def no_value(control: str, least: int, most: int) -> str:
    """What was typed is no number, or is outside its limits."""
    return _("{control}: type a whole number from {least} to {most}.").format(
        control=spoken_control(control), least=least, most=most
    )


def no_start() -> str:
    """What was typed is no day."""
    return _("Type the day like 3 Nov, or as 2026-11-03.")
