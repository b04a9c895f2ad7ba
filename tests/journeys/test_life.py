"""What life does to a routine: can one enter it in the calendar, and see first what it does?

Every control is found by what is written on it.
"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.actions.plan_rows import plan_rows
from tracker.actions.tick import tick
from tracker.domain.day import Day
from tracker.domain.rule.base import Status
from tracker.store.store import open_store
from tracker.ui.pages.calendar.page import CalendarPage

TODAY = date(2026, 11, 21)
CTRL = Qt.KeyboardModifier.ControlModifier
Start = Callable[[], Person]


@pytest.fixture
def person(start: Start, routine: Path, clock: StillClock) -> Person:
    """Someone who ticked the evening of the 9th, and looks at the calendar."""
    store = open_store(routine, clock)
    for step in ("cleanse-evening", "moisturise-evening"):
        tick(store, clock, step, date(2026, 11, 9))
    store.close()
    one = start()
    one.press(Qt.Key.Key_2, CTRL)
    return one


def page(person: Person) -> CalendarPage:
    found = person.window.page
    assert isinstance(found, CalendarPage)
    return found


def field(person: Person, label: str) -> QLineEdit:
    """The field that a screen reader calls so."""
    found = [
        one
        for one in person.window.findChildren(QLineEdit)
        if one.isVisible() and one.accessibleName().startswith(label)
    ]
    assert found, label
    return found[0]


def fill(person: Person, label: str, text: str) -> None:
    """Write into a field in the place of what stood there, and go on."""
    edit = field(person, label)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    person.press(Qt.Key.Key_Tab)


def plan(person: Person, first: Day, last: Day) -> dict[tuple[Day, str], Status]:
    """How each step stands on each of the days."""
    store = open_store(person.folder, StillClock())
    with store.reading() as reading:
        rows = plan_rows(reading, first, last, TODAY)
    store.close()
    return {(row.day, row.step): row.status for row in rows}


def changed(person: Person) -> set[Day]:
    """The days that the month shows as ones that would be others."""
    view = page(person).view
    assert view is not None
    return {cell.day for cell in view.days if cell.is_changed}


def test_a_holiday_entered_afterwards_turns_missed_into_paused(person: Person) -> None:
    first, last = date(2026, 11, 7), date(2026, 11, 13)
    days = {first + timedelta(days=number) for number in range(7)}
    around = (first - timedelta(days=6), last + timedelta(days=6))
    before = plan(person, *around)
    assert "missed" in {before[day, "cleanse-morning"] for day in days}

    person.click_on("Pause…")
    fill(person, "From", "7 Nov 2026")
    fill(person, "To", "2026-11-13")
    person.click_on("Holiday")
    person.settle()
    assert changed(person) == days
    assert plan(person, *around) == before, "nothing is written yet"

    person.click_on("Pause")
    after = plan(person, *around)

    assert not person.reads("Until I end it"), "the form is gone"
    moved = {(was, after[key]) for key, was in before.items() if after[key] != was}
    assert {one for one in moved if one[0] == "missed"} == {("missed", "paused")}
    assert {key[0] for key, was in before.items() if after[key] != was} == days
    assert after[date(2026, 11, 9), "cleanse-evening"] == "done"
    assert person.reads("Paused")
    person.undo()
    assert plan(person, *around) == before


def test_a_pause_around_what_was_ticked_is_removed_whole(person: Person) -> None:
    around = (date(2026, 11, 1), date(2026, 11, 20))
    before = plan(person, *around)
    person.click_on("Pause…")
    fill(person, "From", "2026-11-07")
    fill(person, "To", "2026-11-13")
    person.click_on("Pause")
    page(person).day_wanted.emit(date(2026, 11, 12))
    person.settle()

    person.click_on("Remove")

    assert plan(person, *around) == before
    view = page(person).view
    assert view is not None
    assert view.routine.pauses == ()


def test_a_peel_three_days_ago_rests_the_acids(person: Person) -> None:
    person.click_on("Clinic treatment…")
    person.click_on("Salicylic peel with carbon laser")
    fill(person, "Day", "2026-11-18")
    fill(person, "Days of rest after it", "7")
    person.settle()
    assert min(changed(person)) == date(2026, 11, 18)

    person.click_on("Enter the treatment")

    after = plan(person, TODAY, TODAY)
    assert after[TODAY, "clay-mask"] == "resting"
    assert after[TODAY, "cleanse-evening"] == "due"
    person.press(Qt.Key.Key_1, CTRL)
    card = person.card("clay-mask")
    assert (card.status, card.reason, card.until) == ("resting", "recovery", date(2026, 11, 26))
    assert person.reads("Recovery after a treatment")


def test_two_more_weeks_of_lotion_are_agreed_to_from_the_preview(
    person: Person, clock: StillClock
) -> None:
    clock.forward(days=14)
    person.press(Qt.Key.Key_1, CTRL)
    person.conduct.reload()
    person.press(Qt.Key.Key_2, CTRL)
    view = page(person).view
    assert view is not None
    assert view.today == date(2026, 12, 5)

    person.click_on("Shift Refining lotion…")
    person.click_on("Stay on two more weeks")
    page(person).grid.setFocus()
    person.press(Qt.Key.Key_PageDown)

    first, last = date(2027, 1, 1), date(2027, 1, 14)
    assert {first, date(2027, 1, 4)} <= changed(person)
    assert max(day for day in changed(person) if day < date(2027, 1, 15)) == last
    person.click_on("Shift")

    store = open_store(person.folder, clock)
    with store.reading() as reading:
        rows = plan_rows(reading, first, date(2027, 1, 15), date(2026, 12, 5))
    store.close()
    lotion = [row.reason for row in rows if row.step == "refining-lotion"]
    assert "month_off" not in lotion[:14]
    assert lotion[14] == "month_off"
    person.undo()
    assert person.reads("Undone: Turned Refining lotion off from 15 January 2027")


def test_a_form_is_left_by_escape_and_nothing_is_changed(person: Person) -> None:
    before = plan(person, TODAY, TODAY + timedelta(days=30))

    person.click_on("Pause…")
    person.settle()
    assert changed(person)
    person.press(Qt.Key.Key_Escape)

    assert not changed(person)
    assert plan(person, TODAY, TODAY + timedelta(days=30)) == before
    assert isinstance(QApplication.focusWidget(), QWidget)
    assert QApplication.focusWidget() is page(person).grid
