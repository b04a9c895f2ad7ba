"""How is a step said that is due on one weekday of each month?"""

from tracker.domain.day import WEEKDAYS
from tracker.domain.rule.monthly import Monthly
from tracker.words.language import _, pgettext
from tracker.words.schedules.base import Choice, planned_clause, schedule_sentence, weekday_said


class MonthlyChoice(Choice):
    """The first Monday of the month."""

    kind = "monthly"
    place = 45

    def label(self) -> str:
        """That it comes once a month."""
        return _("Once a month")

    def controls(self) -> dict[str, str]:
        """Which of the month's days."""
        return {"which": _("Which of the month"), "weekday": _("Weekday")}


@schedule_sentence.register
def _sentence(rule: Monthly) -> str:
    sentences = {
        "first": _("On the first {weekday} of the month"),
        "second": _("On the second {weekday} of the month"),
        "third": _("On the third {weekday} of the month"),
        "fourth": _("On the fourth {weekday} of the month"),
        "last": _("On the last {weekday} of the month"),
    }
    return sentences[rule.which].format(weekday=weekday_said(rule.weekday))


@planned_clause.register
def _planned(rule: Monthly, name: str) -> str:
    clauses = {
        "first": _("{name} is planned for the first {weekday} of the month"),
        "second": _("{name} is planned for the second {weekday} of the month"),
        "third": _("{name} is planned for the third {weekday} of the month"),
        "fourth": _("{name} is planned for the fourth {weekday} of the month"),
        "last": _("{name} is planned for the last {weekday} of the month"),
    }
    return clauses[rule.which].format(name=name, weekday=weekday_said(rule.weekday))


def monthly_pattern() -> str:
    """The sentence in the editor."""
    return _("{kind}: on the {which} {weekday} of the month")


def places_in_month() -> dict[str, str]:
    """Which of a month's days with the same weekday."""
    return {
        "first": pgettext("weekday of the month", "first"),
        "second": pgettext("weekday of the month", "second"),
        "third": pgettext("weekday of the month", "third"),
        "fourth": pgettext("weekday of the month", "fourth"),
        "last": pgettext("weekday of the month", "last"),
    }


def weekdays_said() -> dict[str, str]:
    """Each weekday's code, and its name."""
    return {day: weekday_said(day) for day in WEEKDAYS}
