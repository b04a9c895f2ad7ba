"""Can Progress be read, by eye, by keyboard and as a table, and saved as a picture?"""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.person import is_idle
from tests.still_clock import SATURDAY, StillClock
from tracker.actions.change import Change
from tracker.actions.rate import rate
from tracker.actions.set_up import set_up
from tracker.actions.tick import tick
from tracker.actions.views.kept import LivedKeeper
from tracker.actions.views.progress import DayCell, ProgressView, RatingPoint, YearView
from tracker.domain.rule.base import Phase
from tracker.exchange.preset import load_preset
from tracker.store.store import SqlStore, open_store
from tracker.ui.charts.rating_chart import RatingChart
from tracker.ui.desk import Desk
from tracker.ui.pages.progress.conductor import ProgressConductor
from tracker.ui.pages.progress.page import ProgressPage
from tracker.ui.theme.palette import palette_of
from tracker.ui.theme.tokens import DARK, LIGHT
from tracker.ui.widgets.bars import Bars
from tracker.ui.widgets.chart_card import ChartCard
from tracker.ui.widgets.data_table import DataTable
from tracker.ui.widgets.figure_card import FigureCard, Tiles
from tracker.ui.widgets.segments import Segment
from tracker.ui.widgets.year_grid import YearGrid
from tracker.ui.widgets.year_of_days import YearOfDays
from tracker.words.progress_charts import Bar, Table

TODAY = SATURDAY.date()
ROOT = Path(__file__).parents[2]


def year_of(*last: DayCell) -> YearView:
    """A year that asked nothing but on the last days."""
    first = TODAY - timedelta(days=364)
    empty = [DayCell(first + timedelta(days=number), 0, 0) for number in range(365 - len(last))]
    return YearView((*empty, *last), "mon")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def days(qtbot: QtBot) -> YearOfDays:
    """A year whose last two days had two steps."""
    shown = YearOfDays()
    qtbot.addWidget(shown)
    shown.resize(920, shown.heightForWidth(920))
    shown.show_year(year_of(DayCell(ago(1), 1, 2), DayCell(TODAY, 2, 2)))
    shown.show()
    return shown


# --- the year ---


def test_the_keyboard_goes_from_day_to_day_and_opens_one(days: YearOfDays, qtbot: QtBot) -> None:
    opened: list[date] = []
    days.day_wanted.connect(opened.append)
    with qtbot.waitSignal(days.pointed) as pointed:
        QTest.keyClick(days, Qt.Key.Key_Up)
    del pointed

    assert days.accessibleName() == "Friday 20 November: 1 of 2 steps"
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(days, key)
    QTest.keyClick(days, Qt.Key.Key_Return)
    QTest.keyClick(days, Qt.Key.Key_End)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Space)
    QTest.keyClick(days, Qt.Key.Key_Home)
    QTest.keyClick(days, Qt.Key.Key_Enter)

    assert opened == [ago(1), TODAY, ago(364)]


def test_the_mouse_says_and_opens_a_day(days: YearOfDays, qtbot: QtBot) -> None:
    opened: list[date] = []
    days.day_wanted.connect(opened.append)
    grid = YearGrid.within(days.width(), ago(364), "mon")
    place = grid.square(ago(1)).center().toPoint()

    with qtbot.waitSignal(days.pointed) as pointed:
        QTest.mouseMove(days, place)
    QTest.mouseClick(days, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseClick(days, Qt.MouseButton.LeftButton, pos=QPoint(10, 2))

    assert pointed.args == ["Friday 20 November: 1 of 2 steps"]
    assert opened == [ago(1)]


def test_a_screen_reader_hears_the_whole_year_first(days: YearOfDays) -> None:
    assert days.accessibleName().startswith("Every day of the last year: on 1 of 2 days")


def test_every_state_of_a_day_looks_different(qtbot: QtBot) -> None:
    states = [(2, 2, False), (1, 2, False), (0, 2, False), (0, 0, True), (0, 0, False)]
    pictures: list[QImage] = []
    for done, asked, is_paused in states:
        shown = YearOfDays()
        qtbot.addWidget(shown)
        shown.resize(920, shown.heightForWidth(920))
        shown.show_year(year_of(DayCell(TODAY, done, asked, is_paused)))
        grey = shown.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        assert grey not in pictures
        pictures.append(grey)


@pytest.mark.parametrize("width", [920, 620, 330, 210])
def test_every_day_has_its_place_in_any_width(width: int) -> None:
    grid = YearGrid.within(width, ago(364), "sun")

    for number in range(365):
        square = grid.square(ago(number))
        assert square.left() >= 0
        assert square.right() <= width
        assert square.bottom() <= grid.height
        assert grid.day_at(square.center()) == ago(number)
    assert grid.day_at(QPointF(width / 2, 3)) is None


def test_months_stand_over_their_first_week() -> None:
    months = YearGrid.within(920, ago(364), "mon").months()

    assert [month.month for month, _ in months] == [12, *range(1, 12)]


# --- cards ---


def table_of(card: ChartCard) -> DataTable | None:
    """The table as it is now."""
    return card.table


def card_of(qtbot: QtBot) -> ChartCard:
    card = ChartCard("Steps", Bars(), "a legend")
    qtbot.addWidget(card)
    card.show_data(lambda: Table(("Step", "Done"), (("Mask", "7 of 8"),), frozenset((1,))))
    card.resize(340, 200)
    card.show()
    return card


def test_a_card_turns_into_its_table_and_back(qtbot: QtBot) -> None:
    card = card_of(qtbot)

    card.show_table()

    assert card.table is not None
    model = card.table.model()
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in (0, 1)] == [
        "Step",
        "Done",
    ]
    assert [model.data(model.index(0, column)) for column in (0, 1)] == ["Mask", "7 of 8"]
    assert (model.rowCount(), model.columnCount()) == (1, 2)
    assert card.table.accessibleName() == "Steps"
    assert not card.chart.isVisible()
    assert not card.legend.isVisible()
    QTest.keyClick(card.table, Qt.Key.Key_Escape)
    assert table_of(card) is None
    assert card.chart.isVisible()
    assert card.legend.isVisible()


