"""What does the command line do with files that were made to harm it?

`python tests/faults/hostile_files.py` makes each of them, has the real command import it as a
process of its own, and prints how that ended, and how much memory and processor time it took. Each
that should be refused must end with 2, one line that names the file, and the data as they were; the
large ones that are sound must come in. It ends with 1 where one did not, or took over 300 MB or 60
seconds of processor time.
"""

import argparse
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.exchange.foreign_files import loop_db, loop_zip, milliseconds
from tests.faults.row import Figure, Row

ROOT: Final = Path(__file__).resolve().parents[2]
MOST_MB: Final = 300
MOST_S: Final = 60.0
LEASH_S: Final = 180
MOST_BYTES: Final = 28 * 1024 * 1024
Maker = Callable[[Path], object]


class Case(NamedTuple):
    """A file by its name, how it is made, and the code with which its import should end."""

    name: str
    make: Maker
    code: int = 2


def text(begin: str | bytes, piece: str = "", times: int = 0, end: str = "") -> Maker:
    """A file that begins so, goes on with a piece many times, and ends so."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.write(begin.encode() if isinstance(begin, str) else begin)
            for _time in range(times):
                file.write(piece.encode())
            file.write(end.encode())

    return make


def rows(count: int, habits: int = 12) -> Maker:
    """A sound table of that many rows."""

    def make(path: Path) -> None:
        with path.open("w") as file:
            file.write("Date,Name,Value,Note\n")
            for number in range(count):
                day = 1 + number // habits
                year, month = 1960 + day // 336 % 66, 1 + day // 28 % 12
                file.write(f"{year}-{month:02}-{1 + day % 28:02},Habit {number % habits},1,n\n")

    return make


def archive(*members: tuple[str, int], link: bool = False) -> Maker:
    """An archive of Loop with files of so many zeros beside it."""

    def make(path: Path) -> None:
        loop_zip(path)
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
            for name, size in members:
                info = zipfile.ZipInfo(name)
                info.compress_type = zipfile.ZIP_DEFLATED
                if link:
                    info.external_attr = 0o120777 << 16
                packed.writestr(info, "0" * size)

    return make


def many_files(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(65_000):
            packed.writestr(f"{number}", "")


def lying_size(path: Path) -> None:
    """A file of 40 MB whose entry in the list says that it has ten bytes."""
    loop_zip(path, {"003 Bomb/Checkmarks.csv": "2026-11-01,2\n" * 3_000_000})
    data = bytearray(path.read_bytes())
    place = data.rindex(b"003 Bomb/Checkmarks.csv") - 46 + 24
    data[place : place + 4] = (10).to_bytes(4, "little")
    path.write_bytes(data)


def database(*lines: str) -> Maker:
    def make(path: Path) -> None:
        loop_db(path)
        with closing(sqlite3.connect(path)) as opened, opened:
            for line in lines:
                opened.execute(line)

    return make


def many_marks(count: int) -> Maker:
    def make(path: Path) -> None:
        loop_db(path, marks=())
        first = milliseconds("1960-01-01")
        with closing(sqlite3.connect(path)) as opened, opened:
            marks = (
                (1 + n % 2, first + n // 2 * 86_400_000 % 10**12, 2, "n") for n in range(count)
            )
            insert = "insert into Repetitions (habit, timestamp, value, notes) values (?, ?, ?, ?)"
            opened.executemany(insert, marks)

    return make


def garbled(path: Path) -> None:
    """Bytes here and there of another value."""
    loop_db(path)
    data = bytearray(path.read_bytes())
    chance = random.Random(4)
    for _time in range(400):
        data[chance.randrange(100, len(data))] = chance.randrange(256)
    path.write_bytes(data)


def document(**parts: object) -> str:
    return json.dumps({"format": "routine-tracker", "version": 1, **parts}, ensure_ascii=False)


def large_document(path: Path) -> None:
    """As many bytes as are taken, in characters that take four times as many in memory."""
    note = "\U0001f9f4" + "n" * (MOST_BYTES - 200)
    path.write_text(document(note=note))


def large_log(path: Path) -> None:
    """Thirty years of twelve steps."""
    day = {"from": "1990-01-01", "rule": {"kind": "daily"}}
    steps = [
        {"id": f"s{n}", "name": f"S{n}", "kind": "serum", "slot": "evening", "start": "1990-01-01"}
        | {"schedule": [day]}
        for n in range(12)
    ]
    days = [f"{1990 + n // 336}-{1 + n // 28 % 12:02}-{1 + n % 28:02}" for n in range(10_900)]
    log = [{"day": one, "step": f"s{n}", "do": "tick"} for one in days for n in range(12)]
    path.write_text(document(steps=steps, log=log))


CASES: Final = (
    Case("million.csv", rows(1_000_000)),
    Case("quarter-million.csv", rows(249_000)),
    Case("largest.csv", rows(150_000), 0),
    Case("field.csv", text("Date,Name,Note\n2026-11-01,Mask,", "n", 200_000, "\n")),
    Case("fields.csv", text("Date,Name,Note\n2026-11-01,M,", "n" * 99_999 + ",", 600)),
    Case("line.csv", text("Date,Name\n", "n" * 1000, 60_000)),
    Case("columns.csv", text("Date", ",Date", 200_000, "\n1,1,1\n")),
    Case("nul.csv", text(b"Date,Name\n2026-11-01,Ma\0sk\n")),
    Case("bytes.csv", text(b"Date,Name\n2026-11-01,Mask\n2026-11-02,\xc3\x28\n")),
    Case("quote.csv", text('Date,Name\n2026-11-01,"', "open\n", 1_000_000)),
    Case("names.csv", rows(9000, habits=900)),
    Case("deep.json", text("", "[", 100, "]" * 100)),
    Case("deeper.json", text("", "[", 1_000_000)),
    Case("wide.json", text("[", "0," * 1000, 30_000, "0]")),
    Case("large.json", large_document, 0),
    Case("too-large.json", text("[", "0," * 1000, 15_000, "0]")),
    Case("thirty-years.json", large_log, 0),
    Case("out.zip", archive(("../../out.csv", 1))),
    Case("absolute.zip", archive(("/etc/cron.d/out", 1))),
    Case("link.zip", archive(("003 Link/Checkmarks.csv", 9), link=True)),
    Case("bomb.zip", archive(("003 Bomb/Checkmarks.csv", 1_000_000_000))),
    Case("bombs.zip", archive(*((f"{n:03} B/Checkmarks.csv", 900_000) for n in range(3, 99)))),
    Case("lying.zip", lying_size),
    Case("many.zip", many_files),
    Case(
        "view.db", database("alter table Habits rename to H", "create view Habits as select 1 id")
    ),
    Case("trigger.db", database("create trigger T after insert on Habits begin select 1; end")),
    Case(
        "endless.db",
        database(
            "alter table Habits rename to H",
            "create view Habits as with recursive r(id) as (select 1 union all select id from r)"
            " select id, id name, 1 freq_num, 1 freq_den from r",
        ),
    ),
    Case("blob.db", database("insert into Habits (name) values (zeroblob(90000000))")),
    Case("marks.db", many_marks(1_000_000)),
    Case("sound.db", many_marks(20_000), 0),
    Case("garbled.db", garbled),
    Case("header.db", text(b"SQLite format 3\0" + b"\xff" * 100_000)),
    Case("pipe.csv", os.mkfifo),
    Case("folder.csv", Path.mkdir),
    Case("zeros.csv", lambda path: path.symlink_to("/dev/zero")),
)


class Ran(NamedTuple):
    """How the process ended."""

    code: int
    said: str
    megabytes: int
    seconds: float


def main() -> int:
    """Try each; 1 where one did not end as it should."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", help="a part of the names to be tried")
    parser.add_argument("--make", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.make:
        file = Path(asked.make)
        next(case for case in CASES if case.name == file.name).make(file)
        return 0
    cases = [case for case in CASES if not asked.only or asked.only in case.name]
    faults = _faults(cases)
    print(f"{len(cases)} files, {len(faults)} not as they should be: {', '.join(faults) or 'none'}")
    return 1 if faults else 0


def run(tries: int) -> Figure:
    """What came of so many of them."""
    faults = _faults(CASES[:tries])
    return Figure(f"{len(faults)} not as they should be: {', '.join(faults) or 'none'}", not faults)


def _faults(cases: Sequence[Case]) -> list[str]:
    with tempfile.TemporaryDirectory() as place:
        return [case.name for case in cases if not _is_well(case, Path(place))]


def _is_well(case: Case, place: Path) -> bool:
    """Have it imported into data of its own, and print what came of it."""
    data, file = place / "data", place / case.name
    _run(data, "routine", "preset", "oily", "--start", "2026-10-01")
    before = _kept(data, place)
    # Made by another process: the memory of this one would count as that of its children.
    subprocess.run([sys.executable, __file__, "--make", str(file)], check=True)
    ran = _run(data, "import", str(file))
    is_same = before == _kept(data, place)
    is_told = case.code == 0 or (len(ran.said.splitlines()) == 1 and case.name in ran.said)
    is_right = ran.code == case.code and is_told and (case.code == 0 or is_same)
    is_small = ran.megabytes <= MOST_MB and ran.seconds <= MOST_S
    mark = "well" if is_right and is_small else "BAD "
    said = ran.said.strip().removeprefix(f"{file}: ").splitlines() or [""]
    figures = f"ended with {ran.code}  {ran.megabytes:4} MB  {ran.seconds:5.1f} s"
    print(f"{mark}  {case.name:20}  {figures}  {said[0][:90]}", flush=True)
    subprocess.run(["rm", "-rf", str(data), str(file)], check=True)
    return is_right and is_small


def _kept(data: Path, place: Path) -> bytes:
    """All that is kept, as a document."""
    file = place / "kept.json"
    _run(data, "export", str(file))
    return file.read_bytes()


def _run(data: Path, *arguments: str) -> Ran:
    """Run the command as a process of its own; one that does not end is ended."""
    command = [sys.executable, "-m", "tracker", "--data-dir", str(data), *arguments]
    child = subprocess.Popen(
        command,
        cwd=ROOT,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=_leash,  # noqa: PLW1509, nothing here has threads
    )
    with child:
        said = child.stderr.read() if child.stderr is not None else ""
        _pid, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    took = used.ru_utime + used.ru_stime
    return Ran(child.returncode, said, used.ru_maxrss // 1024, took)


def _leash() -> None:
    """No more processor time and memory than would show that something is wrong."""
    resource.setrlimit(resource.RLIMIT_CPU, (LEASH_S, LEASH_S))
    resource.setrlimit(resource.RLIMIT_AS, (4 * 1024**3, 4 * 1024**3))


ROW: Final = Row(
    "hostile files",
    "refused with file, row and reason; nothing half-imported; memory under 300 MB",
    "Each is imported by the real command, as a process with a limit.",
    tries=len(CASES),
    quick=12,
    run=run,
)

if __name__ == "__main__":
    sys.exit(main())
