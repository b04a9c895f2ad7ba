"""How is said how the skin is?"""

from tracker.domain.day import Day
from tracker.domain.product import Facet
from tracker.words.language import _, pgettext


def rating_title(day: Day, today: Day) -> str:
    """The question over the scale."""
    if day == today:
        return _("How is your skin today?")
    return _("How was your skin that day?")


def worst_end() -> str:
    """What 1 of 10 means."""
    return pgettext("skin", "Troubled")


def best_end() -> str:
    """What 10 of 10 means."""
    return pgettext("skin", "Clear")


def facet_name(facet: Facet) -> str:
    """A facet's name."""
    return {
        "overall": pgettext("facet", "Skin overall"),
        "oiliness": pgettext("facet", "Oiliness"),
        "pores": pgettext("facet", "Pores"),
        "breakouts": pgettext("facet", "Breakouts"),
        "redness": pgettext("facet", "Redness"),
        "dryness": pgettext("facet", "Dryness"),
    }[facet]


def degree(mark: int | None) -> str:
    """A facet's mark from 0 to 4 in words; nothing where there is none."""
    if mark is None:
        return ""
    return (
        pgettext("degree", "none"),
        pgettext("degree", "a little"),
        pgettext("degree", "some"),
        pgettext("degree", "much"),
        pgettext("degree", "very much"),
    )[mark]


def spoken_mark(facet: Facet, mark: int | None) -> str:
    """A facet and its mark for a screen reader."""
    name = facet_name(facet)
    if mark is None:
        return _("{name}, not rated").format(name=name)
    said = _("{mark} of 10").format(mark=mark) if facet == "overall" else degree(mark)
    return _("{name}, {mark}").format(name=name, mark=said)


def more_facets() -> str:
    """What opens the facets that are seldom rated."""
    return _("Breakouts, dryness")


def add_note() -> str:
    """What opens the field for the day's note."""
    return _("Add a note")


def edit_note() -> str:
    """The same where there is a note."""
    return _("Edit the note")


def note_hint() -> str:
    """What the empty field says."""
    return _("Anything worth knowing later about this day")


def save_note() -> str:
    """The button that keeps the note."""
    return _("Save note")


def leave_note() -> str:
    """The button that leaves it as it was."""
    return _("Cancel")
