"""Does a first start lead to a routine, by what can be read alone?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.person import Person
from tracker.exchange import preset

Start = Callable[[], Person]


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
    assert person.window.today.card("toner") is not None


def test_it_can_be_answered_by_keyboard(start: Start) -> None:
    person = start()

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        person.press(key)
    person.press(Qt.Key.Key_Space)

    assert person.view.has_routine
    assert not person.view.phases


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


def test_the_set_up_can_be_taken_back(start: Start) -> None:
    person = start()
    assert person.reads("Undo leads back here")
    assert not person.reads("everything later")
    person.click_on("Start with this routine")

    person.click_on("Undo")

    assert person.reads("How is your skin?")


def test_nothing_is_asked_twice(start: Start) -> None:
    first = start()
    first.click_on("Start with this routine")
    first.leave()

    second = start()

    assert second.reads("Saturday, 21 November")
    assert not second.reads("How is your skin?")
