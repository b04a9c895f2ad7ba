"""Is all that can be read of a damaged file read, and nothing that never was?"""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tests.store.diaries import DAY, WHOLE, records
from tracker.actions.backups import Held, Missing, Salvage, Salvaged
from tracker.actions.change import RecordKind
from tracker.domain.diary import Diary
from tracker.domain.log import Entry, Rating
from tracker.domain.product import Product
from tracker.domain.routine import Pause
from tracker.exchange.vetting import vetted
from tracker.store.backup.folder import FolderBackups
from tracker.store.creation import create
from tracker.store.identity import LADDER
from tracker.store.salvage.lending import Layout, content_of, layout_of
from tracker.store.salvage.reading import remains
from tracker.store.store import SqlStore
from tracker.words.salvage import salvage_about, salvage_text

PAGE = 4096
SOME = WHOLE._replace(steps=tuple(step for step in WHOLE.steps if step.schedule))
"""What an import would take: no step without a schedule."""
STEP = WHOLE.log[0].step
LONG = tuple(Entry(DAY - timedelta(days=number), STEP, "tick") for number in range(5, 400))
"""More than one page of entries."""


@pytest.fixture
def layout(place: Path) -> Layout:
    create(place / "new.db", LADDER.scripts)
    return layout_of(place / "new.db")


@pytest.fixture
def backups(folder: Path, clock: StillClock) -> FolderBackups:
    return FolderBackups(folder, clock)


@pytest.fixture
def filled(store: SqlStore) -> Path:
    """A database with some of everything and a long log."""
    with store.writing("import") as work:
        work.put(*records(SOME), *LONG)
    return store.database


def diary(store: SqlStore) -> Diary:
    with store.reading() as look:
        return look.diary()


def root(layout: Layout, name: str) -> int:
    return layout.made[name]


def without(content: bytes, *pages: int) -> bytearray:
    torn = bytearray(content)
    for page in pages:
        torn[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE
    return torn


def keys(found: Diary) -> set[tuple[object, ...]]:
    return {(entry.day, entry.step, entry.do) for entry in found.log}


def test_a_whole_file_is_read_as_it_is(store: SqlStore, filled: Path, layout: Layout) -> None:
    found = remains(content_of(filled), layout)
    assert (found.diary, found.unusable) == (diary(store), 0)


@pytest.mark.parametrize("first", [b"", b"\xff" * PAGE, b"garbled".ljust(PAGE, b"\0")])
@pytest.mark.parametrize("is_packed", [False, True])
def test_without_header_and_list_of_tables_all_is_read(
    store: SqlStore,
    filled: Path,
    layout: Layout,
    backups: FolderBackups,
    first: bytes,
    is_packed: bool,
) -> None:
    file = backups.make("by-hand").file if is_packed else filled
    torn = bytearray(first.ljust(PAGE, b"\0") + file.read_bytes()[PAGE:])
    assert remains(torn, layout).diary == diary(store)


def test_entries_whose_table_is_torn_are_read_from_its_indexes(
    store: SqlStore, filled: Path, layout: Layout
) -> None:
    torn = without(filled.read_bytes(), root(layout, "entries"))
    found = remains(torn, layout).diary
    assert keys(found) == keys(diary(store))
    assert found.ratings == diary(store).ratings


@pytest.mark.parametrize("index", ["ix_entries_day_step_do", "ix_entries_step_do_day"])
def test_entries_whose_index_is_torn_are_read_from_the_table(
    store: SqlStore, filled: Path, layout: Layout, index: str
) -> None:
    torn = without(filled.read_bytes(), root(layout, index))
    assert remains(torn, layout).diary == diary(store)


def test_a_garbled_day_is_settled_by_the_indexes(
    store: SqlStore, filled: Path, layout: Layout
) -> None:
    whole = filled.read_bytes()
    day = LONG[200].day.isoformat().encode()
    places = [at for at in range(len(whole)) if whole.startswith(day + STEP.encode(), at)]
    assert len(places) >= 2
    for at in places:
        garbled = bytearray(whole)
        garbled[at + 3 : at + 4] = b"1"
        assert remains(garbled, layout).diary.log == diary(store).log


def test_what_a_killed_process_left_half_written_is_taken_back(
    store: SqlStore, filled: Path, layout: Layout
) -> None:
    before = diary(store)
    with store._writers.begin() as connection:
        connection.exec_driver_sql("PRAGMA cache_size=1")
        connection.exec_driver_sql("UPDATE entries SET do = 'skip'")
        half, journal = filled.read_bytes(), Path(f"{filled}-journal").read_bytes()
        connection.exec_driver_sql("UPDATE entries SET do = 'tick'")
    aside = filled.with_name("half.db")
    aside.write_bytes(half)
    Path(f"{aside}-journal").write_bytes(journal)
    names = {path.name for path in filled.parent.iterdir()}

    content = content_of(aside)

    assert content != half
    assert keys(remains(content, layout).diary) == keys(before)
    assert {path.name for path in filled.parent.iterdir()} == names
    assert (aside.read_bytes(), Path(f"{aside}-journal").read_bytes()) == (half, journal)


def torn_list(content: bytes) -> bytes:
    return content[:100] + b"\xff" * 3000 + content[3100:]


def test_the_backup_and_what_can_be_read_come_together(
    store: SqlStore, filled: Path, backups: FolderBackups
) -> None:
    made = backups.make("each-day")
    kept, fresh = diary(store), DAY + timedelta(days=1)
    with store.writing("tick") as work:
        work.put(Entry(fresh, STEP, "tick"), Rating(fresh, 4))
        work.remove(LONG[0])
    store.close()
    garbled = torn_list(filled.read_bytes())
    filled.write_bytes(garbled)

    offered = backups.salvage(vetted)
    assert filled.read_bytes() == garbled
    salvaged = backups.put_together(vetted)

    assert offered is not None
    assert salvaged is not None
    assert salvaged.salvage == offered
    assert offered.backup is not None
    assert offered.backup.file == made.file
    assert offered.not_in_backup == Missing(Held(0, 1, 1), fresh, fresh)
    assert offered.not_in_file == Missing(Held(0, 1, 0), LONG[0].day, LONG[0].day)
    assert offered.both == Held(len(kept.steps), len(kept.log) + 1, len(kept.ratings) + 1)
    assert diary(store)._replace(log=(), ratings=()) == kept._replace(log=(), ratings=())
    assert keys(diary(store)) == keys(kept) | {(fresh, STEP, "tick")}
    assert diary(store).ratings == (*kept.ratings, Rating(fresh, 4))
    assert salvaged.set_aside is not None
    assert salvaged.set_aside.read_bytes() == garbled
    backups.check()


def test_without_a_backup_there_is_what_can_be_read(
    store: SqlStore, filled: Path, backups: FolderBackups
) -> None:
    whole = diary(store)
    filled.write_bytes(torn_list(filled.read_bytes()))
    salvaged = backups.put_together(vetted)
    assert salvaged is not None
    assert salvaged.salvage.backup is None
    assert diary(store) == whole
    assert store.journal() == (None, None)


def test_after_putting_together_no_action_is_undone_in_the_wrong_place(
    store: SqlStore, filled: Path, backups: FolderBackups
) -> None:
    with store.writing("tick") as work:
        work.put(Entry(DAY + timedelta(days=1), STEP, "tick"))
    store.undo()
    backups.make("each-day")
    with store.writing("tick") as work:
        work.put(Entry(DAY + timedelta(days=2), STEP, "tick"))
    store.close()
    filled.write_bytes(torn_list(filled.read_bytes()))
    put_together(backups)
    assert store.journal() == (None, None)


def test_what_is_not_ours_is_left_where_it_is(place: Path, clock: StillClock, filled: Path) -> None:
    theirs = FolderBackups(place, clock)
    database = place / filled.name
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, note)")
        connection.execute("INSERT INTO notes (note) VALUES ('milk')")
        connection.commit()
    whole = database.read_bytes()
    salvaged = theirs.put_together(vetted)
    assert salvaged is not None
    assert (salvaged.set_aside, salvaged.salvage.is_worth_it) == (None, False)
    assert database.read_bytes() == whole
    assert list(place.glob("*set-aside*")) == []


