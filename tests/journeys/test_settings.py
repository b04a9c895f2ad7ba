"""Can everything be set by what is written, does it hold at once, and can it be taken back?"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.journeys.person import Person
from tests.pseudo_language import CODE, bare, write_catalogue
from tests.still_clock import StillClock
from tracker.actions.settings import set_setting
from tracker.domain.day import ONE_DAY
from tracker.domain.settings import Json
from tracker.store.first_look import first_look
from tracker.store.store import open_store
from tracker.ui.pages.settings.page import SettingsPage
from tracker.ui.widgets.segments import Segment
from tracker.words import language

Start = Callable[[], Person]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(start: Start, routine: Path) -> Person:
    """Someone who has a routine and has opened the settings."""
    assert routine.is_dir()
    person = start()
    person.click_on("Settings")
    return person


def choose(person: Person, spoken: str) -> None:
    """Click the value that a screen reader calls that."""
    person.click(named(person, spoken))


def named(person: Person, spoken: str) -> QWidget:
    found = [
        widget
        for widget in person.window.findChildren(QWidget)
        if widget.accessibleName() == spoken and widget.isVisible()
    ]
    assert len(found) == 1, f"{len(found)} things are called {spoken!r}"
    return found[0]


def is_in_force(person: Person, spoken: str) -> bool:
    segment = named(person, spoken)
    assert isinstance(segment, Segment)
    return segment.isChecked()


def kept(folder: Path, key: str) -> Json:
    look = first_look(folder)
    assert look is not None
    with look:
        return look.settings().get(key)


def test_the_page_is_reached_by_its_key_and_left_by_todays(start: Start, routine: Path) -> None:
    assert routine.is_dir()
    person = start()

    person.press(Qt.Key.Key_Comma, CTRL)
    assert person.reads("Each change holds at once.")
    assert is_in_force(person, "The day begins at: 04:00")
    focused = QApplication.focusWidget()
    assert focused is named(person, "The day begins at: 04:00")

    person.press(Qt.Key.Key_1, CTRL)
    assert person.focused is not None


def test_the_page_opens_at_its_top(start: Start, routine: Path) -> None:
    assert routine.is_dir()
    person = start()
    person.window.resize(900, 560)
    person.press(Qt.Key.Key_Comma, CTRL)
    page = person.window.findChild(SettingsPage)
    assert page is not None
    bar = page.verticalScrollBar()
    person.qtbot.waitUntil(lambda: bar.maximum() > 0)
    tops = [bar.value()]

    bar.setValue(200)
    person.press(Qt.Key.Key_1, CTRL)
    person.press(Qt.Key.Key_Comma, CTRL)

    assert [*tops, bar.value()] == [0, 0]


@pytest.mark.parametrize(
    ("spoken", "said", "key", "value"),
    [
        ("The day begins at: 02:00", "Until 02:00, what you tick", "day_starts_at", 2),
        ("The day begins at: 00:00", "The day changes at midnight", "day_starts_at", 0),
        ("Remind me: Off", "Nothing is announced", "reminders", False),
        ("Name the steps in reminders: On", "A reminder names the step", "reminder_names", True),
        ("A day counts with: 80 %", "when 80 % of its turns", "day_threshold", "most"),
        ("Forgive one slip: On", "One missed turn in seven", "forgive_slip", True),
        ("Theme: Dark", "whatever the system does", "theme", "dark"),
    ],
)
def test_a_change_is_kept_and_said_at_once_and_taken_back(
    person: Person, spoken: str, said: str, key: str, value: Json
) -> None:
    assert not person.reads(said)

    choose(person, spoken)

    assert is_in_force(person, spoken)
    assert person.reads(said)
    assert kept(person.folder, key) == value
    assert not person.conduct.toast.isVisible()

    person.undo()
    assert not person.reads(said)
    assert kept(person.folder, key) is None
    assert "Undone: Changed" in person.conduct.toast.text


def test_the_theme_is_another_at_once(person: Person) -> None:
    choose(person, "Theme: Dark")
    dark = person.window.theme.tokens.bg
    choose(person, "Theme: Light")

    assert person.theme == "light"
    assert person.window.theme.tokens.bg != dark


def test_the_arrows_go_from_value_to_value(person: Person) -> None:
    person.press(Qt.Key.Key_Left)
    assert is_in_force(person, "The day begins at: 03:00")

    for _press in range(5):
        person.press(Qt.Key.Key_Right)
    assert is_in_force(person, "The day begins at: 06:00")

    person.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is named(person, "The week begins on: Mon")
    person.press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is named(person, "The day begins at: 06:00")


def test_a_click_takes_the_keyboard_along(person: Person) -> None:
    choose(person, "Theme: Light")
    assert QApplication.focusWidget() is named(person, "Theme: Light")

    person.press(Qt.Key.Key_Right)

    assert is_in_force(person, "Theme: Dark")
    assert kept(person.folder, "day_starts_at") is None
    person.undo()
    assert is_in_force(person, "Theme: Light")
    assert QApplication.focusWidget() is named(person, "Theme: Light")


def test_the_week_changes_from_the_next_one_on(person: Person) -> None:
    choose(person, "The week begins on: Sun")

    assert is_in_force(person, "The week begins on: Sun")
    assert person.reads("From Monday 23 November on, weeks begin on Sunday.")
    assert kept(person.folder, "week_start") == [
        {"from": "1900-01-01", "day": "mon"},
        {"from": "2026-11-23", "day": "sun"},
    ]


def test_an_hour_that_would_bring_yesterday_back_waits(person: Person, clock: StillClock) -> None:
    clock.forward(hours=7)
    person.click_on("Today")
    person.conduct.reload()
    person.settle()
    before = person.view.today
    person.click_on("Settings")
    assert person.reads("Hours from 05:00 on can be chosen once they have passed.")
    assert not named(person, "The day begins at: 06:00").isEnabled()

    person.press(Qt.Key.Key_Right)

    assert is_in_force(person, "The day begins at: 04:00")
    assert person.view.today == before


def test_an_hour_that_has_just_closed_is_refused_in_words(
    person: Person, clock: StillClock
) -> None:
    clock.forward(hours=7)

    choose(person, "The day begins at: 06:00")

    assert "It would be yesterday again." in person.conduct.toast.text
    assert is_in_force(person, "The day begins at: 04:00")
    assert kept(person.folder, "day_starts_at") is None


def type_time(person: Person, spoken: str, keys: str) -> QLineEdit:
    """Type over what is there."""
    edit = named(person, spoken)
    assert isinstance(edit, QLineEdit)
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(edit, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(edit, keys)
    return edit


def test_a_time_that_is_typed_is_one_change(person: Person) -> None:
    edit = type_time(person, "Evening", "20:15")
    person.press(Qt.Key.Key_Return)

    assert kept(person.folder, "evening_at") == "20:15"
    assert person.reads("Reminders about the evening's steps come at 20:15.")
    person.undo()
    assert kept(person.folder, "evening_at") is None
    assert edit.text() == "21:00"


@pytest.mark.parametrize("typed", ["0630", "630", "6:30", "06.30", "06:30"])
def test_a_time_is_typed_as_it_comes_naturally(person: Person, typed: str) -> None:
    edit = type_time(person, "Evening", typed)
    person.press(Qt.Key.Key_Return)

    assert edit.text() == "06:30"
    assert kept(person.folder, "evening_at") == "06:30"


@pytest.mark.parametrize("typed", ["99", "7:3", "half six", "1:2:3"])
def test_what_is_no_time_goes_back_to_what_was_in_force(person: Person, typed: str) -> None:
    edit = type_time(person, "Evening", typed)
    person.press(Qt.Key.Key_Tab)

    assert edit.text() == "21:00"
    assert kept(person.folder, "evening_at") is None


def test_what_is_just_being_typed_is_taken_back_by_itself(person: Person) -> None:
    choose(person, "Theme: Dark")
    edit = type_time(person, "Evening", "6")

    person.undo()

    assert edit.text() == "21:00"
    assert is_in_force(person, "Theme: Dark")
    person.undo()
    assert is_in_force(person, "Theme: As the system")


def test_a_time_that_is_stepped_is_one_change_once_the_keyboard_rests(person: Person) -> None:
    edit = type_time(person, "Morning", "")
    for _press in range(3):
        person.press(Qt.Key.Key_Down)
    assert kept(person.folder, "morning_at") is None

    person.qtbot.waitUntil(lambda: kept(person.folder, "morning_at") is not None)
    person.settle()
    assert kept(person.folder, "morning_at") == edit.text() == "07:15"
    person.undo()
    assert kept(person.folder, "morning_at") is None


def test_a_time_is_typed_where_it_was_clicked(person: Person) -> None:
    edit = named(person, "Evening")
    field = edit.parentWidget()
    assert field is not None
    person.click(edit)
    QTest.keyClicks(edit, "2045")
    person.press(Qt.Key.Key_Return)
    assert kept(person.folder, "evening_at") == "20:45"

    named(person, "Morning").setFocus()
    edge = field.rect().center()
    edge.setX(field.width() - 2)
    where = person.window.windowHandle()
    QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=field.mapTo(person.window, edge))
    assert QApplication.focusWidget() is edit


def test_a_time_is_kept_when_the_window_is_closed(person: Person) -> None:
    type_time(person, "Morning", "06:45")

    person.leave()

    assert kept(person.folder, "morning_at") == "06:45"


def test_another_process_changes_what_is_seen(person: Person, clock: StillClock) -> None:
    store = open_store(person.folder, clock)
    set_setting(store, "evening_at", "22:00")
    set_setting(store, "day_starts_at", 9)
    store.close()

    person.desk.look_elsewhere()
    person.settle()

    assert person.reads("come at 22:00.")
    assert person.reads("Until 09:00, what you tick")


# --- where the data lie ---


class Opener(QObject):
    """The system's own way to show a folder."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_can_be_read_and_shown(person: Person) -> None:
    opener = Opener()
    # Its stub asks for bytes, which it does not take.
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]
    try:
        person.click_on("Show the folder")
    finally:
        QDesktopServices.unsetUrlHandler("file")

    assert opener.opened == [str(person.folder)]
    assert person.reads(str(person.folder))
    assert person.reads("One file of ")
    assert not person.reads("synchronised")


