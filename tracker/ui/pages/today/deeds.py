"""Which wish on Today becomes which action?"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from tracker.actions.change import Change
from tracker.actions.deed import refused_row
from tracker.actions.ports import Reading
from tracker.actions.present import today
from tracker.actions.rate import rate, rated
from tracker.actions.skip import skip, unskip
from tracker.actions.tick import tick, tick_all, untick
from tracker.actions.views.kept import LivedKeeper
from tracker.actions.views.streak import StreakKeeper
from tracker.actions.views.today import StepCard, StreakView
from tracker.actions.views.why import Why, why_by, why_view
from tracker.domain.day import Day
from tracker.domain.errors import Refused
from tracker.domain.log import Rating
from tracker.domain.routine import ENFORCEMENTS, Enforcement
from tracker.ui.desk import Desk
from tracker.ui.pages.today.asking import Question
from tracker.ui.pages.today.keys import Keys
from tracker.ui.pages.today.offering import Offering
from tracker.ui.pages.today.page import TodayPage
from tracker.ui.widgets.menus import open_step_menu
from tracker.words.today import names_of
from tracker.words.why import why_of


class Deeds(QObject):
    """Hears what is wished on the page and has the desk do it; asks where something is unclear."""

    def __init__(self, page: TodayPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self.question: Question | None = None
        self._asked_of: Day | None = None
        self.days = LivedKeeper()
        """All that was lived, for the streak and for whichever page needs it too."""
        self._keeper = StreakKeeper(self.days)
        self.keys = Keys(page.face)
        self._offering = Offering(page, desk)
        self._offering.placed.connect(self._on_shown)
        page.shown.connect(self._on_shown)
        page.face.wished.connect(self._on_wished)
        page.face.all_wished.connect(self._on_all_wished)
        page.face.menu_wanted.connect(self._on_menu_wanted)
        page.face.rated.connect(self._on_rated)
        page.face.noted.connect(self._on_noted)
        page.face.left.connect(self._on_question_ended)

    @Slot()
    def _on_shown(self) -> None:
        """A question about a step that has gone, or about another day, goes too."""
        question, day = self.question, self._day()
        if question is not None and (
            day != self._asked_of or self._page.face.row(question.card.step) is None
        ):
            self._on_question_ended()
        if self.question is None:
            self.keys.order()
        else:
            self.keys.order(self.question.panel, self.question.card.step)
        focused = QApplication.focusWidget()
        if focused is not None and not focused.isVisible():
            self.keys.begin()

    # --- the streak, for which all days are looked at ---

    def show_unsaved(self, unsaved: Iterable[tuple[object, ...]]) -> None:
        """Mark the steps of the day shown of which a change is not kept yet."""
        told, day = tuple(filter(None, unsaved)), self._day()
        steps: list[object] = []
        for what, *rest in told:
            if day in rest:
                steps += what if isinstance(what, list | tuple) else [what]
        for row in self._page.face.rows():
            row.show_unsaved(is_unsaved=row.card.step in steps)
        self._show_unsaved_rating(told)

    def _show_unsaved_rating(self, unsaved: Iterable[tuple[object, ...]]) -> None:
        """Let marks and a note that are not kept yet stand where they were given."""
        view, beside = self._page.view, self._page.face.beside
        if view is None or beside is None:
            return
        wished = view.rating
        for about in unsaved:
            match about:
                case dict() as marks, (str() | None) as note, day if day == view.day:
                    wished = rated(wished or Rating(view.day), marks, note)
        if wished is not None and wished != view.rating:
            beside.rating.show_unsaved(wished)
        elif beside.rating.is_unsaved:
            beside.rating.show_rating(view.day, view.today, view.rating)

    def read_streak(self, change: Change | None) -> None:
        """Read the streak, of which `change` may have moved a part; None: nothing is known yet.

        What may be on offer follows from all those days too.
        """
        self._desk.read(partial(self._streak_after, change), self._on_streak_read)
        self._offering.read()

    def _streak_after(self, change: Change | None, reading: Reading) -> StreakView:
        """Runs on the store's thread, which alone touches the keeper."""
        if change is not None:
            self._keeper.forget(change)
        return self._keeper.view(reading, today(reading, self._desk.clock))

    def _on_streak_read(self, streak: StreakView) -> None:
        if self._page.view is not None:
            self._page.face.show_streak(self._page.view, streak)

    # --- wishes ---

    @Slot(str, str)
    def _on_wished(self, step: str, intent: str) -> None:
        card, view = self._page.card(step), self._page.view
        if card is None or view is None:
            return
        self._on_question_ended()
        match intent:
            case "tick" if card.before:
                self._open(Question.before(card, names_of(view)))
            case "tick" | "swap":
                self._desk.run(tick, step, view.day)
            case "untick":
                self._desk.run(untick, step, view.day)
            case "unskip":
                self._desk.run(unskip, step, view.day)
            case "skip":
                self._open(Question.skip(card))
            case "note":
                self._page.face.write_note()
            case "ahead":
                self._open(Question.ahead(card, names_of(view)))
            case "anyway":
                self._read_why(card, partial(self._insist, enforce=card.enforce))
            case _:
                self._read_why(card, self._explain)

    def refuse(self, refusal: Refused) -> bool:
        """Say under its step why it was refused, and how to go on; False for another page's."""
        card, view = self._page.card(str(refusal.facts.get("step"))), self._page.view
        asked, row = refusal.facts.get("enforce"), refused_row(refusal)
        enforce = next((known for known in ENFORCEMENTS if known == asked), None)
        if view is None or card is None or enforce is None or row is None or row.day != view.day:
            return False
        look = partial(why_by, row=row, today=view.today)
        self._desk.read(look, partial(self._say_why, card, partial(self._insist, enforce=enforce)))
        return True

    def _read_why(self, card: StepCard, say: Callable[[StepCard, str], None]) -> None:
        """Find out why the step stands as it does, which nobody waited for until now."""
        view = self._page.view
        if view is not None:
            look = partial(why_view, step_id=card.step, day=view.day, today=view.today)
            self._desk.read(look, partial(self._say_why, card, say))

    def _say_why(self, card: StepCard, say: Callable[[StepCard, str], None], why: Why) -> None:
        """Unless the page went on to another day meanwhile."""
        view = self._page.view
        if view is not None and view.day == why.day and self._page.face.row(card.step) is not None:
            say(card, why_of(why, view.today))

    def _explain(self, card: StepCard, sentence: str) -> None:
        self._open(Question.why(card, sentence))

    def _insist(self, card: StepCard, sentence: str, enforce: Enforcement) -> None:
        if enforce == "off":
            self._desk.run(tick, card.step, self._day())
        else:
            self._open(Question.anyway(card, sentence, enforce))

    def _day(self) -> Day | None:
        """The day that is seen, which a tick means even when midnight passes under it."""
        return None if self._page.view is None else self._page.view.day

    @Slot(str)
    def _on_all_wished(self, slot: str) -> None:
        """Everything of the slot that is asked for and open, in its order."""
        slots = () if self._page.view is None else self._page.view.slots
        cards = next((found.cards for found in slots if found.slot == slot), ())
        steps = [card.step for card in cards if card.is_waiting]
        self._desk.run(tick_all, steps, self._day())

    @Slot(str)
    def _on_menu_wanted(self, step: str) -> None:
        row = self._page.face.row(step)
        if row is not None:
            open_step_menu(row).picked.connect(partial(self._on_wished, step))

    @Slot(str, object)
    def _on_rated(self, facet: str, mark: int | None) -> None:
        self._desk.run(rate, {facet: mark}, None, self._day())

    @Slot(object, str)
    def _on_noted(self, day: Day, note: str) -> None:
        self._desk.run(rate, {}, note, day)

    # --- questions ---

    def _open(self, question: Question) -> None:
        self._on_question_ended()
        self.question, self._asked_of = question, self._day()
        question.skipped.connect(self._on_skipped)
        question.insisted.connect(self._on_insisted)
        question.ticked_both.connect(self._on_ticked_both)
        question.ticked_alone.connect(self._on_ticked_alone)
        question.ended.connect(self._on_question_ended)
        self._page.face.put_panel(question.card.step, question.panel)
        self.keys.follow(question.panel, question.card.step)

    @Slot()
    def _on_question_ended(self) -> None:
        """Close the panel; the keyboard goes on where it came from."""
        if self.question is None:
            return
        question, self.question = self.question, None
        focused = question.panel.focusWidget()
        question.panel.hide()
        question.panel.deleteLater()
        if focused is not None:
            self.keys.leave(question.card.step)

    @Slot(str, str)
    def _on_skipped(self, step: str, reason: str) -> None:
        self._desk.run(skip, step, reason, self._day())

    @Slot(str, str)
    def _on_insisted(self, step: str, reason: str) -> None:
        self._desk.run(tick, step, self._day(), anyway=True, reason=reason or None)

    @Slot(str)
    def _on_ticked_both(self, step: str) -> None:
        card = self._page.card(step)
        before = () if card is None else card.before
        self._desk.run(tick_all, (*before, step), self._day())

    @Slot(str)
    def _on_ticked_alone(self, step: str) -> None:
        self._desk.run(tick, step, self._day())
