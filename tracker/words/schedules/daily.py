"""How is a step said that is due every day?"""

from tracker.domain.rule.daily import Daily
from tracker.words.language import _
from tracker.words.schedules.base import Choice, schedule_sentence


class DailyChoice(Choice):
    """Every day."""

    kind = "daily"
    place = 10

    def label(self) -> str:
        """As its sentence."""
        return _("Every day")


@schedule_sentence.register
def _sentence(rule: Daily) -> str:
    del rule
    return _("Every day")
