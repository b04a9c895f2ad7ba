"""Can the calendar be gone through by keyboard and mouse, and does each state look its own way?"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.person import is_idle, texts_of
from tests.still_clock import SATURDAY, StillClock
from tracker.actions.rate import rate
from tracker.actions.set_up import set_up
from tracker.actions.tick import tick
from tracker.actions.views.calendar import (
    Band,
    CalendarDay,
    CalendarView,
    DayView,
    MaskMark,
    Totals,
)
from tracker.domain.day import Day
from tracker.domain.routine import Pause, Routine, Treatment
from tracker.exchange.preset import load_preset
from tracker.store.store import SqlStore, open_store
from tracker.ui.desk import Desk
from tracker.ui.pages.calendar.chips import Chip, fitting
from tracker.ui.pages.calendar.conductor import CalendarConductor
from tracker.ui.pages.calendar.forms.pause import PauseForm
from tracker.ui.pages.calendar.forms.resume import ResumeForm
from tracker.ui.pages.calendar.forms.shift import ShiftForm
from tracker.ui.pages.calendar.forms.treatment import TreatmentForm
from tracker.ui.pages.calendar.month_grid import MonthGrid
from tracker.ui.pages.calendar.month_shape import MonthShape
from tracker.ui.theme.palette import palette_of
from tracker.ui.theme.tokens import DARK, LIGHT

TODAY = SATURDAY.date()
MONDAY = date(2026, 11, 2)


def month(*cells: CalendarDay) -> CalendarView:
    """A November whose days are plain but for those given."""
    given = {cell.day: cell for cell in cells}
    bands = max((len(cell.phases) for cell in cells), default=0)
    days = [MONDAY + timedelta(days=number) for number in range(28)]
    plain = [CalendarDay(day, is_of_month=True, phases=(None,) * bands) for day in days]
    weeks = [plain[number : number + 7] for number in range(0, 28, 7)]
    shown = DayView(TODAY, (), None, (), (), is_in_reach=True)
    return CalendarView(
        today=TODAY,
        weeks=tuple(tuple(given.get(one.day, one) for one in week) for week in weeks),
        bands=(Band("lotion", "Lotion", None),) * bands,
        totals=Totals(),
        shown=shown,
        routine=Routine(),
        is_supposed=False,
    )


@pytest.fixture
def grid(qtbot: QtBot) -> MonthGrid:
    shown = MonthGrid()
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show_view(month())
    shown.show()
    return shown


def wanted_by(grid: MonthGrid) -> list[Day | None]:
    found: list[Day | None] = []
    grid.day_wanted.connect(found.append)
    return found


# --- the month ---


def test_the_keyboard_goes_by_day_by_month_and_by_year(grid: MonthGrid) -> None:
    wanted = wanted_by(grid)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(grid, key)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageUp):
        QTest.keyClick(grid, key)
    QTest.keyClick(grid, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Qt.Key.Key_T)

    assert wanted == [
        date(2026, 11, 20),
        date(2026, 11, 13),
        date(2026, 11, 14),
        TODAY,
        date(2026, 12, 21),
        date(2026, 12, 31),
        date(2026, 12, 1),
        date(2026, 11, 1),
        date(2025, 11, 1),
        None,
    ]


@pytest.mark.parametrize("day", [Day.min, Day.max])
def test_nothing_leads_beyond_the_ends_of_all_time(grid: MonthGrid, day: Day) -> None:
    grid.select(day)
    wanted = wanted_by(grid)
    out = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)
    for key in out if day == Day.min else (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(grid, key)
        QTest.keyClick(grid, key, Qt.KeyboardModifier.ShiftModifier)

    assert wanted == []
    assert grid.selected == day


def test_the_mouse_selects_opens_and_pages(grid: MonthGrid) -> None:
    wanted, opened = wanted_by(grid), list[Day]()
    grid.day_opened.connect(opened.append)
    place = grid.shape.cell(1, 2).center()

    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(300, 4))
    turn(grid, 60)
    turn(grid, 60)
    turn(grid, -240)

    assert set(wanted[:-2]) == {date(2026, 11, 11)}
    assert wanted[-2:] == [date(2026, 10, 11), date(2026, 12, 11)]
    assert opened == [date(2026, 11, 11)]


def turn(grid: MonthGrid, by: int) -> None:
    """Turn the wheel over the month."""
    middle = QPointF(grid.rect().center())
    QApplication.sendEvent(
        grid,
        QWheelEvent(
            middle,
            grid.mapToGlobal(middle),
            QPoint(),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_a_screen_reader_hears_the_selected_day(grid: MonthGrid) -> None:
    day = date(2026, 11, 4)
    grid.show_view(month(CalendarDay(day, is_of_month=True, mark="some", mask="moved", skipped=1)))
    grid.select(day)

    said = "Wednesday, 4 November: some steps done, mask made up, 1 skipped"
    assert grid.accessibleName() == said
    assert grid.accessibleDescription().startswith("Arrow keys go by day")


STATES: tuple[CalendarDay, ...] = tuple(
    CalendarDay(TODAY, is_of_month=True, **facts)
    for facts in (
        {},
        {"mark": "done"},
        {"mark": "some"},
        {"mark": "missed"},
        {"mark": "paused"},
        {"mask": "done"},
        {"mask": "planned"},
        {"mask": "missed"},
        {"mask": "moved"},
        {"mask": "skipped"},
        {"off_plan": 1},
        {"skipped": 1},
        {"is_paused": True},
        {"is_recovering": True},
        {"treatments": ("Peel",)},
        {"phases": (True,)},
        {"phases": (False,)},
        {"is_changed": True},
    )
)


@pytest.mark.parametrize("size", [(700, 500), (390, 370)])
def test_every_state_of_a_day_looks_different_without_colour(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    for tokens in (LIGHT, DARK):
        pictures: list[QImage] = []
        for state in STATES:
            shown = MonthGrid()
            qtbot.addWidget(shown)
            shown.setPalette(palette_of(tokens))
            shown.show_view(month(state))
            shown.resize(*size)
            grey = shown.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
            assert grey not in pictures, state
            pictures.append(grey)


@pytest.mark.parametrize("size", [(1000, 700), (353, 494), (642, 560)])
def test_every_day_has_its_place_and_is_found_there(size: tuple[int, int]) -> None:
    shape = MonthShape(*size, weeks=6)

    for week in range(6):
        for place in range(7):
            cell = shape.cell(week, place)
            assert cell.right() < size[0]
            assert cell.bottom() < size[1]
            assert shape.at(QPointF(cell.center())) == (week, place)
    assert shape.at(QPointF(2, 2)) is None


def test_more_chips_than_there_is_room_for_are_counted() -> None:
    chips = [Chip(word, "filled") for word in ("Mask", "Peel", "Paused")]

    assert fitting(chips, 3) == chips
    assert [chip.word for chip in fitting(chips, 2)] == ["Mask", "+2"]
    assert fitting(chips, 1) == chips[:1]
    assert fitting(chips, 0) == []


# --- the page ---


@pytest.fixture
def clock() -> StillClock:
    return StillClock(SATURDAY)


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> SqlStore:
    """The routine for oily skin since October, a pause, a peel, and a day that was lived."""
    opened = open_store(tmp_path, clock)
    set_up(opened, load_preset("oily", date(2026, 10, 1), "overnight-serum"), "oily")
    with opened.writing("plan") as work:
        work.put(
            Pause(date(2026, 11, 9), date(2026, 11, 10), None, "Lisbon"),
            Pause(TODAY, None, ("overnight-serum",)),
            Treatment(date(2026, 11, 24), "Peel", 3, None, "Dr Wolf"),
        )
    for step in ("cleanse-morning", "pore-serum", "moisturise-morning"):
        tick(opened, clock, step, date(2026, 11, 18))
    tick(opened, clock, "refining-lotion", date(2026, 11, 18), anyway=True, reason="A wedding")
    rate(opened, clock, {"overall": 6}, "Dry around the nose", date(2026, 11, 18))
    return opened


class Opened:
    """The page with its conductor, over a store."""

    def __init__(self, qtbot: QtBot, store: SqlStore, clock: StillClock) -> None:
        self.qtbot, self.clock = qtbot, clock
        self.desk = Desk(lambda: store, clock)
        self.conductor = CalendarConductor(self.desk)
        self.page = self.conductor.calendar
        qtbot.addWidget(self.page)
        self.page.resize(1016, 800)
        self.page.show()
        self.conductor.come()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: is_idle(self.desk), timeout=10_000)

    def want(self, day: Day | None) -> None:
        self.page.day_wanted.emit(day)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page.grid, key)
        self.settle()

    @property
    def view(self) -> CalendarView:
        assert self.page.view is not None
        return self.page.view

    def rows(self) -> dict[str, str]:
        """The second line of each step of the day."""
        return {row.label: row.line for row in self.page.panel.rows}

    def form(self) -> QWidget | None:
        return self.page.form

    def mask(self, day: Day) -> MaskMark | None:
        cell = self.page.grid.cell(day)
        assert cell is not None
        return cell.mask

    def reads(self, text: str) -> bool:
        widgets = [one for one in self.page.findChildren(QWidget) if one.isVisible()]
        return any(text in seen for one in widgets for seen in texts_of(one))


@pytest.fixture
def opened(qtbot: QtBot, store: SqlStore, clock: StillClock) -> Iterator[Opened]:
    found = Opened(qtbot, store, clock)
    yield found
    found.settle()
    found.desk.close()


def test_the_day_says_each_step_in_words(opened: Opened) -> None:
    opened.want(date(2026, 11, 18))

    rows = opened.rows()
    assert rows["Morning"] == "3 of 3 · Cleanse, Pore serum and Moisturise"
    assert rows["Refining lotion"] == "Off plan · A wedding · Why?"
    assert opened.reads("Skin 6 of 10")
    assert opened.reads("Dry around the nose")
    assert opened.page.panel.title.text() == "Wednesday 18"
    assert opened.page.panel.aside.text() == ""


def test_a_day_to_come_says_what_is_planned_and_why_the_rest_is_not(opened: Opened) -> None:
    opened.want(date(2026, 11, 25))

    rows = opened.rows()
    assert rows["Clay mask"].startswith("Recovery after a treatment · ")
    assert opened.page.panel.aside.text() == "still to come"
    assert opened.reads("Peel on Tuesday 24 November, rest until Saturday 28 November · Dr Wolf")
    opened.want(date(2026, 11, 30))
    assert opened.rows()["Moisturise"].startswith("Planned")


def test_pauses_and_treatments_of_the_day_can_be_ended_and_removed(opened: Opened) -> None:
    opened.want(TODAY)
    assert opened.reads("Paused since Saturday 21 November, until you end it · Overnight serum")
    QTest.mouseClick(button(opened, "End the pause"), Qt.MouseButton.LeftButton)
    opened.settle()
    form = opened.form()
    assert isinstance(form, ResumeForm)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert opened.form() is None

    opened.want(date(2026, 11, 9))
    assert opened.reads("Paused from Monday 9 November to Tuesday 10 November · Lisbon")
    assert not opened.reads("End the pause")
    QTest.mouseClick(button(opened, "Remove"), Qt.MouseButton.LeftButton)
    opened.settle()
    assert not opened.reads("Lisbon")
    assert opened.view.shown.pauses == ()

    opened.want(date(2026, 11, 25))
    opened.page.panel.removed.emit(opened.view.shown.treatments[0])
    opened.settle()
    assert opened.view.shown.treatments == ()


def test_a_pause_is_seen_in_the_month_before_it_is_agreed_to(opened: Opened) -> None:
    opened.want(date(2026, 12, 7))
    QTest.mouseClick(button(opened, "Pause…"), Qt.MouseButton.LeftButton)
    opened.settle()
    form = opened.form()
    assert isinstance(form, PauseForm)
    assert opened.view.is_supposed
    assert opened.mask(date(2026, 12, 9)) is None
    assert opened.reads("As it would be. Nothing is changed yet.")
    changed = [one.day for one in opened.view.days if one.is_changed]
    assert date(2026, 12, 7) in changed
    assert date(2026, 12, 6) not in changed

    form.left.emit()
    opened.settle()
    assert not opened.reads("As it would be.")
    assert not [one for one in opened.view.days if one.is_changed]

    QTest.mouseClick(button(opened, "Pause…"), Qt.MouseButton.LeftButton)
    opened.settle()
    form = opened.form()
    assert isinstance(form, PauseForm)
    QTest.mouseClick(form.agree, Qt.MouseButton.LeftButton)
    opened.settle()
    assert opened.form() is None
    assert opened.mask(date(2026, 12, 9)) is None
    opened.desk.undo()
    opened.settle()
    assert opened.mask(date(2026, 12, 9)) == "planned"


def test_a_press_on_a_step_says_why_and_another_its_line_again(opened: Opened) -> None:
    opened.want(date(2026, 11, 25))
    row = next(row for row in opened.page.panel.rows if row.label == "Clay mask")
    short = row.line
    assert short.endswith(" · Why?")

    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    opened.settle()
    assert row.line == row.accessibleDescription() == row.why
    assert "your skin rests after Peel on " in row.why
    assert row.heightForWidth(240) > row.height() - 1

    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.line == short


def button(opened: Opened, label: str) -> QWidget:
    found = [
        one
        for one in opened.page.findChildren(QWidget)
        if getattr(one, "label", "") == label and one.isVisible()
    ]
    assert found, label
    return found[0]


def test_the_legend_explains_what_occurs_and_nothing_else(opened: Opened) -> None:
    opened.want(date(2026, 11, 18))
    assert opened.reads("Refining lotion on")
    assert opened.reads("off plan")

    opened.want(date(2027, 3, 10))
    assert opened.reads("planned")
    assert not opened.reads("off plan")


def test_another_form_takes_the_place_of_one(opened: Opened) -> None:
    QTest.mouseClick(button(opened, "Pause…"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(opened, "Clinic treatment…"), Qt.MouseButton.LeftButton)
    opened.settle()

    assert isinstance(opened.form(), TreatmentForm)
    assert not [one for one in opened.page.findChildren(PauseForm) if one.isVisible()]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Pause…", PauseForm),
        ("Clinic treatment…", TreatmentForm),
        ("Shift Refining lotion…", ShiftForm),
    ],
)
def test_a_form_stands_in_the_day_s_place_until_it_is_left(
    opened: Opened, label: str, kind: type[QWidget]
) -> None:
    opened.page.activateWindow()
    opened.qtbot.waitUntil(opened.page.isActiveWindow)
    QTest.mouseClick(button(opened, label), Qt.MouseButton.LeftButton)
    opened.settle()

    assert isinstance(opened.page.form, kind)
    assert opened.page.form.isVisible()
    assert not opened.page.panel.isVisible()
    QTest.keyClick(opened.page.form, Qt.Key.Key_Escape)
    opened.settle()
    assert opened.page.panel.isVisible()
    assert QApplication.focusWidget() is opened.page.grid


def test_a_month_far_away_is_jumped_to(opened: Opened) -> None:
    opened.page.take_focus()
    opened.press(Qt.Key.Key_G)
    year = opened.page.jump.year
    assert year.isVisible()
    for text in ("0", "12345", "soon", ""):
        year.setText(text)
        QTest.keyClick(year, Qt.Key.Key_Return)
        assert opened.reads("Write a year from 1 to 9999.")
    year.setText("2326")
    QTest.keyClick(year, Qt.Key.Key_Return)
    opened.settle()
    assert opened.page.header.title.text() == "November 2326"
    assert not opened.page.jump.isVisible()

    opened.page.header.jump_wanted.emit()
    year.setText("1726")
    QTest.mouseClick(button(opened, "Mar"), Qt.MouseButton.LeftButton)
    opened.settle()
    assert opened.page.header.title.text() == "March 1726"
    assert opened.reads("No step is part of the routine on this day.")
    opened.page.header.jump_wanted.emit()
    QTest.keyClick(year, Qt.Key.Key_Escape)
    assert not opened.page.jump.isVisible()


def test_at_the_ends_of_all_time_no_button_leads_on(opened: Opened) -> None:
    header = opened.page.header
    opened.want(Day.max)
    assert (header.back.isEnabled(), header.on.isEnabled()) == (True, False)
    assert opened.reads("This day is too far away for a plan.")
    header.month_wanted.emit(1)
    opened.page.day_opened.connect(pytest.fail)
    opened.page.grid.day_opened.emit(Day.max)

    opened.want(Day.min)
    assert (header.back.isEnabled(), header.on.isEnabled()) == (False, True)
    header.month_wanted.emit(1)
    opened.settle()
    assert header.title.text() == "February 1"


def test_the_month_can_be_read_as_a_table(opened: Opened) -> None:
    opened.page.header.table_wanted.emit()
    table = opened.page.table
    assert table is not None
    assert table.cells.rowCount() == 30
    day, state = table.cells.table.rows[17]
    assert day == "Wednesday 18 November"
    assert "1 off plan" in state

    opened.want(date(2026, 12, 1))
    assert table.cells.rowCount() == 31
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert opened.page.table is None
    assert opened.page.grid.isVisible()


def test_what_changed_elsewhere_is_seen_and_the_day_that_runs_is_followed(
    opened: Opened,
) -> None:
    opened.desk.write(lambda kept: tick(kept, opened.clock, "cleanse-evening"))
    opened.settle()
    assert opened.rows()["Cleanse"].startswith("Done")

    opened.clock.moment += timedelta(days=1)
    opened.conductor.stir()
    opened.settle()
    assert opened.view.day == TODAY + timedelta(days=1)
    assert opened.view.today == opened.view.day


def test_only_the_month_wanted_last_is_shown(opened: Opened) -> None:
    for months in range(1, 12):
        opened.page.day_wanted.emit(date(2027, months, 1))
    opened.page.day_wanted.emit(date(2027, 12, 24))
    assert opened.page.header.title.text() == "December 2027"
    opened.settle()

    assert opened.view.day == date(2027, 12, 24)
    assert opened.page.grid.selected == date(2027, 12, 24)


def test_without_a_routine_it_says_what_will_appear(
    qtbot: QtBot, tmp_path: Path, clock: StillClock
) -> None:
    empty = open_store(tmp_path / "empty", clock)
    found = Opened(qtbot, empty, clock)

    assert found.reads("Your routine's days appear here")
    assert not found.page.panel.isVisible()
    found.desk.close()
