"""What can be said of a schedule, whatever its kind?

The functions here say it of the plainest rule; a kind says it its own way in its own file.
"""

from collections.abc import Iterable
from datetime import timedelta
from functools import singledispatch
from typing import ClassVar, Final

from tracker.domain.day import WEEKDAYS, Day, Weekday
from tracker.domain.errors import BadInput
from tracker.domain.rule.base import Rule
from tracker.words.dates import weekday_name
from tracker.words.language import _, listed, ngettext
from tracker.words.numbers import in_words

_A_MONDAY = Day(2024, 1, 1)

CHOICES: Final[dict[str, "Choice"]] = {}
"""How each kind is offered where one chooses it, entered by the class itself."""


class Choice:
    """How a kind of schedule is offered in the editor. A subclass has a kind's own words."""

    kind: ClassVar[str] = ""
    place: ClassVar[int] = 0
    """Where it stands in the menu: the frequent ones first, tens apart to leave room between."""

    def __init_subclass__(cls) -> None:
        """Enter the kind into the registry."""
        CHOICES[cls.kind] = cls()

    def label(self) -> str:
        """The kind in the menu and at the beginning of its sentence: "Every day"."""
        raise NotImplementedError

    def controls(self) -> dict[str, str]:
        """For a screen reader: what each of the controls in the sentence is about, by its code."""
        return {}

    def fault(self, error: BadInput) -> str:
        """What mends a choice that is no schedule yet; empty where the error is another's."""
        del error
        return ""


@singledispatch
def schedule_sentence(rule: Rule) -> str:
    """A schedule as a phrase that stands by itself: "Every day"."""
    return rule.kind


@singledispatch
def planned_clause(rule: Rule, name: str) -> str:
    """On which days a step is planned, where others rest it: "Toner is planned for Tuesday"."""
    del rule
    return _("{name} is not planned for this day").format(name=name)


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


@singledispatch
def phases_clause(rule: Rule, name: str) -> str:
    """For how long a step is used and rests in turn; empty where the rule has no phases."""
    del rule, name
    return ""


@singledispatch
def phase_name(rule: Rule, *, is_on: bool) -> str:
    """A phase by its length: "month off", "3 weeks off"; "phase off" where it has none."""
    del rule
    return _("phase on") if is_on else _("phase off")


def weekday_list(days: Iterable[Weekday]) -> str:
    """Weekdays as a list: "Monday, Wednesday and Friday"."""
    return listed([weekday_said(day) for day in days])


def weekday_said(day: Weekday) -> str:
    """A weekday's name."""
    return weekday_name(_A_MONDAY + timedelta(days=WEEKDAYS.index(day)))
