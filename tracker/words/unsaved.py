"""What is said of an edit that could not be kept yet?"""

from tracker.actions.ports import Note
from tracker.domain.errors import TrackerError
from tracker.words.errors import error_line
from tracker.words.language import _, ngettext


def unsaved_note(count: int, error: TrackerError) -> Note:
    """Above every page, until all is saved."""
    title = ngettext(
        "{count} change is not saved, retrying", "{count} changes are not saved, retrying", count
    )
    buttons = (("retry", _("Try now")),)
    return Note("unsaved", title.format(count=count), error_line(error), buttons)
