"""Which panel opens under a step, and what follows from its answer?"""

from PySide6.QtCore import QObject, Signal, Slot

from tracker.actions.views.today import StepCard
from tracker.domain.routine import Enforcement
from tracker.ui.widgets.panel import Panel
from tracker.words.today import Names, ahead_line, before_question
from tracker.words.window import (
    anyway_asking,
    anyway_reasons,
    before_asking,
    close_label,
    skip_asking,
    skip_reasons,
    skip_title,
)


class Question(QObject):
    """One panel that is open under one step, until it is answered or left."""

    skipped = Signal(str, str)
    """A step's id and the reason for leaving it out."""
    insisted = Signal(str, str)
    """A step's id and the reason for using what rests."""
    ticked_both = Signal(str)
    """A step's id: it is ticked, and what comes before it."""
    ticked_alone = Signal(str)
    """A step's id: it is ticked, and what comes before it stays open."""
    ended = Signal()
    """The panel has gone."""

    def __init__(self, card: StepCard, panel: Panel) -> None:
        super().__init__(panel)
        self.card = card
        self.panel = panel
        panel.closed.connect(self.ended)

    @Slot(str)
    def _on_skip_confirmed(self, reason: str) -> None:
        self.skipped.emit(self.card.step, reason)
        self.ended.emit()

    @Slot(str)
    def _on_anyway_confirmed(self, reason: str) -> None:
        self.insisted.emit(self.card.step, reason)
        self.ended.emit()

    @Slot()
    def _on_both_confirmed(self) -> None:
        self.ticked_both.emit(self.card.step)
        self.ended.emit()

    @Slot()
    def _on_both_declined(self) -> None:
        self.ticked_alone.emit(self.card.step)
        self.ended.emit()

    @classmethod
    def why(cls, card: StepCard, sentence: str) -> "Question":
        """No question: one sentence that explains."""
        panel = Panel(sentence)
        panel.explain(close_label())
        return cls(card, panel)

    @classmethod
    def ahead(cls, card: StepCard, names: Names) -> "Question":
        """No question either: when the step can be ticked."""
        panel = Panel(ahead_line(card, names))
        panel.explain(close_label())
        return cls(card, panel)

    @classmethod
    def skip(cls, card: StepCard) -> "Question":
        """Why is it left out?"""
        panel = Panel(skip_title(card.name))
        panel.ask(skip_asking(), skip_reasons(), needs_reason=True)
        question = cls(card, panel)
        panel.confirmed.connect(question._on_skip_confirmed)
        return question

    @classmethod
    def anyway(cls, card: StepCard, sentence: str, enforce: Enforcement) -> "Question":
        """Why is it used although it rests? Only a strict step has to know."""
        panel = Panel(sentence)
        if enforce == "strict":
            panel.ask(anyway_asking(), anyway_reasons(), needs_reason=True)
        else:
            panel.confirm(anyway_asking())
        question = cls(card, panel)
        panel.confirmed.connect(question._on_anyway_confirmed)
        return question

    @classmethod
    def before(cls, card: StepCard, names: Names) -> "Question":
        """Is what comes before it done as well?"""
        panel = Panel(before_question(card, names))
        panel.offer(before_asking(card.name))
        question = cls(card, panel)
        panel.confirmed.connect(question._on_both_confirmed)
        panel.declined.connect(question._on_both_declined)
        return question
