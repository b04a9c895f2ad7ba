"""Does no action on the routine change a day before its first, and does undo bring all back?"""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import TypeAlias

import pytest

from tests.still_clock import StillClock
from tests.store.places import new_store
from tests.thorough import THOROUGH
from tracker.actions.change import Change
from tracker.actions.pause import Wish, end, pause, resume
from tracker.actions.shift import running_phase, shift
from tracker.actions.skip import skip, unskip
from tracker.actions.tick import tick, untick
from tracker.actions.treat import series, treat, untreat
from tracker.actions.undo import undo
from tracker.domain.day import Day
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput, Refused
from tracker.domain.log import Entry
from tracker.domain.plan import plan
from tracker.domain.routine import Group, NotAfter, Routine, Step, StepId, Treatment, Version
from tracker.domain.row import Row
from tracker.domain.rule.base import Rule
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.rule.weekdays import Weekdays
from tracker.exchange.preset import load_preset
from tracker.store.store import SqlStore

TODAY = StillClock().now().date()
FIRST = TODAY - timedelta(days=10)
LAST = TODAY + timedelta(days=6)
LIVES, SEQUENCES = (20 if THOROUGH else 3), 10
"""Of each of the five routines, and of each life: a thousand sequences in all, where thorough."""
LENGTH = 3
INTERRUPTED = frozenset(("paused", "recovery"))


def made(name: str) -> tuple[list[Step], list[Group]]:
    """The steps of a preset that are not the same every day, and its group."""
    diary = load_preset(name, FIRST - timedelta(days=9), "overnight-serum")
    members = diary.groups[0].priority
    return [step for step in diary.steps if step.id in members], list(diary.groups)


def step(step_id: StepId, rule: Rule, *apart: NotAfter) -> Step:
    return Step(
        step_id, step_id, "serum", "evening", FIRST, (Version(FIRST, rule),), not_after=apart
    )


def named_days() -> tuple[list[Step], list[Group]]:
    """Turns that can be made up, alone and in a group, and one that must not follow another."""
    steps = [
        step("peel", Weekdays(("tue", "sat"))),
        step("acid", Every(4)),
        step("mask", Weekdays(("wed",)), NotAfter("peel", 1)),
        step("calm", Daily()),
    ]
    return steps, [Group("Evening", ("peel", "acid", "calm"))]


def cycles() -> tuple[list[Step], list[Group]]:
    """Cycles of every unit around rules of every sort, two of them in a group."""
    begun = FIRST - timedelta(days=3)
    steps = [
        step("lotion", Cycle(Weekdays(("mon", "thu")), Lengths("weeks", 2, 1), begun)),
        step("acid", Cycle(Every(3), Lengths("days", 10, 5), begun, starts_off=True)),
        step("mask", Cycle(PerWeek(2), Lengths("months", 1, 1), begun)),
    ]
    return steps, [Group("Evening", ("mask", "acid"))]


Act: TypeAlias = Callable[[], tuple[Change | None, Day]]
"""Something done: what it moved, and its first day."""


