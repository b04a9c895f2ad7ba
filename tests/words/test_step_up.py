"""Is the offer told quietly, with what was seen and what would follow?"""

from datetime import date

from tracker.actions.change import Change, RecordKind
from tracker.actions.step_up import Offer
from tracker.domain.day import Weekday
from tracker.domain.routine import Version
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.step_up import Seen
from tracker.words.changes import change_line
from tracker.words.step_up import accept_label, offer_plan, offer_seen, offer_title, stay_label

DAYS: tuple[Weekday, ...] = ("tue", "fri", "sat")
OFFER = Offer(
    "lotion", "Refining lotion", Seen(8, 5), Version(date(2026, 11, 23), PerWeek(3, 1, DAYS)), DAYS
)


def test_it_says_what_was_seen_and_what_three_times_would_be() -> None:
    assert offer_title(OFFER) == "Refining lotion, three times a week?"
    assert offer_seen(OFFER) == (
        "In the last four weeks you used it 8 times, and the redness that you noted"
        " (5 ratings) was none or a little."
    )
    assert offer_plan(OFFER, date(2026, 11, 18)) == (
        "Three times would be Tuesday, Friday and Saturday, from Monday 23 November on:"
        " days that your other steps leave free. Two of them follow each other."
        " Twice is just as well."
    )
    assert (accept_label(), stay_label()) == ("Three times a week", "Stay at twice")


def test_the_answer_is_told() -> None:
    facts = {"step": "lotion", "name": "Refining lotion"}
    kinds: frozenset[RecordKind] = frozenset(("setting",))
    assert change_line(Change("step_up", facts, kinds)) == (
        "Refining lotion three times a week from next week on"
    )
    stayed = change_line(Change("stay", facts, kinds))
    assert stayed == "Refining lotion stays at twice a week"
