"""Which commands does the command line have, and what does each take?"""

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from tracker import __version__
from tracker.domain.product import FACETS
from tracker.exchange.asked import Asked, asked_of
from tracker.exchange.edit_arguments import add_edit
from tracker.exchange.foreign_arguments import add_foreign
from tracker.exchange.life_arguments import add_life
from tracker.words.language import _, ngettext

PROGRAM = "routine-tracker"


class _Formatter(argparse.HelpFormatter):
    """As wide as the terminal; argparse would ask shutil, which is long to import."""

    def __init__(self, prog: str) -> None:
        try:
            width = os.get_terminal_size().columns
        except (OSError, ValueError):
            width = 80
        super().__init__(prog, width=max(width - 2, 40))


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with the way to the command's help."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(prog, None, description, epilog, [], _Formatter, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        line = _("{program}: {fault}. See {program} --help.")
        fault = " ".join(message.split()).rstrip(".")
        self.exit(2, line.format(program=self.prog, fault=fault) + "\n")


if TYPE_CHECKING:
    _Commands: TypeAlias = argparse._SubParsersAction[_Parser]  # noqa: SLF001, it has no other name


def parse(arguments: Sequence[str] | None = None) -> Asked:
    """The command that the arguments (None: the process's own) ask for.

    Raises SystemExit with 2 and one line on standard error for wrong usage, with 0 after help or
    version; `BadInput` for a value that cannot be used.
    """
    # argparse says its own sentences by these two names, so they are said in our language too.
    vars(argparse).update(_=_, ngettext=ngettext)
    given = _parser().parse_args(sys.argv[1:] if arguments is None else arguments)
    return asked_of(vars(given))


def _parser() -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        description=_("Keeps track of a skincare routine. Without a command the window opens."),
        epilog=_("Every command explains itself: routine-tracker COMMAND --help"),
    )
    version = f"{PROGRAM} {__version__}"
    about = _("print the version and end")
    parser.add_argument("--version", action="version", version=version, help=about)
    about = _("use a throw-away copy with fourteen months of records; yours are left alone")
    parser.add_argument("--demo", action="store_true", help=about)
    _add_data_dir(parser, default=None)
    # With a `prog` it need not lay out the usage, which takes longer than all the rest.
    commands = parser.add_subparsers(
        metavar=_("COMMAND"), title=_("commands"), dest="command", prog=PROGRAM
    )
    for add in (
        _add_looks,
        _add_deeds,
        _add_rate,
        _add_journal,
        _add_files,
        _add_copies,
        _add_erase,
        _add_routine,
        _add_doctor,
    ):
        add(commands)
    return parser


def _add_data_dir(parser: _Parser, default: str | None) -> None:
    about = _("the folder of everything that is kept (or the variable ROUTINE_TRACKER_DATA)")
    parser.add_argument("--data-dir", metavar=_("DIR"), default=default, help=about)


def _command(commands: "_Commands", name: str, about: str) -> _Parser:
    """A command, explained by the same sentence in the list and in its own help."""
    parser = commands.add_parser(name, help=about, description=about)
    # Not given here, it must not hide what was given before the command.
    _add_data_dir(parser, default=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help=_("print one JSON document"))
    return parser


def _add_looks(commands: "_Commands") -> None:
    plan = _command(commands, "plan", _("Show how each step stands on a day or a range of days."))
    plan.add_argument("days", nargs="?", metavar=_("DAY|FROM..TO"), help=_("today if left out"))
    _add_today(plan)
    why = _command(commands, "why", _("Say in one sentence why a step stands as it does."))
    _add_step_name(why)
    why.add_argument("--day", metavar=_("DAY"), help=_("the day that is meant; today if left out"))
    _add_today(why)
    stats = _command(commands, "stats", _("Show how steadily the routine was kept."))
    about = _("the days that end today: 30d, 90d, year or all (the default)")
    stats.add_argument("--range", metavar=_("RANGE"), help=about)
    _add_today(stats)


def _add_today(parser: _Parser) -> None:
    about = _("take this day for today instead of asking the clock")
    parser.add_argument("--today", metavar=_("DAY"), help=about)


def _add_deeds(commands: "_Commands") -> None:
    tick = _command(commands, "tick", _("Log a step as done."))
    _add_step(tick)
    tick.add_argument("--anyway", action="store_true", help=_("even where the step rests"))
    tick.add_argument("--reason", metavar=_("TEXT"), help=_("why it is done anyway"))
    _add_step(_command(commands, "untick", _("Take a tick back.")))
    skip = _command(commands, "skip", _("Leave a step out for a day."))
    _add_step(skip)
    skip.add_argument("--reason", metavar=_("TEXT"), required=True, help=_("why it is left out"))


