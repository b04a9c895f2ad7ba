"""What is said of an edit that could not be kept yet?"""

from typing import Final

from tracker.actions.ports import Note
from tracker.domain.errors import TrackerError
from tracker.words.errors import error_line
from tracker.words.language import _, ngettext

UNSAVED: Final = "unsaved"
READ_ONLY: Final = "read_only"


def unsaved_note(count: int, error: TrackerError) -> Note:
    """Above every page, until all is saved."""
    title = ngettext(
        "{count} change is not saved, retrying", "{count} changes are not saved, retrying", count
    )
    buttons = (("retry", _("Try now")), ("discard", _("Discard")))
    return Note(UNSAVED, title.format(count=count), error_line(error), buttons)


def closing_note(count: int, error: TrackerError) -> Note:
    """In its place, when the window is to be closed before all is saved."""
    title = ngettext(
        "Close without saving {count} change?",
        "Close without saving {count} changes?",
        count,
    )
    buttons = (("retry", _("Try now")), ("leave", _("Discard and close")), ("stay", _("Stay")))
    return Note(UNSAVED, title.format(count=count), error_line(error), buttons)


def read_only_note(error: TrackerError) -> Note:
    """Above every page, while nothing can be saved at all."""
    return Note(READ_ONLY, _("Your records are read-only"), error_line(error))