def test_a_folder_that_is_copied_about_is_warned_of(start: Start, routine: Path) -> None:
    (routine.parent / ".stfolder").mkdir()
    person = start()

    person.click_on("Settings")

    assert person.reads("This folder is synchronised by Syncthing")


# --- the language ---

NAMES = re.compile(r"Routine Tracker|English|/\S+")


@pytest.fixture
def another_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language in which every sentence stands in brackets."""
    write_catalogue(tmp_path / "resources")
    monkeypatch.setattr(language, "resource", (tmp_path / "resources").joinpath)


def words_outside(person: Person) -> set[str]:
    """The words that are seen and came from no catalogue, the routine's own aside."""
    cards = [card for slot in person.view.slots for card in slot.cards]
    own = {text for card in cards for text in (card.name, card.note or "")}
    own |= {coming.name for coming in person.view.coming}
    own |= {phase.name for phase in person.view.phases}
    found: set[str] = set()
    for text in person.visible_texts():
        known = re.compile("|".join([NAMES.pattern, *map(re.escape, own - {""})]))
        found |= set(bare(text, known))
    return found


def wait_for_words(person: Person) -> None:
    """Until all is said in the language; a banner hears of it by way of another thread."""
    person.qtbot.waitUntil(lambda: words_outside(person) == set(), timeout=5_000)


