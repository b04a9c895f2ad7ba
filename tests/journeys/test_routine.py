"""The routine's page: is a change seen before it is made, and made as it was seen?"""

from datetime import date

from tests.journeys.hand import Hand, rule, step

NEXT_MONDAY = date(2026, 11, 23)


def test_six_weeks_on_and_two_off_from_next_monday(hand: Hand) -> None:
    person, before = hand.person, rule(hand.person, "Refining lotion")
    hand.press("Refining lotion")
    hand.fill("Length of use", "6")
    hand.choose("Counted in", "weeks")
    hand.fill("Length of rest", "2")
    hand.press("Another day")
    assert person.reads("Mon 23 Nov")
    assert person.reads("Days before Monday 23 November stay as they are.")
    assert rule(person, "Refining lotion") == before, "nothing is written yet"
    hand.press("Save from Monday 23 November")

    found = step(person, "Refining lotion")
    assert hand.actions <= 11
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
    hand.press("Discard the change")
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
    assert person.reads("2 Nov to Tue 19 Jan"), "not only the days to come"
    assert person.reads("No day gone by gets another status.")
    hand.press("Save from Monday 2 November")

    assert [one.begins for one in step(person, "Clay mask").schedule] == [
        date(2026, 10, 1),
        date(2026, 11, 2),
    ]
    hand.press("Clay mask")
    hand.press("How it was, and will be")
    assert person.reads("From 1 October: 2 times a week, 3 days apart at least")
