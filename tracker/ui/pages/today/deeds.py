"""Which wish on Today becomes which action?"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from tracker.actions.change import Change
from tracker.actions.deed import refused_row
from tracker.actions.ports import Clock, Reading, Store
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
from tracker.domain.routine import ENFORCEMENTS, Enforcement, StepId
from tracker.ui.desk import Desk
from tracker.ui.pages.today.asking import Question
from tracker.ui.pages.today.keys import Keys
from tracker.ui.pages.today.offering import Offering
from tracker.ui.pages.today.page import TodayPage
from tracker.ui.unsaved import Unsaved, Wish
from tracker.ui.widgets.menus import open_step_menu
from tracker.words.today import names_of
from tracker.words.why import why_of

Given = ParamSpec("Given")


class Deeds(QObject):
    """Hears what is wished on the page and has the desk do it; asks where something is unclear."""

    def __init__(self, page: TodayPage, desk: Desk, unsaved: Unsaved) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._unsaved = unsaved
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

    # --- what is not saved ---

    @Slot()
    def show_unsaved(self) -> None:
        """Mark what was entered of the day shown and is not kept yet."""
        day = self._day()
        unsaved = tuple(wish for wish in self._unsaved.waiting if wish.day == day)
        steps = {step for wish in unsaved for step in wish.steps}
        for row in self._page.face.rows():
            row.show_unsaved(is_unsaved=row.card.step in steps)
        self._show_unsaved_rating(unsaved)

    def _show_unsaved_rating(self, unsaved: Iterable[Wish]) -> None:
        """Let marks and a note that are not kept yet stand where they were given."""
        view, beside = self._page.view, self._page.face.beside
        if view is None or beside is None:
            return
        known = wished = view.rating or Rating(view.day)
        for wish in unsaved:
            wished = wished if wish.rated is None else wish.rated(wished)
        if wished != known:
            beside.rating.show_unsaved(wished)
        elif beside.rating.is_unsaved:
            beside.rating.show_rating(view.day, view.today, view.rating)

    def _takes_back(self, step: StepId, intent: str) -> bool:
        """A press on a step that is not saved yet takes back what was entered of it last."""
        row = self._page.face.row(step)
        is_a_press = intent in ("tick", "swap", "untick", "unskip")
        if row is None or not row.is_unsaved or not is_a_press:
            return False
        self._on_question_ended()
        return self._unsaved.take_back(self._day(), step)

    # --- the streak, for which all days are looked at ---

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
        if card is None or view is None or self._takes_back(step, intent):
            return
        self._on_question_ended()
        match intent:
            case "tick" if card.before:
                self._open(Question.before(card, names_of(view)))
            case "tick" | "swap":
                self._log((step,), tick, step, view.day)
            case "untick":
                self._log((step,), untick, step, view.day)
            case "unskip":
                self._log((step,), unskip, step, view.day)
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
            self._log((card.step,), tick, card.step, self._day())
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
        steps = tuple(card.step for card in cards if card.is_waiting)
        self._log(steps, tick_all, steps, self._day())

    @Slot(str)
    def _on_menu_wanted(self, step: str) -> None:
        row = self._page.face.row(step)
        if row is not None:
            open_step_menu(row).picked.connect(partial(self._on_wished, step))

    @Slot(str, object)
    def _on_rated(self, facet: str, mark: int | None) -> None:
        day = self._day()
        if day is not None:
            self._rate(day, {facet: mark}, None)

    @Slot(object, str)
    def _on_noted(self, day: Day, note: str) -> None:
        self._rate(day, {}, note)

    def _rate(self, day: Day, marks: Mapping[str, int | None], note: str | None) -> None:
        self._unsaved.wish(
            Wish(
                lambda store: rate(store, self._desk.clock, marks, note, day),
                day,
                rated=partial(rated, marks=marks, note=note),
            )
        )

    def _log(
        self,
        steps: tuple[StepId, ...],
        action: Callable[Concatenate[Store, Clock, Given], Change | None],
        *arguments: Given.args,
        **named: Given.kwargs,
    ) -> None:
        """Have an action done to steps of the day that is seen."""
        day, clock = self._day(), self._desk.clock
        if day is not None:

            def act(store: Store) -> Change | None:
                return action(store, clock, *arguments, **named)

            self._unsaved.wish(Wish(act, day, steps))

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
        self._log((step,), skip, step, reason, self._day())

    @Slot(str, str)
    def _on_insisted(self, step: str, reason: str) -> None:
        self._log((step,), tick, step, self._day(), anyway=True, reason=reason or None)

    @Slot(str)
    def _on_ticked_both(self, step: str) -> None:
        card = self._page.card(step)
        steps = (*(() if card is None else card.before), step)
        self._log(steps, tick_all, steps, self._day())

    @Slot(str)
    def _on_ticked_alone(self, step: str) -> None:
        self._log((step,), tick, step, self._day())
