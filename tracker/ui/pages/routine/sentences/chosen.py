"""Of which kind is a schedule, and which sentence stands for it?"""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tracker.domain.day import Day
from tracker.ui.pages.routine.sentences.base import SENTENCES, Document, Place, Sentence
from tracker.ui.widgets.choice import Choice
from tracker.words.routine_sentence import how_often_label, kind_labels


class Chosen(Sentence):
    """The choice of a kind, and the sentence of the one that is chosen."""

    def __init__(self, document: Document, place: Place, *, is_inside: bool = False) -> None:
        """`is_inside`: it stands in another schedule, and none that holds another may be chosen."""
        super().__init__(document, place)
        closed = [one.kind for one in SENTENCES.values() if is_inside and one.holds_another]
        options = [(kind, label) for kind, label in kind_labels().items() if kind not in closed]
        self.choice = Choice(how_often_label(), options, str(document["kind"]))
        self.choice.changed.connect(self._on_chosen)
        self.gone: list[QWidget] = []
        """Controls that no longer count, to be taken away."""
        self._take(document)

    def _take(self, document: Document) -> None:
        self.sentence = SENTENCES[str(document["kind"])](document, self.place)
        self.sentence.setParent(self)
        self.sentence.changed.connect(self.changed)
        self.parts = {"kind": self.choice, **self.sentence.parts}

    def pattern(self) -> str:
        """That of the chosen kind."""
        return self.sentence.pattern()

    def document(self) -> Document:
        """That of the chosen kind; raises `Unsaid`."""
        return self.sentence.document()

    def moved_to(self, day: Day) -> None:
        """So does the sentence."""
        super().moved_to(day)
        self.sentence.moved_to(day)

    @Slot()
    def _on_chosen(self) -> None:
        """What stood inside, or around, goes on where it can."""
        before, chosen = self.sentence, SENTENCES[self.choice.code]
        inside = before.inside()
        self.gone += before.widgets()
        before.deleteLater()
        if inside is not None and inside["kind"] == chosen.kind:
            self._take(inside)
        else:
            self._take(chosen.begun(self.place, before.known() if inside is None else inside))
        self.changed.emit()
