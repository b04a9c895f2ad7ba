"""Does a name or a note get anywhere but into the data, its backups and what the person exports?

`python tests/faults/leaks.py` runs the window (every page, a reminder, a tick, a fault in the
middle of it) and a command of every kind on records that all hold one word. Then it looks for that
word in what the window said on standard error and in every other file that was written: logs,
settings, locks, whatever lies in the home and the runtime folder; and after `erase` in all that is
left in the data folder. It ends with 1 where the word is found.

What the command line answers is for whoever asked, and not looked at.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.row import Figure, Row
from tests.traced import ERASE, SECRET, Stage, new_stage, traced_commands, traced_window


class Place(NamedTuple):
    """Something that was written, and whether the word is in it."""

    name: str
    size: int
    has_it: bool


def places() -> Iterator[Place]:
    """Everything that was written, but for the data while they are kept and what was exported."""
    with new_stage() as stage:
        for done in traced_commands(stage, ""):
            if done.part == " ".join(ERASE):
                yield from _left_in(stage)
        said = traced_window(stage, "").stderr.encode()
        if b"KeyError" not in said:
            raise RuntimeError(said)
        yield _place("standard error of the window", said)
        for path in sorted(stage.folder.rglob("*")):
            if path.is_file() and not _is_for_records(path, stage):
                yield _place(str(path.relative_to(stage.folder)), path.read_bytes())


def _left_in(stage: Stage) -> Iterator[Place]:
    """What is in the data folder once everything was deleted."""
    for path in sorted(stage.data.rglob("*")):
        if path.is_file():
            yield _place(f"after erase: {path.relative_to(stage.folder)}", path.read_bytes())


def _place(name: str, content: bytes) -> Place:
    return Place(name, len(content), SECRET.encode() in content.lower())


def _is_for_records(path: Path, stage: Stage) -> bool:
    is_data = path.parent == stage.data and path.suffix == ".db"
    is_copy = path.parent in (stage.data / "backups", stage.out)
    is_given = path.parent == stage.folder and path.name in (
        "routine.json",
        "more.json",
        "habits.csv",
    )
    return is_data or is_copy or is_given


def run(tries: int) -> Figure:
    """What came of it, once however many tries are asked for: each does the same."""
    del tries
    found = list(places())
    leaks = [place.name for place in found if place.has_it]
    said = f"{len(found)} files looked through, {len(leaks)} with a name or a note in them"
    return Figure(said, is_met=not leaks)


def main() -> int:
    """Print what was looked through."""
    argparse.ArgumentParser(description=__doc__.partition("\n")[0]).parse_args()
    is_well = True
    for name, size, has_it in places():
        print(f"{name:<60}{size:>7} bytes  {'HAS IT' if has_it else 'clean'}")
        is_well &= not has_it
    return 0 if is_well else 1


ROW: Final = Row(
    "health data in logs",
    "none",
    "Names and notes that can be recognised are looked for in all that is written beside the data.",
    tries=1,
    quick=1,
    run=run,
)

if __name__ == "__main__":
    raise SystemExit(main())
