"""The routine's page: can every schedule be built by what is written on its controls?

Every control is found by its label, or by what a screen reader calls it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from tests.golden_cases import GOLDEN, read_case
from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.domain.routine import Step
from tracker.domain.rule.base import Rule
from tracker.store.store import open_store
from tracker.ui.pages.routine.page import RoutinePage
from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.order_list import OrderList, OrderRow

TODAY = date(2026, 11, 21)
NEXT_MONDAY = date(2026, 11, 23)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Start = Callable[[], Person]
Kind = TypeVar("Kind", bound=QWidget)


class Hand:
    """Does one thing after another on the page, and counts them."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.actions = 0

    def open_routine(self) -> None:
        self.actions += 1
        self.person.press(Qt.Key.Key_R, CTRL)

    def press(self, label: str) -> None:
        self.actions += 1
        self.person.click_on(label)

    def fill(self, spoken: str, text: str, place: int = 0) -> None:
        """Write into a field in the place of what stood there, and go on."""
        self.actions += 1
        self.person.come_back()
        edit = self.all(QLineEdit, spoken)[place]
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, text)
        self.person.press(Qt.Key.Key_Tab)

    def choose(self, spoken: str, label: str, place: int = 0) -> None:
        """Open the menu of a choice, and pick from it: two actions."""
        self.actions += 2
        choice = self.all(Choice, spoken)[place]
        self.person.click(choice)
        self.person.choose(label)

    def toggle(self, spoken: str) -> None:
        """Press a chip by what a screen reader calls it."""
        self.actions += 1
        self.person.click(self.all(QAbstractButton, spoken)[0])

    def all(self, kind: type[Kind], spoken: str) -> list[Kind]:
        """What a screen reader calls so, from the upper left to the lower right."""
        found = [
            one
            for one in self.person.window.findChildren(kind)
            if one.isVisible() and one.accessibleName().startswith(spoken)
        ]
        assert found, (spoken, self.person.visible_texts())
        return sorted(found, key=_place)


def evening(person: Person) -> OrderList:
    """The rows of the evening's steps, as they are now."""
    shown = page(person).list
    assert shown is not None
    return shown.lists["evening"]


def _place(widget: QWidget) -> tuple[int, int]:
    at = widget.mapToGlobal(widget.rect().center())
    return at.y(), at.x()


@pytest.fixture
def person(start: Start, routine: Path) -> Person:
    del routine
    return start()


@pytest.fixture
def hand(person: Person) -> Hand:
    one = Hand(person)
    one.open_routine()
    return one


def page(person: Person) -> RoutinePage:
    found = person.window.page
    assert isinstance(found, RoutinePage)
    return found


def step(person: Person, name: str) -> Step:
    """The last step of that name, as another look at the file finds it."""
    store = open_store(person.folder, StillClock())
    with store.reading() as reading:
        found = [one for one in reading.routine().steps if one.name == name]
    store.close()
    return found[-1]


def rule(person: Person, name: str) -> Rule:
    return step(person, name).schedule[-1].rule


def golden(case: str, step_id: str) -> Step:
    return read_case(GOLDEN / "rules" / f"{case}.json").routine.step(step_id)


def add(hand: Hand, label: str, often: str) -> None:
    """Begin with a step from the list, with another kind of schedule than it brings."""
    hand.press("Add a step…")
    hand.press(label)
    hand.choose("How often", often)


# --- each kind of schedule is built by what is written on its controls ---


def test_oilys_lotion_is_on_for_a_month_and_off_for_one(hand: Hand) -> None:
    add(hand, "Refining lotion", "On and off in turn")
    hand.choose("How often", "Every day", place=1)
    hand.fill("Starting", "2026-10-01")
    hand.press("Add from today")

    found = rule(hand.person, "Refining lotion")
    assert found == golden("oily-skin-from-october", "refining-lotion").schedule[0].rule
    assert hand.person.reads("Undo"), "it can be taken back"


def test_sensitives_lotion_has_its_days_and_keeps_off_the_mask(hand: Hand) -> None:
    hand.press("Add a step…")
    hand.press("Refining lotion")
    for weekday in ("Tue", "Fri", "Sun", "Wed"):
        hand.toggle(f"Weekdays: {weekday}")
    hand.press("Rest after another step…")
    hand.choose("After which step", "Clay mask")
    assert hand.person.reads("Never")
    hand.press("Add from today")

    found, wanted = (
        step(hand.person, "Refining lotion"),
        golden("sensitive-skin", "refining-lotion"),
    )
    in_the_week = {"prefer": ["wed", "sun"]}
    assert found.schedule[-1].rule.document() == wanted.schedule[0].rule.document() | in_the_week
    assert found.not_after_on(TODAY) == wanted.not_after


