"""Is an odd name kept as it is or refused in one line, and does every page hold it?

Each try gives a step of the routine such a name by a file that the command line takes in, and the
same text as bytes to a reason. What is kept must come out again as it went in, and no page of the
window at its usual least size may have anything cut off or laid over another.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from pytestqt.exceptions import TimeoutError as NotInTime

from tests.faults.commands import prepare, run
from tests.faults.row import Figure, Row
from tests.faults.window import Patience, opened
from tests.journeys.person import Person
from tests.journeys.test_layout import cut_off
from tests.still_clock import StillClock
from tracker.store.first_look import first_look

PAGES: Final = ("today", "calendar", "progress", "routine")
SIZE: Final = (900, 640)
STEP: Final = "clay-mask"
KEPT, REFUSED, CUT, WRONG = "kept", "refused", "cut off", "wrong"
NAMES: Final = (
    "\U0001f9f4✨ \U0001f469\U0001f3fd‍\U0001f52c Serum",
    "غسول الوجه",
    "Toner \u200f(تونر) 5 %",
    "abc\u202edcba\u202c",
    "\u2067never closed",
    "a\u200bb\u2060c",
    "e" + "\u0301" * 60,
    "\ud800 alone",
    "before\udfff",
    "\0",
    "two\nlines",
    "\u200b\u2060",
    "<b>bold</b> &amp; 'quoted\" {0} {name} %n %(x)s",
    "雪" * 200,
    "W" * 200,
    "ครีมกันแดดสำหรับผิวมัน" * 8,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 40,
    "x" * 201,
    "long " * 2000,
)


def is_clean(ran: subprocess.CompletedProcess[bytes]) -> bool:
    """Whether a command did what it should, or said in one line why not."""
    return ran.returncode == 0 or (ran.returncode < 6 and ran.stderr.count(b"\n") == 1)


def tried(first: Path, place: Path, name: str) -> str:
    """What becomes of a name."""
    folder, file = place / "data", place / "routine.json"
    document = json.loads((first / "routine.json").read_text(encoding="utf-8"))
    for step in document["steps"]:
        if step["id"] == STEP:
            step["name"] = name
    file.write_text(json.dumps(document), encoding="utf-8")
    imported = run(folder, "import", str(file))
    reason = name.replace("\0", "\udcff").encode(errors="surrogatepass")
    skipped = run(first / "data", "skip", "toner", "--reason", reason)
    if not is_clean(imported) or not is_clean(skipped):
        print(imported.stderr, skipped.stderr, file=sys.stderr)
        return WRONG
    if imported.returncode:
        return REFUSED if b"name" in imported.stderr and not folder.exists() else WRONG
    look = first_look(folder)
    assert look is not None
    with look:
        if look.routine().step(STEP).name != name:
            return WRONG
    with opened(folder, StillClock()) as person:
        return KEPT if all(has_room(person, page) for page in PAGES) else CUT


def has_room(person: Person, page: str) -> bool:
    """Whether everything on a page finds its place."""
    person.window.resize(*SIZE)
    person.conduct.places.go(page)
    person.settle()
    try:
        Patience().waitUntil(lambda: not cut_off(person.window), timeout=500)
    except NotInTime:
        print(page, cut_off(person.window), file=sys.stderr)
        return False
    return True


def measure(tries: int) -> Figure:
    """The row's figure."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "first"
        first.mkdir()
        prepare(first)
        for name in NAMES[:tries]:
            place = Path(folder) / str(len(found))
            place.mkdir()
            found.append(tried(first, place, name))
            if found[-1] in (CUT, WRONG):
                print(ascii(name)[:60], found[-1], file=sys.stderr)
    said = ", ".join(f"{found.count(what)} {what}" for what in (KEPT, REFUSED, CUT, WRONG))
    return Figure(said, CUT not in found and WRONG not in found)


ROW: Final = Row(
    "emoji, right-to-left, bidi controls, lone surrogates, 10 000 characters in names",
    "stored or refused cleanly; layout holds",
    "A step of each name by a file, the same as a reason in bytes, and four pages at 900 by 640.",
    tries=len(NAMES),
    quick=len(NAMES),
    run=measure,
)
