"""What does the form say in which steps of one turn a day are chosen?"""

from collections.abc import Collection
from itertools import count

from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.words.dates import weekday_day
from tracker.words.errors import error_line
from tracker.words.language import _, listed


def group_title() -> str:
    """Over the form."""
    return _("At most one of these a day")


def group_agree() -> str:
    """The button that does it."""
    return _("Save")


def new_name(taken: Collection[str]) -> str:
    """What a new group is called, in files and on the command line."""
    name = _("One at a time")
    numbered = (_("{name} {number}").format(name=name, number=number) for number in count(2))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def name_label() -> str:
    """What the group is called."""
    return _("Name")


def no_name() -> str:
    """It is called nothing."""
    return _("Give the group a name.")


def name_taken(called: str) -> str:
    """Another group has that name, or had it when this one was there."""
    return error_line(BadInput("group_name_taken", where="name", name=called))


def end_label() -> str:
    """Leads to the end of the group."""
    return _("End this group")


def end_agree(day: Day | None, today: Day) -> str:
    """The button that ends it, and the day from which each step is by itself again."""
    if day is None or day == today:
        return _("End from today")
    return _("End from {day}").format(day=weekday_day(day, today))


def steps_label() -> str:
    """Over the steps to choose from."""
    return _("Steps")


def change_steps() -> str:
    """Opens them, where there is a choice already."""
    return _("Choose other steps")


def order_label() -> str:
    """Over the chosen ones."""
    return _("Who comes first")


def order_about() -> str:
    """How the order is changed."""
    return _("Alt and an arrow, or the mouse, moves a step up or down.")


def begins_label() -> str:
    """From when."""
    return _("From")


def gone_by() -> str:
    """A day was typed on which nothing can be changed any more."""
    return _("This day is gone by. Choose today or a day to come.")


def too_few() -> str:
    """One step cannot give way to itself."""
    return _("Choose at least two steps.")


def group_said(names: list[str]) -> str:
    """What follows."""
    if not names:
        return _("Each of them has its own turns again.")
    if len(names) == 1:
        return ""
    return _("{first} first, then {others}. Who comes later rests that day.").format(
        first=names[0], others=listed(names[1:])
    )
