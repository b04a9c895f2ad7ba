"""What do the commands take that fit the routine to a life: pause, resume, shift, treat?"""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import TypeAlias

from tracker.words.language import _

Adder: TypeAlias = Callable[[str, str], ArgumentParser]
"""Adds a command of that name, explained by that sentence."""


def add_life(command: Adder) -> None:
    """Add the four commands."""
    _add_pause(command)
    _add_resume(command)
    _add_shift(command)
    _add_treat(command)


def _add_pause(command: Adder) -> None:
    pause = command("pause", _("Let steps rest for some days, or until you go on."))
    about = _("its days; from today if left out, until ended without TO")
    pause.add_argument("span", nargs="?", metavar=_("FROM[..TO]"), help=about)
    _add_steps(pause, _("a step to pause; all if left out, several if given several times"))
    pause.add_argument("--reason", metavar=_("TEXT"), help=_("why they rest"))
    _add_dry_run(pause)


def _add_resume(command: Adder) -> None:
    resume = command("resume", _("Go on with steps that are paused."))
    _add_steps(resume, _("a step to go on with; all if left out"))
    about = _("the first day on which they are not paused; today if left out")
    resume.add_argument("--day", metavar=_("DAY"), help=about)
    _add_dry_run(resume)


def _add_shift(command: Adder) -> None:
    shift = command("shift", _("Let the phase of a step that runs end on another day."))
    about = _("the step's id, its name, or a part of its name that fits no other step")
    shift.add_argument("step", metavar=_("STEP"), help=about)
    about = _("the day on which the next phase begins; as soon as it can if left out")
    shift.add_argument("turn", nargs="?", metavar=_("DAY"), help=about)
    about = _("so many days later than planned; earlier with a minus")
    shift.add_argument("--by", metavar=_("DAYS"), help=about)
    _add_dry_run(shift)


def _add_treat(command: Adder) -> None:
    treat = command("treat", _("Enter a clinic treatment, done or to come, and the rest after it."))
    treat.add_argument("name", metavar=_("NAME"), help=_("what it is, such as Peel"))
    treat.add_argument("--day", metavar=_("DAY"), help=_("its day; today if left out"))
    about = _("how many there are of it, the first on that day")
    treat.add_argument("--series", metavar=_("COUNT"), help=about)
    about = _("the days from one to the next")
    treat.add_argument("--every", dest="apart", metavar=_("DAYS"), help=about)
    about = _("the days of rest after it, as the clinic said; none if left out")
    treat.add_argument("--rest", metavar=_("DAYS"), help=about)
    _add_steps(treat, _("a step that rests; all if left out, several if given several times"))
    treat.add_argument("--clinic", metavar=_("TEXT"), help=_("where it is done"))
    about = _("what each costs, such as 140.00 USD")
    treat.add_argument("--price", metavar=_("PRICE"), help=about)
    treat.add_argument("--note", metavar=_("TEXT"), help=_("a note on it"))
    about = _("take the treatment of that name and day out again")
    treat.add_argument("--remove", action="store_true", help=about)
    _add_dry_run(treat)


def _add_steps(parser: ArgumentParser, about: str) -> None:
    parser.add_argument("--step", dest="steps", action="append", metavar=_("STEP"), help=about)


def _add_dry_run(parser: ArgumentParser) -> None:
    about = _("only show what would change in the next 60 days")
    parser.add_argument("--dry-run", action="store_true", help=about)