@pytest.mark.usefixtures("another_language")
def test_another_language_is_spoken_at_once_everywhere(person: Person) -> None:
    assert person.reads("Each change holds at once.")

    choose(person, "Language: ⟦English⟧")

    assert person.reads("⟦Each change holds at once. Undo takes it back.⟧")
    assert QApplication.focusWidget() is named(person, "⟦⟦Language⟧: ⟦English⟧⟧")
    wait_for_words(person)
    person.press(Qt.Key.Key_1, CTRL)
    assert person.reads("⟦Evening⟧")
    wait_for_words(person)

    person.click_on("⟦Progress⟧")
    wait_for_words(person)
    person.press(Qt.Key.Key_1, CTRL)

    friday = person.view.today - ONE_DAY
    person.click(next(cell for cell in person.week.cells if cell.day == friday))
    assert person.view.day == friday
    person.press(Qt.Key.Key_1, CTRL)

    person.press(Qt.Key.Key_Space)
    assert person.reads("⟦Undo⟧")
    wait_for_words(person)
    person.undo()
    person.undo()
    assert person.reads("Evening")
    person.qtbot.waitUntil(lambda: not person.reads("⟦"), timeout=5_000)


@pytest.mark.usefixtures("another_language", "routine")
def test_the_stored_language_is_spoken_from_the_first_frame_on(
    start: Start, folder: Path, clock: StillClock
) -> None:
    store = open_store(folder, clock)
    set_setting(store, "language", CODE)
    store.close()

    person = start()

    assert person.reads("⟦Today⟧")
    assert words_outside(person) == set()
    page = person.window.today
    person.conduct.reload()
    person.settle()
    assert person.window.today is page


@pytest.mark.usefixtures("another_language")
def test_the_first_start_can_be_left_for_another_language(start: Start) -> None:
    person = start()
    person.click_on("Settings")

    choose(person, "Language: ⟦English⟧")
    person.click_on("⟦Today⟧")

    assert person.reads("⟦How is your skin?⟧")
    person.click_on("⟦Start with this routine⟧")
    assert person.view.has_routine


def test_a_page_that_is_left_reads_nothing_until_it_is_seen_again(person: Person) -> None:
    page = person.window.findChild(SettingsPage)
    assert page is not None
    person.click_on("Today")

    person.set("evening_at", "19:00")
    person.click_on("Settings")

    assert person.reads("come at 19:00.")
    assert person.window.findChild(SettingsPage) is page
