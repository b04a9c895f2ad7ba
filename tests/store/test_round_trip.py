"""Is what was put what is found, whole and in the order in which it was entered?"""

from datetime import timedelta
from typing import cast

import pytest
from hypothesis import given

from tests.store.diaries import AT, DAY, WHOLE, diaries, records
from tests.store.places import new_store
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput
from tracker.domain.log import Deed, Entry, Log, Rating
from tracker.domain.routine import Step
from tracker.domain.settings import Setting
from tracker.store.store import SqlStore


def kept(store: SqlStore, diary: Diary) -> Diary:
    """The diary as it comes back."""
    with store.writing("import") as work:
        work.put(*records(diary))
    with store.reading() as look:
        return look.diary()


def test_a_diary_comes_back_whole(store: SqlStore) -> None:
    assert kept(store, WHOLE) == WHOLE


@given(diaries())
def test_any_diary_comes_back_whole_and_in_order(diary: Diary) -> None:
    with new_store() as store:
        found = kept(store, diary)
    assert found == diary
    assert list(found.settings) == list(diary.settings)


def test_whole_and_broken_numbers_of_a_setting_stay_what_they_are(store: SqlStore) -> None:
    found = kept(store, Diary({"x": [1, 1.0, True, None]}))
    assert repr(found.settings["x"]) == "[1, 1.0, True, None]"


def test_an_instant_comes_back_aware_in_utc(store: SqlStore) -> None:
    (found, *_) = kept(store, WHOLE).log
    assert found.at == AT
    assert found.at is not None
    assert found.at.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_a_bug(store: SqlStore) -> None:
    with pytest.raises(ValueError, match="2026"), store.writing("tick") as work:
        work.put(*WHOLE.steps, Entry(DAY, "wash", "tick", AT.replace(tzinfo=None)))


def test_nothing_at_all_is_an_empty_diary(store: SqlStore) -> None:
    with store.reading() as look:
        assert look.diary() == Diary()


def test_a_look_answers_for_days_and_steps(store: SqlStore) -> None:
    kept(store, WHOLE)
    with store.reading() as look:
        assert look.routine() == WHOLE.routine()
        assert look.settings() == WHOLE.settings
        assert look.entry("wash", DAY) == WHOLE.log[0]
        assert look.entry("wash", DAY + timedelta(1)) is None
        assert look.rating(DAY) == WHOLE.ratings[0]
        assert look.rating(DAY + timedelta(1)) is None
        assert look.entries(DAY - timedelta(9), DAY) == [WHOLE.log[1], WHOLE.log[0], WHOLE.log[2]]
        assert look.entries(DAY, DAY) == [WHOLE.log[0], WHOLE.log[2]]


def test_the_log_begins_and_ends_where_it_is_asked_to(store: SqlStore) -> None:
    kept(store, WHOLE)
    with store.reading() as look:
        whole, late, early = look.log(), look.log(DAY), look.log(None, DAY - timedelta(1))
    assert (whole.ticks, whole.skips) == (
        {"wash": [DAY], "mask": [DAY]},
        {"mask": [DAY - timedelta(1)]},
    )
    assert whole.since is None
    assert whole.until is None
    assert (late.ticks, late.skips, late.since) == ({"wash": [DAY], "mask": [DAY]}, {}, DAY)
    assert (early.ticks, early.skips) == ({}, {"mask": [DAY - timedelta(1)]})
    assert (early.since, early.until) == (None, DAY - timedelta(1))


def test_the_log_holds_days_in_order_however_they_were_entered(store: SqlStore) -> None:
    days = [DAY + timedelta(n) for n in (5, -3, 400, 0)]
    entries = [Entry(day, "wash", "tick") for day in days]
    kept(store, Diary(products=WHOLE.products, steps=WHOLE.steps, log=tuple(entries)))
    with store.reading() as look:
        for since in (None, DAY - timedelta(9)):
            expected = Log([("wash", day, "tick") for day in days])
            assert look.log(since).ticks == expected.ticks


@pytest.mark.parametrize(
    ("record", "where"),
    [
        (Entry(DAY, "wash", "tick", offset_minutes=9999), "ck_entries_offset_minutes_in_range"),
        (Rating(DAY, overall=11), "ck_ratings_overall_in_range"),
        (Rating(DAY, pores=-1), "ck_ratings_pores_in_range"),
        (Rating(DAY, note="\ud800"), "ratings"),
        (Rating(DAY, overall=1 << 70), "ratings"),
        (Setting("x", float("nan")), "ck_settings_value_is_json"),
    ],
)
def test_what_cannot_be_is_refused_by_the_tables(
    store: SqlStore, record: Entry | Rating | Setting, where: str
) -> None:
    with pytest.raises(BadInput) as caught, store.writing("put") as work:
        work.put(*WHOLE.products, *WHOLE.steps, record)
    assert (caught.value.code, caught.value.facts) == ("not_storable", {"where": where})
    with store.reading() as look:
        assert look.diary() == Diary()


def test_a_deed_that_is_none_is_refused(store: SqlStore) -> None:
    with pytest.raises(BadInput) as caught, store.writing("put") as work:
        work.put(*WHOLE.products, *WHOLE.steps, Entry(DAY, "wash", cast("Deed", "tuck")))
    assert caught.value.code == "not_one_of"
    with store.reading() as look:
        assert look.diary() == Diary()


def test_what_could_not_be_read_later_is_not_written(store: SqlStore) -> None:
    step = Step("mask", "Mask", "peat", "evening", DAY, ())  # type: ignore[arg-type]
    with pytest.raises(BadInput) as caught, store.writing("put") as work:
        work.put(step)
    assert caught.value.facts["where"] == "steps[mask].kind"


@pytest.mark.parametrize(
    ("records", "where"),
    [
        ((Entry(DAY, "gone", "tick"),), "log"),
        ((WHOLE.steps[0],), "steps"),
        ((*WHOLE.products, WHOLE.steps[0], WHOLE.groups[0]), "groups"),
        ((WHOLE.treatments[1],), "treatments"),
        ((WHOLE.questions[0],), "tests"),
    ],
)
def test_what_refers_to_nothing_is_refused(
    store: SqlStore, records: tuple[Entry | Step, ...], where: str
) -> None:
    with pytest.raises(BadInput) as caught, store.writing("put") as work:
        work.put(*records)
    assert (caught.value.code, caught.value.facts) == ("dangling_reference", {"where": where})
    with store.reading() as look:
        assert look.diary() == Diary()


def test_what_is_referred_to_may_come_later(store: SqlStore) -> None:
    with store.writing("import") as work:
        work.put(*reversed(records(WHOLE)))
    with store.reading() as look:
        assert sorted(map(str, look.diary().log)) == sorted(map(str, WHOLE.log))
