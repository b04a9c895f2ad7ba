"""On which weekdays is it due?"""

from tracker.domain.day import weekday_of
from tracker.domain.outside import Outside
from tracker.domain.rule.weekdays import Weekdays
from tracker.ui.pages.routine.sentences.base import Document, Place, Sentence
from tracker.words.routine_sentence import weekdays_short
from tracker.words.schedules.weekdays import weekdays_pattern


class WeekdaysSentence(Sentence):
    """The weekdays."""

    kind = "weekdays"

    def __init__(self, document: Document, place: Place) -> None:
        super().__init__(document, place)
        rule = Weekdays.read(Outside(document))
        self._days = self.add_chips("days", weekdays_short(), list(rule.days), "on_weekdays")

    @classmethod
    def begun(cls, place: Place, before: Document) -> Document:
        """The weekday from which it holds."""
        del before
        return {"kind": cls.kind, "days": [weekday_of(place.day)]}

    def pattern(self) -> str:
        """Its weekdays."""
        return weekdays_pattern()

    def document(self) -> Document:
        """The weekdays, as they were chosen."""
        return {"kind": self.kind, "days": list(self._days.chosen)}
