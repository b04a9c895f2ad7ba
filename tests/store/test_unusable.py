"""Is a stored record that cannot be used named, with its place, by every look?"""

import sqlite3
from contextlib import closing

import pytest

from tests.store.diaries import DAY, WHOLE, records
from tracker.domain.errors import Unavailable
from tracker.store.first_look import first_look
from tracker.store.store import SqlStore

BROKEN = {
    "steps[mask].schedule[0].rule.kind": (
        "UPDATE schedule_versions SET rule = json_object('kind', 'yearly') WHERE owner = 1",
        "not_one_of",
    ),
    "steps[mask].schedule[0].rule.times": (
        "UPDATE schedule_versions SET rule = json_object('kind', 'per_week', 'times', 9)",
        "number_out_of_range",
    ),
    "steps[mask].slot": (
        "PRAGMA ignore_check_constraints=1; UPDATE steps SET slot = 'noon' WHERE place = 1",
        "not_one_of",
    ),
    "steps[mask].name": ("UPDATE steps SET name = x'00' WHERE place = 1", "not_text"),
    "steps[wash].name": (
        "UPDATE steps SET name = hex(zeroblob(5001)) WHERE id = 'wash'",
        "text_too_long",
    ),
    "steps[mask].position": ("UPDATE steps SET position = 'up' WHERE place = 1", "not_a_number"),
    "steps[mask].not_after": (
        "PRAGMA ignore_check_constraints=1; UPDATE steps SET not_after = '[' WHERE place = 1",
        "not_json",
    ),
    "settings.day_starts_at": (
        "UPDATE settings SET value = '99' WHERE key = 'day_starts_at'",
        "number_out_of_range",
    ),
    "settings.week_start": (
        "UPDATE settings SET value = '3' WHERE key = 'week_start'",
        "not_one_of",
    ),
    "pauses[2026-02-31].begins": (
        "PRAGMA ignore_check_constraints=1; UPDATE pauses SET begins = '2026-02-31'",
        "not_a_day",
    ),
}


def tamper(store: SqlStore, script: str) -> None:
    with store.writing("import") as work:
        work.put(*records(WHOLE))
    with closing(sqlite3.connect(store.database)) as connection:
        connection.executescript(script)


@pytest.mark.parametrize("where", BROKEN)
def test_a_record_that_cannot_be_used_is_named(store: SqlStore, where: str) -> None:
    script, problem = BROKEN[where]
    tamper(store, script)
    look = first_look(store.database.parent)
    assert look is not None
    with look, store.reading() as other:
        for reading in (look, other):
            with pytest.raises(Unavailable) as caught:
                reading.routine()
            assert caught.value.code == "unusable_record"
            assert caught.value.facts == {"where": where, "problem": problem}


@pytest.mark.parametrize(
    ("script", "where"),
    [
        ("UPDATE entries SET day = 'someday' WHERE place = 1", "log[wash, someday]"),
        ("UPDATE entries SET at = 'noon' WHERE place = 1", "log[wash, 2026-10-21]"),
        ("UPDATE entries SET day = 7 WHERE place = 1", "log[wash, 7]"),
        ("UPDATE products SET size_ml = 'much' WHERE place = 1", "products[clay].size_ml"),
        ("UPDATE questions SET facet = 'shine' WHERE place = 1", "tests[mask].facet"),
        ("UPDATE photos SET angle = x'00'", "photos[2026-10-21].angle"),
        ("UPDATE ratings SET pores = 'few' WHERE place = 1", "ratings[2026-10-21].pores"),
        (
            "UPDATE treatments SET rest_days = 'some' WHERE place = 1",
            "treatments[2026-10-21].rest_days",
        ),
        ("UPDATE group_members SET step = x'00'", "groups[Evening].priority"),
    ],
)
def test_whatever_it_is_the_whole_diary_names_it(store: SqlStore, script: str, where: str) -> None:
    tamper(store, f"PRAGMA ignore_check_constraints=1; {script}")
    with store.reading() as look, pytest.raises(Unavailable) as caught:
        look.diary()
    assert (caught.value.code, caught.value.facts["where"]) == ("unusable_record", where)


def test_a_log_that_cannot_be_used_says_so(store: SqlStore) -> None:
    tamper(
        store,
        "PRAGMA ignore_check_constraints=1; UPDATE entries SET day = 'someday' WHERE place = 1",
    )
    with store.reading() as look:
        for since in (None, DAY):
            with pytest.raises(Unavailable) as caught:
                look.log(since)
            assert caught.value.facts == {"where": "log", "problem": "not_a_day"}


def test_a_deed_that_is_none_is_not_taken_for_a_skip(store: SqlStore) -> None:
    tamper(store, "PRAGMA ignore_check_constraints=1; UPDATE entries SET do = 'eat'")
    with store.reading() as look:
        with pytest.raises(Unavailable, match="unusable_record") as of_the_rules:
            look.log()
        with pytest.raises(Unavailable, match="unusable_record") as of_a_day:
            look.log(DAY, DAY)
        with pytest.raises(Unavailable, match="unusable_record") as of_all:
            look.diary()
    for caught in (of_the_rules, of_a_day, of_all):
        assert caught.value.facts["problem"] == "not_one_of"
        assert str(caught.value.facts["where"]).startswith("log[")
