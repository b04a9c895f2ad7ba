"""Does no edit of the routine change a day before its own, and does undo bring all back?"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import TypeAlias

import pytest

from tests.actions.test_the_past_stays import (
    LAST,
    TODAY,
    Life,
    on_five_routines,
)
from tests.store.places import new_store
from tests.thorough import THOROUGH
from tracker.actions.change import Change
from tracker.actions.edit import StepDraft, draft_of, edit
from tracker.actions.follow import Followed, follow
from tracker.actions.group import group
from tracker.actions.reorder import reorder
from tracker.actions.retire import bring_back, retire
from tracker.actions.undo import undo
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import ENFORCEMENTS, SLOTS, Group, NotAfter, Routine, Step
from tracker.domain.row import Row
from tracker.domain.rule.as_needed import AsNeeded
from tracker.domain.rule.base import Rule
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.rule.monthly import Monthly
from tracker.domain.rule.pattern import Pattern
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.rule.weekdays import Weekdays

SEQUENCES = 100 if THOROUGH else 15
LENGTH = 4
"""Of each of five routines: where thorough 2000 tries, and more than a thousand edits."""
LONGER = frozenset(("paused", "recovery", "not_started"))
"""Reasons that rest a step for longer or shorter than was told, and rest it all the same."""
EVERY_DAY = LAST + timedelta(days=1000)

Done: TypeAlias = tuple[Change | None, Day]
"""What an edit moved, and its day."""


class Editor(Life):
    """A person who edits at random."""

    def edit_once(self, before: list[Row]) -> tuple[Change | None, list[Row]]:
        """Edit something; what is not possible changes nothing."""
        verb = self.random.choice(
            (
                self.rule,
                self.rule,
                self.terms,
                self.at_once,
                self.days,
                self.add,
                self.retire,
                self.bring_back,
                self.reorder,
                self.group,
                self.follow,
            )
        )
        try:
            change, first = verb()
        except BadInput:
            return None, before
        after = self.rows()
        assert past(after, before, first) == past(before, before, first), (verb, first)
        return change, after

    def kept(self) -> Routine:
        with self.store.reading() as look:
            return look.routine()

    def begins(self) -> tuple[Day, bool]:
        """A day from which something holds, and whether that is said to rewrite the past."""
        day = self.day(self.random.randint(-9, 6))
        return day, day < TODAY and self.random.random() < 0.9

    def chosen(self) -> Step:
        return self.random.choice(self.kept().steps)

    def any_rule(self) -> Rule:
        plain: Sequence[Rule] = (
            Daily(),
            AsNeeded(),
            Weekdays(("tue", "sat")),
            Every(self.random.randint(1, 4)),
            Monthly.holding(self.day(self.random.randint(-9, 4))),
            Pattern(4, (1, 3), self.day(self.random.randint(-5, 3))),
            PerWeek(2),
            PerWeek(3, 4),
        )
        rule = self.random.choice(plain)
        if self.random.random() < 0.7:
            return rule
        lengths = Lengths("days", self.random.randint(2, 6), self.random.randint(2, 6))
        start = self.day(self.random.randint(-9, 4))
        return Cycle(rule, lengths, start, starts_off=self.random.random() < 0.5)

    def rule(self) -> Done:
        day, rewrites = self.begins()
        draft = draft_of(self.chosen(), day)._replace(rule=self.any_rule())
        return edit(self.store, self.clock, draft, day, rewrites=rewrites), day

    def terms(self) -> Done:
        day, rewrites = self.begins()
        step, other = self.chosen(), self.chosen()
        apart = (NotAfter(other.id, self.random.randint(1, 3)),)
        draft = draft_of(step, day)._replace(
            not_after=self.random.choice(((), apart)),
            enforce=self.random.choice((None, *ENFORCEMENTS)),
        )
        return edit(self.store, self.clock, draft, day, rewrites=rewrites), day

    def at_once(self) -> Done:
        draft = draft_of(self.chosen(), TODAY)._replace(
            name=f"Name {self.random.randint(0, 9)}",
            kind=self.random.choice(("mask", "serum")),
            slot=self.random.choice(SLOTS),
            note=self.random.choice((None, "Thinly")),
        )
        return edit(self.store, self.clock, draft, TODAY), EVERY_DAY

    def days(self) -> Done:
        step = self.chosen()
        start = self.random.choice((step.start, self.day(self.random.randint(-9, 6))))
        end = self.random.choice((None, self.day(self.random.randint(-9, 6))))
        moved = [min(start, step.start)] if start != step.start else []
        if end != step.end:
            moved.append(min(one for one in (end, step.end) if one) + ONE_DAY)
        draft = draft_of(step, TODAY)._replace(start=start, end=end)
        rewrites = self.random.random() < 0.5
        change = edit(self.store, self.clock, draft, TODAY, rewrites=rewrites)
        return change, min(moved, default=EVERY_DAY)

    def add(self) -> Done:
        day, rewrites = self.begins()
        draft = StepDraft(None, "Retinal", "retinoid", "evening", self.any_rule())
        return edit(self.store, self.clock, draft, day, rewrites=rewrites), day

    def retire(self) -> Done:
        day, rewrites = self.begins()
        last = day - ONE_DAY
        return retire(self.store, self.clock, self.chosen().id, last, rewrites=rewrites), day

    def bring_back(self) -> Done:
        day, rewrites = self.begins()
        return bring_back(self.store, self.clock, self.chosen().id, day, rewrites=rewrites), day

    def reorder(self) -> Done:
        slot = self.random.choice(SLOTS)
        ids = [one.id for one in self.kept().steps if one.slot == slot]
        self.random.shuffle(ids)
        return reorder(self.store, slot, ids), EVERY_DAY

    def group(self) -> Done:
        day, rewrites = self.begins()
        name = self.random.choice(("Evening", "Evening treatment", "Other"))
        ids = [one.id for one in self.kept().steps]
        priority = self.random.sample(ids, self.random.randint(0, len(ids)))
        return group(self.store, self.clock, name, priority, day, rewrites=rewrites), day

    def follow(self) -> Done:
        """What another document says: some steps as new ones would be, one group, and no others."""
        day, rewrites = self.begins()
        steps = tuple(
            one._replace(schedule=(one.schedule[0]._replace(rule=self.any_rule()),))
            for one in self.kept().steps
            if self.random.random() < 0.7
        )
        priority = tuple(one.id for one in steps if self.random.random() < 0.5)
        wanted = Followed(steps, (Group("Evening", priority),), only=self.random.random() < 0.3)
        return follow(self.store, self.clock, wanted, day, rewrites=rewrites), day


def past(rows: list[Row], before: list[Row], first: Day) -> set[tuple[object, ...]]:
    """The rows before `first`, in whatever order a day's are.

    A pause on a day on which a step was no part of the routine is none of the past: it is what
    stands between its end and the day on which it was brought back.
    """
    known = {(row.day, row.step) for row in before}
    return {
        tuple(row[:4]) if row.reason in LONGER else tuple(row)
        for row in rows
        if row.day < first and not (row.reason == "paused" and (row.day, row.step) not in known)
    }


@pytest.mark.slow
@on_five_routines
def test_no_edit_changes_a_day_before_its_own_and_undo_brings_all_back(
    make: Callable[[], tuple[list[Step], list[Group]]],
) -> None:
    steps, groups = make()
    edits = 0
    with new_store() as store:
        with store.writing("set_up") as work:
            work.put(*steps, *groups)
        for seed in range(SEQUENCES):
            editor = Editor(store, steps, Random(seed))
            editor.log_at_random()
            rows, diary = editor.rows(), editor.diary()
            moved, now = 0, rows
            for _ in range(LENGTH):
                change, now = editor.edit_once(now)
                moved += change is not None
            for _ in range(moved):
                undo(store)
            assert (editor.rows(), editor.diary()) == (rows, diary), seed
            undo(store)
            edits += moved
    assert edits >= 2 * SEQUENCES
