"""When is a step due, in words?

A kind of schedule has its sentence here, registered for its class; a test asks for each kind.
"""

from collections.abc import Iterable
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
    return _("{during}; {on} on and {off} off in turn, from {day}").format(
        during=schedule_sentence(rule.during),
        on=_length(rule.lengths.unit, rule.lengths.on),
        off=_length(rule.lengths.unit, rule.lengths.off),
        day=day_month(rule.start, Day.min),
    )


def _length(unit: Unit, count: int) -> str:
    """So many months, weeks or days."""
    forms = {
        "months": ngettext("{count} month", "{count} months", count),
        "weeks": ngettext("{count} week", "{count} weeks", count),
        "days": ngettext("{count} day", "{count} days", count),
    }
    return forms[unit].format(count=count)


def weekday_list(days: Iterable[Weekday]) -> str:
    """Weekdays as a list: "Monday, Wednesday and Friday"."""
    places = (WEEKDAYS.index(day) for day in days)
    return listed([weekday_name(_A_MONDAY + timedelta(days=place)) for place in places])
