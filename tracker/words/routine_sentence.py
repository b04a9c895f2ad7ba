"""What does a schedule say where its values can be changed?

Each sentence is a pattern: a word in braces stands for the control of that name. A translator may
put them in any order.
"""

from datetime import timedelta

from tracker.domain.day import WEEKDAYS, Day
from tracker.domain.errors import BadInput
from tracker.words.dates import weekday_short
from tracker.words.errors import error_line
from tracker.words.language import _
from tracker.words.schedules import CHOICES

_A_MONDAY = Day(2024, 1, 1)


def when_title() -> str:
    """Over the sentence."""
    return _("When")


def how_often_label() -> str:
    """What the choice of a kind of schedule is about."""
    return _("How often")


def kind_labels() -> dict[str, str]:
    """Each kind of schedule in the menu, and at the beginning of its sentence."""
    ordered = sorted(CHOICES.values(), key=lambda choice: choice.place)
    return {choice.kind: choice.label() for choice in ordered}


def plain_pattern() -> str:
    """A kind that has nothing to choose."""
    return "{kind}"


def weekdays_short() -> list[tuple[str, str]]:
    """Each weekday's code, and its short name."""
    days = [_A_MONDAY + timedelta(days=place) for place in range(len(WEEKDAYS))]
    return [(code, weekday_short(day)) for code, day in zip(WEEKDAYS, days, strict=True)]


def spoken_control(kind: str, control: str) -> str:
    """For a screen reader: what a control in that kind's sentence is about."""
    names = {"on_weekdays": _("Weekdays"), **CHOICES[kind].controls()}
    return names.get(control, control)


def schedule_fault(error: BadInput) -> str:
    """Why what stands in the sentence is no schedule."""
    found = (choice.fault(error) for choice in CHOICES.values())
    return next(filter(None, found), None) or error_line(error)


def no_value(kind: str, control: str, least: int, most: int) -> str:
    """What was typed is no number, or is outside its limits."""
    return _("{control}: type a whole number from {least} to {most}.").format(
        control=spoken_control(kind, control), least=least, most=most
    )


def no_start() -> str:
    """What was typed is no day."""
    return _("Type the day like 3 Nov, or as 2026-11-03.")
