"""How does a clone on a bare machine become a running app, or a tested one?

Needs Python and nothing else. `run` opens the app, `test` runs every test, `setup` does what both
do first: system packages, .venv, the locked libraries, the project itself, message catalogues.
"""

from __future__ import annotations

import argparse
import os
import pwd
import subprocess
import sys

import bootstrap_display as display
import bootstrap_system as system
import bootstrap_venv as venv
from bootstrap_words import CannotGoOnError, say

OLDEST = (3, 11)
PROCESSES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
IN_PARALLEL = ["-n", str(PROCESSES), "--dist", "worksteal"]


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code; 1 where the set-up could not be finished."""
    asked = _parser().parse_args(arguments)
    try:
        _check_python(sys.version_info[:2])
        code: int = asked.command(asked.extra)
    except CannotGoOnError as error:
        print(f"bootstrap: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bootstrap.py", description=__doc__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, command, help_text in (
        ("run", run, "set up, then open the app; arguments after -- go to it"),
        ("test", test, "set up, then run every test; arguments after -- go to pytest"),
        ("setup", setup, "only set up, all that the tests need"),
    ):
        one = commands.add_parser(name, help=help_text)
        one.add_argument("extra", nargs="*", metavar="-- ARGUMENT")
        one.set_defaults(command=command)
    return parser


def run(extra: list[str]) -> int:
    """Open the app, or without a display print today's plan and how to get a display."""
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    _provide("run", system.needed(display=has_display, tests=False))
    if not has_display:
        say("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window.")
        say("Start it from a desktop's terminal, or connect with: ssh -X.")
        say("Everything can be done by .venv/bin/routine-tracker meanwhile; this is its answer:")
        extra = extra or ["plan"]
    python = str(venv.PYTHON)
    sys.stdout.flush()
    os.execve(python, [python, "-m", "tracker", *extra], venv.environment())


def test(extra: list[str]) -> int:
    """Run the tests on real displays, a process and a display of its own for each processor."""
    _provide("test", system.needed(display=True, tests=True))
    say("Running the tests on real displays (Xvfb)")
    with display.real_displays(venv.environment(), PROCESSES) as environment:
        return _pytest([*IN_PARALLEL, *extra], environment, *display.own_bus())


def setup(extra: list[str]) -> int:
    """Set up all that the tests need, which is all that the app needs and more."""
    if extra:
        raise CannotGoOnError("setup takes no arguments.")
    _provide("test", system.needed(display=True, tests=True))
    return 0


def _check_python(version: tuple[int, ...]) -> None:
    if version < OLDEST:
        raise CannotGoOnError(
            "Python {}.{} is too old, 3.11 or newer is needed. Install one, say with: "
            "sudo apt-get install python3.11 python3.11-venv; "
            "then: python3.11 packaging/bootstrap.py run".format(*version)
        )


def _provide(purpose: str, packages: dict[str, str]) -> None:
    system.provide(packages)
    _step_down()
    venv.provide(purpose)


def _step_down() -> None:
    """Under sudo become the person again, so that no file in their clone ends up root's."""
    person = int(os.environ.get("SUDO_UID", "0"))
    if os.geteuid() or not person or venv.ROOT.stat().st_uid != person:
        return
    entry = pwd.getpwuid(person)
    os.initgroups(entry.pw_name, entry.pw_gid)
    os.setgid(entry.pw_gid)
    os.setuid(person)
    os.environ.update(HOME=entry.pw_dir, USER=entry.pw_name, LOGNAME=entry.pw_name)


def _pytest(extra: list[str], environment: dict[str, str], *around: str) -> int:
    command = [*around, str(venv.PYTHON), "-m", "pytest", *extra]
    return subprocess.run(command, env=environment, cwd=venv.ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
