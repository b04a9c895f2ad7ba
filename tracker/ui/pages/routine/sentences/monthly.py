"""On which weekday of the month is it due?"""

from tracker.domain.outside import Outside
from tracker.domain.rule.monthly import Monthly
from tracker.ui.pages.routine.sentences.base import Document, Place, Sentence
from tracker.words.schedules.monthly import monthly_pattern, places_in_month, weekdays_said


class MonthlySentence(Sentence):
    """Which of the month's days, and the weekday."""

    kind = "monthly"

    def __init__(self, document: Document, place: Place) -> None:
        super().__init__(document, place)
        rule = Monthly.read(Outside(document))
        self._which = self.add_choice("which", places_in_month(), rule.which, "which")
        self._weekday = self.add_choice("weekday", weekdays_said(), rule.weekday, "weekday")

    @classmethod
    def begun(cls, place: Place, before: Document) -> Document:
        """The day from which it holds, by its place in the month."""
        del before
        return Monthly.holding(place.day).document()

    def pattern(self) -> str:
        """Its day."""
        return monthly_pattern()

    def document(self) -> Document:
        """The day, as it was chosen."""
        return {"kind": self.kind, "which": self._which.code, "weekday": self._weekday.code}