class Life:
    """A person at random: what they log, and what becomes of their routine."""

    def __init__(self, store: SqlStore, steps: list[Step], random: Random) -> None:
        self.store = store
        self.clock = StillClock()
        self.steps = [one.id for one in steps]
        self.begun = self.routine = Routine(tuple(steps))
        self.random = random

    def diary(self) -> Diary:
        with self.store.reading() as look:
            return look.diary()

    def rows(self) -> list[Row]:
        """The plan as it is; the routine that it is of is kept to choose from."""
        with self.store.reading() as look:
            self.routine = look.routine()
            return plan(self.routine, look.log(), FIRST, LAST, TODAY)

    def log_at_random(self) -> None:
        """Days gone by, logged with or against the rules, as an import may bring them."""
        entries = [
            Entry(day, one, self.random.choice(("tick", "tick", "skip")))
            for one in self.steps
            for day in map(self.day, range(-10, 1))
            if self.random.random() < 0.3
        ]
        with self.store.writing("merge") as work:
            work.put(*entries)

    def live(self, now: list[Row]) -> None:
        """A sequence of actions, and the undo of all of them; what is kept decides every row."""
        self.routine = self.begun
        moved = 0
        for _ in range(LENGTH):
            change, now = self.act(now)
            moved += change is not None
        for _ in range(moved):
            undo(self.store)

    def act(self, before: list[Row]) -> tuple[Change | None, list[Row]]:
        """Do something, and the rows after it; what is not possible changes nothing."""
        act = self.random.choice((self.log, self.pause, self.pause, self.resume, *self.others()))
        try:
            change, first = act()
        except (BadInput, Refused):
            return None, before
        after = self.rows()
        assert past(after, first) == past(before, first)
        return change, after

    def others(self) -> list[Act]:
        """What can be done to this routine besides."""
        has_phases = any(one.schedule[0].rule.during for one in self.routine.steps)
        able: list[tuple[object, Act]] = [
            (True, self.treat),
            (has_phases, self.shift),
            (self.routine.pauses, self.unpause),
            (self.routine.treatments, self.untreat),
        ]
        return [act for can, act in able if can]

    def log(self) -> tuple[Change | None, Day]:
        """What is logged may make up for any day before it; nothing is asked of those."""
        one, day = self.random.choice(self.steps), self.day(-self.random.randrange(8))
        match self.random.randrange(4):
            case 0:
                return skip(self.store, self.clock, one, None, day), FIRST
            case 1:
                return (
                    untick(self.store, self.clock, one, day)
                    or unskip(self.store, self.clock, one, day),
                    FIRST,
                )
            case _:
                return (
                    tick(self.store, self.clock, one, day, anyway=True, reason="Because"),
                    FIRST,
                )

    def pause(self) -> tuple[Change | None, Day]:
        begins = self.day(self.random.randint(-9, 5))
        length = self.random.choice((None, 0, 1, 3, 6, 12))
        ends = None if length is None else begins + timedelta(days=length)
        return pause(self.store, self.clock, Wish(begins, ends, self.some())), begins

    def resume(self) -> tuple[Change | None, Day]:
        day = self.day(self.random.randint(-8, 4))
        return resume(self.store, self.clock, self.some(), day), day

    def unpause(self) -> tuple[Change | None, Day]:
        gone = self.random.choice(self.routine.pauses)
        return end(self.store, self.clock, [gone], gone.begins), gone.begins

    def shift(self) -> tuple[Change | None, Day]:
        turn = self.day(self.random.randint(0, 20))
        known = [one for one in self.routine.steps if one.schedule[0].rule.during]
        chosen = self.random.choice(known)
        planned = running_phase(chosen, TODAY, turn).until
        return shift(self.store, self.clock, chosen.id, turn), min(planned, turn)

    def treat(self) -> tuple[Change | None, Day]:
        day = self.day(self.random.randint(-9, 5))
        first = Treatment(day, "Peel", self.random.randrange(6), self.some())
        wanted = series(first, self.random.randint(1, 2), 9)
        return treat(self.store, self.clock, wanted), day

    def untreat(self) -> tuple[Change | None, Day]:
        gone = self.random.choice(self.routine.treatments)
        return untreat(self.store, self.clock, gone), gone.day

    def some(self) -> tuple[StepId, ...] | None:
        """All steps, or some."""
        if self.random.random() < 0.4:
            return None
        return tuple(self.random.sample(self.steps, self.random.randint(1, len(self.steps))))

    @staticmethod
    def day(after: int) -> Day:
        return TODAY + timedelta(days=after)


def past(rows: list[Row], first: Day) -> list[tuple[object, ...]]:
    """The rows before `first`; a pause that goes on longer was a pause on each of its days."""
    return [
        tuple(row[:4]) if row.reason in INTERRUPTED else tuple(row)
        for row in rows
        if row.day < first
    ]


on_five_routines = pytest.mark.parametrize(
    "make",
    [
        lambda: made("oily"),
        lambda: made("combination"),
        lambda: made("sensitive"),
        named_days,
        cycles,
    ],
    ids=["oily", "combination", "sensitive", "named-days", "cycles"],
)


@pytest.mark.slow
@on_five_routines
def test_no_action_changes_a_day_before_its_first_and_undo_brings_all_back(
    make: Callable[[], tuple[list[Step], list[Group]]],
) -> None:
    steps, groups = make()
    with new_store() as store:
        with store.writing("set_up") as work:
            work.put(*steps, *groups)
        for seed in range(LIVES):
            life = Life(store, steps, Random(seed))
            life.log_at_random()
            before, rows = life.diary(), life.rows()
            for _ in range(SEQUENCES):
                life.live(rows)
                assert life.diary() == before, seed
            undo(store)
