"""Can the evening be lived at the window: ticked by keyboard, refused, insisted on, taken back?"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.actions.tick import tick
from tracker.cli import main
from tracker.store.first_look import first_look
from tracker.store.store import open_store
from tracker.ui.widgets.mark import mark_of

TODAY = date(2026, 11, 21)
Start = Callable[[], Person]

pytestmark = pytest.mark.usefixtures("routine")


def test_the_evening_is_ticked_by_keyboard_alone(start: Start) -> None:
    person = start()
    assert person.focused == "cleanse-evening"

    person.press(Qt.Key.Key_Space)
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    for _ in range(3):
        person.press(Qt.Key.Key_Down)
    assert person.focused == "moisturise-evening"
    person.press(Qt.Key.Key_Space)

    for step in ("cleanse-evening", "clay-mask", "moisturise-evening"):
        entry = person.entry(step, TODAY)
        assert entry is not None
        assert (entry.do, entry.anyway) == ("tick", False)
    assert person.reads("done at 21:30")


def test_a_resting_lotion_is_refused_with_its_reason(start: Start) -> None:
    person = start()

    person.click(person.row("refining-lotion"))

    assert person.reads("and this month off began on 1 November.")
    assert person.entry("refining-lotion", TODAY) is None
    person.press(Qt.Key.Key_Escape)
    assert person.panel is None
    assert person.focused == "refining-lotion"


def test_used_anyway_is_recorded_as_off_plan(start: Start) -> None:
    person = start()
    person.click(person.row("refining-lotion"))
    assert not person.button("Use anyway").isEnabled()

    person.write("A wedding")
    person.press(Qt.Key.Key_Return)

    entry = person.entry("refining-lotion", TODAY)
    assert entry is not None
    assert (entry.anyway, entry.reason) == (True, "A wedding")
    assert mark_of(person.card("refining-lotion")) == "off_plan"
    assert person.reads("Off plan at 21:30 · A wedding")
    person.undo()
    assert person.entry("refining-lotion", TODAY) is None
    assert person.card("refining-lotion").is_resting
    person.redo()
    assert person.entry("refining-lotion", TODAY) == entry


def test_a_frequent_reason_can_be_chosen(start: Start) -> None:
    person = start()
    person.open_menu("refining-lotion")
    person.choose("Use anyway…")

    person.click_on("A special occasion")
    person.click_on("Use anyway")

    entry = person.entry("refining-lotion", TODAY)
    assert entry is not None
    assert entry.reason == "A special occasion"


def test_a_step_that_is_only_advised_asks_once_and_needs_no_reason(start: Start) -> None:
    person = start()
    person.press(Qt.Key.Key_Space)
    person.row("clay-mask").take_focus()
    person.press(Qt.Key.Key_Space)

    person.click(person.row("overnight-serum"))
    person.click_on("Use anyway")

    entry = person.entry("overnight-serum", TODAY)
    assert entry is not None
    assert (entry.anyway, entry.reason) == (True, None)


def test_a_skip_asks_why_and_is_taken_back(start: Start) -> None:
    person = start()
    person.row("clay-mask").take_focus()

    person.press(Qt.Key.Key_S)
    person.write("No time")
    person.press(Qt.Key.Key_Return)

    assert person.card("clay-mask").status == "skipped"
    assert person.reads("Skipped · No time")
    assert person.conduct.toast.text == "Skipped Clay mask"
    person.click_on("Undo")
    assert person.card("clay-mask").status == "due"
    assert person.conduct.toast.text == "Undone: Skipped Clay mask"


def test_swap_ticks_the_one_that_gave_way(start: Start) -> None:
    person = start()
    assert person.card("overnight-serum").can_swap

    person.click_on("Do this instead")

    entry = person.entry("overnight-serum", TODAY)
    assert entry is not None
    assert entry.anyway is False
    assert person.card("clay-mask").is_resting


def test_the_mask_before_the_cleanse_offers_both(start: Start) -> None:
    person = start()

    person.click(person.row("clay-mask"))
    assert person.reads("Cleanse comes before Clay mask and is still open.")
    person.click_on("Tick both")

    assert person.card("cleanse-evening").is_ticked
    assert person.card("clay-mask").is_ticked
    person.click_on("Undo")
    assert not person.card("cleanse-evening").is_ticked
    assert not person.card("clay-mask").is_ticked


def test_the_mask_alone_can_be_ticked_too(start: Start) -> None:
    person = start()
    person.click(person.row("clay-mask"))

    person.click_on("Only Clay mask")

    assert person.card("clay-mask").is_ticked
    assert not person.card("cleanse-evening").is_ticked


def test_why_says_one_sentence_and_closes(start: Start) -> None:
    person = start()

    person.click_on("Why?")

    assert person.reads("Back on Tuesday 1 December: Refining lotion is used one month and rests")
    person.press(Qt.Key.Key_Escape)
    assert person.panel is None


@pytest.mark.parametrize("step", ["refining-lotion", "overnight-serum"])
def test_why_and_a_refusal_say_what_the_command_line_says(
    start: Start, folder: Path, clock: StillClock, capsys: pytest.CaptureFixture[str], step: str
) -> None:
    person = start()
    main(["--data-dir", str(folder), "why", step], clock)
    sentence = capsys.readouterr().out.strip()
    assert sentence.endswith(".")

    person.open_menu(step)
    person.choose("Why?")
    assert person.reads(sentence)
    person.press(Qt.Key.Key_Escape)

    person.open_menu("refining-lotion")
    person.choose("Use anyway…")
    assert person.reads("Back on Tuesday 1 December: Refining lotion is used one month")


def test_a_reason_that_comes_late_opens_nothing_on_another_day(start: Start) -> None:
    person = start()
    person.window.today.face.wished.emit("refining-lotion", "why")
    person.window.today.face.day_wanted.emit(date(2026, 11, 17))

    person.settle()

    assert person.view.day == date(2026, 11, 17)
    assert person.panel is None


def test_tick_all_ticks_what_is_open_and_undo_takes_it_all_back(start: Start) -> None:
    person = start()

    person.click_on("Tick all")

    evening = ("cleanse-evening", "clay-mask", "moisturise-evening")
    assert all(person.card(step).is_ticked for step in evening)
    assert not person.card("refining-lotion").is_ticked
    assert person.conduct.toast.text == "Ticked 3 steps"
    person.click_on("Undo")
    assert not any(person.card(step).is_ticked for step in evening)


def test_ctrl_z_takes_tick_all_back_as_the_one_deed_that_it_was(start: Start) -> None:
    person = start()
    person.click_on("Tick all")

    person.undo()

    evening = ("cleanse-evening", "clay-mask", "moisturise-evening")
    assert not any(person.card(step).is_ticked for step in evening)
    assert person.conduct.toast.text == "Undone: Ticked 3 steps"


def test_the_toasts_undo_goes_when_a_quiet_change_came_after_it(start: Start) -> None:
    person = start()
    person.click_on("Tick all")
    assert person.conduct.toast.isVisible()

    person.set("theme", "dark")

    assert not person.conduct.toast.isVisible()
    person.undo()
    assert person.theme == "system"
    assert person.card("clay-mask").is_ticked


def test_the_toasts_undo_goes_when_another_process_wrote_after_it(
    start: Start, routine: Path, clock: StillClock
) -> None:
    person = start()
    person.press(Qt.Key.Key_Space)
    assert person.conduct.toast.isVisible()

    store = open_store(routine, clock)
    tick(store, clock, "clay-mask")
    store.close()

    toast = person.conduct.toast
    person.qtbot.waitUntil(lambda: not toast.isVisible(), timeout=5_000)
    person.settle()
    assert person.card("clay-mask").is_ticked


def test_each_deed_is_brought_back_by_undo_as_it_was(start: Start) -> None:
    person = start()
    before = person.view
    person.press(Qt.Key.Key_Space)
    person.press(Qt.Key.Key_Space)
    assert not person.card("cleanse-evening").is_ticked

    person.undo()
    assert person.card("cleanse-evening").is_ticked
    person.undo()
    assert person.view == before
    person.undo()
    person.undo()
    assert person.conduct.toast.text == "There is nothing to undo."


def test_the_menu_key_opens_what_else_can_be_done(start: Start) -> None:
    person = start()

    person.open_menu("cleanse-evening")
    person.choose("Skip…")

    assert person.panel is not None


def test_ctrl_1_leads_to_the_first_open_step(start: Start) -> None:
    person = start()
    person.row("moisturise-evening").take_focus()

    person.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert person.focused == "cleanse-evening"


def test_a_theme_that_is_chosen_shows_at_once_and_is_kept(start: Start, routine: Path) -> None:
    person = start()

    person.set("theme", "dark")

    assert person.theme == "dark"
    assert person.window.palette().window().color() == person.window.theme.tokens.bg
    assert _stored_theme(routine) == "dark"
    person.undo()
    assert person.theme == "system"


def _stored_theme(folder: Path) -> object:
    look = first_look(folder)
    assert look is not None
    with look:
        return look.settings().get("theme")
