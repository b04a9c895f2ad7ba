"""Does the moment's view hold what is to be said, by the settings and by what is kept?"""

from datetime import date, timedelta

from tests.still_clock import StillClock
from tracker.actions.ports import Reading
from tracker.actions.settings import set_setting
from tracker.actions.skip import skip
from tracker.actions.tick import tick
from tracker.actions.undo import undo
from tracker.actions.views.reminders import Reminders, reminders
from tracker.domain.day import Day
from tracker.domain.log import Log
from tracker.domain.reminder import Mention, Reminder
from tracker.store.store import SqlStore

WEDNESDAY = date(2026, 11, 18)
MASK = Reminder(WEDNESDAY, "evening", "mask", (Mention("clay-mask", "Clay mask"),))


def view(store: SqlStore, clock: StillClock) -> Reminders:
    with store.reading() as reading:
        return reminders(clock.now(), reading)


def test_a_mask_evening_is_told_until_the_mask_is_ticked(oily: SqlStore, clock: StillClock) -> None:
    found = view(oily, clock)
    assert (found.today, found.due, found.is_named) == (WEDNESDAY, (MASK,), False)
    assert found.names["refining-lotion"] == "Refining lotion"

    tick(oily, clock, "clay-mask")
    assert not view(oily, clock).due
    undo(oily)
    assert view(oily, clock).due == (MASK,)
    skip(oily, clock, "clay-mask", "Not today")
    assert not view(oily, clock).due


def test_without_a_wish_for_reminders_nothing_is_told(oily: SqlStore, clock: StillClock) -> None:
    set_setting(oily, "reminders", False)

    assert view(oily, clock) == Reminders(WEDNESDAY)


def test_an_empty_store_has_nothing_to_tell(store: SqlStore, clock: StillClock) -> None:
    assert not view(store, clock).due


def test_what_is_set_moves_the_time_and_allows_the_name(oily: SqlStore, clock: StillClock) -> None:
    set_setting(oily, "reminder_names", True)
    set_setting(oily, "evening_at", "21:31")
    assert not view(oily, clock).due

    clock.forward(minutes=1)

    assert view(oily, clock).due == (MASK,)
    assert view(oily, clock).is_named


def test_at_half_past_one_it_is_still_the_evening_before(oily: SqlStore, clock: StillClock) -> None:
    clock.forward(hours=4)
    assert view(oily, clock).due == (MASK,)

    clock.forward(hours=3)

    assert not view(oily, clock).due


def test_the_evening_before_the_lotions_month_the_view_tells_of_it(
    oily: SqlStore, clock: StillClock
) -> None:
    clock.moment += date(2026, 11, 30) - WEDNESDAY

    (found,) = [one for one in view(oily, clock).due if one.kind == "phase"]

    assert found.mentions == (Mention("refining-lotion", "Refining lotion", "month_on"),)


def test_the_log_is_read_only_once_something_can_be_said(oily: SqlStore, clock: StillClock) -> None:
    class Counting:
        """A reading that counts the looks at the log."""

        def __init__(self, inner: Reading) -> None:
            self.inner = inner
            self.looks: list[Day | None] = []
            self.settings, self.routine = inner.settings, inner.routine
            self.entries, self.entry, self.rating = inner.entries, inner.entry, inner.rating

        def log(self, since: Day | None = None, until: Day | None = None) -> Log:
            self.looks.append(since)
            return self.inner.log(since, until)

    with oily.reading() as inner:
        reading = Counting(inner)
        reminders(clock.now() - timedelta(hours=1), reading)
        assert not reading.looks
        reminders(clock.now(), reading)
        assert reading.looks
        assert None not in reading.looks
