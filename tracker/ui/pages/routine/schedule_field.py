"""How is a schedule changed? As the sentence that it is, with a control for each value."""

from typing import Final, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.outside import Outside
from tracker.domain.rule import read_rule
from tracker.domain.rule.base import Rule
from tracker.ui.pages.routine.sentences.base import Place, Sentence, Unsaid
from tracker.ui.pages.routine.sentences.chosen import Chosen
from tracker.ui.widgets.sentence_line import Piece, SentenceLine, pieces
from tracker.words.routine_sentence import schedule_fault

_WORD: Final = "document"
"""The place of the whole schedule in what is read back."""


class Said(NamedTuple):
    """The schedule that stands there, or why it is none."""

    rule: Rule | None
    fault: str = ""


class ScheduleField(SentenceLine):
    """The sentence; what stands in it is read back as a rule, so that only rules come out of it."""

    changed = Signal()
    """Another schedule stands there, or none."""

    def __init__(self, rule: Rule, place: Place) -> None:
        super().__init__()
        self.chosen = Chosen(rule.document(), place)
        self.chosen.setParent(self)
        self.setFocusProxy(self.chosen.choice)
        self.chosen.changed.connect(self._on_changed)
        self.show_pieces(_pieces(self.chosen))

    @property
    def said(self) -> Said:
        """The schedule as it stands there."""
        try:
            return Said(read_rule(Outside(self.chosen.document(), _WORD)))
        except Unsaid as unsaid:
            return Said(None, str(unsaid))
        except BadInput as error:
            return Said(None, schedule_fault(error))

    def move_to(self, day: Day) -> None:
        """The schedule holds from another day on."""
        self.chosen.moved_to(day)

    @Slot()
    def _on_changed(self) -> None:
        self.show_pieces(_pieces(self.chosen))
        for widget in _gone(self.chosen):
            widget.hide()
            widget.deleteLater()
        self.changed.emit()


def _pieces(sentence: Sentence) -> list[Piece]:
    """The words and the controls of a sentence, those of what stands inside it included."""
    found: list[Piece] = []
    for piece in pieces(sentence.pattern(), sentence.parts):
        found += _pieces(piece) if isinstance(piece, Sentence) else [piece]
    return found


def _gone(sentence: Sentence) -> list[QWidget]:
    """Controls that were taken out of the sentence, or out of what stands inside it."""
    found: list[QWidget] = []
    if isinstance(sentence, Chosen):
        found, sentence.gone = sentence.gone, []
    for part in sentence.parts.values():
        found += _gone(part) if isinstance(part, Sentence) else []
    return found
