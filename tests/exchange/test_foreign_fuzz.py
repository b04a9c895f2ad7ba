"""Is any file taken in whole or refused with a reason, whatever was changed in it?"""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.exchange.documents import diaries
from tests.faults.fuzz_imports import FORMATS, changed, tried
from tests.still_clock import StillClock
from tracker.domain.diary import Diary
from tracker.exchange.foreign.reading import ReadAs, read_foreign
from tracker.exchange.log_table import write_log_table
from tracker.store.store import SqlStore, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    with closing(open_store(tmp_path_factory.mktemp("data"), StillClock())) as opened:
        yield opened


@pytest.mark.parametrize("name", FORMATS)
def test_a_changed_file_comes_in_whole_or_not_at_all(
    store: SqlStore, tmp_path: Path, name: str
) -> None:
    file_name, make = FORMATS[name]
    file, chance = tmp_path / file_name, random.Random(7)
    make(file)
    sound = file.read_bytes()
    assert tried(store, file) == "taken in"
    for _time in range(12):
        file.write_bytes(changed(sound, chance, name))
        tried(store, file)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(diary=diaries())
def test_any_log_comes_back_from_its_table_word_for_word(tmp_path: Path, diary: Diary) -> None:
    file = tmp_path / "log.csv"
    file.write_bytes(write_log_table(diary))
    found = read_foreign(str(file), ReadAs())
    steps = {habit.key: habit.step for habit in found.habits}
    entries = {(one.day, steps[one.habit], one.do, one.note) for one in found.entries}
    assert entries == {(one.day, one.step, one.do, one.reason) for one in diary.log}
    assert {one.rating for one in found.ratings} == set(diary.ratings)
    assert found.left_out == ()
