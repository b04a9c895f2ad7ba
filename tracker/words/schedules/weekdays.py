"""How is a step said that has its weekdays?"""

from tracker.domain.errors import BadInput
from tracker.domain.rule.weekdays import Weekdays
from tracker.words.language import _
from tracker.words.schedules.base import Choice, planned_clause, schedule_sentence, weekday_list


class WeekdaysChoice(Choice):
    """On certain weekdays."""

    kind = "weekdays"
    place = 30

    def label(self) -> str:
        """That it has its weekdays."""
        return _("On weekdays")

    def fault(self, error: BadInput) -> str:
        """None is chosen."""
        return _("Choose at least one weekday.") if error.code == "weekdays_not_distinct" else ""


@schedule_sentence.register
def _sentence(rule: Weekdays) -> str:
    return _("On {weekdays}").format(weekdays=weekday_list(rule.days))


@planned_clause.register
def _planned(rule: Weekdays, name: str) -> str:
    return _("{name} is planned for {weekdays}").format(name=name, weekdays=weekday_list(rule.days))


def weekdays_pattern() -> str:
    """The sentence in the editor."""
    return _("{kind}: {days}")
