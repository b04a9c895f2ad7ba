"""Does undo bring back what was, and redo what was done, exactly and across restarts?"""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.still_clock import StillClock
from tests.store.diaries import DAY, WHOLE, diaries, records
from tests.store.places import new_store
from tracker.domain.diary import Diary, Record
from tracker.domain.errors import Unavailable
from tracker.domain.log import Rating
from tracker.store.journal import KEPT
from tracker.store.store import SqlStore, open_store


def rate(store: SqlStore, overall: int, day: int = 0) -> None:
    with store.writing("rate", overall=str(overall)) as work:
        work.put(Rating(DAY + timedelta(day), overall))


def diary_of(store: SqlStore) -> Diary:
    with store.reading() as look:
        return look.diary()


def tables(store: SqlStore) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the journal's, with its place."""
    with closing(sqlite3.connect(store.database)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        kept = [name for (name,) in names if "journal" not in name]
        rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in kept}
    return {name: sorted(some, key=repr) for name, some in rows.items()}


def test_nothing_to_undo_or_redo(store: SqlStore) -> None:
    assert store.undo() is None
    assert store.redo() is None
    assert store.journal() == (None, None)


def test_undo_and_redo_say_what_it_was(store: SqlStore) -> None:
    rate(store, 7)
    (undoable, redoable) = store.journal()
    assert undoable is not None
    assert (undoable.verb, undoable.facts) == ("rate", {"overall": "7"})
    assert (undoable.kinds, undoable.first, undoable.last) == (frozenset(("rating",)), DAY, DAY)
    assert (undoable.direction, redoable) == ("undone", None)
    assert store.undo() == undoable
    assert diary_of(store).ratings == ()
    assert store.journal() == (None, undoable._replace(direction="redone"))
    assert store.redo() == undoable._replace(direction="redone")
    assert diary_of(store).ratings == (Rating(DAY, 7),)


def test_actions_are_undone_from_the_last_and_redone_from_the_first(store: SqlStore) -> None:
    for overall in (1, 2, 3):
        rate(store, overall)
    undone = [store.undo() for _ in range(3)]
    assert [one.facts["overall"] for one in undone if one] == ["3", "2", "1"]
    redone = [store.redo() for _ in range(3)]
    assert [one.facts["overall"] for one in redone if one] == ["1", "2", "3"]
    assert store.redo() is None


def test_a_new_action_drops_what_could_be_redone(store: SqlStore) -> None:
    rate(store, 1)
    rate(store, 2)
    store.undo()
    rate(store, 3)
    assert store.redo() is None
    store.undo()
    assert diary_of(store).ratings == (Rating(DAY, 1),)


def test_work_that_moves_nothing_drops_nothing(store: SqlStore) -> None:
    rate(store, 1)
    rate(store, 2)
    store.undo()
    rate(store, 1)
    assert store.redo() is not None


def test_undo_outlives_a_restart_and_reaches_other_processes(
    store: SqlStore, clock: StillClock
) -> None:
    rate(store, 1)
    other = open_store(store.database.parent, clock)
    assert other.undo() is not None
    assert diary_of(store).ratings == ()
    assert store.redo() is not None
    assert diary_of(other).ratings == (Rating(DAY, 1),)


def test_the_last_hundred_are_kept(store: SqlStore) -> None:
    for n in range(KEPT + 7):
        rate(store, 1, day=n)
    undone = sum(store.undo() is not None for _ in range(KEPT + 7))
    assert undone == KEPT
    assert len(diary_of(store).ratings) == 7
    with closing(sqlite3.connect(store.database)) as connection:
        assert connection.execute("SELECT count(*) FROM journal_moves").fetchone() == (KEPT,)


@pytest.mark.parametrize("chosen", [slice(None), slice(1, None, 2), slice(2, 9)])
def test_undo_brings_rows_back_to_their_places(store: SqlStore, chosen: slice) -> None:
    with store.writing("import") as work:
        work.put(*records(WHOLE))
    before = tables(store)
    steps = {step.id for step in WHOLE.steps}
    with store.writing("remove") as work:
        work.remove(*records(WHOLE))
        work.put(*WHOLE.products, *(WHOLE.steps[chosen]))
    assert tables(store) != before
    assert steps
    store.undo()
    assert tables(store) == before
    assert diary_of(store) == WHOLE


@given(diaries(), diaries(), st.data())
def test_any_action_is_undone_and_redone_exactly(
    first: Diary, second: Diary, data: st.DataObject
) -> None:
    with new_store() as store:
        with store.writing("first") as work:
            work.put(*records(first))
        before = tables(store)
        with store.writing("second") as work:
            # Whatever refers to something goes with it, then the second diary replaces the first.
            work.remove(*records(first))
            work.put(*data.draw(_kept(first)))
            work.put(*records(second))
        after = tables(store)
        if work.change is not None:
            store.undo()
            assert tables(store) == before
            store.redo()
        assert tables(store) == after


def _kept(diary: Diary) -> st.SearchStrategy[list[Record]]:
    """Some of what refers to nothing."""
    free = [*diary.products, *diary.ratings, *diary.photos]
    return st.lists(st.sampled_from(free), unique=True) if free else st.just([])


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE ratings SET overall = 4",
        "DELETE FROM ratings",
        "UPDATE ratings SET place = 9",
    ],
)
def test_what_the_journal_did_not_leave_is_not_undone(store: SqlStore, tamper: str) -> None:
    rate(store, 1)
    with closing(sqlite3.connect(store.database)) as connection:
        connection.execute(tamper)
        connection.commit()
    before = tables(store)
    with pytest.raises(Unavailable) as caught:
        store.undo()
    assert (caught.value.code, caught.value.facts) == ("cannot_undo", {"verb": "rate"})
    assert tables(store) == before
    undoable, _ = store.journal()
    assert undoable is not None


def test_what_stands_in_the_way_is_not_overwritten(store: SqlStore) -> None:
    rate(store, 1)
    store.undo()
    with closing(sqlite3.connect(store.database)) as connection:
        connection.execute("INSERT INTO ratings (place, day) VALUES (1, '2020-02-02')")
        connection.commit()
    with pytest.raises(Unavailable, match="cannot_undo"):
        store.redo()
    assert diary_of(store).ratings[0].day.year == 2020


def test_the_journal_says_when(store: SqlStore, clock: StillClock) -> None:
    clock.forward(hours=1)
    rate(store, 1)
    with closing(sqlite3.connect(store.database)) as connection:
        (at,) = connection.execute("SELECT at FROM journal").fetchone()
    assert at == "2026-11-21T22:30:00.000000Z"
