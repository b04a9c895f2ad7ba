"""Whatever is put, removed, undone and redone: is what is kept what a plain model keeps?"""

from contextlib import ExitStack
from datetime import date
from typing import TypeAlias

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.still_clock import StillClock
from tests.store.diaries import DEEDS, days, maybe, names
from tests.store.places import new_store
from tracker.domain.log import Entry, Rating
from tracker.domain.product import Photo
from tracker.domain.routine import Step
from tracker.store.store import SqlStore, open_store

Thing: TypeAlias = Entry | Rating | Photo
Model: TypeAlias = dict[object, Thing]

STEPS = [Step(name, name, "other", "evening", date(2026, 1, 1), ()) for name in "ab"]
things = st.lists(
    st.one_of(
        st.tuples(days, st.sampled_from("ab"), st.sampled_from(DEEDS)).map(
            lambda cells: Entry(*cells)
        ),
        st.tuples(days, maybe(st.integers(1, 10))).map(lambda cells: Rating(*cells)),
        st.tuples(days, st.sampled_from(["left", "right"]), names).map(lambda cells: Photo(*cells)),
    ),
    max_size=5,
)


def key(thing: Thing) -> object:
    """What makes two of them the same one."""
    if isinstance(thing, Entry):
        return thing.step, thing.day
    return thing.day if isinstance(thing, Rating) else thing


def by_kind(model: Model) -> list[list[Thing]]:
    """The things in their order, which is one of its own in each table."""
    return [[one for one in model.values() if type(one) is kind] for kind in (Entry, Rating, Photo)]


class Journal(RuleBasedStateMachine):
    """The store beside a model: what was, what is, and what could be again."""

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        self.store: SqlStore = self.open.enter_context(new_store())
        with self.store.writing("set up") as work:
            work.put(*STEPS)
        self.now: Model = {}
        self.past: list[Model] = []
        self.future: list[Model] = []

    def teardown(self) -> None:
        self.open.close()

    @rule(putting=things, removing=things)
    def write(self, putting: list[Thing], removing: list[Thing]) -> None:
        after = dict(self.now)
        for thing in removing:
            after.pop(key(thing), None)
        after.update((key(thing), thing) for thing in putting)
        with self.store.writing("write") as work:
            work.remove(*removing)
            work.put(*putting)
        if by_kind(after) != by_kind(self.now):
            assert work.change is not None
        if work.change is not None:
            self.past.append(self.now)
            self.future.clear()
        self.now = after

    @rule()
    def undo(self) -> None:
        if self.past:
            assert self.store.undo() is not None
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        if self.future:
            assert self.store.redo() is not None
            self.past.append(self.now)
            self.now = self.future.pop()
        else:
            assert self.store.redo() is None

    @rule()
    def start_again(self) -> None:
        self.store.close()
        self.store = open_store(self.store.database.parent, StillClock())

    @invariant()
    def keeps_what_the_model_keeps(self) -> None:
        with self.store.reading() as look:
            diary = look.diary()
        assert [list(diary.log), list(diary.ratings), list(diary.photos)] == by_kind(self.now)

    @invariant()
    def knows_what_can_be_undone(self) -> None:
        undoable, redoable = self.store.journal()
        assert undoable is not None
        assert undoable.verb == ("write" if self.past else "set up")
        assert (redoable is not None) == bool(self.future)


TestJournal = Journal.TestCase
TestJournal.settings = settings(stateful_step_count=20)
