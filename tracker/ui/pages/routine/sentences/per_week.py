"""How many times a week is it due, how far apart, and on which days rather?"""

from PySide6.QtCore import Slot

from tracker.domain.outside import Outside
from tracker.domain.rule.per_week import PerWeek, usual_days, usual_gap
from tracker.ui.pages.routine.sentences.base import Document, Place, Sentence
from tracker.words.routine_sentence import weekdays_short
from tracker.words.schedules.per_week import per_week_pattern

_USUAL = 2
"""The times a week with which one begins."""


class PerWeekSentence(Sentence):
    """The times, the gap and the days."""

    kind = "per_week"

    def __init__(self, document: Document, place: Place) -> None:
        super().__init__(document, place)
        rule = PerWeek.read(Outside(document))
        self._left = (rule.min_gap is None, rule.prefer is None)
        self._times = rule.times
        self._days_at: dict[int, list[str]] = {}
        """The days that stood there with other times."""
        self.add_number("times", (1, 7), rule.times, "times")
        self.add_number("gap", (1, 31), rule.gap, "gap")
        self._days = self.add_chips("days", weekdays_short(), list(rule.days), "on_weekdays")
        self.changed.connect(self._on_changed)

    @classmethod
    def begun(cls, place: Place, before: Document) -> Document:
        """Twice a week, on the usual days."""
        del place, before
        return PerWeek(_USUAL, usual_gap(_USUAL), usual_days(_USUAL)).document()

    @Slot()
    def _on_changed(self) -> None:
        """With other times come the days that stood there with them, else those usual then."""
        times = self.typed("times")
        if times is None or times == self._times:
            return
        self._days_at[self._times] = self._days.chosen
        self._times = times
        if len(self._days.chosen) != times:
            self._days.choose(self._days_at.get(times, usual_days(times)))

    def pattern(self) -> str:
        """Its times, gap and days."""
        return per_week_pattern(self.count("times"), self.count("gap"))

    def document(self) -> Document:
        """The quota; raises `Unsaid`. What was left to the usual is so while it is the usual."""
        times, gap = self.number("times", "times"), self.number("gap", "gap")
        days = tuple(self._days.chosen)
        found: Document = {"kind": self.kind, "times": times}
        no_gap, no_days = self._left
        if not (no_gap and gap == usual_gap(times)):
            found["min_gap"] = gap
        if not (no_days and days == usual_days(times)):
            found["prefer"] = list(days)
        return found
