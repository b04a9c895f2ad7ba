"""What do the parts of every form say: its fields, and the buttons at its end?"""

from tracker.words.language import _


def cancel() -> str:
    """Leaves a form without doing anything."""
    return _("Cancel")


def no_day() -> str:
    """What was typed is no day."""
    return _("This is no day. Type it like 3 Nov, or as 2026-11-03.")


def pick_day(field: str) -> str:
    """For a screen reader: what opens a month beside a field of that name."""
    return _("{field}: pick from a month").format(field=field)


def fewer(field: str) -> str:
    """For a screen reader: one less in a field of that name."""
    return _("{field}: one less").format(field=field)


def more(field: str) -> str:
    """For a screen reader: one more in it."""
    return _("{field}: one more").format(field=field)


def no_number(least: int, most: int) -> str:
    """What was typed is no number, or is outside its limits."""
    return _("Type a whole number from {least} to {most}.").format(least=least, most=most)


def all_steps() -> str:
    """Each step of the routine, those of later days too."""
    return _("All steps")


def some_steps() -> str:
    """Those that are chosen."""
    return _("Some steps")


def steps_label() -> str:
    """Over what chooses between them."""
    return _("Steps")


def no_step_chosen() -> str:
    """No step is chosen where one has to be."""
    return _("Choose at least one step.")


def spoken_choice(about: str, chosen: str) -> str:
    """For a screen reader: what is chosen of what."""
    return _("{about}: {chosen}").format(about=about, chosen=chosen)


def spoken_chip(about: str, value: str) -> str:
    """For a screen reader: a value of several that can be chosen."""
    return _("{about}: {value}").format(about=about, value=value)
