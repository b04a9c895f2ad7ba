"""Does the program open any connection but to a socket of this machine?

`python tests/faults/connections.py` runs the window with a display, a bus and a notification
service of its own (every page, a reminder, a tick, a crash), and a command of every kind, all under
strace. It prints each family of sockets that was asked for, how often and
by what, and ends with 1 where one is not AF_UNIX.
"""

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.row import Figure, Row
from tests.traced import has_strace, new_stage, traced_commands, traced_window

CALLS: Final = "socket,connect,bind,sendto,sendmsg,sendmmsg"
_FAMILY: Final = re.compile(r"^\d+ +(\w+)\(.*?(?:sa_family=)?(AF_\w+)")
_OURS: Final = "AF_UNIX"


def families(calls: list[str]) -> Counter[tuple[str, str]]:
    """How often each call named each family; one that names none sends where it is connected."""
    found = (_FAMILY.match(line) for line in calls)
    return Counter((match[1], match[2]) for match in found if match is not None)


def asked_for() -> dict[str, Counter[tuple[str, str]]]:
    """The families by the part of the program that asked for them."""
    with new_stage() as stage:
        parts = {
            "command line": [line for one in traced_commands(stage, CALLS) for line in one.calls],
            "window and notification": traced_window(stage, CALLS).calls,
        }
    return {part: families(calls) for part, calls in parts.items()}


def run(tries: int) -> Figure:
    """What came of it, once however many tries are asked for: each does the same."""
    del tries
    found = asked_for()
    total = sum(found.values(), Counter[tuple[str, str]]())
    others = sorted({family for _, family in total} - {_OURS})
    connects = sum(count for (call, _), count in total.items() if call == "connect")
    said = f"{connects} connections, all AF_UNIX" if not others else f"also {', '.join(others)}"
    return Figure(said, is_met=not others and connects > 0)


def main() -> int:
    """Print what was asked for."""
    argparse.ArgumentParser(description=__doc__.partition("\n")[0]).parse_args()
    if not has_strace():
        print("strace is not installed, and without it nothing is proved: apt-get install strace")
        return 1
    is_well = True
    print("traced by strace")
    for part, counts in asked_for().items():
        for (call, family), count in sorted(counts.items()):
            print(f"{part:<26}{call:<10}{family:<14}{count:>5}")
            is_well &= family == _OURS
    return 0 if is_well else 1


ROW: Final = Row(
    "nothing leaves the machine",
    "no connection but AF_UNIX",
    "Every socket and connect of the window, the command line and a notification, traced.",
    tries=1,
    quick=1,
    run=run,
)

if __name__ == "__main__":
    raise SystemExit(main())
