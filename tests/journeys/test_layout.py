"""Is everything readable: at the least size, at 200 %, and in every language?"""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from tests.journeys.person import Person, texts_of
from tests.still_clock import StillClock
from tracker.actions.set_up import set_up
from tracker.domain.day import Day
from tracker.exchange.preset import load_preset
from tracker.store.store import open_store
from tracker.ui.pages.calendar.day_row import DayRow
from tracker.ui.widgets.card import Elided, Wrapped
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.order_list import OrderRow
from tracker.ui.widgets.phase_bar import PhaseCard, PhaseLabels
from tracker.ui.widgets.sentence_line import SentenceLine
from tracker.ui.widgets.step_row import StepRow
from tracker.words import language

Start = Callable[[], Person]


def cut_off(window: QWidget) -> list[str]:
    """What is wider than its place, lower than its text, or out of the window at a side."""
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    found = [_named(widget) for widget in shown if not _has_room(widget)]
    for area in (widget for widget in shown if isinstance(widget, QScrollArea)):
        inner = area.widget()
        if inner is not None and inner.width() > area.viewport().width():
            found.append(f"{_named(inner)} wants to be scrolled sideways")
    for widget in shown:
        left = widget.mapTo(window, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > window.width():
            found.append(f"{_named(widget)} stands out of the window")
    return found + _laid_over(shown)


def _laid_over(shown: list[QWidget]) -> list[str]:
    """Which texts of one place stand on each other, or out of it."""
    texts = [widget for widget in shown if isinstance(widget, QLabel) and widget.text()]
    found = [
        f"{_named(text)} stands out of its place"
        for text in texts
        if not _place_of(text).contains(text.geometry())
    ]
    for number, text in enumerate(texts):
        found += [
            f"{_named(other)} stands on {_named(text)}"
            for other in texts[number + 1 :]
            if other.parentWidget() is text.parentWidget()
            and other.geometry().intersects(text.geometry())
        ]
    return found


def _place_of(widget: QWidget) -> QRect:
    parent = widget.parentWidget()
    return widget.geometry() if parent is None else parent.rect()


def wait_for_room(person: Person) -> None:
    """Until everything has its place, which it must find within a moment."""

    def check() -> None:
        assert cut_off(person.window) == []

    person.qtbot.waitUntil(check, timeout=2_000)


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.size().toTuple()} {' | '.join(texts_of(widget))}"


def _has_room(widget: QWidget) -> bool:
    if isinstance(widget, Elided):
        is_whole = not widget.is_elided or widget.toolTip() == widget.text()
        return is_whole and widget.height() >= widget.sizeHint().height()
    if isinstance(widget, StepRow | DayRow) or (isinstance(widget, QLabel) and widget.wordWrap()):
        return _holds_each_word(widget) and widget.height() >= widget.heightForWidth(widget.width())
    if isinstance(widget, SentenceLine | OrderRow | Chips):
        return widget.height() >= widget.heightForWidth(widget.width())
    if isinstance(widget, QLabel | QAbstractButton) and widget.layout() is None:
        return widget.width() >= widget.sizeHint().width()
    return True


def _holds_each_word(widget: QWidget) -> bool:
    """Whether no word is wider than its line, or such a word goes on in the next."""
    if not isinstance(widget, QLabel) or isinstance(widget, Wrapped):
        return True
    metrics = widget.fontMetrics()
    return all(metrics.horizontalAdvance(word) <= widget.width() for word in widget.text().split())


@pytest.mark.usefixtures("routine")
@pytest.mark.parametrize("size", [(900, 640), (1200, 800), (700, 560), (1600, 1000)])
def test_nothing_on_today_is_cut_off(start: Start, size: tuple[int, int]) -> None:
    person = start()
    person.window.resize(*size)

    for step, opened in (("refining-lotion", "Use anyway…"), ("cleanse-evening", "Skip…")):
        person.open_menu(step)
        person.choose(opened)
        wait_for_room(person)


TODAY = date(2026, 11, 21)
LONG = (
    "A refining lotion with a name that goes on and on, Donaudampfschifffahrtsgesellschaftsbalsam"
)


def begin(folder: Path, clock: StillClock, first: Day, lotion: str = "Refining lotion") -> None:
    """The routine for oily skin from a day on, with a lotion of that name."""
    diary = load_preset("oily", first, "toner")
    steps = [s._replace(name=lotion) if s.id == "refining-lotion" else s for s in diary.steps]
    store = open_store(folder, clock)
    set_up(store, diary._replace(steps=tuple(steps)), "oily")
    store.close()


@pytest.mark.parametrize("size", [(900, 640), (1200, 800), (700, 560)])
@pytest.mark.parametrize("lotion", ["Refining lotion", LONG])
@pytest.mark.parametrize("days", [0, 10, 40, 65])
def test_nothing_beside_the_first_days_is_cut_off(
    start: Start, folder: Path, clock: StillClock, size: tuple[int, int], lotion: str, days: int
) -> None:
    begin(folder, clock, TODAY - timedelta(days=days), lotion)
    person = start()
    person.window.resize(*size)

    wait_for_room(person)
    assert person.beside.streak.title.is_elided is False
    assert person.reads("grows with each finished day")


