"""Can one go through the calendar, read what was and what will be, and open any day of it?"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.person import Person, texts_of
from tests.journeys.test_layout import wait_for_room
from tests.pseudo_language import CODE, write_catalogue
from tests.still_clock import StillClock
from tracker.actions.tick import tick
from tracker.domain.day import Day
from tracker.store.store import open_store
from tracker.ui.pages.calendar.page import CalendarPage
from tracker.words import language

TODAY = date(2026, 11, 21)
CTRL = Qt.KeyboardModifier.ControlModifier
Start = Callable[[], Person]


@pytest.fixture
def lived(routine: Path, clock: StillClock) -> Path:
    """On Thursday the morning was done, and the lotion was used although it rests."""
    store = open_store(routine, clock)
    for step in ("cleanse-morning", "pore-serum", "moisturise-morning"):
        tick(store, clock, step, date(2026, 11, 19))
    tick(store, clock, "refining-lotion", date(2026, 11, 19), anyway=True, reason="A wedding")
    store.close()
    return routine


@pytest.fixture
def person(start: Start, lived: Path) -> Person:
    """Someone with those days, at their window."""
    del lived
    return start()


def opened(person: Person) -> CalendarPage:
    """The calendar, opened by its key, with the keyboard in the month."""
    person.press(Qt.Key.Key_2, CTRL)
    page = person.window.page
    assert isinstance(page, CalendarPage)
    assert QApplication.focusWidget() is page.grid
    return page


def go(person: Person, page: CalendarPage, day: Day) -> None:
    """Go to a month by its year, and to a day by the arrows."""
    person.press(Qt.Key.Key_G)
    QTest.keyClicks(page.jump.year, str(day.year))
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Home)
    for _ in range(day.day - 1):
        person.press(Qt.Key.Key_Right)
    assert page.grid.selected == day


def test_a_day_gone_by_is_read_in_words(person: Person) -> None:
    page = opened(person)
    assert page.header.title.text() == "November 2026"
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left):
        person.press(key)

    assert page.panel.title.text() == "Thursday 19"
    assert page.grid.accessibleName().startswith("Thursday, 19 November: some steps done")
    for line in ("Morning, 3 of 3", "Refining lotion, Off plan, A wedding", "Cleanse, Missed"):
        assert person.reads(line), line
    person.press(Qt.Key.Key_Return)
    assert person.window.page is person.window.today
    assert person.view.day == date(2026, 11, 19)


def test_what_is_to_come_says_why_a_step_rests(person: Person) -> None:
    opened(person)
    for _ in range(3):
        person.press(Qt.Key.Key_Right)

    assert person.reads("Tuesday 24")
    assert person.reads("still to come")
    assert person.reads("Refining lotion, Month off, back on Tuesday 1 December")


@pytest.mark.parametrize("year", [1726, 2326])
def test_three_hundred_years_away_it_pages_and_opens_a_day(person: Person, year: int) -> None:
    page = opened(person)

    go(person, page, date(year, 11, 3))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        person.press(key)
    assert page.header.title.text() == f"December {year}"
    person.click(page.header.back)
    assert page.header.title.text() == f"November {year}"
    page.take_focus()
    person.press(Qt.Key.Key_Return)

    assert person.window.page is person.window.today
    assert person.view.day == date(year, 11, 3)
    assert person.view.has_routine == (year > 2026)
    opened(person)
    person.press(Qt.Key.Key_T)
    assert page.grid.selected == TODAY


def test_a_tick_on_today_is_seen_and_midnight_is_followed(
    person: Person, clock: StillClock
) -> None:
    page = opened(person)
    person.press(Qt.Key.Key_1, CTRL)
    person.press(Qt.Key.Key_Space)
    opened(person)
    assert {row.label: row.line for row in page.panel.rows}["Cleanse"] == "Done at 21:30"

    clock.moment += timedelta(days=1)
    person.conduct.reload()
    person.settle()
    assert page.panel.title.text() == "Sunday 22"
    assert page.panel.aside.text() == "today"


@pytest.mark.parametrize("size", [(900, 640), (1200, 800), (700, 560), (1600, 1000)])
def test_nothing_on_the_calendar_is_cut_off(person: Person, size: tuple[int, int]) -> None:
    person.window.resize(*size)
    page = opened(person)

    wait_for_room(person)
    person.press(Qt.Key.Key_G)
    wait_for_room(person)
    page.header.table_wanted.emit()
    wait_for_room(person)
    page.header.table_wanted.emit()
    for form in ("Pause…", "Clinic treatment…", "Shift Refining lotion…"):
        person.click_on(form)
        wait_for_room(person)


def test_another_language_is_spoken_there_at_once(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "resource", (tmp_path / "resources").joinpath)
    write_catalogue(tmp_path / "resources")
    opened(person)

    person.set("language", CODE)
    person.qtbot.waitUntil(lambda: isinstance(person.window.page, CalendarPage))
    person.settle()

    assert person.reads("⟦November⟧ 2026")
    assert person.reads("⟦Open the day⟧")
    assert not [text for text in seen(person.window) if "Pause…" in text and "⟦" not in text]


def seen(window: QWidget) -> list[str]:
    """Every text that is visible."""
    widgets = [one for one in window.findChildren(QWidget) if one.isVisible()]
    return [text for one in widgets for text in texts_of(one)]
