"""What does the list say from which a step is added?"""

from tracker.words.language import _


def add_title() -> str:
    """Over the list."""
    return _("Add a step")


def add_about() -> str:
    """What choosing does."""
    return _("Choose what is nearest. Everything can be changed before it is added, and later.")
