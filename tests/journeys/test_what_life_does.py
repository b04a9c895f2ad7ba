"""Can a holiday, a peel and two more weeks be entered beside the month, and seen in it first?"""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.actions.views.calendar import CalendarDay
from tracker.domain.day import Day
from tracker.ui.pages.calendar.forms.pause import PauseForm
from tracker.ui.pages.calendar.forms.shift import ShiftForm
from tracker.ui.pages.calendar.forms.treatment import TreatmentForm
from tracker.ui.pages.calendar.page import CalendarPage

CTRL = Qt.KeyboardModifier.ControlModifier
Start = Callable[[], Person]

pytestmark = pytest.mark.usefixtures("routine")


def calendar_at(person: Person, day: Day) -> CalendarPage:
    """The calendar, with a day selected."""
    person.press(Qt.Key.Key_2, CTRL)
    page = person.window.page
    assert isinstance(page, CalendarPage)
    page.day_wanted.emit(day)
    person.settle()
    return page


def cell(page: CalendarPage, day: Day) -> CalendarDay:
    found = page.grid.cell(day)
    assert found is not None
    return found


def test_a_holiday_entered_afterwards_turns_missed_into_paused(start: Start) -> None:
    person = start()
    monday, sunday = date(2026, 11, 9), date(2026, 11, 15)
    page = calendar_at(person, monday)
    assert [cell(page, day).mark for day in (monday, sunday)] == ["missed", "missed"]

    person.click_on("Pause…")
    assert isinstance(page.form, PauseForm)
    seen = [cell(page, day) for day in (date(2026, 11, 8), monday, sunday)]
    assert [(one.mark, one.is_changed) for one in seen] == [
        ("missed", False),
        ("paused", True),
        ("paused", True),
    ]
    person.click(page.form.agree)

    assert person.reads("Clay mask, Paused, until Monday 16 November")
    assert (cell(page, sunday).mark, cell(page, sunday).is_changed) == ("paused", False)
    person.undo()
    assert cell(page, sunday).mark == "missed"


def test_a_peel_three_days_ago_rests_what_is_due_today(start: Start) -> None:
    person = start()
    assert person.card("clay-mask").status == "due"
    page = calendar_at(person, date(2026, 11, 18))

    person.click_on("Clinic treatment…")
    form = page.form
    assert isinstance(form, TreatmentForm)
    QTest.keyClicks(form.rest.edit, "5")
    person.settle()
    assert cell(page, date(2026, 11, 21)).is_changed
    person.click(form.agree)
    assert person.reads("rest until")
    person.press(Qt.Key.Key_1, CTRL)

    mask = person.card("clay-mask")
    assert (mask.status, mask.reason) == ("resting", "recovery")
    person.undo()
    assert person.card("clay-mask").status == "due"


def test_two_more_weeks_of_lotion_are_agreed_to_from_the_month(
    start: Start, clock: StillClock
) -> None:
    clock.moment = datetime(2026, 12, 20, 21, 30, tzinfo=timezone(timedelta(hours=1)))
    person = start()
    january = date(2027, 1, 10)
    page = calendar_at(person, january)
    assert cell(page, january).phases == (False,)

    person.click_on("Shift Refining lotion…")
    assert isinstance(page.form, ShiftForm)
    person.click_on("Stay on two more weeks")
    days = [date(2027, 1, 1), date(2027, 1, 14), date(2027, 1, 15)]
    assert [cell(page, day).phases for day in days] == [(True,), (True,), (False,)]
    assert cell(page, january).is_changed
    person.click(page.form.agree)

    assert not page.view or not page.view.is_supposed
    assert [cell(page, day).phases for day in days] == [(True,), (True,), (False,)]
    person.undo()
    assert cell(page, january).phases == (False,)
