"""The routine's page: can one always leave, and is nothing half made thrown away unasked?"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from tests.journeys.hand import CTRL, Hand, editor, evening, page, step
from tracker.ui.pages.routine.group_form import GroupForm
from tracker.ui.widgets.scroll import Scroll

ESC = Qt.Key.Key_Escape
QUESTION = "What you changed here is not saved yet."


def begin(hand: Hand) -> None:
    """Change something, and save nothing."""
    hand.press("Refining lotion")
    hand.fill("Length of use", "3")


def is_asked(hand: Hand) -> bool:
    return hand.person.reads(QUESTION)


@pytest.mark.parametrize("opened", ["Refining lotion", "Change…", "Add a step…"])
def test_what_was_only_looked_at_is_left_at_once(hand: Hand, opened: str) -> None:
    hand.press(opened)
    hand.person.press(ESC)

    assert page(hand.person).form is None
    assert not is_asked(hand)


@pytest.mark.parametrize("leave", ["Esc", "Cancel", "Retire this step…"])
def test_what_was_changed_is_asked_about_and_goes_on(hand: Hand, leave: str) -> None:
    begin(hand)
    where = QApplication.focusWidget()
    if leave == "Esc":
        hand.person.press(ESC)
    else:
        hand.press(leave)

    assert is_asked(hand)
    assert QApplication.activeModalWidget() is None
    hand.person.press(Qt.Key.Key_Return)
    assert not is_asked(hand)
    assert editor(hand.person).has_changed()
    assert leave != "Esc" or QApplication.focusWidget() is where


def test_it_is_left_by_one_who_says_so(hand: Hand) -> None:
    before = step(hand.person, "Refining lotion")
    begin(hand)
    hand.person.press(ESC)
    hand.press("Discard the change")

    assert page(hand.person).form is None
    assert not is_asked(hand)
    assert step(hand.person, "Refining lotion") == before
    assert QApplication.focusWidget() is evening(hand.person).focusProxy()


def test_esc_at_the_question_goes_on_with_the_change(hand: Hand) -> None:
    begin(hand)
    where = QApplication.focusWidget()
    hand.person.press(ESC)
    hand.person.press(ESC)

    assert not is_asked(hand)
    assert editor(hand.person).has_changed()
    assert QApplication.focusWidget() is where


@pytest.mark.parametrize("other", ["Cancel", "Retire this step…"])
def test_no_question_is_answered_by_what_asks_another(hand: Hand, other: str) -> None:
    begin(hand)
    hand.press("Retire this step…")
    hand.press(other)
    hand.press(other)

    assert is_asked(hand)
    assert editor(hand.person).has_changed()
    hand.press("Discard the change")
    assert (page(hand.person).form is None) == (other == "Cancel")


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right])
def test_an_arrow_stays_in_the_question(hand: Hand, key: Qt.Key) -> None:
    begin(hand)
    hand.person.press(ESC)
    for _press in range(4):
        hand.person.press(key)

    question, where = page(hand.person).question, QApplication.focusWidget()
    assert question is not None
    assert where is not None
    assert question.isAncestorOf(where)


@pytest.mark.parametrize("opened", ["Refining lotion", "Change…"])
def test_undo_does_not_reach_what_is_kept_meanwhile(hand: Hand, opened: str) -> None:
    hand.press("Add a step…")
    hand.press("Toner")
    hand.press("Add from today")
    hand.press(opened)
    if opened == "Change…":
        hand.fill("Name", "Acids")
    else:
        hand.fill("Length of use", "3")
    hand.person.undo()

    assert is_asked(hand)
    assert step(hand.person, "Toner").name == "Toner"
    assert page(hand.person).form is not None
    hand.press("Discard the change")
    hand.person.undo()
    assert hand.person.reads("Undone: Added Toner from 21 November")


def test_a_group_that_is_nothing_yet_is_asked_about_too(hand: Hand) -> None:
    hand.press("At most one of several…")
    hand.fill("Name", "Acids")
    hand.person.press(ESC)

    assert is_asked(hand)


def test_a_group_whose_day_is_still_being_typed_is_asked_about(hand: Hand) -> None:
    hand.press("Change…")
    begins = hand.all(QLineEdit, "From")[0]
    begins.setFocus()
    begins.selectAll()
    QTest.keyClicks(begins, "25 Nov")
    hand.person.press(ESC)

    assert is_asked(hand)


@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_the_window_asks_once_before_it_closes(hand: Hand, is_elsewhere: bool) -> None:
    begin(hand)
    if is_elsewhere:
        hand.person.press(Qt.Key.Key_1, CTRL)
    assert not hand.person.window.close()

    assert editor(hand.person).isVisible()
    assert is_asked(hand)
    assert hand.person.window.isVisible()
    hand.person.press(ESC)
    assert not hand.person.window.close()
    assert hand.person.window.close()


def test_the_window_closes_for_one_who_discards(hand: Hand) -> None:
    begin(hand)
    hand.person.window.close()
    hand.press("Discard the change")

    assert not hand.person.window.isVisible()


def test_what_was_only_looked_at_lets_the_window_close(hand: Hand) -> None:
    hand.press("Refining lotion")

    assert hand.person.window.close()


def test_who_goes_on_is_asked_again(hand: Hand) -> None:
    begin(hand)
    hand.person.press(ESC)
    hand.fill("Length of use", "4")
    assert not is_asked(hand)
    hand.person.press(ESC)

    assert is_asked(hand)
    assert page(hand.person).form is not None


def test_what_is_as_it_was_again_is_left_at_once(hand: Hand) -> None:
    begin(hand)
    hand.fill("Length of use", "1")
    hand.person.press(ESC)

    assert page(hand.person).form is None


def test_a_day_that_is_still_being_typed_counts(hand: Hand) -> None:
    hand.press("Refining lotion")
    starting = hand.all(QLineEdit, "Starting")[0]
    starting.setFocus()
    QTest.keyClicks(starting, "2026-11-25")
    hand.person.press(ESC)

    assert is_asked(hand)


def click_blank(hand: Hand) -> None:
    place = editor(hand.person)
    QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=QPoint(5, place.height() - 3))


def leave_to_the_rail(hand: Hand) -> None:
    item = hand.person.button("Settings")
    item.setFocus()
    assert item.hasFocus()


def lose_it(hand: Hand) -> None:
    where = hand.person.window.focusWidget()
    assert where is not None
    where.clearFocus()


@pytest.mark.parametrize("lose", [click_blank, leave_to_the_rail, lose_it])
def test_esc_leaves_wherever_the_keyboard_is(hand: Hand, lose: Callable[[Hand], None]) -> None:
    hand.press("Refining lotion")
    lose(hand)
    hand.person.press(ESC)

    assert page(hand.person).form is None


def test_another_page_keeps_what_is_half_made(hand: Hand) -> None:
    begin(hand)
    shown = editor(hand.person)
    hand.person.press(Qt.Key.Key_1, CTRL)
    assert not shown.isVisible()
    hand.open_routine()

    assert editor(hand.person) is shown
    assert shown.has_changed()


@pytest.mark.parametrize("size", [(900, 640), (560, 420)])
@pytest.mark.parametrize("opened", ["Refining lotion", "Toner"])
def test_save_and_cancel_stay_in_sight(hand: Hand, size: tuple[int, int], opened: str) -> None:
    hand.person.window.resize(*size)
    if opened == "Toner":
        hand.press("Add a step…")
    hand.press(opened)
    shown = editor(hand.person)
    room = shown.findChild(Scroll)
    assert room is not None
    bar = room.verticalScrollBar()
    hand.person.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())

    for button in (shown.agree, shown.leave):
        top = button.mapTo(hand.person.window, QPoint(0, 0)).y()
        assert 0 <= top <= hand.person.window.height() - button.height()
        assert not button.visibleRegion().isEmpty()


@pytest.mark.parametrize("size", [(900, 640), (560, 420)])
def test_what_a_group_would_do_and_its_buttons_stay_in_sight(
    hand: Hand, size: tuple[int, int]
) -> None:
    hand.person.window.resize(*size)
    hand.press("At most one of several…")
    bar, shown = page(hand.person).room.verticalScrollBar(), page(hand.person).form
    assert isinstance(shown, GroupForm)
    hand.person.qtbot.waitUntil(lambda: bar.maximum() > 0)
    hand.person.qtbot.waitUntil(lambda: not shown.leave.visibleRegion().isEmpty())

    for place in (0, bar.maximum()):
        bar.setValue(place)
        for button in (shown.agree, shown.leave):
            assert button.visibleRegion().boundingRect() == button.rect()
    hand.person.press(ESC)
    hand.person.qtbot.waitUntil(lambda: not isValid(shown.agree) or not shown.agree.isVisible())
