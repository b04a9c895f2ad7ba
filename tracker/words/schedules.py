"""When is a step due, in words?

A kind of schedule has its sentence here, registered for its class; a test asks for each kind.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import singledispatch

from tracker.domain.day import WEEKDAYS, Day, Weekday
from tracker.domain.rule.as_needed import AsNeeded
from tracker.domain.rule.base import Rule
from tracker.domain.rule.cycle import Cycle, Unit
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.rule.pattern import Pattern
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.rule.weekdays import Weekdays
from tracker.words.dates import day_month, weekday_name
from tracker.words.language import _, listed, ngettext
from tracker.words.numbers import in_words

_A_MONDAY = Day(2024, 1, 1)


@singledispatch
def schedule_sentence(rule: Rule) -> str:
    """A schedule as a phrase that stands by itself: "Every day"."""
    return rule.kind


@schedule_sentence.register
def _daily(rule: Daily) -> str:
    del rule
    return _("Every day")


@schedule_sentence.register
def _as_needed(rule: AsNeeded) -> str:
    del rule
    return _("As needed")


@schedule_sentence.register
def _weekdays(rule: Weekdays) -> str:
    return _("On {weekdays}").format(weekdays=weekday_list(rule.days))


@schedule_sentence.register
def _every(rule: Every) -> str:
    if rule.days == 1:
        return _("Every day")
    return ngettext("Every {count} day", "Every {count} days", rule.days).format(count=rule.days)


@schedule_sentence.register
def _pattern(rule: Pattern) -> str:
    nights = ", ".join(map(str, rule.on))
    return ngettext(
        "Day {nights} of every {length}, from {day}",
        "Days {nights} of every {length}, from {day}",
        len(rule.on),
    ).format(nights=nights, length=rule.length, day=day_month(rule.start, Day.min))


@schedule_sentence.register
def _per_week(rule: PerWeek) -> str:
    times = ngettext("{count} time a week", "{count} times a week", rule.times)
    gap = ngettext("{count} day apart at least", "{count} days apart at least", rule.gap)
    return _("{times}, {gap}, rather on {weekdays}").format(
        times=times.format(count=rule.times),
        gap=gap.format(count=rule.gap),
        weekdays=weekday_list(rule.days),
    )


@schedule_sentence.register
def _cycle(rule: Cycle) -> str:
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


@singledispatch
def planned_clause(rule: Rule, name: str) -> str:
    """On which days a step is planned, where others rest it: "Toner is planned for Tuesday"."""
    del rule
    return _("{name} is not planned for this day").format(name=name)


@planned_clause.register
def _planned_weekdays(rule: Weekdays, name: str) -> str:
    return _("{name} is planned for {weekdays}").format(name=name, weekdays=weekday_list(rule.days))


@planned_clause.register
def _planned_every(rule: Every, name: str) -> str:
    return ngettext(
        "{name} is planned for every {count} day",
        "{name} is planned for every {count} days",
        rule.days,
    ).format(name=name, count=in_words(rule.days))


@planned_clause.register
def _planned_pattern(rule: Pattern, name: str) -> str:
    return ngettext(
        "{name} is planned for day {nights} of every {length}",
        "{name} is planned for days {nights} of every {length}",
        len(rule.on),
    ).format(name=name, nights=listed(list(map(str, rule.on))), length=in_words(rule.length))


@planned_clause.register
def _planned_cycle(rule: Cycle, name: str) -> str:
    return planned_clause(rule.during, name)


def quota_clause(rule: Rule, name: str) -> str:
    """That the week has had its turns; empty where the rule counts none."""
    times = rule.times_a_week
    if times is None:
        return ""
    return ngettext(
        "{name} has {count} turn a week, and this week has had it",
        "{name} has {count} turns a week, and this week has had them",
        times,
    ).format(name=name, count=in_words(times))


@singledispatch
def gap_clause(rule: Rule, name: str) -> str:
    """How far apart two uses are; empty where the rule does not say."""
    del rule, name
    return ""


@gap_clause.register
def _gap_per_week(rule: PerWeek, name: str) -> str:
    return ngettext(
        "{name} needs {count} day between two uses",
        "{name} needs {count} days between two uses",
        rule.gap,
    ).format(name=name, count=in_words(rule.gap))


@gap_clause.register
def _gap_cycle(rule: Cycle, name: str) -> str:
    return gap_clause(rule.during, name)


@singledispatch
def phases_clause(rule: Rule, name: str) -> str:
    """For how long a step is used and rests in turn; empty where the rule has no phases."""
    del rule, name
    return ""


@phases_clause.register
def _phases_cycle(rule: Cycle, name: str) -> str:
    return _("{name} is used {on} and rests {off}").format(
        name=name,
        on=_length(rule.lengths.unit, rule.lengths.on, in_words),
        off=_length(rule.lengths.unit, rule.lengths.off, in_words),
    )


def weekday_list(days: Iterable[Weekday]) -> str:
    """Weekdays as a list: "Monday, Wednesday and Friday"."""
    places = (WEEKDAYS.index(day) for day in days)
    return listed([weekday_name(_A_MONDAY + timedelta(days=place)) for place in places])
