"""The routine's page: can every schedule be built by what is written on its controls?"""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from tests.golden_cases import GOLDEN, read_case
from tests.journeys.hand import Hand, rule, step
from tracker.domain.routine import Step
from tracker.ui.widgets.choice import Choice

TODAY = date(2026, 11, 21)


def golden(case: str, step_id: str) -> Step:
    return read_case(GOLDEN / "rules" / f"{case}.json").routine.step(step_id)


def add(hand: Hand, label: str, often: str) -> None:
    """Begin with a step from the list, with another kind of schedule than it brings."""
    hand.press("Add a step…")
    hand.press(label)
    hand.choose("How often", often)


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
    hand.all(Choice, "How often")[1].open_menu()
    menu = QApplication.activePopupWidget()

    assert isinstance(menu, QMenu)
    labels = [action.text() for action in menu.actions()]
    menu.close()
    assert "Nights of a round" in labels
    assert "On and off in turn" not in labels
