"""What do the window's own parts say: rail, buttons, toasts, first start, trouble?"""

from typing import NamedTuple

from tracker.words.language import _


def page_name(page: str) -> str:
    """A page's name in the rail."""
    names = {
        "today": _("Today"),
        "calendar": _("Calendar"),
        "progress": _("Progress"),
        "routine": _("Routine"),
        "settings": _("Settings"),
    }
    return names.get(page, page)


def shortcut_hint(number: int) -> str:
    """The keys that open the page with that number."""
    return _("Ctrl {number}").format(number=number)


def intent_label(intent: str) -> str:
    """A button or menu entry, by what it is for."""
    labels = {
        "tick": _("Tick"),
        "untick": _("Untick"),
        "unskip": _("Take back the skip"),
        "skip": _("Skip…"),
        "anyway": _("Use anyway…"),
        "why": _("Why?"),
        "swap": _("Do this instead"),
        "ahead": _("When?"),
        "note": _("Note for the day…"),
        "tick_all": _("Tick all"),
        "undo": _("Undo"),
        "redo": _("Redo"),
    }
    return labels.get(intent, intent)


def spoken_intent(intent: str, name: str) -> str:
    """The same for a screen reader, with the step's or slot's name."""
    return _("{action} ({name})").format(action=intent_label(intent), name=name)


def more_label(name: str) -> str:
    """The button that holds the rest of what can be done with a step."""
    return _("More for {name}").format(name=name)


class Asking(NamedTuple):
    """What an inline question says: its field's hint, what confirms and what leaves it."""

    hint: str
    confirm: str
    leave: str


def skip_asking() -> Asking:
    """Why is the step skipped?"""
    return Asking(_("Why skip it?"), _("Skip"), _("Keep it"))


def anyway_asking() -> Asking:
    """Why is the step used although it rests?"""
    return Asking(_("Why use it anyway?"), _("Use anyway"), _("Let it rest"))


def before_asking(name: str) -> Asking:
    """Tick the step before as well?"""
    return Asking("", _("Tick both"), _("Only {name}").format(name=name))


def skip_reasons() -> tuple[str, ...]:
    """Frequent reasons for a skip, to be chosen instead of written."""
    return (_("No time"), _("Skin is irritated"), _("Not at home"), _("Ran out"))


def anyway_reasons() -> tuple[str, ...]:
    """Frequent reasons for using what rests."""
    return (_("A special occasion"), _("Missed it before"), _("My doctor advised it"))


def skip_title(name: str) -> str:
    """The line above the field."""
    return _("Skip {name} today?").format(name=name)


def close_label() -> str:
    """What closes an inline sentence."""
    return _("Close")


def busy_line() -> str:
    """A write that has not returned yet."""
    return _("Saving. This takes longer than usual.")


def streak_title() -> str:
    """The streak card's title."""
    return _("Streak")


def next_title() -> str:
    """The title of the card that says what comes next."""
    return _("Next")


def nothing_next() -> str:
    """The same card while nothing but everyday steps comes."""
    return _("Mask days and steps that come back after a rest appear here.")


def no_steps() -> str:
    """A day on which the routine has no step."""
    return _("No step is planned for this day. Steps appear here on the days they begin.")


def unreadable_title() -> str:
    """Over the sentence that says why the data cannot be used."""
    return _("Your records could not be opened")


def unreadable_line() -> str:
    """Under that sentence."""
    return _("Nothing was changed.")


def other_backups() -> str:
    """What leads from damaged records to all the backups."""
    return _("All backups…")


def try_again() -> str:
    """What is pressed once that is mended."""
    return _("Try again")


def no_display_line() -> str:
    """The program was started where no window can open."""
    return _(
        "There is no display to open a window on. Start it from a desktop, or set DISPLAY;"
        " routine-tracker plan shows today's steps here."
    )


def crash_title() -> str:
    """The title of the dialog for a bug of ours."""
    return _("Something went wrong in the program")


def crash_line(path: str) -> str:
    """What the dialog for a bug says."""
    return _(
        "This is a fault of the program, not yours. What you had saved is safe. The details,"
        " without anything of your records, are in {path}"
    ).format(path=path)
