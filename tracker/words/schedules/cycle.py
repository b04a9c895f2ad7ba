"""How is a step said that is on for a while and off for a while?"""

from collections.abc import Callable

from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.rule.cycle import Cycle, Unit
from tracker.words.dates import day_month
from tracker.words.language import _, ngettext, pgettext
from tracker.words.numbers import in_words
from tracker.words.schedules.base import (
    Choice,
    gap_clause,
    phase_name,
    phases_clause,
    planned_clause,
    schedule_sentence,
)


class CycleChoice(Choice):
    """On for a while, off for a while."""

    kind = "cycle"
    place = 60

    def label(self) -> str:
        """That phases take turns."""
        return _("On and off in turn")

    def controls(self) -> dict[str, str]:
        """The phases, and where they begin."""
        return {
            "on": _("Length of use"),
            "off": _("Length of rest"),
            "unit": _("Counted in"),
            "start": _("Starting"),
            "first": _("Begins with"),
        }

    def fault(self, error: BadInput) -> str:
        """One stands inside another, or a phase is too long for what it is counted in."""
        if error.code == "cycle_in_cycle":
            return _("Phases cannot stand inside phases. Choose another kind there.")
        control, _dot, unit = str(error.facts.get("where")).rpartition(".")
        sentences = {
            "months": _("{control}: choose {most} months at most."),
            "weeks": _("{control}: choose {most} weeks at most."),
            "days": _("{control}: choose {most} days at most."),
        }
        is_phase = control in ("on", "off") and unit in sentences
        if error.code != "number_out_of_range" or not is_phase:
            return ""
        return sentences[unit].format(
            control=self.controls()[control], most=error.facts.get("most")
        )


@schedule_sentence.register
def _sentence(rule: Cycle) -> str:
    sentence = _("{during}; {on} on and {off} off in turn, from {day}")
    if rule.starts_off:
        sentence = _("{during}; {off} off and {on} on in turn, from {day}")
    return sentence.format(
        during=schedule_sentence(rule.during),
        on=_length(rule.lengths.unit, rule.lengths.on),
        off=_length(rule.lengths.unit, rule.lengths.off),
        day=day_month(rule.start, Day.min),
    )


def _length(unit: Unit, count: int, say: Callable[[int], str] = str) -> str:
    """So many months, weeks or days."""
    forms = {
        "months": ngettext("{count} month", "{count} months", count),
        "weeks": ngettext("{count} week", "{count} weeks", count),
        "days": ngettext("{count} day", "{count} days", count),
    }
    return forms[unit].format(count=say(count))


@planned_clause.register
def _planned(rule: Cycle, name: str) -> str:
    return planned_clause(rule.during, name)


@gap_clause.register
def _gap(rule: Cycle, name: str) -> str:
    return gap_clause(rule.during, name)


@phases_clause.register
def _phases(rule: Cycle, name: str) -> str:
    return _("{name} is used {on} and rests {off}").format(
        name=name,
        on=_length(rule.lengths.unit, rule.lengths.on, in_words),
        off=_length(rule.lengths.unit, rule.lengths.off, in_words),
    )


@phase_name.register
def _phase(rule: Cycle, *, is_on: bool) -> str:
    count = rule.lengths.on if is_on else rule.lengths.off
    if is_on:
        forms = {
            "months": ngettext("month on", "{count} months on", count),
            "weeks": ngettext("week on", "{count} weeks on", count),
            "days": ngettext("day on", "{count} days on", count),
        }
    else:
        forms = {
            "months": ngettext("month off", "{count} months off", count),
            "weeks": ngettext("week off", "{count} weeks off", count),
            "days": ngettext("day off", "{count} days off", count),
        }
    return forms[rule.lengths.unit].format(count=count)


def cycle_pattern() -> str:
    """The sentence in the editor."""
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