def test_a_table_follows_what_the_chart_shows(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    card.show_table()
    assert card.table is not None

    card.show_data(lambda: Table(("Step",), (("Toner",), ("Mask",)), frozenset()))

    assert card.table.model().rowCount() == 2
    card.show_data(lambda: Table((), (), frozenset()), "Nothing yet.")
    assert not card.chart.isVisible()
    assert not card.more.isVisible()
    card.show_table()
    assert table_of(card) is None


def test_the_menu_offers_picture_and_table(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    card.entries = (("shade", "Shade another"),)

    def choose(label: str) -> None:
        QTest.keyClick(card.more, Qt.Key.Key_Return)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        next(action for action in menu.actions() if action.text() == label).trigger()
        menu.close()

    choose("Show as table")
    assert table_of(card) is not None
    choose("Show as chart")
    assert table_of(card) is None
    with qtbot.waitSignal(card.picture_wanted):
        choose("Save as picture…")
    with qtbot.waitSignal(card.picked) as picked:
        choose("Shade another")
    assert picked.args == ["shade"]


def test_a_picture_is_a_png_of_twice_the_size(qtbot: QtBot) -> None:
    card = card_of(qtbot)

    picture = QImage.fromData(card.png())

    assert card.png().startswith(b"\x89PNG")
    assert (picture.width(), picture.height()) == (2 * card.width(), 2 * card.height())
    assert card.more.isVisible()


def test_a_long_name_takes_a_second_line_and_not_the_bar(qtbot: QtBot) -> None:
    bars = Bars()
    qtbot.addWidget(bars)
    bars.show_bars([Bar("Mask", 0.5, "1 of 2")], "one")
    short = bars.heightForWidth(300)

    bars.show_bars([Bar("A clay mask with orange blossom water", 0.5, "1 of 2")], "one")

    assert bars.heightForWidth(300) > short


@pytest.mark.parametrize(("width", "columns"), [(960, 4), (600, 2), (300, 1)])
def test_figures_stand_in_as_many_columns_as_fit(qtbot: QtBot, width: int, columns: int) -> None:
    cards = [FigureCard(str(number)) for number in range(4)]
    tiles = Tiles(cards)
    qtbot.addWidget(tiles)
    tiles.resize(width, 300)
    tiles.show()
    QApplication.processEvents()

    assert len({card.x() for card in cards}) == columns


# --- the ratings ---


def chart_of(qtbot: QtBot) -> RatingChart:
    chart = RatingChart()
    qtbot.addWidget(chart)
    chart.resize(560, 270)
    points = [RatingPoint(ago(number), 5 + number % 3, 5.5) for number in range(40, 0, -1)]
    phases = [Phase(is_on=False, first=ago(60), until=ago(30)), Phase(True, ago(30), ago(-1))]
    chart.show_ratings(points, phases, ago(60), TODAY)
    chart.show()
    return chart


def test_the_chart_follows_the_theme(qtbot: QtBot) -> None:
    chart = chart_of(qtbot)
    chart.setPalette(palette_of(LIGHT))
    light = chart.grab().toImage()
    chart.setPalette(palette_of(DARK))
    dark = chart.grab().toImage()

    assert light.pixelColor(2, 2) == LIGHT.surface
    assert dark.pixelColor(2, 2) == DARK.surface


def test_an_off_phase_is_hatched_and_an_on_phase_is_not(qtbot: QtBot) -> None:
    chart = chart_of(qtbot)
    chart.setPalette(palette_of(LIGHT))
    picture = chart.grab().toImage()
    row = picture.height() - 50

    def has_hatching(left: float, right: float) -> bool:
        columns = range(int(picture.width() * left), int(picture.width() * right))
        return any(picture.pixelColor(column, row) == LIGHT.rest_soft for column in columns)

    assert has_hatching(0.1, 0.45)
    assert not has_hatching(0.6, 0.95)


def test_means_that_share_no_day_are_not_joined(qtbot: QtBot) -> None:
    chart = chart_of(qtbot)
    points = [RatingPoint(ago(days), 5, 5.0) for days in (20, 14, 7, 1)]

    chart.show_ratings(points, (), ago(30), TODAY)

    assert list(chart.line.opts["connect"]) == [1, 0, 1, 0]


def test_the_wheel_is_the_pages(qtbot: QtBot) -> None:
    chart = chart_of(qtbot)
    before = chart.viewRange()
    wheel = QWheelEvent(
        QPointF(100, 100),
        chart.mapToGlobal(QPointF(100, 100)),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(chart.viewport(), wheel)

    assert not wheel.isAccepted()
    assert chart.viewRange() == before


@pytest.mark.parametrize(("days", "last"), [(29, "16 Nov"), (364, "Nov"), (3650, "2026")])
def test_as_many_months_are_named_as_there_is_room_for(qtbot: QtBot, days: int, last: str) -> None:
    chart = chart_of(qtbot)

    chart.show_ratings(chart.points, (), ago(days), TODAY)

    (ticks,) = chart.getAxis("bottom")._tickLevels
    assert ticks[-1][1] == last
    assert len(ticks) <= 560 // 38


def test_pyqtgraph_waits_until_ratings_are_seen() -> None:
    script = """
import sys
from PySide6.QtWidgets import QApplication
from tracker.ui.pages.progress.page import ProgressPage
from tracker.ui.pages.progress.conductor import ProgressConductor
app = QApplication([])
page = ProgressPage()
page.show()
app.processEvents()
print("pyqtgraph" in sys.modules, "numpy" in sys.modules)
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )

    assert told.stdout.split() == ["False", "False"]


# --- the page, on a real store ---


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Iterator[SqlStore]:
    """A routine of fifty days, ticked on some, and rated on two."""
    opened = open_store(tmp_path, clock)
    set_up(opened, load_preset("oily", ago(50), "overnight-serum"), "oily")
    for number in (1, 2, 3, 10):
        tick(opened, clock, "moisturise-evening", ago(number))
    for number in (2, 1):
        rate(opened, clock, {"overall": 6 + number}, day=ago(number))
    yield opened
    opened.close()


def view_of(page: ProgressPage) -> ProgressView:
    """What the page shows."""
    assert page.view is not None
    return page.view


class Opened:
    """The page with its conductor, over a store."""

    def __init__(self, qtbot: QtBot, store: SqlStore, clock: StillClock) -> None:
        self.qtbot = qtbot
        self.desk = Desk(lambda: store, clock)
        self._days = LivedKeeper()
        self.desk.changed.connect(self._on_changed)
        self.conductor = ProgressConductor(self.desk, self._days)
        page = self.conductor.page
        assert isinstance(page, ProgressPage)
        self.page = page
        qtbot.addWidget(page)
        page.resize(1000, 800)

    def _on_changed(self, change: Change) -> None:
        self.desk.read(lambda _reading: self._days.forget(change), lambda _nothing: None)

    def show(self) -> None:
        self.page.show()
        self.conductor.come()

    def segment(self, code: str) -> Segment:
        return next(one for one in self.page.header.ranges.segments if one.code == code)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: is_idle(self.desk), timeout=10_000)


@pytest.fixture
def opened(qtbot: QtBot, store: SqlStore, clock: StillClock) -> Iterator[Opened]:
    found = Opened(qtbot, store, clock)
    yield found
    found.settle()
    found.desk.close()


def test_nothing_is_read_before_the_page_is_seen(opened: Opened) -> None:
    opened.settle()
    assert opened.page.view is None

    opened.show()
    opened.settle()

    assert view_of(opened.page).stats.range == "year"
    assert opened.page.figures[2].figure.text() == "7.5"
    assert opened.page.figures[0].accessibleName().startswith("Consistency: ")
    assert opened.segment("year").isChecked()


def test_another_range_is_read_when_it_is_wanted(opened: Opened) -> None:
    opened.show()
    opened.settle()

    opened.segment("30d").click()
    opened.settle()

    assert opened.page.view is not None
    assert opened.page.view.stats.range == "30d"
    assert opened.page.view.first == ago(29)


def test_a_click_on_a_range_takes_the_keyboard_along(opened: Opened) -> None:
    opened.show()
    opened.settle()
    opened.page.activateWindow()
    opened.qtbot.waitUntil(opened.page.isActiveWindow)
    opened.conductor.take_focus()
    month = opened.segment("30d")

    QTest.mouseClick(month, Qt.MouseButton.LeftButton)
    opened.settle()

    assert QApplication.focusWidget() is month


def test_a_tick_moves_what_is_seen_and_waits_while_it_is_not(opened: Opened) -> None:
    page = opened.page
    opened.show()
    opened.settle()
    assert page.view is not None
    before = page.view.uses

    opened.desk.run(tick, "pore-serum", ago(1))
    opened.settle()
    assert page.view.uses == before + 1

    page.hide()
    opened.desk.run(tick, "pore-serum", ago(2))
    opened.settle()
    assert page.view.uses == before + 1
    opened.show()
    opened.settle()
    assert page.view.uses == before + 2


def test_what_is_no_matter_of_progress_reads_nothing(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.show()
    opened.settle()
    read: list[Opened] = []
    monkeypatch.setattr(opened.conductor, "read", lambda: read.append(opened))

    opened.desk.changed.emit(Change("photo", {}, frozenset(("photo",))))

    assert read == []


def test_the_chart_comes_once_its_room_was_painted(opened: Opened) -> None:
    page = opened.page
    opened.show()
    opened.settle()

    page.ensureWidgetVisible(page.ratings)
    opened.qtbot.waitUntil(lambda: page.ratings.chart is not None, timeout=20_000)

    assert page.ratings.chart is not None
    assert len(page.ratings.chart.points) == 2
    assert page.ratings.chart.accessibleName().startswith("Skin rating: 2 days rated.")


def test_tables_hold_what_the_charts_show(opened: Opened) -> None:
    page = opened.page
    opened.show()
    opened.settle()

    page.header.picked.emit("tables")

    rows = [card.table.cells.rowCount() if card.table else None for card in page.cards]
    view = page.view
    assert view is not None
    asked = sum(cell.asked > 0 or cell.is_paused for cell in view.year.cells)
    counted = sum(step.adherence_30.turns > 0 for step in view.stats.steps)
    assert rows == [asked, len(view.ratings), None, counted]  # no day was whole, so no streak
    page.header.picked.emit("charts")
    assert [card.table for card in page.cards] == [None] * 4


def test_a_picture_is_saved_where_the_person_says(opened: Opened, tmp_path: Path) -> None:
    page, target = opened.page, tmp_path / "progress.png"
    opened.show()
    opened.settle()

    page.header.picked.emit("save")
    dialog = opened.conductor.dialog
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("Routine Tracker, Progress.png")
    dialog.fileSelected.emit(str(target))
    dialog.close()

    picture = QImage(str(target))
    assert picture.size() == (page.widget() or page).size() * 2
    assert page.note.text() == f"The picture was saved as {target}."


def test_a_picture_that_cannot_be_written_is_a_sentence(opened: Opened, tmp_path: Path) -> None:
    page = opened.page
    opened.show()
    opened.settle()

    page.year_card.picture_wanted.emit()
    dialog = opened.conductor.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "year.png"))
    dialog.close()

    assert page.note.isVisible()
    assert "nowhere" in page.note.text()
    assert list(tmp_path.glob("**/*.png")) == []


def test_without_a_routine_the_page_says_what_will_appear(
    qtbot: QtBot, tmp_path: Path, clock: StillClock
) -> None:
    store = open_store(tmp_path, clock)
    opened = Opened(qtbot, store, clock)

    opened.show()
    opened.settle()

    assert not opened.segment("year").isVisible()
    assert not opened.page.year_card.isVisible()
    opened.desk.close()


def test_a_long_read_is_owned_up_to(opened: Opened) -> None:
    opened.show()
    opened.conductor._on_patience_ended()
    assert opened.page.header.line.text() == "Reading your records…"

    opened.settle()

    assert opened.page.header.line.text().startswith("Counted in turns")
