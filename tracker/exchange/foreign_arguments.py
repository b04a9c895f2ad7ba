"""What does import take besides a file: how it is read, and what becomes of each habit?"""

from argparse import ArgumentParser

from tracker.words.language import _


def add_foreign(merge: ArgumentParser) -> None:
    """Add what is for files of other programs."""
    about = _("json, loop, habitbull, daylio or csv; found out from the file if left out")
    merge.add_argument("--format", metavar=_("FORMAT"), help=about)
    _add_fates(merge)
    about = _(
        "the columns of a table: date=TITLE,name=TITLE,value=TITLE,note=TITLE; only date is needed"
    )
    merge.add_argument("--columns", metavar=_("COLUMNS"), help=about)
    about = _("mdy or dmy: what 03/04/2026 means, where no row tells")
    merge.add_argument("--date-order", metavar=_("ORDER"), help=about)
    about = _("leave out moods, which become ratings otherwise")
    merge.add_argument("--no-ratings", action="store_true", help=about)


def _add_fates(merge: ArgumentParser) -> None:
    about = _("this habit is that step of yours; give it once for each")
    merge.add_argument("--map", action="append", metavar=_("HABIT=STEP"), help=about)
    about = _("this habit becomes a new step; give it once for each")
    merge.add_argument("--new", action="append", metavar=_("HABIT"), help=about)
    about = _("leave this habit out; give it once for each")
    merge.add_argument("--leave", action="append", metavar=_("HABIT"), help=about)
    about = _("leave out all habits that are not named")
    merge.add_argument("--only", action="store_true", help=about)
