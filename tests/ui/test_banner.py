"""Is a reminder in the window read, answered and reached like everything else in it?"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tracker.actions.ports import Note
from tracker.ui.widgets.banner import Banner, Banners
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.card import Elided

BUTTONS = (("done", "Done"), ("snooze", "Snooze 1 h"), ("skip", "Skip"))
MASK = Note("mask", "Routine: 1 step for this evening", "Clay mask", BUTTONS)
PHASE = Note("phase", "Routine: 1 change from tomorrow", "Refining lotion")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    window.resize(900, 300)
    window.show()
    return window


@pytest.fixture
def banners(window: QWidget) -> Banners:
    layout = window.layout()
    assert layout is not None
    return Banners(window, layout.addWidget)


Show = Callable[..., None]


@pytest.fixture
def show(window: QWidget, banners: Banners, qtbot: QtBot) -> Show:
    """Show notes, and wait until they are seen."""

    def seen(*notes: Note) -> None:
        for note in notes:
            banners.show(note)
        qtbot.waitUntil(lambda: set(notes) <= set(shown(window)))

    return seen


def shown(window: QWidget) -> list[Note]:
    return [one.note for one in window.findChildren(Banner) if one.isVisible()]


def buttons(window: QWidget) -> dict[str, Button]:
    return {one.label: one for one in window.findChildren(Button) if one.isVisible()}


def test_it_says_what_is_to_be_done_and_hears_the_answer(
    window: QWidget, banners: Banners, show: Show, qtbot: QtBot
) -> None:
    show(MASK)

    texts = [one.text() for one in window.findChildren(Elided)]
    assert texts == [MASK.title, MASK.body]
    assert list(buttons(window)) == ["Done", "Snooze 1 h", "Skip"]
    assert buttons(window)["Done"].accessibleName() == "Done (Clay mask)"
    for wish, label in BUTTONS:
        with qtbot.waitSignal(banners.pressed) as pressed:
            QTest.keyClick(buttons(window)[label], Qt.Key.Key_Return)
        assert pressed.args == ["mask", wish]


def test_a_note_that_asks_nothing_can_be_closed(
    window: QWidget, banners: Banners, show: Show, qtbot: QtBot
) -> None:
    show(PHASE)

    with qtbot.waitSignal(banners.closed) as closed:
        QTest.mouseClick(buttons(window)["Close"], Qt.MouseButton.LeftButton)

    assert closed.args == ["phase"]


def test_a_note_takes_the_place_of_the_one_with_its_key_until_it_is_withdrawn(
    window: QWidget, banners: Banners, show: Show
) -> None:
    show(MASK, PHASE)
    before = window.findChildren(Banner)
    banners.show(MASK)
    assert window.findChildren(Banner) == before

    show(MASK._replace(body="Aloe mask"))
    assert sorted(note.body for note in shown(window)) == ["Aloe mask", "Refining lotion"]
    banners.withdraw("mask")
    banners.withdraw("never shown")

    assert shown(window) == [PHASE]


def test_nothing_is_cut_off_where_there_is_little_room(
    window: QWidget, show: Show, qtbot: QtBot
) -> None:
    window.resize(500, 300)

    show(MASK._replace(body="Clay mask " * 1000))

    qtbot.waitUntil(lambda: all(one.height() >= 32 for one in buttons(window).values()))
    for button in buttons(window).values():
        assert window.rect().contains(button.mapTo(window, button.rect().bottomRight()))
    assert window.findChildren(Banner)[0].height() < 140
