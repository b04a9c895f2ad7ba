"""How long do ten years take to plan, against reading their rows? Run this file.

The measure is the time of reading the log's rows from SQLite in the same run, because absolute
times say more of the machine than of the program. Targets: ten years of twelve steps in at most
ten times, one day's plan with ten years behind it in at most half that time.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.decade import YEARS, write_decade
from tracker.actions.plan_rows import plan_rows
from tracker.domain.plan import plan
from tracker.store.first_look import first_look
from tracker.store.identity import FILE_NAME
from tracker.system.clock import SystemClock

RUNS = 9


def main() -> None:
    """Measure in turn, and print medians and their ratios."""
    today = SystemClock().now().date()
    first = today - timedelta(days=365 * YEARS + 2)
    with tempfile.TemporaryDirectory() as folder:
        write_decade(Path(folder), today)
        looking = first_look(Path(folder))
        if looking is None:
            raise SystemExit("the database cannot be looked at")
        with looking as reading:
            routine, log = reading.routine(), reading.log()
            tasks: dict[str, Callable[[], object]] = {
                "read the rows": lambda: read_rows(Path(folder) / FILE_NAME),
                "read the log": reading.log,
                "plan ten years": lambda: plan(routine, log, first, today, today),
                "plan one day, log in hand": lambda: plan(routine, log, today, today, today),
                "plan one day, from the file": lambda: plan_rows(reading, today, today, today),
            }
            report(measure(tasks), len(read_rows(Path(folder) / FILE_NAME)))


def read_rows(database: Path) -> list[tuple[object, ...]]:
    """Every row of the log, as the driver gives it."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(
            "SELECT day, step, do, at, reason, anyway FROM entries"
        ).fetchall()


def measure(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median of each task in seconds; they take turns, so that they meet the same noise."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(RUNS):
        for name, task in tasks.items():
            before = time.perf_counter()
            task()
            times[name].append(time.perf_counter() - before)
    return {name: median(taken) for name, taken in times.items()}


def report(found: dict[str, float], rows: int) -> None:
    """One line a task: milliseconds, and how many times reading the rows that is."""
    print(f"{rows} rows, median of {RUNS} in turn")
    for name, seconds in found.items():
        print(f"{name:30} {seconds * 1000:9.2f} ms {seconds / found['read the rows']:8.2f} x")


if __name__ == "__main__":
    main()
