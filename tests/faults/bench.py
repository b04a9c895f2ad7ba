"""What happens to a person's data when things go wrong? Every row of the fault table, tried.

    python tests/faults/bench.py [--quick] [--markdown] [ROW ...]

Each row is a module of this folder that names a `ROW` (see `row.py`), is called by the module's
name, and runs in a process of its own. Without a name all are run. It ends with 1 where a figure is
not what was aimed at.
"""

import argparse
import os
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.row import Figure, Row

FOLDER: Final = Path(__file__).resolve().parent

_NAMES_A_ROW: Final = re.compile(r"^ROW\b", re.MULTILINE)
_HEADS: Final = ("row", "tries", "figure", "", "seconds", "target")
_HEADS_OF_DOCS: Final = ("fault", "target", "tries", "figure", "", "seconds")


class Tried(NamedTuple):
    """A row, how often it was tried, and what came of it in how many seconds."""

    key: str
    fault: str
    target: str
    tries: int
    figure: Figure
    seconds: float

    def cells(self, *, is_for_docs: bool) -> tuple[str, ...]:
        """The row as it stands in the table."""
        judged = "met" if self.figure.is_met else "NOT MET"
        came_out = (str(self.tries), self.figure.said, judged, f"{self.seconds:.0f}")
        if is_for_docs:
            return (self.fault, self.target, *came_out)
        return (self.key, *came_out, self.target)


def keys() -> list[str]:
    """The rows there are."""
    files = sorted(FOLDER.glob("*.py"))
    return [file.stem for file in files if _NAMES_A_ROW.search(file.read_text(encoding="utf-8"))]


def tried(key: str, *, is_quick: bool) -> Tried:
    """Run a row in a process of its own, whose end, however it comes, is not ours."""
    with (
        tempfile.TemporaryDirectory() as nobody,
        ProcessPoolExecutor(1, get_context("spawn"), _be_nobody, (nobody,)) as process,
    ):
        began = time.perf_counter()
        try:
            return process.submit(_tried, key, is_quick=is_quick).result()
        except BrokenProcessPool:
            ended = Figure("the process that tried it was ended", is_met=False)
            return Tried(key, "", "", 0, ended, time.perf_counter() - began)


def _be_nobody(folder: str) -> None:
    """Without a screen, a bus or data of anybody's."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ |= {
        "ROUTINE_TRACKER_DATA": folder,
        "XDG_RUNTIME_DIR": folder,
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/dev/null/nobody",
    }


def _tried(key: str, *, is_quick: bool) -> Tried:
    row = import_module(f"tests.faults.{key}").ROW
    if not isinstance(row, Row):
        raise TypeError(key)
    tries = row.quick if is_quick else row.tries
    began = time.perf_counter()
    try:
        figure = row.run(tries)
    except Exception as error:  # noqa: BLE001, whatever it is, the other rows are tried as well
        traceback.print_exc()
        figure = Figure(f"ended in {type(error).__name__}", is_met=False)
    return Tried(key, row.fault, row.target, tries, figure, time.perf_counter() - began)


def aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The lines of a table to read in a terminal."""
    found = list(rows)
    widths = [max(map(len, column)) for column in zip(*found, strict=True)]
    for row in found:
        yield "  ".join(map(str.ljust, row, widths)).rstrip()


def marked_down(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The lines of a table for the documentation."""
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield f"|{' --- |' * len(row)}"


def main() -> int:
    """Try what is asked for, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of: {', '.join(keys())}")
    parser.add_argument("--quick", action="store_true", help="with few tries")
    parser.add_argument("--markdown", action="store_true", help="a table for the documentation")
    asked = parser.parse_args()
    unknown = [key for key in asked.rows if key not in keys()]
    if unknown:
        parser.error(f"no such row: {', '.join(unknown)}")
    found = []
    for key in asked.rows or keys():
        print(f"{key} …", file=sys.stderr, flush=True)
        found.append(tried(key, is_quick=asked.quick))
    rows = [one.cells(is_for_docs=asked.markdown) for one in found]
    lines = marked_down((_HEADS_OF_DOCS, *rows)) if asked.markdown else aligned((_HEADS, *rows))
    print("\n".join(lines))
    return 0 if all(one.figure.is_met for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
