"""Does a spreadsheet work out anything of an exported table, and does all of it come back?

Each text that a spreadsheet may take for a formula becomes the name of a step, the reason of a skip
and the note of a rating. The table is exported by the command, opened by LibreOffice where there is
one, and the cells that hold a formula are counted; of the same table without the guard some must be
live, or nothing was tried. Then the table is taken in elsewhere, and every text must be as it was.
A carriage return is among none of them: it is kept nowhere, and a file that holds one is refused.
"""

import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.commands import run
from tests.faults.row import Figure, Row
from tracker.exchange.spreadsheet import unguarded

FIRST: Final = date(2026, 1, 1)
TEXTS: Final = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "\t=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "'=1+1",
    "''=1+1",
    '=HYPERLINK("http://127.0.0.1/"&A1;"Open")',
    "=cmd|'/c calc'!A0",
    "\uff1d1+1",
    "\uff0b1+1",
    "\uff0d1+1",
    "\uff20SUM(1;1)",
    '"=1+1"',
    "1;=1+1",
    "%1",
    "|1",
    "- a list that begins with a dash",
    "+ 2 drops of oil",
    "-5",
)
_FORMULA: Final = re.compile(rb'table:formula="')
_WORKED_OUT: Final = "CSV:44,34,76,1,,0,false,true,false,false,false,0,true"
"""Commas, quotes, UTF-8, from row 1; numbers are looked for, and formulas worked out."""


def document(texts: tuple[str, ...]) -> str:
    """A document with each text in every place of the table."""
    version = {"from": FIRST.isoformat(), "rule": {"kind": "daily"}}
    steps, log, ratings = [], [], []
    for number, text in enumerate(texts):
        day = (FIRST + timedelta(days=number)).isoformat()
        own = {"id": f"s{number}", "kind": "other", "slot": "evening", "start": FIRST.isoformat()}
        steps.append({**own, "name": line_of(text).strip(), "schedule": [version]})
        log.append({"day": day, "step": f"s{number}", "do": "skip", "reason": line_of(text)})
        ratings.append({"day": day, "overall": 5, "note": text})
    head = {"format": "routine-tracker", "version": 1}
    return json.dumps({**head, "steps": steps, "log": log, "ratings": ratings})


def line_of(text: str) -> str:
    """A name and a reason hold no control characters, which a note may."""
    return "".join(char for char in text if char.isprintable())


def kept(folder: Path, place: Path) -> list[tuple[str, ...]]:
    """Every text, by what the program writes into its document."""
    file = place / f"{folder.name}.json"
    run(folder, "export", str(file)).check_returncode()
    found = json.loads(file.read_text(encoding="utf-8"))
    names = {step["id"]: step["name"] for step in found["steps"]}
    skips = [(one["day"], names[one["step"]], one["reason"]) for one in found["log"]]
    return [*skips, *((one["day"], one["note"]) for one in found["ratings"])]


def live_cells(office: str, table: Path) -> int:
    """How many cells of a table hold a formula once LibreOffice has opened it."""
    folder = table.parent
    made = folder / f"{table.stem}.fods"
    command = [office, f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
    command += [f"--infilter={_WORKED_OUT}", "--convert-to", "fods", "--outdir", str(folder)]
    subprocess.run([*command, str(table)], check=True, capture_output=True)
    return len(_FORMULA.findall(made.read_bytes()))


def opened(place: Path, table: Path) -> tuple[str, bool]:
    """What LibreOffice made of the table, and whether that is as it should be."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return "not opened: there is no LibreOffice here", True
    bare = place / "bare.csv"
    with (
        table.open(encoding="utf-8-sig", newline="") as guarded,
        bare.open("w", encoding="utf-8-sig", newline="") as written,
    ):
        cells = ([unguarded(cell) for cell in row] for row in csv.reader(guarded))
        csv.writer(written, quoting=csv.QUOTE_ALL).writerows(cells)
    live, without = live_cells(office, table), live_cells(office, bare)
    return f"{live} live cells in LibreOffice ({without} without the guard)", without > 0 == live


def measure(tries: int) -> Figure:
    """So many texts."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        first, second = place / "first", place / "second"
        given, table = place / "given.json", place / "log.csv"
        given.write_text(document(TEXTS[:tries]), encoding="utf-8")
        run(first, "import", str(given)).check_returncode()
        run(first, "export", str(table)).check_returncode()
        said, is_dead = opened(place, table)
        run(second, "import", str(table)).check_returncode()
        differing = set(kept(first, place)) ^ set(kept(second, place))
    for one in sorted(differing):
        print(ascii(one), file=sys.stderr)
    return Figure(f"{said}; {len(differing)} texts came back otherwise", is_dead and not differing)


ROW: Final = Row(
    "spreadsheet formulas in exported CSV (= + - @ tab LF; CR is kept nowhere)",
    "0 live cells; our own import gives the same text back",
    "Each text as a name, a reason and a note; exported, opened by LibreOffice, taken in again.",
    tries=len(TEXTS),
    quick=len(TEXTS),
    run=measure,
)
