"""The routine's page: is a group seen by its name, changed, called something else, and ended?"""

from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.journeys.hand import Hand, page
from tests.still_clock import StillClock
from tracker.domain.routine import Group
from tracker.store.store import open_store
from tracker.ui.pages.routine.group_form import GroupForm
from tracker.ui.widgets.option_row import OptionRow

TODAY = date(2026, 11, 21)
NAME = "Evening treatment"


def groups(hand: Hand) -> list[Group]:
    """All that is kept of groups."""
    with closing(open_store(hand.person.folder, StillClock())) as store, store.reading() as look:
        return list(look.routine().groups)


def test_who_comes_first_of_a_group_is_moved_by_keys(hand: Hand) -> None:
    person = hand.person
    assert person.reads(NAME)
    assert person.reads("One an evening: Clay mask first, then Refining lotion and Overnight serum")
    hand.press("Change…")
    person.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    hand.press("Save")

    assert person.reads("Refining lotion first, then Clay mask and Overnight serum")
    assert person.reads("Changed the group Evening treatment from 21 November on")
    person.undo()
    assert person.reads("Clay mask first, then Refining lotion and Overnight serum")


def test_a_group_is_called_something_else_and_stays_what_it_was(hand: Hand) -> None:
    before = groups(hand)
    hand.press("Change…")
    hand.fill("Name", "Acids and masks")
    hand.press("Save")

    assert groups(hand) == [one._replace(name="Acids and masks") for one in before]
    assert hand.person.reads("The group is called Acids and masks now")
    assert page(hand.person).form is None
    hand.person.undo()
    assert groups(hand) == before


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        (" ", "Give the group a name."),
        (
            NAME,
            "Another group is or was called Evening treatment at that time. Choose another name.",
        ),
    ],
)
def test_a_group_has_a_name_of_its_own(hand: Hand, typed: str, fault: str) -> None:
    before = groups(hand)
    hand.press("At most one of several…")
    hand.fill("Name", typed)
    hand.press("Save")

    assert hand.person.reads(fault)
    assert groups(hand) == before


def test_a_group_ends_on_the_day_that_is_chosen(hand: Hand) -> None:
    hand.press("Change…")
    hand.fill("From", "23 Nov")
    hand.press("End this group")
    assert hand.person.reads("Each of them has its own turns again.")
    hand.press("End from Monday 23 November")

    assert hand.person.reads("Ended the group Evening treatment from 23 November on")
    assert [(one.name, one.priority, one.begins) for one in groups(hand)[1:]] == [
        (NAME, (), date(2026, 11, 23))
    ]
    hand.person.undo()
    assert len(groups(hand)) == 1


def test_the_name_of_an_ended_group_is_given_again(hand: Hand) -> None:
    hand.press("Change…")
    hand.press("End this group")
    hand.press("End from today")
    hand.press("At most one of several…")
    hand.fill("Name", NAME)

    hand.toggle("Clay mask")
    hand.toggle("Refining lotion")
    hand.press("Save")

    assert page(hand.person).form is None
    assert groups(hand)[-1].priority == ("clay-mask", "refining-lotion")


def test_a_day_gone_by_is_none_to_change_a_group_from(hand: Hand) -> None:
    before = groups(hand)
    hand.press("Change…")
    hand.person.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    hand.fill("From", "10 Nov")
    hand.press("Save")

    assert hand.person.reads("This day is gone by. Choose today or a day to come.")
    assert groups(hand) == before


def test_who_comes_first_stands_below_the_steps_to_choose_from(hand: Hand) -> None:
    hand.press("At most one of several…")
    hand.toggle("Clay mask")
    hand.toggle("Refining lotion")
    form, last = page(hand.person).form, hand.all(OptionRow, "Moisturise")[-1]
    assert isinstance(form, GroupForm)
    order = form.order
    assert order is not None

    assert hand.person.reads("Who comes first")
    hand.person.qtbot.waitUntil(
        lambda: order.mapTo(form, QPoint()).y() > last.mapTo(form, QPoint()).y() + last.height()
    )