def test_tab_comes_to_a_rest_that_was_added_after_the_schedule(hand: Hand) -> None:
    hand.press("Clay mask")
    hand.press("Rest after another step…")
    hand.person.come_back()
    hand.all(QAbstractButton, "Weekdays: Mon")[0].setFocus()
    seen = []
    for _stop in range(4):
        hand.person.press(Qt.Key.Key_Tab)
        where = QApplication.focusWidget()
        assert where is not None
        seen.append(where.accessibleName().split(":")[0])

    cleanse = "Cleanse (morning)"
    assert seen == [
        f"Days of rest after {cleanse}",
        "After which step",
        f"Remove the rest after {cleanse}",
        "Add another",
    ]


def test_skin_cycling_has_its_nights_in_a_round(hand: Hand) -> None:
    for label, nights in (("Exfoliant", "1"), ("Retinoid", "2")):
        add(hand, label, "Nights of a round")
        for night in {"1", nights} - ({"1"} & {nights}):
            hand.toggle(f"Days of use in the round: {night}")
        hand.fill("Counted from", "2026-12-20")
        hand.press("Add from today")

        wanted = golden("skin-cycling", label.lower()).schedule[0].rule
        assert rule(hand.person, label) == wanted


def test_two_weeks_on_and_one_off_with_every_second_day(hand: Hand) -> None:
    add(hand, "Exfoliant", "On and off in turn")
    hand.choose("How often", "Every few days", place=1)
    hand.fill("Length of use", "2")
    hand.choose("Counted in", "weeks")
    hand.fill("Starting", "2026-05-04")
    hand.press("Add from today")

    wanted = golden("peel-and-holiday", "refining-lotion").schedule[0].rule
    assert rule(hand.person, "Exfoliant") == wanted


def test_a_cycle_that_begins_off(hand: Hand) -> None:
    add(hand, "Exfoliant", "On and off in turn")
    hand.choose("How often", "Every few days", place=1)
    hand.fill("Starting", "2026-05-04")
    hand.choose("Begins with", "rest")
    hand.press("Add from today")

    wanted = golden("edits-keep-the-past", "lotion").schedule[2].rule
    assert rule(hand.person, "Exfoliant") == wanted


def test_weekdays_and_only_when_needed(hand: Hand) -> None:
    add(hand, "Clay mask", "On weekdays")
    hand.toggle("Weekdays: Tue")
    hand.press("Add from today")
    add(hand, "Exfoliant", "Only when needed")
    hand.press("Add from today")

    assert rule(hand.person, "Clay mask").document()["days"] == ["tue", "sat"]
    assert not rule(hand.person, "Exfoliant").ever_asks


def test_phases_are_offered_in_no_phases(hand: Hand) -> None:
    add(hand, "Exfoliant", "On and off in turn")
    inner = hand.all(Choice, "How often")[1]

    assert isinstance(inner, Choice)
    assert "On and off in turn" not in inner.labels


# --- a change, seen before it is made ---


def test_six_weeks_on_and_two_off_from_next_monday(person: Person) -> None:
    before = rule(person, "Refining lotion")
    hand = Hand(person)
    hand.open_routine()
    hand.press("Refining lotion")
    hand.fill("Length of use", "6")
    hand.choose("Counted in", "weeks")
    hand.fill("Length of rest", "2")
    hand.fill("Starting", "23 Nov")
    hand.press("Another day")
    assert person.reads("Mon 23 Nov")
    assert person.reads("Days before Monday 23 November stay as they are.")
    assert rule(person, "Refining lotion") == before, "nothing is written yet"
    hand.press("Save from Monday 23 November")

    found = step(person, "Refining lotion")
    assert hand.actions <= 12
    assert found.schedule[0].rule == before
    assert found.schedule[-1].begins == NEXT_MONDAY
    assert found.schedule[-1].rule.document() == {
        "kind": "cycle",
        "on": {"weeks": 6},
        "off": {"weeks": 2},
        "start": "2026-11-23",
        "during": {"kind": "daily"},
    }

    hand.press("Refining lotion")
    assert not person.reads("no longer does")
    hand.choose("Begins with", "rest")
    assert person.reads("What was to change on Monday 23 November no longer does.")
    hand.press("Cancel")
    person.undo()
    assert len(step(person, "Refining lotion").schedule) == 1


