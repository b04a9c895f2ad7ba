"""What do the commands take that change the routine as a whole, or print it?"""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import TypeAlias

from tracker.words.language import _

Adder: TypeAlias = Callable[[str, str], ArgumentParser]
"""Adds a command of that name, explained by that sentence."""


def add_edit(command: Adder) -> None:
    """Add the three commands."""
    _add_set(command)
    _add_diff(command)
    _add_card(command)


def _add_set(command: Adder) -> None:
    changing = command("set", _("Change the routine to what a file says, from a day on."))
    _add_file(changing)
    about = _("change days gone by too, where --from is past")
    changing.add_argument("--rewrite-past", action="store_true", help=about)
    about = _("only show what would change, as diff does")
    changing.add_argument("--dry-run", action="store_true", help=about)


def _add_diff(command: Adder) -> None:
    diff = command("diff", _("Show what set would change in the next 60 days."))
    _add_file(diff)
    _add_today(diff)


def _add_file(parser: ArgumentParser) -> None:
    about = _("a document of export, or only its steps and groups; steps are known by their ids")
    parser.add_argument("file", metavar=_("FILE"), help=about)
    about = _("the day from which it holds; today if left out")
    parser.add_argument("--from", dest="begins", metavar=_("DAY"), help=about)
    about = _("let steps and groups end that are not in the file")
    parser.add_argument("--only", action="store_true", help=about)


def _add_card(command: Adder) -> None:
    card = command("card", _("Write the routine as a page to print."))
    card.add_argument("file", metavar=_("FILE"), help=_("its name, ending in .html"))
    _add_today(card)


def _add_today(parser: ArgumentParser) -> None:
    about = _("take this day for today instead of asking the clock")
    parser.add_argument("--today", metavar=_("DAY"), help=about)
