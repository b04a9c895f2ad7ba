"""The routine's page: does what one is about to do hold, whatever else happens meanwhile?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.person import Person
from tracker.ui.pages.routine.editor import StepEditor
from tracker.ui.pages.routine.page import RoutinePage

CTRL = Qt.KeyboardModifier.ControlModifier
Start = Callable[[], Person]


@pytest.fixture
def person(start: Start, routine: Path) -> Person:
    """On the routine's page."""
    del routine
    one = start()
    one.press(Qt.Key.Key_R, CTRL)
    return one


def page(person: Person) -> RoutinePage:
    found = person.window.page
    assert isinstance(found, RoutinePage)
    return found


def editor(person: Person) -> StepEditor:
    found = page(person).form
    assert isinstance(found, StepEditor)
    return found


@pytest.fixture
def added(person: Person) -> Person:
    """A step was added, and is open again."""
    person.click_on("Add a step…")
    person.click_on("Toner")
    person.click_on("Add from today")
    person.click_on("Toner")
    return person


def test_a_step_that_is_taken_away_is_changed_no_more(added: Person) -> None:
    step = editor(added).step_id
    added.undo()

    assert page(added).form is None
    listed = page(added).list
    assert listed is not None
    assert step not in [code for rows in listed.lists.values() for code in rows.codes]
