"""After how many days is it due again?"""

from tracker.domain.outside import Outside
from tracker.domain.rule.every import Every
from tracker.ui.pages.routine.sentences.base import Document, Place, Sentence
from tracker.words.schedules.every import every_pattern


class EverySentence(Sentence):
    """The days from one turn to the next."""

    kind = "every"

    def __init__(self, document: Document, place: Place) -> None:
        super().__init__(document, place)
        self.add_number("days", (1, 366), Every.read(Outside(document)).days, "days")

    @classmethod
    def begun(cls, place: Place, before: Document) -> Document:
        """Every second day."""
        del place, before
        return {"kind": cls.kind, "days": 2}

    def pattern(self) -> str:
        """Its days."""
        return every_pattern(self.count("days"))

    def document(self) -> Document:
        """The days; raises `Unsaid`."""
        return {"kind": self.kind, "days": self.number("days", "days")}
