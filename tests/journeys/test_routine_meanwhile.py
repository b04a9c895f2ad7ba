"""The routine's page: does what one is about to do hold, whatever else happens meanwhile?"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.hand import editor, evening, page
from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.actions.undo import undo
from tracker.domain.errors import Unavailable
from tracker.store.store import open_store
from tracker.ui.pages.routine import conductor, wanted
from tracker.ui.widgets.number_field import NumberField
from tracker.ui.widgets.order_list import OrderList

CTRL = Qt.KeyboardModifier.ControlModifier
Start = Callable[[], Person]


@pytest.fixture
def person(start: Start, routine: Path) -> Person:
    """On the routine's page."""
    del routine
    one = start()
    one.press(Qt.Key.Key_R, CTRL)
    return one


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


def test_a_group_of_steps_that_are_taken_away_is_changed_no_more(
    added: Person, clock: StillClock
) -> None:
    added.click(editor(added).leave)
    added.click_on("Change…")
    with closing(open_store(added.folder, clock)) as store:
        undo(store)
    added.qtbot.waitUntil(lambda: page(added).form is None)

    assert not added.reads("Toner")


def test_what_was_foreseen_goes_with_what_was_wanted(person: Person) -> None:
    person.click_on("Refining lotion")
    field = next(iter(editor(person).findChildren(NumberField)))
    field.edit.setText("3")
    person.settle()
    assert person.reads("as it will be")
    field.edit.setText("")
    person.settle()

    assert not person.reads("as it will be")
    assert not person.reads("No day changes.")


def test_a_failure_of_something_else_keeps_no_look_from_being_taken(person: Person) -> None:
    person.click_on("Refining lotion")
    number = next(iter(editor(person).findChildren(NumberField)))
    number.edit.setText("3")
    person.desk.failed.emit(Unavailable("locked", path="tracker.db"))
    number.edit.setText("4")
    person.settle()

    assert person.reads("as it will be")
    assert not editor(person).fault.text()


def move_down(rows: OrderList, step: str) -> None:
    """Press the keys on a row, and wait for nothing."""
    row = next(one for one in rows.rows if one.code == step)
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)


def test_moves_that_follow_each_other_are_all_kept(person: Person) -> None:
    first, *others = evening(person).codes
    for _move in range(2):
        with person.qtbot.waitSignal(person.desk.changed):
            move_down(evening(person), first)
    move_down(evening(person), first)
    person.settle()

    assert evening(person).codes == [*others[:3], first, *others[3:]]


def test_what_cannot_be_moved_goes_back(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    before = evening(person).codes
    monkeypatch.setattr(conductor, "reorder", refused)
    move_down(evening(person), before[0])
    assert evening(person).codes != before
    person.settle()

    assert evening(person).codes == before


def refused(*given: object, **named: object) -> None:
    del given, named
    raise Unavailable("locked", path="tracker.db")


def test_a_second_try_is_waited_for(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wanted, "edit", refused)
    person.click_on("Clay mask")
    shown = editor(person)
    shown.agree.click()
    shown.details.name.setText("Green clay")
    shown.agree.click()
    person.settle()

    assert editor(person) is shown
    assert shown.fault.text()
    monkeypatch.undo()
    shown.details.name.setText("Green clay mask")
    person.click(shown.agree)
    assert page(person).form is None
    assert person.reads("Green clay mask")


def test_what_another_program_changed_meanwhile_stays(person: Person, clock: StillClock) -> None:
    person.click_on("Clay mask")
    with closing(open_store(person.folder, clock)) as store:
        with store.reading() as reading:
            mask = reading.routine().step("clay-mask")
        with store.writing("edit") as work:
            work.put(mask._replace(name="Green clay", note="From the shop"))
    editor(person).details.note.setText("Thinly")
    person.click(editor(person).agree)

    with closing(open_store(person.folder, clock)) as store, store.reading() as reading:
        kept = reading.routine().step("clay-mask")
    assert (kept.name, kept.note, kept.schedule) == ("Green clay", "Thinly", mask.schedule)


def test_a_failure_of_something_else_is_no_fault_of_the_editor(person: Person) -> None:
    person.click_on("Clay mask")
    shown = editor(person)
    shown.details.name.setText("Green clay")
    shown.agree.click()
    person.desk.failed.emit(Unavailable("locked", path="tracker.db"))
    assert not shown.fault.text()
    person.settle()

    assert page(person).form is None


@pytest.mark.parametrize("key", ["Esc", "Save"])
def test_the_keyboard_is_back_where_a_group_is_changed(person: Person, key: str) -> None:
    person.click_on("Change…")
    if key == "Save":
        person.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        person.click_on(key)
    else:
        person.press(Qt.Key.Key_Escape)
    person.come_back()

    assert page(person).form is None
    where = QApplication.focusWidget()
    assert where is person.button("Change…")
    first = "Clay mask first" if key == "Esc" else "Refining lotion first"
    assert where.accessibleName().startswith(f"Change Evening treatment. One an evening: {first}")
