"""How is it offered to have a lotion more often, once and without a push?"""

from tracker.actions.step_up import Offer
from tracker.domain.day import Day
from tracker.words.dates import weekday_day
from tracker.words.language import _, ngettext
from tracker.words.schedules import weekday_list


def offer_title(offer: Offer) -> str:
    """The card's heading."""
    return _("{name}, three times a week?").format(name=offer.name)


def offer_seen(offer: Offer) -> str:
    """What was seen: how often it was used, and how the skin was."""
    return ngettext(
        "In the last four weeks you used it {done} times, and the redness that you noted"
        " ({count} rating) was none or a little.",
        "In the last four weeks you used it {done} times, and the redness that you noted"
        " ({count} ratings) was none or a little.",
        offer.seen.rated,
    ).format(done=offer.seen.done, count=offer.seen.rated)


def offer_plan(offer: Offer, today: Day) -> str:
    """What three times would look like."""
    sentence = _(
        "Three times would be {days}, from {day} on: days that your other steps leave free."
        " Twice is just as well."
    )
    begins = weekday_day(offer.version.begins, today)
    return sentence.format(days=weekday_list(offer.days), day=begins)


def accept_label() -> str:
    """Have it more often."""
    return _("Three times a week")


def stay_label() -> str:
    """Leave it as it is."""
    return _("Stay at twice")