def test_what_changes_and_what_is_to_be_known_follow_every_value(hand: Hand) -> None:
    person = hand.person
    hand.press("Refining lotion")
    assert person.reads("No day changes.")
    hand.choose("Begins with", "rest")

    assert not person.reads("No day changes.")
    assert person.reads("as it will be")
    assert person.reads("Overnight serum gets")


def test_what_is_wrong_is_said_and_nothing_is_kept(hand: Hand) -> None:
    person, before = hand.person, rule(hand.person, "Clay mask")
    hand.press("Clay mask")
    hand.toggle("Weekdays: Wed")
    hand.press("Save from today")

    assert person.reads("Choose 2 weekdays, one for each time a week.")
    assert rule(person, "Clay mask") == before


def test_escape_asks_nothing_and_leaves_nothing(hand: Hand) -> None:
    person, before = hand.person, step(hand.person, "Refining lotion")
    hand.press("Refining lotion")
    hand.fill("Length of use", "3")
    person.press(Qt.Key.Key_Escape)

    assert QApplication.activeModalWidget() is None
    assert page(person).form is None
    assert step(person, "Refining lotion") == before
    assert QApplication.focusWidget() is evening(person).focusProxy()


def test_the_past_is_rewritten_only_by_one_who_says_so(hand: Hand) -> None:
    person = hand.person
    hand.press("Clay mask")
    hand.fill("Days apart at least", "2")
    hand.press("Another day")
    hand.fill("First day of the change", "2026-11-02")
    assert person.reads("This day is gone by. To rewrite the past, choose A past day.")
    hand.press("A past day…")
    hand.fill("First day of the change", "2026-11-02")
    assert person.reads("This rewrites how each day from Monday 2 November on is judged")
    hand.press("Save from Monday 2 November")

    assert [one.begins for one in step(person, "Clay mask").schedule] == [
        date(2026, 10, 1),
        date(2026, 11, 2),
    ]
    hand.press("Clay mask")
    hand.press("How it was, and will be")
    assert person.reads("From 1 October: 2 times a week, 3 days apart at least")


# --- the list ---


def test_a_step_moves_by_keys_and_the_order_is_kept(hand: Hand) -> None:
    person = hand.person
    rows = evening(person)
    before = rows.codes
    person.come_back()
    rows.take_focus(before[0])
    person.press(Qt.Key.Key_Down, ALT)
    person.come_back()
    person.press(Qt.Key.Key_Down, ALT)

    wanted = [before[1], before[2], before[0], *before[3:]]
    assert evening(person).codes == wanted
    where = QApplication.focusWidget()
    assert isinstance(where, OrderRow)
    assert where.code == before[0], "the keyboard went along"
    person.undo()
    assert evening(person).codes != wanted


def test_a_step_is_drawn_to_its_place_by_the_mouse(hand: Hand) -> None:
    person = hand.person
    rows = evening(person)
    before, row, last = rows.codes, rows.rows[0], rows.rows[-1]
    below = row.mapFromGlobal(last.mapToGlobal(QPoint(40, last.height() - 2)))
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    QTest.mouseMove(row, QPoint(40, 40))
    QTest.mouseMove(row, below)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    person.settle()

    assert evening(person).codes == [*before[1:], before[0]]
    assert page(person).form is None, "a row that was drawn elsewhere is not pressed"


def test_a_step_is_renamed_retired_and_brought_back(hand: Hand, clock: StillClock) -> None:
    person = hand.person
    hand.press("Overnight serum")
    hand.press("Name, kind, reminder and more")
    hand.fill("Name", "Night serum")
    hand.press("Save from today")
    assert person.reads("Night serum")

    hand.press("Night serum")
    hand.press("Retire this step…")
    hand.press("Retire")
    assert step(person, "Night serum").end == TODAY
    clock.forward(days=1)
    person.conduct.reload()
    person.settle()
    hand.press("Steps that are over (1)")
    hand.press("Bring back")
    assert step(person, "Night serum").end is None


def test_who_comes_first_of_a_group_is_moved_by_keys(hand: Hand) -> None:
    person = hand.person
    assert person.reads("Clay mask first, then Refining lotion and Overnight serum")
    hand.press("Change…")
    person.press(Qt.Key.Key_Down, ALT)
    hand.press("Save")

    assert person.reads("Refining lotion first, then Clay mask and Overnight serum")
    person.undo()
    assert person.reads("Clay mask first, then Refining lotion and Overnight serum")
