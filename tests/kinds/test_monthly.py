"""Is the first Monday of the month found, made up, said and chosen?"""

from calendar import monthcalendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tracker.domain.day import FIRST_DAY, LAST_DAY, WEEKDAYS, Day, Weekday
from tracker.domain.errors import BadInput
from tracker.domain.log import Log
from tracker.domain.outside import Outside
from tracker.domain.plan import plan
from tracker.domain.routine import Routine, Step, Version
from tracker.domain.rule import read_rule
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.monthly import WHICH, Monthly, Which
from tracker.ui.pages.routine.schedule_field import ScheduleField
from tracker.ui.pages.routine.sentences.base import Place
from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.menus import Menu
from tracker.words.schedules import planned_clause, schedule_sentence

DOCUMENT = {"kind": "monthly", "which": "first", "weekday": "mon"}
START = date(2026, 10, 1)
every_day = st.dates(FIRST_DAY, LAST_DAY)
rules = st.builds(Monthly, st.sampled_from(WHICH), st.sampled_from(WEEKDAYS))


def by_the_calendar(which: Which, weekday: Weekday, day: Day) -> Day:
    """The day of that month, read off its weeks."""
    weeks = monthcalendar(day.year, day.month)
    numbers = [number for week in weeks if (number := week[WEEKDAYS.index(weekday)])]
    return day.replace(day=numbers[-1 if which == "last" else WHICH.index(which)])


@given(rules, every_day)
def test_the_days_are_those_of_the_calendar(rule: Monthly, day: Day) -> None:
    named = by_the_calendar(rule.which, rule.weekday, day)

    assert rule.last_named(named, day) == named
    assert rule.next_named(named, day) == by_the_calendar(
        rule.which, rule.weekday, (day.replace(day=28) + timedelta(days=4))
    )
    assert rule.last_named(day, day) <= day < rule.next_named(day, day)
    assert (day - rule.last_named(day, day)).days < rule.reach


@given(every_day)
def test_a_rule_is_begun_with_the_day_it_holds(day: Day) -> None:
    assert Monthly.holding(day).last_named(day, day) == day


def test_the_document_is_kept() -> None:
    assert read_rule(Outside(DOCUMENT)).document() == DOCUMENT


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        ({"which": "fifth"}, "not_one_of", "rule.which"),
        ({"which": None}, "missing_key", "rule.which"),
        ({"weekday": "monday"}, "not_one_of", "rule.weekday"),
        ({"weekday": ["mon"]}, "not_one_of", "rule.weekday"),
    ],
)
def test_what_names_no_day_is_refused(change: dict[str, object], code: str, where: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_rule(Outside(DOCUMENT | change, "rule"))

    assert (caught.value.code, caught.value.facts["where"]) == (code, where)


def test_a_missed_day_can_be_made_up_until_the_next() -> None:
    schedule = (Version(START, Monthly("first", "mon")),)
    routine = Routine((Step("peel", "Peel", "exfoliant", "evening", START, schedule),))
    log = Log([("peel", date(2026, 10, 20), "tick")])

    rows = plan(routine, log, START, date(2026, 12, 31), date(2026, 11, 21))

    said = {row.day: (row.status, row.reason, row.until) for row in rows}
    assert said[START] == ("resting", "not_today", date(2026, 10, 5))
    assert said[date(2026, 10, 5)] == ("moved", None, None)
    assert said[date(2026, 10, 20)] == ("done", None, None)
    assert said[date(2026, 10, 21)] == ("resting", "not_today", date(2026, 11, 2))
    assert said[date(2026, 11, 2)] == ("missed", None, None)
    assert said[date(2026, 11, 21)] == ("optional", None, None)
    assert said[date(2026, 12, 7)] == ("due", None, None)


@pytest.mark.parametrize("which", WHICH)
def test_it_is_said(which: Which) -> None:
    rule = Monthly(which, "tue")

    assert schedule_sentence(rule) == f"On the {which} Tuesday of the month"
    assert planned_clause(rule, "Peel") == (f"Peel is planned for the {which} Tuesday of the month")


def test_it_is_chosen(qtbot: QtBot) -> None:
    today = date(2026, 11, 30)
    shown = ScheduleField(Daily(), Place(today, today, "mon"))
    qtbot.addWidget(shown)

    pick(shown.chosen.choice, "Once a month")
    begun = shown.said.rule
    which, weekday = (shown.chosen.parts[part] for part in ("which", "weekday"))
    pick(which, "second")
    pick(weekday, "Friday")

    assert begun == Monthly("last", "mon")
    assert shown.said.rule == Monthly("second", "fri")
    assert isinstance(which, Choice)
    assert which.accessibleName().startswith("Which of the month")


def pick(choice: object, label: str) -> None:
    """One of what the menu of a choice offers."""
    assert isinstance(choice, Choice)
    choice.open_menu()
    menu = choice.findChild(Menu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.close()
