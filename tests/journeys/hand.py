"""What does a person do on the routine's page, and what is kept then?

Every control is found by its label, or by what a screen reader calls it.
"""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.domain.routine import Step
from tracker.domain.rule.base import Rule
from tracker.store.store import open_store
from tracker.ui.pages.routine.editor import StepEditor
from tracker.ui.pages.routine.page import RoutinePage
from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.order_list import OrderList

CTRL = Qt.KeyboardModifier.ControlModifier
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


def editor(person: Person) -> StepEditor:
    """The editor that stands on the page."""
    found = page(person).form
    assert isinstance(found, StepEditor)
    return found
