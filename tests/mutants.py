"""Do the tests notice when a line of the rules or of the store is made wrong?

`python tests/mutants.py --cosmic-ray PATH --sample 320` draws that many places at random, makes one
mutation at each (a number one off, a comparison turned, a loop left out ...) and runs those of the
rooms' own tests that came into its function, the quickest first; where it is in none, all of them.
It needs the program `cosmic-ray` (`pip install cosmic-ray` into an environment of its own: nothing
else here needs it, and it brings thirty packages), and works on clones of the last commit, one for
each room, side by side. Mutants that no test noticed are printed as they are, and the share of the
others. It ends with 1 where that is under 85 %.
"""

import argparse
import os
import random
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.noticing import COVERAGE, PYTEST, SECONDS

ROOT: Final = Path(__file__).resolve().parents[1]
TARGET: Final = 0.85
PROCESSOR_S: Final = 1200
"""Of the tests of one mutant: one that never ends was noticed, however busy the machine is."""
TIMEOUT_S: Final = 3600
TESTS: Final = {
    "domain": ("tests/domain", "tests/kinds", "tests/actions", "tests/store"),
    "store": ("tests/store", "tests/actions"),
}
"""By room, the tests that may notice."""
NO_MUTANT: Final = "%BinaryOperator_BitOr_%"
"""`X | None` is a type almost everywhere: what stands for the bar changes nothing that is done."""
Found = list[tuple[str, int, str, str | None]]


class Tried(NamedTuple):
    """The mutants of a room: how many were made, how many lived, and their differences."""

    room: str
    made: int
    alive: Found

    @property
    def share(self) -> float:
        """The share that was noticed."""
        return (self.made - len(self.alive)) / self.made


def main() -> int:
    """Run the trial; 1 where too few were noticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cosmic-ray", default="cosmic-ray", help="the program")
    parser.add_argument("--sample", type=int, default=320, help="how many mutants, of both rooms")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # Some tests run the program as another person.
        Path(folder).chmod(0o755)
        measured = Path(folder) / "measured"
        _measure(measured)
        rooms = [Room(Path(folder), room, asked.cosmic_ray, measured) for room in TESTS]
        for room, share in _shares(rooms, asked.sample):
            room.draw(share, random.Random(asked.seed))
        for running in [room.start() for room in rooms]:
            running.wait()
        tried = [room.tried() for room in rooms]
    _tell(tried)
    made, alive = sum(one.made for one in tried), sum(len(one.alive) for one in tried)
    return 0 if made and (made - alive) / made >= TARGET else 1


class Room:
    """A clone in which one room is mutated."""

    def __init__(self, folder: Path, room: str, program: str, measured: Path) -> None:
        self.name = room
        self._clone = folder / room
        self._program = program
        self._session = folder / f"{room}.sqlite"
        self._config = folder / f"{room}.toml"
        _clone(self._clone)
        notices = shlex.join([sys.executable, "tests/noticing.py", str(measured), *TESTS[room]])
        runs = f"ulimit -t {PROCESSOR_S}; {notices}"
        self._config.write_text(
            "[cosmic-ray]\n"
            f'module-path = ["tracker/{room}"]\n'
            f"timeout = {TIMEOUT_S}.0\n"
            "excluded-modules = []\n"
            f'test-command = """sh -c {shlex.quote(runs)}"""\n'
            '[cosmic-ray.distributor]\nname = "local"\n',
            encoding="utf-8",
        )
        self._run("init")
        with closing(sqlite3.connect(self._session)) as known:
            known.execute("DELETE FROM mutation_specs WHERE operator_name LIKE ?", (NO_MUTANT,))
            known.commit()

    @property
    def places(self) -> list[tuple[str, int, int]]:
        """Where there is something to mutate."""
        with closing(sqlite3.connect(self._session)) as known:
            return known.execute(
                "SELECT DISTINCT module_path, start_pos_row, start_pos_col FROM mutation_specs"
                " ORDER BY 1, 2, 3"
            ).fetchall()

    def draw(self, count: int, chance: random.Random) -> None:
        """Keep one mutation at each of so many places."""
        places = chance.sample(self.places, count)
        with closing(sqlite3.connect(self._session)) as known:
            kept = []
            for place in sorted(places):
                jobs = known.execute(
                    "SELECT job_id FROM mutation_specs"
                    " WHERE (module_path, start_pos_row, start_pos_col) = (?, ?, ?)"
                    " ORDER BY operator_name, operator_args",
                    place,
                ).fetchall()
                kept.append(chance.choice(jobs))
            known.execute("CREATE TEMP TABLE kept (job_id)")
            known.executemany("INSERT INTO kept VALUES (?)", kept)
            for table in ("mutation_specs", "work_items"):
                known.execute(f"DELETE FROM {table} WHERE job_id NOT IN (SELECT * FROM kept)")
            known.commit()

    def start(self) -> subprocess.Popen[bytes]:
        """Begin to try them."""
        return subprocess.Popen(self._command("exec"), cwd=self._clone, env=_environment())

    def tried(self) -> Tried:
        """What became of them."""
        with closing(sqlite3.connect(self._session)) as known:
            rows = known.execute(
                "SELECT module_path, start_pos_row, operator_name, diff, test_outcome"
                " FROM work_results JOIN mutation_specs USING (job_id) ORDER BY 1, 2"
            ).fetchall()
        return Tried(self.name, len(rows), [row[:4] for row in rows if row[4] == "SURVIVED"])

    def _run(self, verb: str) -> None:
        subprocess.run(self._command(verb), cwd=self._clone, check=True)

    def _command(self, verb: str) -> list[str]:
        return [self._program, verb, str(self._config), str(self._session)]


def _measure(folder: Path) -> None:
    """Which test comes to which line, and how long does each take?"""
    clone = folder / "clone"
    _clone(clone)
    subprocess.run(
        [
            *(*PYTEST, "-p", "tests.noticing", "--seconds", str(folder / SECONDS)),
            *("-n", str(os.cpu_count()), "--cov", "--cov-context=test", "--cov-report="),
            *sorted(set(chain(*TESTS.values()))),
        ],
        cwd=clone,
        env={**_environment(), "COVERAGE_FILE": str(folder / COVERAGE)},
        check=True,
    )


def _clone(folder: Path) -> None:
    subprocess.run(["git", "clone", "-q", ROOT, folder], check=True)


def _environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}


def _shares(rooms: list[Room], sample: int) -> Iterator[tuple[Room, int]]:
    """As many of each room as it has places."""
    counts = [len(room.places) for room in rooms]
    for room, count in zip(rooms, counts, strict=True):
        yield room, round(sample * count / sum(counts))


def _tell(tried: list[Tried]) -> None:
    for room in tried:
        for module, line, operator, diff in room.alive:
            print(f"\n--- not noticed: {module}:{line} {operator}\n{diff or ''}")
    for room in tried:
        noticed = room.made - len(room.alive)
        print(f"{room.room}: {noticed} of {room.made} mutants noticed, {room.share:.0%}")


if __name__ == "__main__":
    sys.exit(main())
