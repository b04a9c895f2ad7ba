"""What does the routine card say, that hangs where the routine is followed?"""

from collections.abc import Mapping
from typing import Final

from tracker.domain.day import FIRST_DAY, Day
from tracker.domain.phases import phase_of
from tracker.domain.routine import Step, StepId, Version
from tracker.words.dates import day_month
from tracker.words.language import _, listed, ngettext, pgettext
from tracker.words.schedules import schedule_sentence

_NOTE: Final = 160
"""The most characters of a note on a card."""


def language_code() -> str:
    """The language in which the card is written, as documents name it."""
    return pgettext("code of this language, such as de or pt-BR", "en")


def card_title() -> str:
    """Over the card."""
    return _("My routine")


def printed_line(file: str) -> str:
    """The card came to paper; or to a file, where that is named."""
    return (
        _("The card is in {file}.").format(file=file) if file else _("The card is being printed.")
    )


def not_printed_line(file: str) -> str:
    """It did not."""
    if file:
        return _("The card could not be written to {file}. Choose another place.").format(file=file)
    return _("The card could not be printed. Look at the printer, or print to a file.")


def as_of(day: Day) -> str:
    """Under the title: for when it is right."""
    return _("As of {day}").format(day=day_month(day, FIRST_DAY))


def nothing_on_card() -> str:
    """In place of the steps where there is none."""
    return _("There is no step in the routine.")


def step_lines(step: Step, day: Day, names: Mapping[StepId, str]) -> list[str]:
    """What is said of a step under its name, as it is on `day` or will begin.

    Of what it must not follow, only what is in `names`: another one is over.
    """
    seen_from = max(day, step.start)
    version = step.version_on(seen_from) or step.schedule[0]
    lines = [_when(step, version, day), *_phases(step, seen_from), *_to_come(step, seen_from)]
    apart = [rule for rule in step.not_after_on(seen_from) if rule.step in names]
    lines += [apart_line(rule.days, names[rule.step]) for rule in apart]
    if step.end is not None:
        lines.append(_("Until {day}").format(day=day_month(step.end, day)))
    return [*lines, _shortened(step.note)] if step.note else lines


def group_rule(names: list[str]) -> str:
    """Which steps share their evenings, and which of them comes first."""
    sentence = _("At most one a day of {steps}, the first of them that is due.")
    return sentence.format(steps=listed(names))


def _shortened(note: str) -> str:
    """As much of a note as there is room for."""
    return note if len(note) <= _NOTE else note[: _NOTE - 1].rstrip() + "…"


def _when(step: Step, version: Version, day: Day) -> str:
    """The schedule, and the first day where that is to come."""
    sentence = schedule_sentence(version.rule)
    begins = max(step.start, version.begins)
    if begins <= day:
        return sentence
    pattern = _("From {day}: {schedule}")
    return pattern.format(day=day_month(begins, day), schedule=sentence)


def _phases(step: Step, day: Day) -> list[str]:
    """Where its cycle stands and when it turns next, where it has one."""
    running = phase_of(step, day)
    following = None if running is None else phase_of(step, running.until)
    if running is None or following is None:
        return []
    sentence = _("Off now, on from {turn}, off again from {back}")
    if running.is_on:
        sentence = _("On now, off from {turn}, on again from {back}")
    return [
        sentence.format(turn=day_month(running.until, day), back=day_month(following.until, day))
    ]


def _to_come(step: Step, day: Day) -> list[str]:
    """Which schedules are to take its place."""
    pattern = _("From {day}: {schedule}")
    return [
        pattern.format(day=day_month(one.begins, day), schedule=schedule_sentence(one.rule))
        for one in step.schedule
        if one.begins > day
    ]


def apart_line(days: int, name: str) -> str:
    """That a step rests after another."""
    return ngettext(
        "Not on the day after {name}", "Not on the {count} days after {name}", days
    ).format(count=days, name=name)
