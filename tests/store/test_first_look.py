"""Does the first look see what the store sees, without importing what takes long?"""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given

from tests.store.diaries import DAY, WHOLE, diaries, records
from tests.store.places import new_store
from tracker.actions.ports import Reading
from tracker.domain.diary import Diary
from tracker.domain.errors import Unavailable
from tracker.store.first_look import first_look
from tracker.store.first_look_sql import WRITTEN, module
from tracker.store.mapping.registry import FORMS
from tracker.store.store import SqlStore
from tracker.store.tables import METADATA


def test_the_texts_are_those_of_the_tables() -> None:
    assert module() == WRITTEN.read_text(encoding="utf-8")


def test_the_forms_name_every_column_of_the_tables_in_order() -> None:
    for form in FORMS.values():
        assert tuple(METADATA.tables[form.table].c.keys()) == ("place", *form.columns)
        if form.parts is not None:
            columns = METADATA.tables[form.parts.table].c.keys()
            assert tuple(columns) == ("owner", "place", *form.parts.columns)


def answers(look: Reading) -> list[object]:
    """What a look answers, whatever is asked of it."""
    whole, late = look.log(), look.log(DAY + timedelta(7), DAY + timedelta(30))
    span = [DAY + timedelta(n) for n in range(-2, 42)]
    return [
        look.settings(),
        look.routine(),
        (whole.ticks, whole.skips, whole.since),
        (late.ticks, late.skips, late.since, late.until),
        look.entries(DAY, DAY + timedelta(20)),
        [look.entry(step.id, day) for step in look.routine().steps for day in span],
        [look.rating(day) for day in span],
    ]


def same_in_both(store: SqlStore, diary: Diary) -> None:
    with store.writing("import") as work:
        work.put(*records(diary))
    look = first_look(store.database.parent)
    assert look is not None
    with look, store.reading() as other:
        assert answers(look) == answers(other)


def test_it_sees_what_the_store_sees(store: SqlStore) -> None:
    same_in_both(store, WHOLE)


@given(diaries())
def test_it_sees_what_the_store_sees_in_any_diary(diary: Diary) -> None:
    with new_store() as store:
        same_in_both(store, diary)


def test_it_is_of_one_moment_and_in_nobodys_way_for_reading(store: SqlStore) -> None:
    look = first_look(store.database.parent)
    assert look is not None
    with look, store.reading() as other:
        assert look.log().ticks == other.log().ticks == {}


def test_it_writes_nothing(store: SqlStore) -> None:
    before = store.database.read_bytes()
    look = first_look(store.database.parent)
    assert look is not None
    with look, pytest.raises(sqlite3.OperationalError, match="readonly"):
        look._connection.execute("DELETE FROM settings")
    assert store.database.read_bytes() == before


def test_without_a_database_there_is_none(place: Path) -> None:
    assert first_look(place) is None
    assert first_look(place / "absent") is None
    assert list(place.iterdir()) == []


def test_where_a_writer_is_at_the_disk_there_is_none(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "routine.db", isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert first_look(folder) is None


def test_a_file_damaged_further_in_says_so(store: SqlStore) -> None:
    with store.writing("import") as work:
        work.put(*records(WHOLE))
    with closing(sqlite3.connect(store.database)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'steps'"
        ).fetchone()[0]
    content = bytearray(store.database.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    store.database.write_bytes(content)
    look = first_look(store.database.parent)
    assert look is not None
    with look, pytest.raises(Unavailable) as caught:
        look.routine()
    assert (caught.value.code, caught.value.facts) == (
        "damaged_file",
        {"path": str(store.database)},
    )
    with store.reading() as other, pytest.raises(Unavailable, match="damaged_file"):
        other.routine()


def test_it_imports_nothing_that_takes_long() -> None:
    script = (
        "import sys; import tracker.store.first_look;"
        "print([name for name in ('sqlalchemy', 'alembic', 'tempfile') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
