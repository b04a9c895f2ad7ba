"""How is a schedule's sentence opened in tests, and how are its controls found?"""

from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.domain.outside import Outside
from tracker.domain.rule import read_rule
from tracker.domain.rule.base import Rule
from tracker.ui.pages.routine.schedule_field import ScheduleField
from tracker.ui.pages.routine.sentences.base import Place
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.menus import Menu
from tracker.ui.widgets.number_field import NumberField

TODAY = date(2026, 11, 21)
PLACE = Place(TODAY, TODAY, "mon")


def field(qtbot: QtBot, rule: Rule) -> ScheduleField:
    shown = ScheduleField(rule, PLACE)
    qtbot.addWidget(shown)
    shown.resize(900, 200)
    shown.show()
    return shown


def made(**document: object) -> Rule:
    return read_rule(Outside(document))


def number(shown: QWidget, spoken: str) -> NumberField:
    found = [one for one in shown.findChildren(NumberField) if one.isVisible()]
    return next(one for one in found if one.edit.accessibleName() == spoken)


def choice(shown: QWidget, spoken: str, place: int = 0) -> Choice:
    found = [one for one in shown.findChildren(Choice) if one.isVisible()]
    return [one for one in found if one.accessibleName().startswith(spoken)][place]


def chips(shown: QWidget) -> Chips:
    return next(one for one in shown.findChildren(Chips) if one.isVisible())


def pick(one: Choice, label: str) -> None:
    one.open_menu()
    menu = one.findChild(Menu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.close()
