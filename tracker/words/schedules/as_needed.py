"""How is a step said that is there when the skin asks for it?"""

from tracker.domain.rule.as_needed import AsNeeded
from tracker.words.language import _
from tracker.words.schedules.base import Choice, schedule_sentence


class AsNeededChoice(Choice):
    """Only when needed."""

    kind = "as_needed"
    place = 70

    def label(self) -> str:
        """That nothing asks for it."""
        return _("Only when needed")


@schedule_sentence.register
def _sentence(rule: AsNeeded) -> str:
    del rule
    return _("As needed")
