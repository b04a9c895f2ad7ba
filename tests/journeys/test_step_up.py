"""Is three times a week offered on Today once, and is the answer kept and undone?"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.actions.plan_rows import plan_rows
from tracker.actions.set_up import set_up
from tracker.domain.log import Entry, Rating
from tracker.exchange.preset import load_preset
from tracker.store.store import open_store
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.offer_card import OfferCard

TODAY = date(2026, 11, 21)
Start = Callable[[], Person]


@pytest.fixture(autouse=True)
def gentle_weeks(folder: Path, clock: StillClock) -> None:
    """Five weeks for sensitive skin, all done, with little redness."""
    store, day = open_store(folder, clock), TODAY - timedelta(days=35)
    set_up(store, load_preset("sensitive", day), "sensitive")
    while day < TODAY:
        with store.writing("merge") as work:
            due = [row.step for row in plan_rows(work, day, day, day) if row.status == "due"]
            work.put(*(Entry(day, step, "tick") for step in due))
            if day.weekday() == 0:
                work.put(Rating(day, overall=7, redness=1))
        day += timedelta(days=1)
    store.close()


def offer(person: Person) -> OfferCard | None:
    shown = [one for one in person.window.findChildren(OfferCard) if one.isVisible()]
    return shown[0] if shown else None


def wait_for_offer(person: Person) -> OfferCard:
    """The card, once Qt has laid it out."""
    person.qtbot.waitUntil(lambda: offer(person) is not None)
    card = offer(person)
    assert card is not None
    return card


def last_rule(person: Person) -> dict[str, object]:
    found: list[dict[str, object]] = []
    person.desk.read(
        lambda reading: reading.routine().step("refining-lotion").schedule[-1].rule.document(),
        found.append,
    )
    person.settle()
    return found[0]


def test_three_times_is_agreed_to_from_the_card_and_taken_back(start: Start) -> None:
    person = start()
    wait_for_offer(person)
    assert person.reads("Three times would be Tuesday, Friday and Saturday")

    person.click_on("Three times a week")

    assert offer(person) is None
    assert last_rule(person)["prefer"] == ["tue", "fri", "sat"]
    toast = person.conduct.toast.text
    assert toast == "Refining lotion three times a week from next week on"
    person.undo()
    assert last_rule(person)["prefer"] == ["tue", "fri"]
    wait_for_offer(person)


def test_staying_is_by_keyboard_too_and_is_not_asked_again(start: Start) -> None:
    person = start()
    card = wait_for_offer(person)
    button = next(one for one in card.findChildren(Button) if one.label == "Stay at twice")
    button.setFocus(Qt.FocusReason.TabFocusReason)

    person.press(Qt.Key.Key_Space)

    assert offer(person) is None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert last_rule(person)["times"] == 2
    person.conduct.reload()
    person.settle()
    assert offer(person) is None


def test_another_day_has_no_offer_and_today_has_it_again(start: Start) -> None:
    person = start()
    wait_for_offer(person)
    person.window.today.face.day_wanted.emit(date(2026, 11, 19))
    person.settle()
    assert offer(person) is None

    person.click_on("Back to today")

    wait_for_offer(person)


def test_what_is_rated_today_is_heard(start: Start) -> None:
    person = start()
    wait_for_offer(person)

    person.rating.rated.emit("redness", 3)
    person.settle()

    assert offer(person) is None
