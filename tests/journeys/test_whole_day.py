"""Can a day be lived whole: rated, noted, ended, looked back on, and another day filled in?"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.actions.tick import tick_all
from tracker.domain.day import Day
from tracker.domain.errors import Refused
from tracker.domain.log import Rating
from tracker.domain.product import Facet
from tracker.store.first_look import first_look
from tracker.store.store import open_store
from tracker.ui.pages.progress.page import ProgressPage

TODAY = date(2026, 11, 21)
TUESDAY = date(2026, 11, 17)
Start = Callable[[], Person]

pytestmark = pytest.mark.usefixtures("routine")


def rating(person: Person, day: Day = TODAY) -> Rating | None:
    """What is kept of a day, by another look at the file."""
    look = first_look(person.folder)
    assert look is not None
    with look:
        return look.rating(day)


def click_mark(person: Person, facet: Facet, mark: int) -> None:
    scale = person.rating.scales[facet]
    place = scale.cell(mark).center().toPoint()
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(place.x(), scale.height() // 2))
    person.settle()


def go_to(person: Person, day: Day) -> None:
    person.click(next(cell for cell in person.week.cells if cell.day == day))


# --- rating and notes ---


def test_the_evening_and_the_rating_take_at_most_twelve_keys(start: Start) -> None:
    person = start()
    down, space = Qt.Key.Key_Down, Qt.Key.Key_Space
    keys = [space, down, space, down, down, down, space, Qt.Key.Key_7]

    for key in keys:
        person.press(key)

    assert len(keys) <= 12
    assert person.view.slots[0].is_finished
    assert rating(person) == Rating(TODAY, overall=7)


def test_the_evening_and_the_rating_take_at_most_eight_clicks(start: Start) -> None:
    person = start()
    clicks = 0

    for step in ("cleanse-evening", "clay-mask", "moisturise-evening"):
        person.click(person.row(step))
        clicks += 1
    marks: dict[Facet, int] = {"overall": 7, "oiliness": 3, "pores": 2, "redness": 0}
    for facet, mark in marks.items():
        click_mark(person, facet, mark)
        clicks += 1

    assert clicks <= 8
    assert person.view.slots[0].is_finished
    assert rating(person) == Rating(TODAY, overall=7, oiliness=3, pores=2, redness=0)


def test_zero_is_ten_and_a_mark_that_is_set_is_taken_back_by_pressing_it(start: Start) -> None:
    person = start()

    person.press(Qt.Key.Key_0)
    assert rating(person) == Rating(TODAY, overall=10)
    click_mark(person, "overall", 10)
    assert rating(person) is None
    person.undo()
    assert rating(person) == Rating(TODAY, overall=10)


def test_a_facet_is_rated_by_its_own_keys(start: Start) -> None:
    person = start()
    scales = person.rating.scales
    scales["pores"].setFocus(Qt.FocusReason.TabFocusReason)

    person.press(Qt.Key.Key_Right)
    person.press(Qt.Key.Key_Right)
    assert rating(person) is None
    person.press(Qt.Key.Key_Space)
    assert rating(person) == Rating(TODAY, pores=2)
    assert person.reads("Pores, some")
    person.press(Qt.Key.Key_4)
    assert rating(person) == Rating(TODAY, pores=4)


def test_the_seldom_facets_are_there_when_they_are_asked_for_or_rated(start: Start) -> None:
    person = start()
    assert "dryness" not in person.rating.scales

    person.click_on("Breakouts, dryness")
    click_mark(person, "dryness", 1)
    go_to(person, TUESDAY)
    assert not person.rating.scales["dryness"].isVisible()
    go_to(person, TODAY)

    assert person.rating.scales["dryness"].isVisible()
    assert person.reads("Dryness, a little")


def test_a_note_of_several_lines_is_written_kept_changed_and_taken_away(start: Start) -> None:
    person = start()

    person.click_on("Add a note")
    write(person, "Calm.")
    person.press(Qt.Key.Key_Return)
    write(person, "A new pillow.")
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rating(person) == Rating(TODAY, note="Calm.\nA new pillow.")
    assert person.reads("A new pillow.")

    person.click_on("Edit the note")
    write(person, " Not kept")
    person.press(Qt.Key.Key_Escape)
    assert rating(person) == Rating(TODAY, note="Calm.\nA new pillow.")

    person.click_on("Edit the note")
    person.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.press(Qt.Key.Key_Delete)
    person.click_on("Save note")
    assert rating(person) is None


def write(person: Person, text: str) -> None:
    where = QApplication.focusWidget()
    assert isinstance(where, QPlainTextEdit)
    QTest.keyClicks(where, text)
    person.settle()


def test_a_note_that_was_not_saved_is_kept_when_another_day_is_looked_at(start: Start) -> None:
    person = start()
    person.click_on("Add a note")
    write(person, "Half a word")

    go_to(person, TUESDAY)

    assert rating(person) == Rating(TODAY, note="Half a word")
    assert rating(person, TUESDAY) is None


def test_a_note_that_was_not_saved_is_kept_when_the_window_closes(start: Start) -> None:
    person = start()
    person.click_on("Add a note")
    write(person, "Half a word")

    person.window.close()

    assert rating(person) == Rating(TODAY, note="Half a word")


def test_a_note_is_told_as_a_note(start: Start) -> None:
    person = start()
    person.click_on("Add a note")
    write(person, "Calm")
    person.click_on("Save note")

    assert person.conduct.toast.text == "Wrote the note"


def test_the_wheel_over_the_marks_leaves_them_alone(start: Start) -> None:
    person = start()
    scale = person.rating.scales["overall"]
    wheel = QWheelEvent(
        QPointF(5, 5),
        scale.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(scale, wheel)

    assert scale.value() == 1
    assert not wheel.isAccepted()


def test_a_facet_under_the_keyboard_takes_no_mark_for_the_whole(start: Start) -> None:
    person = start()
    person.rating.scales["redness"].setFocus(Qt.FocusReason.TabFocusReason)

    person.press(Qt.Key.Key_8)

    assert rating(person) is None


def test_digits_in_a_note_rate_nothing(start: Start) -> None:
    person = start()
    person.click_on("Add a note")

    write(person, "7 of 10")

    assert rating(person) is None


def test_a_steps_menu_leads_to_the_note_of_the_day(start: Start) -> None:
    person = start()

    person.open_menu("cleanse-evening")
    person.choose("Note for the day…")

    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


# --- the end of the day ---


def test_the_last_tick_folds_the_slot_and_says_so_quietly(
    start: Start, routine: Path, clock: StillClock
) -> None:
    yesterday_and_today(routine, clock)
    person = start()

    person.click_on("Tick all")

    assert person.reads("Done. 2 days.")
    assert all(box.is_folded for box in person.window.today.face.boxes())


def yesterday_and_today(folder: Path, clock: StillClock) -> None:
    """Yesterday whole, and this morning."""
    store = open_store(folder, clock)
    morning = ("cleanse-morning", "pore-serum", "moisturise-morning")
    evening = ("cleanse-evening", "overnight-serum", "moisturise-evening")
    tick_all(store, clock, (*morning, *evening), TODAY - timedelta(days=1))
    tick_all(store, clock, morning, TODAY)
    store.close()


def test_a_phase_that_turns_is_told_of(start: Start, clock: StillClock) -> None:
    clock.moment = clock.moment.replace(month=11, day=1)

    person = start()

    assert person.reads("October: 0 of ")
    assert person.reads("Refining lotion rests until 1 December.")


# --- other days ---


def test_a_day_gone_by_is_filled_in(start: Start) -> None:
    person = start()

    go_to(person, TUESDAY)
    assert person.reads("Tuesday, 17 November")
    assert person.reads("Missed")
    person.click(person.window.today.face.boxes()[0].head.tick_all)

    entry = person.entry("cleanse-morning", TUESDAY)
    assert entry is not None
    assert entry.do == "tick"
    assert person.entry("cleanse-morning", TODAY) is None
    person.press(Qt.Key.Key_6)
    assert rating(person, TUESDAY) == Rating(TUESDAY, overall=6)
    assert person.view.day == TUESDAY


def test_the_week_leads_to_other_weeks_and_back_to_today(start: Start) -> None:
    person = start()

    person.click_on("A week back")
    assert person.view.day == TODAY - timedelta(days=7)
    person.click_on("A week on")
    assert person.view.day == TODAY
    go_to(person, TUESDAY)
    person.press(Qt.Key.Key_Left)
    assert person.view.day == TUESDAY - timedelta(days=1)
    person.press(Qt.Key.Key_Right)
    assert person.view.day == TUESDAY
    person.click_on("Back to today")
    assert person.view.day == TODAY


def test_ctrl_1_leads_back_to_today(start: Start) -> None:
    person = start()
    go_to(person, TUESDAY)

    person.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert person.view.day == TODAY
    assert person.focused == "cleanse-evening"


def test_what_is_still_to_come_cannot_be_ticked_and_says_when_it_can(start: Start) -> None:
    person = start()
    tomorrow = TODAY + timedelta(days=1)
    go_to(person, tomorrow)

    person.click(person.row("cleanse-evening"))

    assert person.entry("cleanse-evening", tomorrow) is None
    assert person.reads("Cleanse comes on Sunday 22 November. It can be ticked then.")
    assert not person.rating.isVisible()
    person.press(Qt.Key.Key_7)
    assert rating(person, tomorrow) is None


def test_a_question_about_one_day_does_not_stay_for_another(start: Start) -> None:
    person = start()
    person.row("clay-mask").take_focus()
    person.press(Qt.Key.Key_S)
    assert person.panel is not None

    go_to(person, TUESDAY)

    assert person.panel is None


def test_a_day_that_is_looked_at_stays_when_midnight_passes(
    start: Start, clock: StillClock
) -> None:
    person = start()
    go_to(person, TUESDAY)

    clock.moment += timedelta(days=1)
    person.conduct.reload()
    person.settle()

    assert (person.view.day, person.view.today) == (TUESDAY, TODAY + timedelta(days=1))


def test_tomorrow_that_was_looked_at_is_followed_once_it_runs(
    start: Start, clock: StillClock
) -> None:
    person = start()
    go_to(person, TODAY + timedelta(days=1))

    for _ in range(2):
        clock.moment += timedelta(days=1)
        person.conduct.reload()
        person.settle()

    assert person.view.day == person.view.today == TODAY + timedelta(days=2)


def test_what_was_refused_for_another_day_opens_no_question_here(start: Start) -> None:
    person = start()
    go_to(person, TUESDAY)

    person.desk.failed.emit(
        Refused(
            "month_off",
            until=date(2026, 12, 1),
            enforce="strict",
            name="Refining lotion",
            step="refining-lotion",
            day=TODAY,
            today=TODAY,
        )
    )

    assert person.panel is None
    assert person.conduct.toast.isVisible()


def test_escape_closes_a_question_wherever_the_keyboard_is(start: Start) -> None:
    person = start()
    person.click(person.row("refining-lotion"))
    assert person.panel is not None
    person.row("cleanse-evening").setFocus()

    person.press(Qt.Key.Key_Escape)

    assert person.panel is None


def test_progress_shows_the_day_that_runs_when_it_is_seen_again(
    start: Start, clock: StillClock
) -> None:
    person = start()
    person.click_on("Progress")
    page = person.window.findChild(ProgressPage)
    assert page is not None
    person.click_on("Today")

    clock.moment += timedelta(days=1)
    person.conduct.reload()
    person.settle()
    person.click_on("Progress")

    assert page.view is not None
    assert page.view.day == TODAY + timedelta(days=1)


def test_a_day_in_the_year_leads_to_today(start: Start) -> None:
    person = start()
    person.click_on("Progress")
    page = person.window.findChild(ProgressPage)
    assert page is not None

    page.day_wanted.emit(TUESDAY)
    person.settle()

    assert person.window.page is person.window.today
    assert person.view.day == TUESDAY