def test_ratings_and_settings_alone_do_not_make_a_file_ours(
    store: SqlStore, backups: FolderBackups
) -> None:
    with store.writing("rate") as work:
        work.put(*records(Diary(settings=SOME.settings, ratings=SOME.ratings)))
    store.close()
    whole = store.database.read_bytes()
    theirs = whole[:68] + b"MINE" + whole[72:]
    for content, gains in ((theirs, False), (torn_index(whole), True)):
        store.database.write_bytes(content)
        offered = backups.salvage(vetted)
        assert offered is not None
        assert offered.is_worth_it == gains


def torn_index(content: bytes) -> bytes:
    """A page more than there is, which the check of all pages finds."""
    return content[:28] + (len(content) // PAGE + 9).to_bytes(4, "big") + content[32:]


def test_what_holds_no_more_than_the_backup_is_left_where_it_is(
    filled: Path, backups: FolderBackups
) -> None:
    backups.make("each-day")
    garbled = torn_list(filled.read_bytes())
    filled.write_bytes(garbled)
    salvaged = backups.put_together(vetted)
    assert salvaged is not None
    assert salvaged.set_aside is None
    assert filled.read_bytes() == garbled


@pytest.mark.usefixtures("filled")
def test_the_log_of_a_step_that_cannot_be_read_stays(
    store: SqlStore, backups: FolderBackups
) -> None:
    before = diary(store)
    spoil(store, f"UPDATE steps SET kind = 'spoilt' WHERE id = '{STEP}'")
    found = put_together(backups).salvage
    own = [entry for entry in before.log if entry.step == STEP]
    (step,) = (step for step in diary(store).steps if step.id == STEP)
    assert (step.name, step.start) == (STEP, min(entry.day for entry in own))
    assert [entry for entry in diary(store).log if entry.step == STEP] == own
    assert (found.unusable, found.by_entries) == (1, 1)
    assert len(diary(store).steps) == len(before.steps)


@pytest.mark.usefixtures("filled")
def test_a_single_entry_of_an_unknown_step_makes_no_step(
    store: SqlStore, backups: FolderBackups
) -> None:
    last = LONG[-1]
    spoil(
        store,
        f"UPDATE entries SET step = 'garbled' WHERE day = '{last.day}' AND step = '{STEP}'",
        "UPDATE ratings SET overall = 'spoilt' WHERE place = 1",
    )
    found = put_together(backups).salvage
    assert "garbled" not in {step.id for step in diary(store).steps}
    assert (found.unusable, found.by_entries) == (2, 0)


@pytest.mark.parametrize("kind", ["pause", "product"])
def test_a_single_new_record_of_any_kind_is_worth_it(
    store: SqlStore, filled: Path, backups: FolderBackups, kind: RecordKind
) -> None:
    backups.make("each-day")
    begins = DAY + timedelta(days=40)
    with store.writing("edit") as work:
        work.put(Pause(begins, begins) if kind == "pause" else Product("new", "New", "mask"))
    store.close()
    filled.write_bytes(torn_list(filled.read_bytes()))
    salvaged = put_together(backups)
    assert salvaged.salvage.is_worth_it
    assert salvaged.salvage.not_in_backup == Missing(others={kind: 1})
    assert f"The backup alone lacks 1 {kind}." in salvage_text(salvaged.salvage, salvaged)
    assert Pause(begins, begins) in diary(store).pauses or kind == "product"
    assert "new" in {product.id for product in diary(store).products} or kind == "pause"


def test_what_differs_is_counted_and_told(
    store: SqlStore, filled: Path, backups: FolderBackups
) -> None:
    backups.make("each-day")
    kept = diary(store)
    with store.writing("edit") as work:
        work.put(kept.steps[0]._replace(name="Renamed"), kept.ratings[0]._replace(note="newer"))
        work.remove(kept.pauses[0])
        work.put(kept.pauses[0]._replace(ends=DAY + timedelta(days=9)), Rating(DAY + timedelta(1)))
        work.remove(kept.treatments[0])
    store.close()
    filled.write_bytes(torn_list(filled.read_bytes()))
    found = backups.salvage(vetted)
    assert found is not None
    assert (found.differing, found.added) == (3, 1)
    assert found.not_in_file == Missing(others={"treatment": 1})
    assert "3 records differ between the two" in salvage_about(found)


def test_an_entry_of_which_only_an_index_is_left_does_not_differ(
    store: SqlStore, filled: Path, backups: FolderBackups, layout: Layout
) -> None:
    backups.make("each-day")
    store.close()
    filled.write_bytes(without(filled.read_bytes(), root(layout, "entries")))
    found = backups.salvage(vetted)
    assert found is not None
    assert found.file.entries == len(LONG) + len(SOME.log)
    assert found.differing == 0


def spoil(store: SqlStore, *statements: str) -> None:
    """Write what no record can be made of."""
    with closing(sqlite3.connect(store.database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    store.close()


def put_together(backups: FolderBackups) -> Salvaged:
    salvaged = backups.put_together(vetted)
    assert salvaged is not None
    assert salvaged.set_aside is not None
    backups.check()
    return salvaged


def test_whole_records_are_left_alone(filled: Path, backups: FolderBackups) -> None:
    whole = filled.read_bytes()
    assert (backups.salvage(vetted), backups.put_together(vetted)) == (None, None)
    assert filled.read_bytes() == whole


def bytes_lost(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice([1, 30, 300])):
        content[chance.randrange(len(content))] = chance.randrange(256)


def pages_lost(content: bytearray, chance: random.Random) -> None:
    begin = chance.randrange(len(content))
    content[begin : begin + 9000] = chance.randbytes(min(9000, len(content) - begin))


def end_lost(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


@pytest.mark.parametrize("damage", [bytes_lost, pages_lost, end_lost])
def test_however_it_is_damaged_all_of_the_backup_stays_and_nothing_is_made_up(
    store: SqlStore,
    filled: Path,
    backups: FolderBackups,
    damage: Callable[[bytearray, random.Random], None],
) -> None:
    backups.make("each-day")
    kept = diary(store)
    chance, whole = random.Random(11), filled.read_bytes()
    for _ in range(4):
        garbled = bytearray(whole)
        damage(garbled, chance)
        filled.write_bytes(garbled)
        salvaged = backups.put_together(vetted)
        assert salvaged is None or _adds_up(salvaged.salvage)
        if salvaged is not None and salvaged.set_aside is not None:
            assert keys(diary(store)) >= keys(kept)
            assert diary(store).steps[: len(kept.steps)] == kept.steps
            backups.check()


def _adds_up(salvage: Salvage) -> bool:
    """Whether each alone and what it lacks are both together."""
    backup = salvage.backup
    assert backup is not None
    return (
        backup.entries + salvage.not_in_backup.held.entries == salvage.both.entries
        and salvage.file.entries + salvage.not_in_file.held.entries == salvage.both.entries
    )
