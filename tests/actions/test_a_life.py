"""Does everything agree however a person lives: tick, skip, undo, edit, pause, next day?"""

from contextlib import ExitStack, closing
from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.made import plain_rules
from tests.still_clock import StillClock
from tests.store.places import new_place
from tests.thorough import THOROUGH
from tracker.actions.change import Change
from tracker.actions.plan_rows import plan_rows
from tracker.actions.set_up import set_up
from tracker.actions.skip import skip, unskip
from tracker.actions.stats import stats
from tracker.actions.tick import tick, untick
from tracker.actions.undo import redo, undo
from tracker.actions.views.streak import StreakKeeper
from tracker.actions.views.today_view import today_view
from tracker.domain.day import Day, day_of
from tracker.domain.errors import Fact, Refused
from tracker.domain.plan import plan
from tracker.domain.routine import Pause, Treatment, Version
from tracker.domain.row import Row
from tracker.domain.rule.base import Rule
from tracker.domain.settings import DAY_STARTS_AT
from tracker.exchange.preset import load_preset
from tracker.store.store import open_store

STEPS = ("cleanse-evening", "clay-mask", "refining-lotion", "overnight-serum", "pore-serum")
LENGTH = 40


def assert_later(until: Fact, day: Day) -> None:
    """Rest ends after the day that rests, or is open-ended."""
    assert until is None or (isinstance(until, date) and until > day)


class Life(RuleBasedStateMachine):
    """A person with the oily routine, and every row of their plan before each action."""

    @initialize()
    def begin(self) -> None:
        self.clock = StillClock()
        self.place = ExitStack()
        folder = self.place.enter_context(new_place())
        self.store = self.place.enter_context(closing(open_store(folder, self.clock)))
        self.first = self.today
        self.keeper = StreakKeeper()
        set_up(self.store, load_preset("oily", self.first, "overnight-serum"), "oily")
        self.before: list[list[Row]] = []
        self.undone: list[list[Row]] = []

    @property
    def today(self) -> Day:
        return day_of(self.clock.now(), DAY_STARTS_AT)

    def rows(self) -> list[Row]:
        with self.store.reading() as reading:
            return plan_rows(reading, self.first, self.first + timedelta(days=LENGTH), self.today)

    def note(self, before: list[Row], change: Change | None) -> None:
        if change is not None:
            self.before.append(before)
            self.undone.clear()
            self.keeper.forget(change)

    @rule(step=st.sampled_from(STEPS), back=st.integers(0, 6), anyway=st.booleans())
    def tick(self, step: str, back: int, anyway: bool) -> None:
        day = max(self.first, self.today - timedelta(days=back))
        before = self.rows()
        try:
            change = tick(self.store, self.clock, step, day, anyway=anyway, reason="Because")
        except Refused as refused:
            assert_later(refused.facts["until"], day)
            assert self.rows() == before
            return
        self.note(before, change)
        (row,) = [row for row in self.rows() if (row.day, row.step) == (day, step)]
        assert row.status in ("done", "off_plan")

    @rule(step=st.sampled_from(STEPS))
    def take_back(self, step: str) -> None:
        before = self.rows()
        self.note(before, untick(self.store, self.clock, step))

    @rule(step=st.sampled_from(STEPS))
    def skip(self, step: str) -> None:
        before = self.rows()
        try:
            self.note(before, skip(self.store, self.clock, step, None))
        except Refused:
            assert self.rows() == before

    @rule(step=st.sampled_from(STEPS))
    def unskip(self, step: str) -> None:
        before = self.rows()
        self.note(before, unskip(self.store, self.clock, step))

    @rule(step=st.sampled_from(STEPS), new=plain_rules)
    def edit(self, step: str, new: Rule) -> None:
        """A new version from today on; nothing before today may move."""
        before = self.rows()
        with self.store.writing("edit") as work:
            known = work.routine().step(step)
            kept = tuple(one for one in known.schedule if one.begins < self.today)
            work.put(known._replace(schedule=(*kept, Version(self.today, new))))
        self.note(before, work.change)
        past = [row for row in before if row.day < self.today]
        assert [row for row in self.rows() if row.day < self.today] == past

    @rule(length=st.none() | st.integers(0, 5), some=st.booleans())
    def pause(self, length: int | None, some: bool) -> None:
        ends = None if length is None else self.today + timedelta(days=length)
        self.enter(Pause(self.today, ends, STEPS[:2] if some else None))

    @rule(rest_days=st.integers(0, 5))
    def treat(self, rest_days: int) -> None:
        self.enter(Treatment(self.today, "Peel", rest_days))

    def enter(self, record: Pause | Treatment) -> None:
        before = self.rows()
        with self.store.writing("edit") as work:
            work.put(record)
        self.note(before, work.change)

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        now = self.rows()
        change = undo(self.store)
        assert change is not None
        self.keeper.forget(change)
        assert self.rows() == self.before.pop()
        self.undone.append(now)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        before = self.rows()
        change = redo(self.store)
        assert change is not None
        self.keeper.forget(change)
        assert self.rows() == self.undone.pop()
        self.before.append(before)

    @rule(hours=st.sampled_from([3, 6, 24]))
    def time_passes(self, hours: int) -> None:
        """Rows of different days are not compared; the night still belongs to the evening."""
        self.clock.forward(hours=hours)
        self.before.clear()
        self.undone.clear()

    @invariant()
    def the_page_and_the_plan_agree(self) -> None:
        if not hasattr(self, "store"):
            return
        with self.store.reading() as reading:
            shown = today_view(reading, None, self.clock.now())
            whole = plan(reading.routine(), reading.log(), self.today, self.today, self.today)
            kept = self.keeper.view(reading, self.today)
            figures = stats(reading, self.today).day_streak
        cards = {card.step: card.status for slot in shown.slots for card in slot.cards}
        assert cards == {row.step: row.status for row in whole}
        assert (kept.current, kept.best) == (figures.current, figures.best)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.place.close()


Life.TestCase.settings = settings(
    max_examples=12 if THOROUGH else 4, stateful_step_count=25, deadline=None
)
TestLife = pytest.mark.slow(Life.TestCase)
