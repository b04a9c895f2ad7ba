"""What does a person do at the window, and what do they see?"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tracker.actions.settings import set_setting
from tracker.actions.views.today import StepCard, TodayView
from tracker.domain.day import Day
from tracker.domain.log import Entry
from tracker.domain.settings import Json
from tracker.store.first_look import first_look
from tracker.ui.afterwards import Afterwards
from tracker.ui.conduct import Conduct
from tracker.ui.desk import Desk
from tracker.ui.pages.today.beside import Beside
from tracker.ui.widgets.panel import Panel
from tracker.ui.widgets.rating_card import RatingCard
from tracker.ui.widgets.step_row import StepRow
from tracker.ui.widgets.week_strip import WeekStrip
from tracker.ui.window import Window
from tracker.ui.worker import Worker


class Person:
    """Someone at the keyboard and the mouse, who reads what is visible."""

    def __init__(self, qtbot: QtBot, window: Window, folder: Path) -> None:
        self.qtbot = qtbot
        self.window = window
        self.folder = folder

    # --- the window ---

    def wait_until_ready(self) -> None:
        """Until the store is open and the window shows what it holds."""
        self.qtbot.waitUntil(lambda: self.window.findChild(Conduct) is not None, timeout=10_000)
        self.qtbot.waitUntil(self.is_ready, timeout=10_000)
        self.settle()

    def is_ready(self) -> bool:
        return self.desk.is_open

    def settle(self) -> None:
        """Until nothing is being read or written."""
        self.qtbot.waitUntil(lambda: is_idle(self.desk), timeout=10_000)

    @property
    def desk(self) -> Desk:
        afterwards = self.window.findChild(Afterwards)
        assert afterwards is not None
        assert afterwards.desk is not None
        return afterwards.desk

    @property
    def conduct(self) -> Conduct:
        conduct = self.window.findChild(Conduct)
        assert conduct is not None
        return conduct

    @property
    def theme(self) -> str:
        return self.window.theme.choice

    @property
    def view(self) -> TodayView:
        view = self.window.today.view
        assert view is not None
        return view

    def come_back(self) -> None:
        """Offscreen, nobody gives the window its place back when a menu has closed."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def leave(self) -> None:
        """Close the window, twice where something half made is asked about."""
        self.settle()
        if not self.window.close():
            self.window.close()

    # --- what is done ---

    def press(self, key: Qt.Key, with_keys: Qt.KeyboardModifier | None = None) -> None:
        """Press a key wherever the keyboard is, and wait for what follows."""
        where = QApplication.focusWidget() or self.window
        QTest.keyClick(where, key, with_keys or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def write(self, text: str) -> None:
        where = QApplication.focusWidget()
        assert isinstance(where, QLineEdit)
        QTest.keyClicks(where, text)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def click_on(self, label: str) -> None:
        """Click what carries that label."""
        self.click(self.button(label))

    def button(self, label: str) -> QAbstractButton:
        found = [
            button
            for button in self.window.findChildren(QAbstractButton)
            if getattr(button, "label", "") == label and button.isVisible()
        ]
        assert found, f"nothing that is labelled {label!r} can be seen"
        return found[0]

    def set(self, key: str, value: Json) -> None:
        """Change a setting without a page, as another part of the window would."""
        self.desk.write(lambda store: set_setting(store, key, value))
        self.settle()

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def redo(self) -> None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        self.press(Qt.Key.Key_Z, both)

    def open_menu(self, step: str) -> None:
        """Press the menu key on a step."""
        self.row(step).take_focus()
        self.press(Qt.Key.Key_Menu)

    def choose(self, label: str) -> None:
        """Choose an entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(action for action in menu.actions() if action.text() == label)
        place = menu.actionGeometry(action).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        self.settle()
        self.come_back()

    # --- what is seen ---

    @property
    def beside(self) -> Beside:
        beside = self.window.today.face.beside
        assert beside is not None
        return beside

    @property
    def rating(self) -> RatingCard:
        return self.beside.rating

    @property
    def week(self) -> WeekStrip:
        week = self.window.today.face.heading.week
        assert week is not None
        return week

    def row(self, step: str) -> StepRow:
        row = self.window.today.face.row(step)
        assert row is not None, f"{step} is not shown"
        return row

    def card(self, step: str) -> StepCard:
        card = self.window.today.card(step)
        assert card is not None
        return card

    @property
    def focused(self) -> str | None:
        """The step on which the keyboard is."""
        where = QApplication.focusWidget()
        return where.card.step if isinstance(where, StepRow) else None

    @property
    def panel(self) -> Panel | None:
        found = [panel for panel in self.window.findChildren(Panel) if panel.isVisible()]
        return found[0] if found else None

    def reads(self, text: str) -> bool:
        """Whether some visible text holds `text`."""
        return any(text in seen for seen in self.visible_texts())

    def visible_texts(self) -> list[str]:
        """Every text in the window, drawn, hinted or spoken."""
        found: list[str] = []
        for widget in (self.window, *self.window.findChildren(QWidget)):
            if widget.isVisible():
                found += texts_of(widget)
        return [text for text in found if text]

    def entry(self, step: str, day: Day) -> Entry | None:
        """What is kept of a step on a day, by another look at the file."""
        look = first_look(self.folder)
        assert look is not None
        with look:
            return next((one for one in look.entries(day, day) if one.step == step), None)


def is_idle(desk: Desk) -> bool:
    """Whether everything that was asked for is answered."""
    worker = desk.findChild(Worker)
    return worker is None or worker.waiting == 0


def texts_of(widget: QWidget) -> list[str]:
    """What a widget shows and says."""
    texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel | QAbstractButton):
        texts.append(widget.text())
    if isinstance(widget, QLineEdit):
        texts += [widget.placeholderText(), widget.text()]
    if isinstance(widget, StepRow):
        texts += [widget.card.name, widget.line]
    texts += [
        getattr(widget, name)
        for name in ("label", "aside", "done", "count")
        if isinstance(getattr(widget, name, None), str)
    ]
    return texts