@pytest.mark.usefixtures("routine")
@pytest.mark.parametrize("size", [(900, 640), (1200, 800), (880, 640)])
def test_what_stands_beside_the_steps_is_as_wide_as_it_needs(
    start: Start, size: tuple[int, int]
) -> None:
    """Else Qt works out heights for a width that is not the column's."""
    person = start()
    person.window.resize(*size)

    wait_for_room(person)
    assert person.beside.width() >= person.beside.minimumSizeHint().width()


def test_a_title_that_is_too_long_is_whole_in_its_tooltip(
    start: Start, folder: Path, clock: StillClock
) -> None:
    begin(folder, clock, TODAY, LONG)
    person = start()
    person.window.resize(900, 640)
    title = person.window.today.face.findChildren(PhaseCard)[0].title

    person.qtbot.waitUntil(lambda: title.is_elided)
    assert title.toolTip() == LONG
    assert QAccessible.queryAccessibleInterface(title).text(QAccessible.Text.Name) == LONG


def test_captions_are_said_shorter_and_then_stand_below_each_other(
    start: Start, folder: Path, clock: StillClock
) -> None:
    begin(folder, clock, TODAY - timedelta(days=40))
    captions = start().window.today.face.findChildren(PhaseLabels)[0]

    def said(width: int) -> list[str]:
        captions.resize(width, captions.heightForWidth(width))
        return [label.text() for label in captions.labels]

    assert said(300) == ["On from 12 Oct", "Off from 12 Nov", "On from 12 Dec"]
    assert said(224) == ["On 12 Oct", "Off 12 Nov", "On 12 Dec"]
    assert said(150) == ["On from 12 Oct", "Off from 12 Nov", "On from 12 Dec"]
    tops = [label.y() for label in captions.labels]
    assert tops == sorted(set(tops))


@pytest.mark.parametrize("size", [(900, 640), (700, 560)])
def test_nothing_on_the_first_start_is_cut_off(start: Start, size: tuple[int, int]) -> None:
    person = start()
    person.window.resize(*size)

    wait_for_room(person)


@pytest.mark.usefixtures("routine")
@pytest.mark.parametrize("size", [(1200, 800), (900, 640), (700, 560), (560, 560)])
def test_nothing_on_the_settings_is_cut_off(start: Start, size: tuple[int, int]) -> None:
    person = start()
    person.window.resize(*size)
    person.click_on("Settings")
    wait_for_room(person)

    person.set("week_start", [{"from": "2026-11-30", "day": "sun"}])
    person.set("reminder_names", True)
    wait_for_room(person)


@pytest.mark.usefixtures("routine")
@pytest.mark.parametrize("size", [(1200, 800), (900, 640), (700, 560), (560, 560)])
def test_nothing_of_the_routine_is_cut_off(start: Start, size: tuple[int, int]) -> None:
    person = start()
    person.window.resize(*size)
    person.click_on("Routine")
    wait_for_room(person)

    person.click_on("Clay mask")
    wait_for_room(person)
    person.click_on("Cancel")
    person.click_on("Refining lotion")
    wait_for_room(person)
    person.click_on("Rest after another step…")
    person.click_on("A past day…")
    wait_for_room(person)
    person.click_on("Name, kind, reminder and more")
    wait_for_room(person)
    person.click_on("Cancel")
    wait_for_room(person)
    person.click_on("Discard the change")
    person.click_on("Change…")
    wait_for_room(person)
    person.click_on("Cancel")
    person.click_on("Add a step…")
    wait_for_room(person)


@pytest.mark.usefixtures("routine")
def test_the_right_column_moves_below_where_it_is_narrow(start: Start) -> None:
    person = start()
    face = person.window.today.face

    def is_beside() -> bool:
        left, right = face.boxes()[0], person.beside.streak
        return right.mapTo(face, QPoint(0, 0)).x() > left.mapTo(face, QPoint(0, 0)).x()

    person.window.resize(900, 640)
    person.qtbot.waitUntil(is_beside)
    person.window.resize(800, 640)
    person.qtbot.waitUntil(lambda: not is_beside())
    person.window.resize(900, 640)
    person.qtbot.waitUntil(is_beside)


def test_the_same_holds_at_200_percent() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "cut_off", __file__],
        env={**os.environ, "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


class Bracketed:
    """A language in which every sentence says that it was translated."""

    def gettext(self, message: str) -> str:
        return f"[{message}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"[{msgid1 if n == 1 else msgid2}]"

    def pgettext(self, context: str, message: str) -> str:
        del context
        return f"[{message}]"


@pytest.fixture
def another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._spoken, "catalogue", Bracketed())


@pytest.mark.usefixtures("another_language")
def test_every_text_of_the_window_is_translated(start: Start) -> None:
    person = start()
    seen = person.visible_texts()
    person.click_on("[Start with this routine]")
    seen += person.visible_texts()
    person.press(Qt.Key.Key_S)
    seen += person.visible_texts()
    person.write("[because]")
    person.press(Qt.Key.Key_Return)
    seen += person.visible_texts()
    person.click_on("[Tick all]")
    seen += person.visible_texts()

    assert {text for text in seen if not _is_translated(text)} <= {"Routine Tracker"}


def _is_translated(text: str) -> bool:
    """No letter stands outside brackets."""
    depth = 0
    for char in text:
        depth += (char == "[") - (char == "]")
        if depth == 0 and char.isalpha():
            return False
    return True
