"""How is a step said that is due every so many days?"""

from tracker.domain.rule.every import Every
from tracker.words.language import _, ngettext
from tracker.words.numbers import in_words
from tracker.words.schedules.base import Choice, planned_clause, schedule_sentence


class EveryChoice(Choice):
    """Every so many days."""

    kind = "every"
    place = 40

    def label(self) -> str:
        """That days are counted."""
        return _("Every few days")

    def controls(self) -> dict[str, str]:
        """The days that are counted."""
        return {"days": _("Days from one turn to the next")}


@schedule_sentence.register
def _sentence(rule: Every) -> str:
    if rule.days == 1:
        return _("Every day")
    return ngettext("Every {count} day", "Every {count} days", rule.days).format(count=rule.days)


@planned_clause.register
def _planned(rule: Every, name: str) -> str:
    return ngettext(
        "{name} is planned for every {count} day",
        "{name} is planned for every {count} days",
        rule.days,
    ).format(name=name, count=in_words(rule.days))


def every_pattern(days: int) -> str:
    """The sentence in the editor."""
    return ngettext("{kind}: every {days} day", "{kind}: every {days} days", days)
