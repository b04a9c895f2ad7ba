"""Do several processes and threads get along, and does a killed one leave a whole file?"""

import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tests.store.diaries import DAY
from tracker.domain.errors import Unavailable
from tracker.domain.log import Rating
from tracker.store.copies import verified_copy
from tracker.store.creation import create
from tracker.store.first_look import first_look
from tracker.store.identity import LADDER
from tracker.store.store import SqlStore, open_store

RATER = """
import sys
from datetime import timedelta
from pathlib import Path
from tests.store.diaries import DAY
from tests.still_clock import StillClock
from tracker.domain.log import Rating
from tracker.store.store import open_store

folder, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
for n in range(first, first + count):
    with open_store(folder, StillClock()).writing("rate") as work:
        work.put(Rating(DAY + timedelta(n), 5))
    print(n, flush=True)
"""


def rater(folder: Path, first: int, count: int) -> subprocess.Popen[str]:
    """A process that rates days, one transaction each, and names each that is kept."""
    command = [sys.executable, "-c", RATER, str(folder), str(first), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def days(folder: Path) -> list[int]:
    with open_store(folder, StillClock()).reading() as look:
        return sorted((rating.day - DAY).days for rating in look.diary().ratings)


def test_processes_that_write_at_once_lose_nothing(place: Path) -> None:
    # They also race to create the database.
    processes = [rater(place, first, 60) for first in (0, 100, 200)]
    results = [process.communicate(timeout=60) for process in processes]
    assert [error for _, error in results] == ["", "", ""]
    assert days(place) == [*range(60), *range(100, 160), *range(200, 260)]
    assert [path.name for path in place.iterdir()] == ["routine.db"]


def test_threads_that_write_at_once_lose_nothing(store: SqlStore) -> None:
    def rate(n: int) -> None:
        with store.writing("rate") as work:
            work.put(Rating(DAY + timedelta(n), 5))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(rate, range(80)))
    assert days(store.database.parent) == list(range(80))


def test_a_process_that_is_killed_while_it_begins_leaves_a_place_to_begin(place: Path) -> None:
    left = Counter[bool]()
    for n in range(60):
        folder = place / str(n)
        process = rater(folder, 0, 1)
        seen = 0
        while process.poll() is None and seen < n % 8 * 60:
            seen += any(folder.glob("routine-*"))
        process.kill()
        process.communicate()
        left[any(folder.glob("routine-*"))] += 1
        assert days(folder) in ([], [0])
        assert [path.name for path in folder.iterdir()] == ["routine.db"]
        if left[True] > 3:
            break
    assert left[True] > 3, "too few were killed while the database was being made"


def test_who_comes_second_uses_what_the_first_made(place: Path) -> None:
    database = open_store(place, StillClock()).database
    before = database.read_bytes()
    create(database, LADDER.scripts)
    assert database.read_bytes() == before
    assert [path.name for path in place.iterdir()] == ["routine.db"]


HOLDER = """
import os, sys
from pathlib import Path
from tests.store.diaries import DAY
from tests.still_clock import StillClock
from tracker.domain.log import Rating
from tracker.store.store import open_store

with open_store(Path(sys.argv[1]), StillClock()).writing("rate") as work:
    work._connection.exec_driver_sql("PRAGMA cache_size=1")
    for n in range(1, 40):
        work.put(Rating(DAY.replace(year=2000 + n), 5, note="long " * 500))
    os.kill(os.getpid(), 9)
"""


def test_what_a_killed_process_began_is_rolled_back(store: SqlStore) -> None:
    folder = store.database.parent
    with store.writing("rate") as work:
        work.put(Rating(DAY, 3))
    killed = subprocess.run([sys.executable, "-c", HOLDER, str(folder)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (folder / "routine.db-journal").exists()
    # Rolling back is writing, so it is left to the store.
    assert first_look(folder) is None
    assert days(folder) == [0]
    assert not (folder / "routine.db-journal").exists()
    look = first_look(folder)
    assert look is not None
    with look:
        assert look.rating(DAY) == Rating(DAY, 3)


def test_the_version_of_a_file_that_is_no_database_is_told_as_damage(store: SqlStore) -> None:
    store.data_version()
    garbage = store.database.with_name("garbage")
    garbage.write_bytes(b"garbled" * 2000)
    garbage.replace(store.database)
    with pytest.raises(Unavailable, match="damaged_file"):
        store.data_version()


def test_a_write_elsewhere_is_noticed(store: SqlStore) -> None:
    before = store.data_version()
    assert store.data_version() == before
    rater(store.database.parent, 0, 1).communicate()
    after = store.data_version()
    assert after != before
    assert store.data_version() == after


def test_a_file_put_in_the_place_of_ours_is_noticed(store: SqlStore, place: Path) -> None:
    copy = place / "copy.db"
    verified_copy(store.database, copy)
    before = store.data_version()
    copy.replace(store.database)
    after = store.data_version()
    assert after != before
    assert store.data_version() == after
    rater(store.database.parent, 0, 1).communicate()
    assert store.data_version() != after


def test_a_watched_file_that_is_taken_away_is_told(store: SqlStore) -> None:
    store.data_version()
    store.database.unlink()
    with pytest.raises(Unavailable) as caught:
        store.data_version()
    assert caught.value.code == "not_opened"


def test_what_is_watched_may_be_let_go_of_and_taken_up_again(store: SqlStore) -> None:
    before = store.data_version()
    store.close()
    store.close()
    assert isinstance(store.data_version(), int)
    assert isinstance(before, int)


def test_who_watches_a_file_that_is_gone_is_told(store: SqlStore) -> None:
    store.database.unlink()
    with pytest.raises(Unavailable) as caught:
        store.data_version()
    assert (caught.value.code, caught.value.facts) == ("not_opened", {"path": str(store.database)})
