"""The routine's page: can a change that was agreed to, and is still to come, be changed again?"""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.journeys.hand import Hand, editor, page, step
from tracker.domain.day import Day

MONDAY = date(2026, 11, 23)
NAME = "Clay mask"


@pytest.fixture
def planned(hand: Hand) -> Hand:
    """The mask is to be due every three days from Monday on."""
    hand.press(NAME)
    hand.choose("How often", "Every few days")
    hand.fill("Days from one turn to the next", "3")
    hand.press("Another day")
    hand.press("Save from Monday 23 November")
    assert begins(hand)[1:] == [MONDAY]
    return hand


def begins(hand: Hand) -> list[Day]:
    return [one.begins for one in step(hand.person, NAME).schedule]


def open_version(hand: Hand) -> None:
    """It stands among the versions, which are open where one is still to come."""
    hand.press(NAME)
    assert hand.person.reads("From 23 November: Every 3 days")
    hand.press("Change…")


def test_what_begins_later_is_opened_as_it_will_be(planned: Hand) -> None:
    open_version(planned)

    shown = editor(planned.person)
    assert shown.when.day == MONDAY
    said = shown.when.schedule.said.rule
    assert said is not None
    assert said.document() == {"kind": "every", "days": 3}
    assert not shown.has_changed()


def test_it_gets_another_rule_and_another_day(planned: Hand) -> None:
    before = step(planned.person, NAME)
    open_version(planned)
    planned.fill("Days from one turn to the next", "4")
    planned.fill("First day of the change", "25 Nov")
    assert planned.person.reads("Mon 23 Nov"), "what no longer begins then is a change too"
    planned.press("Save from Wednesday 25 November")

    found = step(planned.person, NAME)
    assert begins(planned)[1:] == [date(2026, 11, 25)]
    assert found.schedule[-1].rule.document()["days"] == 4
    planned.person.undo()
    assert step(planned.person, NAME) == before


def test_it_is_taken_back_and_what_holds_goes_on(planned: Hand) -> None:
    before = step(planned.person, NAME)
    planned.press(NAME)
    planned.press("Take back")

    assert page(planned.person).form is None
    assert planned.person.reads("Clay mask no longer changes on 23 November")
    assert len(begins(planned)) == 1
    planned.person.undo()
    assert step(planned.person, NAME) == before


@pytest.mark.parametrize("pressed", ["Change…", "Take back"])
def test_a_half_made_change_is_asked_about_before(planned: Hand, pressed: str) -> None:
    before = step(planned.person, NAME)
    planned.press(NAME)
    planned.fill("Times a week", "3")
    planned.press(pressed)
    assert step(planned.person, NAME) == before
    assert planned.person.reads("What you changed here is not saved yet.")
    planned.press("Discard the change")

    if pressed == "Change…":
        assert editor(planned.person).when.day == MONDAY
    else:
        assert len(begins(planned)) == 1


def test_enter_in_a_day_that_was_typed_takes_the_day_and_saves_nothing(planned: Hand) -> None:
    before = step(planned.person, NAME)
    open_version(planned)
    field = planned.all(QLineEdit, "First day of the change")[0]
    field.setFocus()
    field.selectAll()
    planned.person.write("25 Nov")
    planned.person.press(Qt.Key.Key_Return)

    assert editor(planned.person).when.day == date(2026, 11, 25)
    assert step(planned.person, NAME) == before
    planned.person.press(Qt.Key.Key_Return)
    assert begins(planned)[1:] == [date(2026, 11, 25)]
