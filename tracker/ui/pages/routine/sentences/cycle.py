"""How long is it used, how long does it rest, and with which phase does it begin?"""

from PySide6.QtCore import Slot

from tracker.domain.day import Day
from tracker.domain.outside import Outside
from tracker.domain.rule.cycle import LONGEST, Cycle
from tracker.ui.pages.routine.sentences.base import Document, Place, Sentence
from tracker.ui.pages.routine.sentences.chosen import Chosen
from tracker.words.schedules.cycle import cycle_pattern, first_phases, units


class CycleSentence(Sentence):
    """What holds while on, both lengths, and the beginning."""

    kind = "cycle"
    holds_another = True

    def __init__(self, document: Document, place: Place) -> None:
        super().__init__(document, place)
        rule = Cycle.read(Outside(document))
        unit, on, off = rule.lengths
        self._during = Chosen(rule.during.document(), place, is_inside=True)
        self._during.setParent(self)
        self._during.changed.connect(self.changed)
        self.parts["during"] = self._during
        self.add_number("on", (1, LONGEST["days"]), on, "on")
        self._unit = self.add_choice("unit", units(), unit, "unit")
        self.add_number("off", (1, LONGEST["days"]), off, "off")
        self._off_unit = self.add_choice("off_unit", units(), unit, "unit")
        self.add_day("start", rule.start, "start")
        first = "off" if rule.starts_off else "on"
        self._first = self.add_choice("first", first_phases(), first, "first")
        self._lengths = self._typed_lengths()
        self._unit.changed.connect(self._on_unit_changed)
        self._off_unit.changed.connect(self._on_off_unit_changed)
        self.changed.connect(self._anchor)

    @classmethod
    def begun(cls, place: Place, before: Document) -> Document:
        """A month on and a month off, with what held before while on."""
        month: Document = {"months": 1}
        start = place.day.isoformat()
        return {"kind": cls.kind, "on": month, "off": month, "start": start, "during": before}

    @Slot()
    def _on_unit_changed(self) -> None:
        """Both lengths are counted in the same."""
        self._off_unit.show_code(self._unit.code)

    @Slot()
    def _on_off_unit_changed(self) -> None:
        self._unit.show_code(self._off_unit.code)
        self.changed.emit()

    def pattern(self) -> str:
        """Its phases."""
        return cycle_pattern()

    def document(self) -> Document:
        """The phases, and what holds while on; raises `Unsaid`."""
        unit = self._unit.code
        found: Document = {
            "kind": self.kind,
            "on": {unit: self.number("on", "on")},
            "off": {unit: self.number("off", "off")},
        }
        if self._first.code == "off":
            found["first"] = "off"
        start = self.day("start").isoformat()
        return found | {"start": start, "during": self._during.document()}

    def _typed_lengths(self) -> tuple[str, int | None, int | None]:
        return self._unit.code, self.typed("on"), self.typed("off")

    @Slot()
    def _anchor(self) -> None:
        self.anchor("start", is_another=self._typed_lengths() != self._lengths)

    def inside(self) -> Document:
        """What holds while on."""
        return self._during.known()

    def moved_to(self, day: Day) -> None:
        """Phases that are new begin with the schedule."""
        super().moved_to(day)
        self._during.moved_to(day)
        self._anchor()
