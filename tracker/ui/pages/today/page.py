"""What happens on Today: which wish becomes which action, and when is the day read anew?"""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tracker.actions.change import Change
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today
from tracker.actions.skip import skip, unskip
from tracker.actions.tick import tick, untick
from tracker.actions.views.streak import StreakKeeper
from tracker.actions.views.today import StepCard, StreakView, TodayView
from tracker.domain.day import Day
from tracker.domain.errors import Refused
from tracker.domain.routine import ENFORCEMENTS, Enforcement
from tracker.ui.desk import Desk
from tracker.ui.pages.today.asking import Question
from tracker.ui.pages.today.face import Face
from tracker.words.errors import error_line
from tracker.words.today import cast_of, why_line


class TodayPage(QWidget):
    """The day of now: its face, and what follows from every wish."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: TodayView | None = None
        self._question: Question | None = None
        self._keeper = StreakKeeper()
        self.face = Face()
        self.face.wished.connect(self._on_wished)
        self.face.all_wished.connect(self._on_all_wished)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.face)

    # --- reading ---

    def show_view(self, view: TodayView) -> None:
        """Show the day; a question about a step that has gone goes too."""
        self.view = view
        self.face.show_view(view)
        if self._question is not None and self._card(self._question.card.step) is None:
            self._on_question_ended()

    def reload_streak(self, change: Change | None) -> None:
        """Read the streak, of which `change` may have moved a part; None: nothing is known yet."""
        self._desk.read(partial(self._streak_after, change), self._on_streak_read)

    def _streak_after(self, change: Change | None, reading: Reading) -> StreakView:
        """Runs on the store's thread, which alone touches the keeper."""
        if change is not None:
            self._keeper.forget(change)
        return self._keeper.view(reading, today(reading, self._desk.clock))

    def _on_streak_read(self, streak: StreakView) -> None:
        if self.view is not None:
            self.face.show_streak(self.view, streak)

    def _card(self, step: str) -> StepCard | None:
        slots = () if self.view is None else self.view.slots
        return next((card for slot in slots for card in slot.cards if card.step == step), None)

    # --- wishes ---

    @Slot(str, str)
    def _on_wished(self, step: str, intent: str) -> None:
        card = self._card(step)
        if card is None or self.view is None:
            return
        self._on_question_ended()
        match intent:
            case "tick" if card.before:
                self._open(Question.before(card, cast_of(self.view)))
            case "tick" | "swap":
                self._desk.run(tick, step, self._day())
            case "untick":
                self._desk.run(untick, step, self._day())
            case "unskip":
                self._desk.run(unskip, step, self._day())
            case "skip":
                self._open(Question.skip(card))
            case "anyway":
                self._insist(card, why_line(card, cast_of(self.view)), card.enforce)
            case _:
                self._open(Question.why(card, cast_of(self.view)))

    def refuse(self, refusal: Refused) -> bool:
        """Say under its step why it was refused, and how to go on; False for another page's."""
        card = self._card(str(refusal.facts.get("step")))
        asked = refusal.facts.get("enforce")
        enforce = next((known for known in ENFORCEMENTS if known == asked), None)
        if self.view is None or card is None or enforce is None:
            return False
        self._insist(card, error_line(refusal, cast_of(self.view).names), enforce)
        return True

    def _day(self) -> Day | None:
        """The day that is seen, which a tick means even when midnight passes under it."""
        return None if self.view is None else self.view.day

    def _insist(self, card: StepCard, sentence: str, enforce: Enforcement) -> None:
        if enforce == "off":
            self._desk.run(tick, card.step, self._day())
        else:
            self._open(Question.anyway(card, sentence, enforce))

    # --- questions ---

    def _open(self, question: Question) -> None:
        self._on_question_ended()
        self._question = question
        question.skipped.connect(self._on_skipped)
        question.insisted.connect(self._on_insisted)
        question.ticked_both.connect(self._on_ticked_both)
        question.ticked_alone.connect(self._on_ticked_alone)
        question.ended.connect(self._on_question_ended)
        self.face.put_panel(question.card.step, question.panel)

    @Slot()
    def _on_question_ended(self) -> None:
        """Close the panel; the keyboard goes on where it came from."""
        if self._question is None:
            return
        question, self._question = self._question, None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and question.panel.isAncestorOf(focused)
        question.panel.hide()
        question.panel.deleteLater()
        row = self.face.row(question.card.step)
        if had_focus and row is not None:
            row.take_focus()

    @Slot(str, str)
    def _on_skipped(self, step: str, reason: str) -> None:
        self._desk.run(skip, step, reason, self._day())

    @Slot(str, str)
    def _on_insisted(self, step: str, reason: str) -> None:
        self._desk.run(tick, step, self._day(), anyway=True, reason=reason or None)

    @Slot(str)
    def _on_ticked_both(self, step: str) -> None:
        card = self._card(step)
        self._tick_each(*(() if card is None else card.before), step)

    @Slot(str)
    def _on_all_wished(self, slot: str) -> None:
        """Everything of the slot that is asked for and open, in its order."""
        slots = () if self.view is None else self.view.slots
        cards = next((found.cards for found in slots if found.slot == slot), ())
        self._tick_each(*(card.step for card in cards if card.status == "due"))

    def _tick_each(self, *steps: str) -> None:
        clock, day = self._desk.clock, self._day()
        self._desk.write(*(partial(_ticked, clock, step, day) for step in steps))

    @Slot(str)
    def _on_ticked_alone(self, step: str) -> None:
        self._desk.run(tick, step, self._day())


def _ticked(clock: Clock, step: str, day: Day | None, store: Store) -> Change | None:
    return tick(store, clock, step, day)
