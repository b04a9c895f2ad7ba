"""On which days of a round is it due?"""

from PySide6.QtCore import Slot

from tracker.domain.day import Day
from tracker.domain.outside import Outside
from tracker.domain.rule.pattern import Pattern
from tracker.ui.pages.routine.sentences.base import Document, Place, Sentence
from tracker.words.schedules.pattern import round_pattern

_LONGEST = 31
"""The longest round that one can still choose from at a glance."""


class PatternSentence(Sentence):
    """The length of the round, its days of use, and where it is counted from."""

    kind = "pattern"

    def __init__(self, document: Document, place: Place) -> None:
        super().__init__(document, place)
        rule = Pattern.read(Outside(document))
        on = list(map(str, rule.on))
        self._on = self.add_chips("on", _numbered(rule.length), on, "on_days")
        self._kept = set(on)
        """The days that were chosen, those beyond the length that stands there now included."""
        self._on.changed.connect(self._on_days_changed)
        longest = max(_LONGEST, rule.length)
        self.add_number("length", (1, longest), rule.length, "length")
        self.add_day("start", rule.start, "counted_from")
        self._length = rule.length
        self.changed.connect(self._on_changed)

    @classmethod
    def begun(cls, place: Place, before: Document) -> Document:
        """The first of four days, from the day on which it holds."""
        del before
        return {"kind": cls.kind, "length": 4, "on": [1], "start": place.day.isoformat()}

    @Slot()
    def _on_changed(self) -> None:
        """There are as many days to choose from as the round has."""
        length = self.typed("length")
        if length is not None and length != len(self._on.chips):
            days = _numbered(length)
            self._on.offer(days)
            self._on.choose([day for day, _label in days if day in self._kept])
        self._anchor()

    def _anchor(self) -> None:
        self.anchor("start", is_another=self.typed("length") != self._length)

    @Slot()
    def _on_days_changed(self) -> None:
        """What is hidden stays chosen: the round may be longer again."""
        shown = {chip.code for chip in self._on.chips}
        self._kept = (self._kept - shown) | set(self._on.chosen)

    def pattern(self) -> str:
        """Its round."""
        return round_pattern(self.count("length"))

    def document(self) -> Document:
        """The round; raises `Unsaid`."""
        length, start = self.number("length", "length"), self.day("start")
        on = sorted(map(int, self._on.chosen))
        return {"kind": self.kind, "length": length, "on": on, "start": start.isoformat()}

    def moved_to(self, day: Day) -> None:
        """A round that is new begins with the schedule."""
        super().moved_to(day)
        self._anchor()


def _numbered(length: int) -> list[tuple[str, str]]:
    return [(str(number), str(number)) for number in range(1, length + 1)]