def _add_step(parser: _Parser) -> None:
    _add_step_name(parser)
    _add_day(parser)


def _add_step_name(parser: _Parser) -> None:
    about = _("the step's id, its name, or a part of its name that fits no other step")
    parser.add_argument("step", metavar=_("STEP"), help=about)


def _add_day(parser: _Parser) -> None:
    about = _("the day it is logged for, such as 2026-11-21; today if left out")
    parser.add_argument("--day", metavar=_("DAY"), help=about)


def _add_rate(commands: "_Commands") -> None:
    rate = _command(commands, "rate", _("Rate the skin of a day; what is not given stays."))
    about = _("the skin overall, from 1 (troubled) to 10 (clear)")
    rate.add_argument("overall", nargs="?", metavar=_("N"), help=about)
    for facet in FACETS[1:]:
        rate.add_argument(f"--{facet}", metavar="0-4", help=_("from 0 (none) to 4 (very much)"))
    rate.add_argument("--note", metavar=_("TEXT"), help=_("a note on the day"))
    _add_day(rate)


def _add_journal(commands: "_Commands") -> None:
    _command(commands, "undo", _("Take the last action back, whoever did it."))
    _command(commands, "redo", _("Do again what was last taken back."))


def _add_files(commands: "_Commands") -> None:
    export = _command(commands, "export", _("Write everything to a file for other programs."))
    about = _("its name, ending in .json for all of it, in .csv for a table of the log")
    export.add_argument("file", metavar=_("FILE"), help=about)
    about = _("json or csv, whatever the file's name ends in")
    export.add_argument("--format", metavar=_("FORMAT"), help=about)
    merge = _command(commands, "import", _("Add what a file holds to what is kept."))
    about = _("what export has written, or a file of Loop, HabitBull, Daylio, or any table")
    merge.add_argument("file", metavar=_("FILE"), help=about)
    add_foreign(merge)
    about = _("only report what would be added and left out")
    merge.add_argument("--dry-run", action="store_true", help=about)


def _add_copies(commands: "_Commands") -> None:
    backup = _command(commands, "backup", _("Make a checked copy of everything that is kept."))
    about = _("where to; among the backups of the data folder if left out")
    backup.add_argument("file", nargs="?", metavar=_("FILE"), help=about)
    backup.add_argument("--list", action="store_true", help=_("show which backups there are"))
    restore = _command(commands, "restore", _("Go back to a copy; the present data are set aside."))
    about = _("a copy, or the bare name of one among the backups")
    restore.add_argument("file", metavar=_("FILE"), help=about)
    about = _("only show what is inside and what would be lost")
    restore.add_argument("--dry-run", action="store_true", help=about)


def _add_erase(commands: "_Commands") -> None:
    erase = _command(commands, "erase", _("Delete everything that is kept, and every backup."))
    about = _("really do it; without this it is only shown what would go")
    erase.add_argument("--yes", action="store_true", help=about)


def _add_doctor(commands: "_Commands") -> None:
    doctor = _command(commands, "doctor", _("Check that what is kept is whole and yours alone."))
    about = _("save what can be read of damaged records, together with the newest good backup")
    doctor.add_argument("--salvage", action="store_true", help=about)
    about = _("with --salvage, only show what can be read and what would be lost")
    doctor.add_argument("--dry-run", action="store_true", help=about)


def _add_routine(commands: "_Commands") -> None:
    about = _("Show the routine, begin with a preset, change it or fit it to your life.")
    routine = commands.add_parser("routine", help=about, description=about)
    _add_data_dir(routine, default=argparse.SUPPRESS)
    name = f"{PROGRAM} routine"
    parts = routine.add_subparsers(metavar=_("COMMAND"), dest="part", required=True, prog=name)
    _add_today(_command(parts, "show", _("Show the routine in force.")))
    preset = _command(parts, "preset", _("Begin with a preset: oily, combination or sensitive."))
    preset.add_argument("preset", metavar=_("NAME"), help=_("oily, combination or sensitive"))
    about = _("the day on which its phases begin; today if left out")
    preset.add_argument("--start", metavar=_("DAY"), help=about)
    about = _("toner (the default) or overnight-serum")
    preset.add_argument("--choice", metavar=_("CHOICE"), help=about)
    add_edit(partial(_command, parts))
    add_life(partial(_command, parts))
