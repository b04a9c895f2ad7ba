"""Is every file that the program makes for its owner alone, from the moment it exists?

`python tests/faults/files_made.py` runs the window and a command of every kind under strace, once
with a umask of 000 and once with 022, and prints each call that made a file or a folder, changed
its permissions or named a socket. It ends with 1 where one could be read by anybody else, however
short. What Python, the X server and the bus make for themselves is left out.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.row import Figure, Row
from tests.traced import has_strace, new_stage, traced_commands, traced_window

CALLS: Final = "open,openat,creat,mkdir,mkdirat,mknod,mknodat,chmod,fchmod,fchmodat,umask"
UMASKS: Final = (0o000, 0o022)
_MADE: Final = re.compile(
    r"^(?P<process>\d+) +(?P<call>\w+)\((?:AT_FDCWD\S*, )?"
    r'(?:"(?P<name>[^"]*)"|\d+<(?P<known>[^>]*)>)?.*?'
    r"(?P<mode>0[0-7]{2,3}|(?<=\()0)\) += (?P<said>\S+)"
)


class Made(NamedTuple):
    """A file, a folder or a socket as it came to be, with the permissions that it had at once."""

    name: str
    mode: int

    @property
    def is_private(self) -> bool:
        """Whether nobody else can do anything with it."""
        return self.mode & 0o077 == 0


def made(calls: list[str], umask: int) -> Iterator[Made]:
    """What the calls made; one that opens what is there already makes nothing."""
    there: set[str] = set()
    for line in calls:
        found = _MADE.match(line)
        if found is None or found["said"] == "-1":
            continue
        mode, name = int(found["mode"], 8), found["name"] or found["known"] or ""
        if found["call"] == "umask":
            umask = mode
        elif "chmod" in found["call"]:
            yield Made(name, mode)
        elif "mk" in found["call"] or ("O_CREAT" in line and name not in there):
            there.add(name)
            yield Made(name, mode & ~umask)


def run(tries: int) -> Figure:
    """What came of it, once however many tries are asked for: each does the same."""
    del tries
    found = [one for umask in UMASKS for one in all_made(umask)]
    wide = [one for one in found if not one.is_private]
    said = f"{len(found)} files, folders and sockets made, {len(wide)} not private"
    return Figure(said, is_met=not wide)


def all_made(umask: int) -> list[Made]:
    """What the commands and the window made under a umask."""
    with new_stage() as stage:
        parts = [*traced_commands(stage, CALLS, umask), traced_window(stage, CALLS, umask)]
        ours = (str(stage.data), str(stage.run), str(stage.home), str(stage.out))
        return [
            one for part in parts for one in made(part.calls, umask) if one.name.startswith(ours)
        ]


def main() -> int:
    """Print what was made."""
    argparse.ArgumentParser(description=__doc__.partition("\n")[0]).parse_args()
    if not has_strace():
        print("strace is not installed, and without it nothing is proved: apt-get install strace")
        return 1
    is_well = True
    for umask in UMASKS:
        print(f"umask {umask:03o}")
        for one in all_made(umask):
            print(f"  {one.mode:04o} {'' if one.is_private else 'NOT PRIVATE '}{one.name}")
            is_well &= one.is_private
    return 0 if is_well else 1


ROW: Final = Row(
    "files that others could read",
    "folders 0700, files 0600 from the moment they exist",
    "Everything that the window and the command line make, traced, with umask 000 and 022.",
    tries=1,
    quick=1,
    run=run,
)

if __name__ == "__main__":
    raise SystemExit(main())
