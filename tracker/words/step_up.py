"""How is it offered to have a lotion more often, once and without a push?"""

from collections.abc import Sequence

from tracker.actions.step_up import Offer
from tracker.domain.day import WEEKDAYS, Day, Weekday
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
    )
    begins = weekday_day(offer.version.begins, today)
    plan = sentence.format(days=weekday_list(offer.days), day=begins)
    running = _("Two of them follow each other.") if _follow(offer.days) else ""
    return " ".join(filter(None, (plan, running, _("Twice is just as well."))))


def _follow(days: Sequence[Weekday]) -> bool:
    """Whether any two of the days are neighbours."""
    places = [WEEKDAYS.index(day) for day in days]
    return any((place + 1) % len(WEEKDAYS) in places for place in places)


def accept_label() -> str:
    """Have it more often."""
    return _("Three times a week")


def stay_label() -> str:
    """Leave it as it is."""
    return _("Stay at twice")
