"""Does any file at all make an importer fail, hang, or take in half of itself?

`python tests/faults/fuzz_imports.py --minutes 10 --format loop-db` changes a sound file of that
format at random, as often as there is time for (all formats in turn without `--format`), and takes
each in: it must come in whole or be refused with a reason, within five seconds, and one that was
refused must leave everything as it was. It prints how many were tried and how they ended, and ends
with 1 where one failed otherwise; that file is kept, and its name printed.
"""

import argparse
import copy
import csv
import io
import json
import random
import shutil
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import FrameType
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.exchange.foreign_files import DAYLIO, HABITBULL, loop_db, loop_zip, table
from tests.still_clock import StillClock
from tracker.actions.becoming import Wishes
from tracker.actions.undo import undo
from tracker.domain.errors import TrackerError
from tracker.domain.log import Entry, Rating
from tracker.domain.routine import Pause, Price, Treatment
from tracker.exchange.foreign.reading import ReadAs
from tracker.exchange.incoming import foreseen, read_incoming, take_in
from tracker.exchange.preset import load_preset
from tracker.exchange.transfer import write_document
from tracker.store.store import SqlStore, open_store
from tracker.words.errors import error_line

LONGEST_S: Final = 5
"""Of processor time: another program may hold up the machine."""
TIDBITS: Final = (
    *(b"\0", b"\xff", b'"', b",", b"\n", b"\r", b"=", b"../", b"-1", b"99999999999999999999"),
    *(b"\xf0\x9f\xa7\xb4", b"\xe2\x80\xae", b"\xed\xa0\x80", b"1e999", b"NaN", b"{", b"[", b"SKIP"),
)
"""What does harm where it is not looked for."""
ODD: Final[tuple[object, ...]] = (
    *(None, True, False, 0, -1, 1, 7, 11, 0.5, 1e308, 10**30, [], {}, [[]], {"kind": "daily"}),
    *("", " ", "x", "x" * 300, "=1+1", "yes", "SKIP", "\u202e", "\ud800", "clay-mask", "toner"),
    *("2026-02-30", "2026-11-21", "0001-01-01", "9999-12-31", "11/12/2026", "25:00", "mask"),
)
"""What is odd where something else is looked for, and sound elsewhere."""
Maker = Callable[[Path], object]


def _document(path: Path) -> None:
    day = StillClock().now().date().replace(month=10, day=1)
    days = [day.replace(day=number) for number in range(1, 6)]
    diary = load_preset("oily", day, None)._replace(
        log=(
            *(Entry(one, "cleanse-evening", "tick") for one in days),
            Entry(day, "toner", "skip", reason="Ran out"),
        ),
        ratings=tuple(Rating(one, 7, pores=2, note="calm") for one in days),
        pauses=(Pause(days[2], days[3], ("clay-mask",), "Away"),),
        treatments=(Treatment(days[4], "Peel", 3, price=Price("90", "EUR")),),
        settings={"day_starts_at": 3, "theme": "dark"},
    )
    path.write_text(write_document(diary), encoding="utf-8")


_BULL = ("Toner,,Skin,2026-11-01,1,ok", 'Run,,,11/02/2026,3,"two\nlines"')
_MOODS = ("2026-11-02,x,y,21:00,good,work | Toner,T,note", '2026-11-03,,,,bad,,,"a, b"')
FORMATS: Final[dict[str, tuple[str, Maker]]] = {
    "loop-db": ("a.db", loop_db),
    "loop-zip": ("a.zip", loop_zip),
    "habitbull": ("a.csv", lambda path: table(path, HABITBULL, _BULL)),
    "daylio": ("b.csv", lambda path: table(path, DAYLIO, _MOODS)),
    "csv": ("c.csv", lambda path: table(path, "Date;Name;Value;Note", ("1.11.2026;M;x;'=1",))),
    "json": ("a.json", _document),
}

TABLES: Final = ("habitbull", "daylio", "csv")


