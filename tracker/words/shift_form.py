"""What does the form say that shifts where the phases of a step turn?"""

from tracker.domain.day import Day
from tracker.domain.rule.base import Phase, Rule
from tracker.words.dates import weekday_day
from tracker.words.language import _
from tracker.words.schedules import phase_name


def shift_title(name: str) -> str:
    """Over the form; `name` is empty while several steps can be chosen."""
    return _("Shift {name}").format(name=name) if name else _("Shift a phase")


def shift_agree() -> str:
    """The button that shifts."""
    return _("Shift")


def which_step() -> str:
    """Over the steps, where several have phases."""
    return _("Step")


def when_label() -> str:
    """Over the choices."""
    return _("What is to happen")


def turn_day_label() -> str:
    """The first day of the next phase."""
    return _("First day")


def running_line(phase: Phase, today: Day) -> str:
    """Where the step is in its cycle: "On since 1 November, off from 1 December"."""
    pattern = (
        _("On since {first}; off from {until} as planned.")
        if phase.is_on
        else _("Off since {first}; on from {until} as planned.")
    )
    return pattern.format(
        first=weekday_day(phase.first, today), until=weekday_day(phase.until, today)
    )


def begin_today(rule: Rule, *, is_on: bool) -> str:
    """The next phase, which is on or off, begins now: "Begin the month off today"."""
    return _("Begin the {phase} today").format(phase=phase_name(rule, is_on=is_on))


def begin_tomorrow(rule: Rule, *, is_on: bool) -> str:
    """It begins after today."""
    return _("Begin the {phase} tomorrow").format(phase=phase_name(rule, is_on=is_on))


def stay(weeks: int, *, is_on: bool) -> str:
    """The running phase goes on for one or two weeks longer than planned."""
    if is_on:
        return _("Stay on one more week") if weeks == 1 else _("Stay on two more weeks")
    return _("Stay off one more week") if weeks == 1 else _("Stay off two more weeks")


def another_day() -> str:
    """On a day that is still to be said."""
    return _("On another day…")


def turns_on(day: Day, today: Day, *, is_on: bool) -> str:
    """When the next phase then begins: "Off from Tuesday 15 December"."""
    pattern = _("On from {day}") if is_on else _("Off from {day}")
    return pattern.format(day=weekday_day(day, today))


def shift_said(name: str, turn: Day, planned: Day, today: Day, *, is_on: bool) -> str:
    """What is done, and instead of what; `is_on` of the phase that begins on `turn`."""
    pattern = (
        _("{name} is on from {turn}, instead of {planned}. Days before stay as they are.")
        if is_on
        else _("{name} is off from {turn}, instead of {planned}. Days before stay as they are.")
    )
    return pattern.format(
        name=name, turn=weekday_day(turn, today), planned=weekday_day(planned, today)
    )


def turns_in_the_past(today: Day) -> str:
    """The chosen day is over."""
    return _("Choose {day} or a later day: what is past stays as it was.").format(
        day=weekday_day(today, today)
    )


def turns_as_planned() -> str:
    """The chosen day is the one on which the phase turns anyway."""
    return _("The phase turns on that day anyway. Choose another one.")
