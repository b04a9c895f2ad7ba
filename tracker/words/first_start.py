"""What does the first start ask and promise?"""

from typing import NamedTuple

from tracker.domain.routine import Slot
from tracker.words.language import _


class Option(NamedTuple):
    """One answer: its title and what it means."""

    title: str
    about: str


def title() -> str:
    """The page's heading."""
    return _("Welcome")


def opening() -> str:
    """Under the heading."""
    return _(
        "Three questions, and your routine is ready. If it does not fit, Undo leads back here."
    )


def numbered(number: int, question: str) -> str:
    """A question with its number."""
    return _("{number}. {question}").format(number=number, question=question)


def skin_question() -> str:
    """The first question."""
    return _("How is your skin?")


def skin_option(preset: str) -> Option:
    """A kind of skin, by its preset."""
    options = {
        "oily": Option(
            _("Thick or oily"),
            _("Refining lotion every night but mask nights: a month on, a month off."),
        ),
        "combination": Option(
            _("Combination"),
            _("Refining lotion three nights a week: a month on, a month off."),
        ),
        "sensitive": Option(
            _("Sensitive or dry"),
            _("Refining lotion two nights a week, never the night after the mask."),
        ),
    }
    return options.get(preset, Option(preset, ""))


def acid_question() -> str:
    """The second question."""
    return _("What goes on after cleansing, and when?")


def acid_option(choice: str) -> Option:
    """What follows cleansing, by the preset's choice."""
    options = {
        "toner": Option(_("Toner"), _("A mild glycolic acid, once a day.")),
        "overnight-serum": Option(
            _("Overnight serum"), _("Instead of the toner, on nights without mask or lotion.")
        ),
    }
    return options.get(choice, Option(choice, ""))


def time_label(slot: Slot) -> str:
    """In front of the field for the time at which a slot is usually done."""
    return _("Morning at") if slot == "morning" else _("Evening at")


def morning_is_over() -> str:
    """Said where the routine is set up in the evening."""
    return _("This morning is over, so the morning's steps begin tomorrow.")


def reminder_question() -> str:
    """The third question."""
    return _("Do you want to be reminded?")


def reminder_option(answer: str) -> Option:
    """Reminders or none, by "on" and "off"."""
    options = {
        "on": Option(
            _("Remind me"),
            _("On mask days, and on the evening before a month on or off begins."),
        ),
        "off": Option(_("No reminders"), _("Today shows what is due all the same.")),
    }
    return options.get(answer, Option(answer, ""))


def reminder_promise() -> str:
    """Under the third question."""
    return _("A reminder only counts the steps: a locked screen does not show which they are.")


def promise() -> str:
    """Said once, plainly."""
    return _(
        "Pores do not go away; only their look changes, and slowly. This program keeps track and"
        " gives no medical advice. Everything stays on this machine."
    )


def begin() -> str:
    """The button that sets the routine up."""
    return _("Start with this routine")


def skip() -> str:
    """The button for whoever does not want to choose."""
    return _("Skip, start gently")


def skip_means() -> str:
    """What skipping does."""
    return _(
        "Skipping starts with the routine for sensitive skin. Times and reminders can be changed"
        " under Settings."
    )
