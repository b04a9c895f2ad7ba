"""Is hostile text refused or kept cleanly, in bounded time and memory, through every door?

`python tests/faults/hostile_text.py` gives the command line names, notes, documents, databases and
environments that nobody in their right mind would, each to a process of its own that may use 300 MB
and 5 seconds of processor time. A row is met where the process ends by itself with a code of ours,
says at most two lines beside its answer, no traceback, and what is kept can be read afterwards. It
prints a row for each, and ends with 1 where one is not met. Photos do not exist in the program yet,
so no picture is among them.
"""

import argparse
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain, repeat
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.row import Figure, Row

ROOT: Final = Path(__file__).resolve().parents[2]
MOST_BYTES: Final = 300 * 1024 * 1024
MOST_S: Final = 5
_PATIENCE_S: Final = 120
_MOST_LINES: Final = 2
"""What is wrong with its mend, and another way to mend it."""
_CODES: Final = (0, 2, 3, 4, 5)
NAMES: Final = {
    "emoji": "🧴🧖🏽\u200d♀️" * 20,
    "right to left": "قناع الطين مساءً",
    "bidi controls": "\u202emask\u2066\u2069\u202c clay",
    "many accents": "Z" + "\u0301" * 150,
    "lone surrogate": "clay \ud800 mask",
    "control characters": "clay\x00\x1b[31m\x07mask",
    "10 000 characters": "clay " * 2000,
    "only invisible": "\u200b\u2060\ufeff",
    "a formula": '=cmd|"/c calc"!A0',
}
VALUES: Final = {
    "NaN": "NaN",
    "infinity": "-Infinity",
    "1e999": "1e999",
    "5000 digits": "9" * 5000,
    "a huge whole number": "1" + "0" * 17,
    "a fraction": "0.1",
    "true": "true",
    "nested 100 deep": "[" * 100 + "]" * 100,
    "nested 100 000 deep": "[" * 100_000 + "]" * 100_000,
}
ENVIRONMENTS: Final[dict[str, dict[str, str]]] = {
    "TZ of nonsense": {"TZ": "Mars/Olympus\x07../../etc/passwd"},
    "TZ of 10 000 characters": {"TZ": "A" * 10_000},
    "LANG of nonsense": {"LANG": "../../xx_\u202e", "LC_ALL": "%s%n", "LANGUAGE": "../..:🧴"},
    "no UTF-8": {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    "a folder of nobody": {"ROUTINE_TRACKER_DATA": "~nobody-at-all/x"},
    "a folder that is a file": {"ROUTINE_TRACKER_DATA": "/dev/null/x"},
    "a folder of 10 000 characters": {"ROUTINE_TRACKER_DATA": "/tmp/" + "a" * 10_000},
    "nonsense for a home": {"ROUTINE_TRACKER_DATA": "", "XDG_DATA_HOME": "\u202e\n", "HOME": ""},
}
"""Of each, `plan` is asked."""
BROKEN: Final = {
    "a rule that is no rule": "UPDATE schedule_versions SET rule = '{\"kind\": 7}'",
    "a rule that is no JSON": "UPDATE schedule_versions SET rule = '[[['",
    "a rule nested 100 000 deep": "UPDATE schedule_versions SET rule = printf('%.*c', 100000, '[')",
    "a day that is none": "UPDATE entries SET day = '2026-02-31'",
    "a day of long ago": "UPDATE steps SET start = '0001-01-01'",
    "a kind that is none": "UPDATE steps SET kind = 'weapon'",
    "a slot that is none": "UPDATE steps SET slot = 'noon'",
    "a name of 10 MB": "UPDATE steps SET name = printf('%.*c', 10000000, 'x')",
    "a name that is a blob": "UPDATE steps SET name = x'ff00ff'",
    "a name of no UTF-8": "UPDATE steps SET name = CAST(x'ff00ff' AS TEXT)",
    "a position that is text": "UPDATE steps SET position = 'first'",
    "a do that is none": "UPDATE entries SET do = 'eat'",
    "a setting that is no JSON": "INSERT INTO settings (key, value) VALUES ('day_starts_at', '{{')",
    "a setting out of range": "INSERT INTO settings (key, value) VALUES ('day_starts_at', '99')",
    "a theme of another kind": "INSERT INTO settings (key, value) VALUES ('theme', '[1]')",
}
"""What is done to the database by hand, with every check switched off."""


class Ran(NamedTuple):
    """How a process ended, and what it took: seconds of processor time and bytes of memory."""

    code: int
    out: str
    err: str
    seconds: float
    memory: int

    @property
    def fault(self) -> str:
        """What is wrong with it; empty where nothing is."""
        faults = {
            "traceback": "Traceback" in self.err or 'File "' in self.err,
            f"ended with {self.code}": self.code not in _CODES,
            "more than two lines beside": self.err.count("\n") > _MOST_LINES,
            "control characters shown": not (self.out + self.err).replace("\n", "").isprintable()
            and any(mark in self.out + self.err for mark in "\x00\x07\x1b\u202e"),
            f"{self.seconds:.1f} s": self.seconds > MOST_S,
            f"{self.memory >> 20} MB": self.memory > MOST_BYTES,
        }
        return ", ".join(name for name, is_so in faults.items() if is_so)


class Tried(NamedTuple):
    """One thing that was tried."""

    door: str
    what: str
    ran: Ran


def ran_with(folder: Path, *arguments: str | bytes, **more: str) -> Ran:
    """Run the command line on a folder, within the limits."""
    environment = {**os.environ, "ROUTINE_TRACKER_DATA": str(folder), "PYTHONPATH": str(ROOT)}
    beside = folder.parent / "out", folder.parent / "err"
    with beside[0].open("wb") as out, beside[1].open("wb") as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "tracker", *arguments],
            env={**environment, **more},
            cwd=folder.parent,
            stdout=out,
            stderr=err,
        )
        # One that does not end by itself is ended, long after it failed.
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (_PATIENCE_S, _PATIENCE_S))
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    said, complaint = (path.read_text(encoding="utf-8", errors="replace") for path in beside)
    seconds = used.ru_utime + used.ru_stime
    return Ran(process.returncode, said, complaint, seconds, used.ru_maxrss * 1024)


