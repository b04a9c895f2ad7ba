"""Is a database of a newer version refused, and left as it was?

Each try makes one that a later version may have written: another revision, columns more, tables
less, or rows that this version cannot read. Fifteen commands, of each kind, are run on it, each as
a process of its own, and must end with their code and at most one line beside their answer; twelve
refuse, and so must the window that is opened then. Every file must be as it was afterwards, byte
for byte, and none may be added but the copy that `backup` makes: one may carry it to where the
newer version is.
"""

import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null/nobody")

from tests.faults.commands import prepare, run
from tests.faults.row import Figure, Row
from tests.faults.window import opened
from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.store.identity import FILE_NAME

NEWER: Final = "UPDATE alembic_version SET version_num = '0999';"
WAYS: Final = (
    "",
    "ALTER TABLE steps ADD COLUMN texture TEXT NOT NULL DEFAULT 'gel';",
    "DROP TABLE ratings; CREATE TABLE scores (day TEXT);",
    "PRAGMA ignore_check_constraints=ON; UPDATE steps SET kind = 'laser';",
)
"""What else the later version did."""
REFUSED, WRONG_FOUND, FINE = 5, 4, 0
DOORS: Final = {
    ("plan",): REFUSED,
    ("why", "toner"): REFUSED,
    ("stats",): REFUSED,
    ("routine", "show"): REFUSED,
    ("tick", "toner"): REFUSED,
    ("skip", "toner", "--reason", "Ran out"): REFUSED,
    ("rate", "5"): REFUSED,
    ("undo",): REFUSED,
    ("redo",): REFUSED,
    ("routine", "treat", "Peel"): REFUSED,
    ("import", "{file}"): REFUSED,
    ("export", "{place}/out.json"): REFUSED,
    ("backup", "{place}/copy.db"): FINE,
    ("doctor",): WRONG_FOUND,
    ("erase",): FINE,
}
"""Commands that open the data, of each kind, and the code with which each must end."""
SAID: Final = "newer version"


def content(folder: Path) -> dict[str, bytes]:
    """Every file that there is."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def commands(folder: Path, place: Path) -> list[str]:
    """What the command line did that it should not."""
    wrong = []
    for door, code in DOORS.items():
        words = [word.format(file=place / "routine.json", place=place) for word in door]
        ran = run(folder, *words)
        is_said = code != REFUSED or SAID in ran.stderr.decode()
        if ran.returncode != code or not is_said or ran.stderr.count(b"\n") > 1:
            wrong.append(f"{' '.join(door)} ended with {ran.returncode}")
    return wrong


def window(folder: Path) -> list[str]:
    """What the window did that it should not."""
    with (
        patch.object(Person, "is_ready", lambda person: person.reads("Try again")),
        opened(folder, StillClock()) as person,
    ):
        return [] if person.reads(SAID) else ["the window did not say so"]


def tried(place: Path, way: str) -> list[str]:
    """What was wrong."""
    prepare(place)
    folder = place / "data"
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.executescript(NEWER + way)
    before = content(folder)
    wrong = [*commands(folder, place), *window(folder)]
    if content(folder) != before:
        wrong.append("a file was changed")
    return wrong


def measure(tries: int) -> Figure:
    """So many files of a newer version."""
    wrong: list[str] = []
    for way in WAYS[:tries]:
        with tempfile.TemporaryDirectory() as place:
            wrong += tried(Path(place), way)
    refusals = tries * (list(DOORS.values()).count(REFUSED) + 1)
    said = f"{refusals} of {refusals} times refused, unchanged" if not wrong else "; ".join(wrong)
    return Figure(said, not wrong)


ROW: Final = Row(
    "newer version's file",
    "refused, unchanged",
    "A database of a later version, in four ways; fifteen commands are run and the window opened.",
    tries=len(WAYS),
    quick=1,
    run=measure,
)
