"""Does a first start lead to a routine, by what can be read alone?"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.domain.day import Day
from tracker.domain.settings import Json
from tracker.exchange import preset
from tracker.store.first_look import first_look

Start = Callable[[], Person]


def steps_of(person: Person) -> dict[str, Day]:
    """The first day of each step that is kept."""
    look = first_look(person.folder)
    assert look is not None
    with look:
        return {step.id: step.start for step in look.routine().steps}


def settings_of(person: Person) -> dict[str, Json]:
    look = first_look(person.folder)
    assert look is not None
    with look:
        return look.settings()


def test_a_routine_is_chosen_by_what_is_written(start: Start) -> None:
    person = start()
    assert person.reads("Pores do not go away; only their look changes")
    assert person.reads("gives no medical advice")

    person.click_on("Combination")
    person.click_on("Overnight serum")
    person.click_on("Start with this routine")

    assert person.reads("Saturday, 21 November")
    assert person.card("overnight-serum").name == "Overnight serum"
    assert person.window.today.card("toner") is None
    assert person.focused is not None
    assert not person.reads("Pores do not go away")


def test_whoever_skips_starts_gently(start: Start) -> None:
    person = start()

    person.click_on("Skip, start gently")

    assert person.card("refining-lotion").status in ("due", "optional", "resting")
    assert not person.view.phases
    assert "toner" in steps_of(person)
    assert settings_of(person) == {}


def test_it_can_be_answered_by_keyboard(start: Start) -> None:
    person = start()

    for _arrow in range(2):
        person.press(Qt.Key.Key_Right)
    for _field in range(2):
        person.press(Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_Up)
    for _field in range(2):
        person.press(Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_Right)
    person.press(Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_Space)

    assert person.view.has_routine
    assert not person.view.phases
    assert settings_of(person) == {
        "morning_at": "07:35",
        "evening_at": "21:00",
        "reminders": False,
    }


@pytest.mark.parametrize("label", ["Start with this routine", "Skip, start gently"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_as_well_as_by_space(
    start: Start, label: str, key: Qt.Key
) -> None:
    person = start()
    person.button(label).setFocus(Qt.FocusReason.TabFocusReason)

    person.press(key)

    assert person.view.has_routine


def test_a_mistake_in_a_routines_file_is_told_in_words(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "oily.toml").write_text("description = 3")
    monkeypatch.setattr(preset, "resource", lambda *_parts: tmp_path / "oily.toml")
    person = start()

    person.click_on("Start with this routine")

    assert "oily.toml" in person.conduct.toast.text
    assert person.reads("How is your skin?")


def test_from_an_empty_folder_to_the_first_finished_evening(
    start: Start, clock: StillClock
) -> None:
    person = start()
    assert person.reads("1. How is your skin?")
    assert person.reads("2. What goes on after cleansing, and when?")
    assert person.reads("3. Do you want to be reminded?")
    assert person.reads("a locked screen does not show which")

    person.click_on("Thick or oily")
    person.click_on("Toner")
    person.click_on("No reminders")
    person.click_on("Start with this routine")
    assert person.reads("Evening · 0 of")
    assert not person.reads("Morning")
    person.click_on("Tick all")

    assert person.view.slots[0].is_finished
    assert person.reads("Done. 1 day.")
    clock.forward(hours=10)
    person.conduct.reload()
    person.settle()
    assert person.reads("Sunday, 22 November")
    assert person.reads("Morning")
    clock.forward(hours=24)
    person.conduct.reload()
    person.settle()
    assert person.reads("Monday, 23 November")


def test_whoever_begins_in_the_evening_has_missed_no_morning(start: Start) -> None:
    person = start()
    assert person.reads("This morning is over, so the morning's steps begin tomorrow.")

    person.click_on("Start with this routine")

    steps = steps_of(person)
    assert steps["cleanse-morning"] == date(2026, 11, 22)
    assert steps["cleanse-evening"] == date(2026, 11, 21)
    phase = person.view.phases[0]
    assert phase.day_number == 1


def test_whoever_begins_in_the_morning_begins_with_it(start: Start, clock: StillClock) -> None:
    clock.moment = clock.moment.replace(hour=9)
    person = start()
    assert not person.reads("This morning is over")

    person.click_on("Start with this routine")

    assert set(steps_of(person).values()) == {date(2026, 11, 21)}
    assert person.view.slots[0].slot == "morning"


def test_the_set_up_can_be_taken_back(start: Start) -> None:
    person = start()
    assert person.reads("Undo leads back here")
    assert not person.reads("everything later")
    person.click_on("Start with this routine")

    person.click_on("Undo")

    assert person.reads("How is your skin?")
    assert settings_of(person) == {}


def test_nothing_is_asked_twice(start: Start) -> None:
    first = start()
    first.click_on("Start with this routine")
    first.leave()

    second = start()

    assert second.reads("Saturday, 21 November")
    assert not second.reads("How is your skin?")