def changed(sound: bytes, chance: random.Random, name: str = "") -> bytes:
    """The bytes with a few random changes; more often those inside an archive than its own.

    In a database, where everything has its place, nothing is moved. Of documents and tables most
    stay well formed, with values changed: else hardly one would come past the first look at it.
    """
    if name == "loop-zip" and chance.random() < 0.7:
        return _repacked(sound, chance)
    if name == "json" and chance.random() < 0.7:
        return _replanted(sound, chance)
    if name in TABLES and chance.random() < 0.7:
        return _retyped(sound, chance)
    data = bytearray(sound)
    for _time in range(chance.randint(1, 8)):
        place = chance.randrange(len(data) + 1)
        match 0 if name == "loop-db" else chance.randrange(5):
            case 0:
                data[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                data[place:place] = chance.choice(TIDBITS) * chance.choice((1, 1, 1, 2, 5000))
            case 2:
                del data[place : place + chance.randint(1, 40)]
            case 3:
                end = place + chance.randint(1, 60)
                data[place:place] = data[place:end]
            case _:
                data[place : place + 1] = chance.choice(TIDBITS)
    return bytes(data)


def _replanted(sound: bytes, chance: random.Random) -> bytes:
    """The document with other values, some taken from elsewhere in it, and parts left out."""
    tree = json.loads(sound)
    for _time in range(chance.randint(1, 4)):
        places = list(_places(tree))
        if not places:
            break
        within, key = chance.choice(places)
        match chance.randrange(5):
            case 0:
                del within[key]
            case 1:
                other, place = chance.choice(places)
                within[key] = copy.deepcopy(other[place])
            case 2 if isinstance(within, list):
                within.append(copy.deepcopy(within[key]))
            case 3 if isinstance(within, dict):
                within[str(chance.choice(ODD))] = within.pop(key)
            case _:
                within[key] = chance.choice(ODD)
    return json.dumps(tree).encode()


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Each mapping and list with each of its keys, however deep."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree))
    for key in keys if isinstance(tree, dict | list) else ():
        yield tree, key
        if isinstance(tree[key], dict | list):
            yield from _places(tree[key])


def _retyped(sound: bytes, chance: random.Random) -> bytes:
    """The table with other cells and rows, some taken from elsewhere in it."""
    text = sound.decode("utf-8-sig")
    mark = ";" if ";" in text.partition("\n")[0] else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    for _time in range(chance.randint(1, 6)):
        row = chance.choice(rows)
        place = chance.randrange(len(row)) if row else 0
        match chance.randrange(5):
            case 0:
                rows.append(list(row))
            case 1:
                del row[place : place + 1]
            case 2:
                row[place : place + 1] = [chance.choice([cell for one in rows for cell in one])]
            case 3:
                row.insert(place, str(chance.choice(ODD)))
            case _:
                row[place : place + 1] = [str(chance.choice(ODD))]
    found = io.StringIO(newline="")
    csv.writer(found, delimiter=mark).writerows(rows)
    return found.getvalue().encode(errors="surrogatepass")


def _repacked(sound: bytes, chance: random.Random) -> bytes:
    """The archive with changes in one of its files."""
    with zipfile.ZipFile(io.BytesIO(sound)) as packed:
        files = {file: packed.read(file) for file in packed.namelist()}
    name = chance.choice(list(files))
    files[name] = changed(files[name], chance, "csv" if name.endswith(".csv") else "")
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as packed:
        for file, content in files.items():
            packed.writestr(file, content)
    return found.getvalue()


def tried(store: SqlStore, file: Path) -> str:
    """How taking the file in ended; raises where it is neither taken in whole nor refused."""
    clock = StillClock()
    with store.reading() as reading:
        before = reading.diary()
    try:
        incoming = read_incoming(str(file), ReadAs())
        with store.reading() as reading:
            foreseen(reading, clock, incoming, Wishes())
        change = take_in(store, clock, incoming, Wishes())
    except TrackerError as error:
        if error_line(error).startswith("This did not work"):
            raise AssertionError(error) from error
        change, ended = None, error.code
    else:
        ended = "taken in" if change is not None else "nothing in it"
    if change is not None:
        undo(store)
    with store.reading() as reading:
        if reading.diary() != before:
            raise AssertionError(ended)
    return ended


def main() -> int:
    """Try until the time is over; 1 where a file made an importer fail."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--format", choices=FORMATS, help="all of them in turn if left out")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    names = [asked.format] if asked.format else list(FORMATS)
    signal.signal(signal.SIGPROF, _too_long)
    with tempfile.TemporaryDirectory() as place:
        faults = [_is_at_fault(name, asked.minutes, asked.seed, Path(place)) for name in names]
    return 1 if any(faults) else 0


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def _is_at_fault(name: str, minutes: float, seed: int, place: Path) -> bool:
    """Try one format, and print how its files ended."""
    file_name, make = FORMATS[name]
    file, chance = place / file_name, random.Random(seed)
    make(file)
    sound, ends, faults = file.read_bytes(), Counter[str](), 0
    until = time.monotonic() + minutes * 60
    with closing(open_store(place / f"data-{name}", StillClock())) as store:
        while time.monotonic() < until:
            file.write_bytes(changed(sound, chance, name))
            signal.setitimer(signal.ITIMER_PROF, LONGEST_S)
            try:
                ends[tried(store, file)] += 1
            except Exception as error:  # noqa: BLE001, whatever it is, it is what is looked for
                faults += 1
                kept = (
                    Path(tempfile.gettempdir()) / f"fuzz-{name}-{seed}-{ends.total()}{file.suffix}"
                )
                shutil.copy(file, kept)
                print(f"{name}: {error!r} from {kept}")
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
    print(f"{name}: {ends.total()} tried, {faults} failed")
    for ended, count in ends.most_common():
        print(f"  {count:7} {ended}")
    return faults > 0


if __name__ == "__main__":
    sys.exit(main())
