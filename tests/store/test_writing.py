"""What does a unit of work move, and what does it say that it moved?"""

from datetime import timedelta

import pytest

from tests.store.diaries import DAY, WHOLE, records
from tracker.actions.change import Change
from tracker.actions.ports import Work
from tracker.domain.diary import Record
from tracker.domain.errors import Unavailable
from tracker.domain.log import Entry, Rating
from tracker.domain.routine import Group, Pause
from tracker.domain.settings import Setting
from tracker.store import driver
from tracker.store.store import SqlStore

TICK = Entry(DAY + timedelta(9), "wash", "tick")


@pytest.fixture(autouse=True)
def _whole(store: SqlStore) -> None:
    with store.writing("import") as work:
        work.put(*records(WHOLE))


def put(store: SqlStore, *some: Record) -> Change | None:
    with store.writing("put") as work:
        work.put(*some)
        assert work.change is None
    return work.change


def remove(store: SqlStore, *some: Record) -> Change | None:
    with store.writing("remove") as work:
        work.remove(*some)
    return work.change


def test_a_change_says_what_moved_and_on_which_days(store: SqlStore) -> None:
    with store.writing("tick", step="wash", day="2026-10-30") as work:
        work.put(TICK, Rating(DAY - timedelta(40), 3), Setting("theme", "dark"))
    assert work.change == Change(
        "tick",
        {"step": "wash", "day": "2026-10-30"},
        frozenset(("entry", "rating", "setting")),
        DAY - timedelta(40),
        TICK.day,
    )


def test_what_moves_no_day_says_so(store: SqlStore) -> None:
    change = put(store, Setting("theme", "dark"))
    assert change == Change("put", {}, frozenset(("setting",)))


def test_putting_what_is_there_moves_nothing(store: SqlStore) -> None:
    before = store.journal()
    assert put(store, *records(WHOLE)) is None
    assert store.journal() == before


def test_removing_what_is_not_there_moves_nothing(store: SqlStore) -> None:
    assert remove(store, TICK, Group("Evening", (), DAY + timedelta(1)), Pause(DAY, DAY)) is None


def test_what_ends_as_it_began_moves_nothing(store: SqlStore) -> None:
    before = store.journal()
    with store.writing("think twice") as work:
        work.put(TICK)
        work.put(TICK._replace(do="skip"))
        work.remove(TICK)
        work.put(WHOLE.ratings[0]._replace(overall=1))
        work.put(WHOLE.ratings[0])
    assert work.change is None
    assert store.journal() == before


def test_what_was_put_last_holds(store: SqlStore) -> None:
    put(store, TICK, TICK._replace(do="skip"))
    with store.reading() as look:
        assert look.entry("wash", TICK.day) == TICK._replace(do="skip")


@pytest.mark.parametrize(
    "changed",
    [
        Setting("day_starts_at", 5),
        WHOLE.products[0]._replace(name="Red clay"),
        WHOLE.steps[0]._replace(schedule=(), enforce=None),
        WHOLE.groups[0]._replace(priority=("mask",)),
        WHOLE.groups[1]._replace(priority=()),
        WHOLE.log[0]._replace(do="skip"),
        WHOLE.ratings[0]._replace(overall=1),
        WHOLE.questions[0]._replace(hope="more"),
    ],
)
def test_what_is_the_same_one_is_replaced_in_its_place(store: SqlStore, changed: Record) -> None:
    expected = [changed if is_same(known, changed) else known for known in records(WHOLE)]
    put(store, changed)
    with store.reading() as look:
        assert records(look.diary()) == expected


def is_same(known: Record, changed: Record) -> bool:
    """Whether two records of `WHOLE` are the same one: all but what the cases above change."""
    fields = set(changed._fields) - {"value", "name", "schedule", "enforce", "priority"}
    if not isinstance(changed, Group):
        fields -= {"do", "overall", "hope"}
    else:
        fields |= {"name"}
    return type(known) is type(changed) and all(
        getattr(known, field) == getattr(changed, field) for field in fields
    )


@pytest.mark.parametrize("changed", [*WHOLE.pauses, *WHOLE.treatments, *WHOLE.photos])
def test_what_is_known_by_all_of_it_is_another_when_any_of_it_differs(
    store: SqlStore, changed: Record
) -> None:
    other = changed._replace(**{changed._fields[-1]: "other"})  # type: ignore[arg-type]
    put(store, other)
    with store.reading() as look:
        found = records(look.diary())
    assert changed in found
    assert other in found
    remove(store, changed)
    with store.reading() as look:
        assert changed not in records(look.diary())


def test_an_error_keeps_none_of_it(store: SqlStore) -> None:
    before = store.journal()
    with pytest.raises(KeyError), store.writing("tick") as work:
        _put_and_fail(work)
    with store.reading() as look:
        assert look.diary() == WHOLE
    assert store.journal() == before


def _put_and_fail(work: Work) -> None:
    work.put(TICK)
    raise KeyError


def test_work_sees_what_it_wrote_and_others_do_not(store: SqlStore) -> None:
    with store.writing("tick") as work:
        work.put(TICK)
        assert work.entry("wash", TICK.day) == TICK
        with store.reading() as look:
            assert look.entry("wash", TICK.day) is None


def test_a_look_is_of_one_moment(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "PATIENCE_S", 0.01)
    with store.reading() as look:
        assert look.rating(DAY) == WHOLE.ratings[0]
        with pytest.raises(Unavailable, match="locked"), store.writing("tick") as work:
            work.put(TICK)
        assert look.entry("wash", TICK.day) is None


def test_removing_all_leaves_nothing(store: SqlStore) -> None:
    change = remove(store, *records(WHOLE))
    assert change is not None
    assert len(change.kinds) == 10
    with store.reading() as look:
        assert records(look.diary()) == []