def begin(folder: Path) -> None:
    """A routine with an entry."""
    for arguments in (("routine", "preset", "oily"), ("tick", "cleanse-evening")):
        if ran_with(folder, *arguments).code != 0:
            raise RuntimeError(folder)


def document(name: str) -> str:
    """A document whose step, note and reason are `name`."""
    versions = [{"from": "2026-01-01", "rule": {"kind": "daily"}}]
    step = {"id": "a", "kind": "mask", "slot": "evening", "start": "2026-01-01"}
    return json.dumps(
        {
            "format": "routine-tracker",
            "version": 1,
            "steps": [{**step, "name": name, "note": name, "schedule": versions}],
            "log": [{"day": "2026-01-02", "step": "a", "do": "skip", "reason": name}],
            "ratings": [{"day": "2026-01-02", "overall": 5, "note": name}],
        }
    )


def documents() -> Iterator[tuple[str, Iterable[str]]]:
    """What is imported, and what is in it, in pieces: what is large here counts for the child."""
    for what, name in NAMES.items():
        yield what, (document(name),)
    for what, value in VALUES.items():
        text = document("a").replace('"overall": 5', f'"overall": {value}')
        yield f"{what} for a number", (text,)
    yield "a key twice", ('{"format": "routine-tracker", "version": 1, "version": 1}',)
    before, _, after = document("@").rpartition("@")
    yield "100 MB of a name", chain((before,), repeat("x" * 1_000_000, 100), (after,))
    yield "60 MB of a name", chain((before,), repeat("x" * 1_000_000, 60), (after,))
    yield "60 MB of empty lists", chain(('{"a": [',), repeat("[]," * 1_000_000, 20), ("[]]}",))
    yield "nothing", ()
    yield "nothing but a mark", ("\ufeff",)


def rows(folder: Path) -> Iterator[Tried]:
    """Everything that is tried, each on what is whole."""
    begin(folder)
    for what, name in NAMES.items():
        given = os.fsencode(name.replace("\x00", "")) if "\ud800" not in name else b"clay \xff mask"
        yield Tried("argument", f"{what} as a note", ran_with(folder, "rate", "5", "--note", given))
        yield Tried("argument", f"{what} as a step", ran_with(folder, "tick", given))
        yield Tried(
            "argument", f"{what} as a treatment", ran_with(folder, "routine", "treat", given)
        )
    yield Tried("afterwards", "plan", ran_with(folder, "plan"))
    file = folder.parent / "given.json"
    for what, pieces in documents():
        with file.open("w", encoding="utf-8", errors="surrogatepass") as written:
            written.writelines(pieces)
        yield Tried("import", what, ran_with(folder, "import", str(file)))
    yield Tried("afterwards", "plan", ran_with(folder, "plan"))
    yield Tried("afterwards", "doctor", ran_with(folder, "doctor"))
    for what, environment in ENVIRONMENTS.items():
        yield Tried("environment", what, ran_with(folder, "plan", **environment))
    whole = (folder / "routine.db").read_bytes()
    for what, statement in BROKEN.items():
        (folder / "routine.db").write_bytes(whole)
        _break(folder / "routine.db", statement)
        for command in (("plan",), ("stats",), ("export", str(file)), ("doctor",)):
            yield Tried("database", f"{what}, {command[0]}", ran_with(folder, *command))


def _break(database: Path, statement: str) -> None:
    """Change the database by hand, past all of its checks."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
        connection.commit()


def tried() -> Iterator[Tried]:
    """Every row, on a folder that goes again."""
    with tempfile.TemporaryDirectory() as name:
        yield from rows(Path(name) / "data")


def run(tries: int) -> Figure:
    """What came of it, once however many tries are asked for: each does the same."""
    del tries
    found = list(tried())
    wrong = [row for row in found if row.ran.fault]
    most = max(row.ran.memory for row in found) >> 20
    longest = max(row.ran.seconds for row in found)
    said = f"{len(wrong)} of {len(found)} not met, at most {most} MB and {longest:.1f} s"
    return Figure(said, is_met=not wrong)


def main() -> int:
    """Print a row for everything that is tried."""
    argparse.ArgumentParser(description=__doc__.partition("\n")[0]).parse_args()
    is_well = True
    for door, what, ran in tried():
        figures = f"{ran.code:>3}{ran.memory >> 20:>5} MB{ran.seconds:>6.1f} s"
        print(f"{door:<12}{what:<42}{figures}  {ran.fault or 'met'}", flush=True)
        if ran.fault:
            is_well = False
            print(f"            {(ran.err or ran.out)[-300:]!a}")
    return 0 if is_well else 1


ROW: Final = Row(
    "hostile names, numbers and records",
    "told with place and mend; memory under 300 MB, 5 s",
    "The command line with what no person would type, as a process with a limit.",
    tries=1,
    quick=1,
    run=run,
)

if __name__ == "__main__":
    raise SystemExit(main())
