"""Do the parts show what they are given, and say what is wished of them?"""

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.actions.views.today import (
    Coming,
    PhaseBar,
    Quota,
    SlotCard,
    StepCard,
    StreakView,
)
from tracker.domain.rule.base import Phase, Status
from tracker.ui.widgets.mark import mark_of
from tracker.ui.widgets.next_card import NextCard
from tracker.ui.widgets.panel import Panel
from tracker.ui.widgets.phase_bar import PhaseCard, parts_of, today_at
from tracker.ui.widgets.slot_card import SlotBox
from tracker.ui.widgets.step_row import StepRow, link_of, menu_of
from tracker.ui.widgets.streak_card import StreakCard
from tracker.ui.widgets.text import Text
from tracker.ui.widgets.toast import Toast
from tracker.words.today import Names
from tracker.words.window import anyway_asking, before_asking, skip_asking, skip_reasons

TODAY = date(2026, 11, 21)
NAMES = Names({"lotion": "Refining lotion", "mask": "Clay mask"}, {"mask"}, TODAY)


def card(status: Status = "due", **facts: Any) -> StepCard:
    return StepCard("lotion", "Refining lotion", "refining lotion", status)._replace(**facts)


RESTING = card("resting", reason="month_off", until=date(2026, 12, 1), back_on=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("shown", "mark", "menu"),
    [
        (card(), "open", ("tick", "skip", "note")),
        (card("optional"), "at_hand", ("tick", "skip", "note")),
        (card("done"), "done", ("untick", "note")),
        (card("off_plan"), "off_plan", ("untick", "note")),
        (card("skipped"), "skipped", ("tick", "unskip", "note")),
        (RESTING, "resting", ("anyway", "why", "note")),
        (RESTING._replace(can_swap=True), "resting", ("swap", "why", "note")),
        (card("paused", reason="paused"), "resting", ("anyway", "why", "note")),
    ],
)
def test_a_step_has_its_mark_and_its_menu(
    shown: StepCard, mark: str, menu: tuple[str, ...]
) -> None:
    assert mark_of(shown) == mark
    assert menu_of(shown) == menu
    assert link_of(shown) == (menu[0] if shown.can_swap else "why" if shown.is_resting else None)


def test_every_mark_looks_different(qtbot: QtBot) -> None:
    pictures: list[QImage] = []
    statuses: tuple[Status, ...] = ("due", "done", "off_plan", "skipped", "resting")
    for status in statuses:
        row = StepRow(card(status), NAMES)
        qtbot.addWidget(row)
        row.resize(400, 49)
        picture = row.grab().toImage().copy(0, 0, 40, 49)
        grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        assert grey not in pictures
        pictures.append(grey)


def test_a_resting_step_says_so_to_a_screen_reader(qtbot: QtBot) -> None:
    row = StepRow(RESTING, NAMES)
    qtbot.addWidget(row)

    said = "Refining lotion, resting, Month off, back on Tuesday 1 December"
    assert row.accessibleName() == said
    assert row.link is not None
    assert row.link.accessibleName() == "Why? (Refining lotion)"


def test_the_whole_row_ticks_and_the_link_does_not(qtbot: QtBot) -> None:
    row = StepRow(RESTING, NAMES)
    qtbot.addWidget(row)
    row.resize(500, 49)
    row.show()
    wishes: list[tuple[str, str]] = []
    row.wished.connect(lambda step, intent: wishes.append((step, intent)))

    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert row.link is not None
    QTest.mouseClick(row.link, Qt.MouseButton.LeftButton)

    assert wishes == [("lotion", "tick"), ("lotion", "why")]
    assert not row.isChecked()


def test_a_row_is_tall_enough_to_hit_and_grows_with_its_words(qtbot: QtBot) -> None:
    row = StepRow(RESTING._replace(name="Refining lotion " * 12), NAMES)
    qtbot.addWidget(row)

    assert StepRow(card(), NAMES).heightForWidth(600) >= 44
    assert row.heightForWidth(300) > row.heightForWidth(600)


def test_a_word_longer_than_the_line_is_broken(qtbot: QtBot) -> None:
    row = StepRow(card(name="L" * 200), NAMES)
    qtbot.addWidget(row)

    assert row.heightForWidth(300) > 100


def test_the_dots_show_where_the_keyboard_is(qtbot: QtBot) -> None:
    row = StepRow(card(), NAMES)
    qtbot.addWidget(row)
    row.show()
    qtbot.waitUntil(row.isVisible)
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)

    row.take_focus()
    assert row.more is not None
    assert row.more.isVisible()
    assert row.more.accessibleName() == "More for Refining lotion"
    with qtbot.waitSignal(row.menu_wanted):
        QTest.mouseClick(row.more, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(row.menu_wanted):
        QTest.keyClick(row, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


def slot(*cards: StepCard, done: int = 0) -> SlotCard:
    finished = datetime(2026, 11, 21, 7, 47) if done == len(cards) else None  # noqa: DTZ001
    return SlotCard("morning", cards, done, len(cards), is_now=True, finished_at=finished)


def test_a_slot_folds_when_it_is_finished_and_opens_again(qtbot: QtBot) -> None:
    box = SlotBox(slot(card()), NAMES)
    qtbot.addWidget(box)
    folds = [box.is_folded]

    box.show_slot(slot(card("done"), done=1), NAMES)
    folds.append(box.is_folded)
    assert box.head.accessibleName() == "Morning, done at 07:47, 1 of 1"
    QTest.mouseClick(box.head, Qt.MouseButton.LeftButton)
    assert [*folds, box.is_folded] == [False, True, False]


def test_a_row_stays_itself_while_its_steps_do(qtbot: QtBot) -> None:
    box = SlotBox(slot(card()), NAMES)
    qtbot.addWidget(box)
    row = box.rows["lotion"]

    box.show_slot(slot(card("skipped")), NAMES)
    assert box.rows["lotion"] is row
    box.show_slot(slot(card(), card()._replace(step="mask")), NAMES)
    assert list(box.rows) == ["lotion", "mask"]


def test_a_panel_stays_under_its_step_when_the_rows_are_made_anew(qtbot: QtBot) -> None:
    mask = card(step="mask")
    box = SlotBox(slot(card(), mask), NAMES)
    qtbot.addWidget(box)
    box.show()
    panel = Panel("Skip it?")
    box.put_panel("lotion", panel)

    box.show_slot(slot(card(step="cleanse"), card(), mask), NAMES)

    qtbot.waitUntil(lambda: panel.y() > box.rows["lotion"].y() > box.rows["cleanse"].y())
    qtbot.waitUntil(lambda: box.rows["mask"].y() > panel.y())
    assert panel.isVisible()


@pytest.mark.parametrize("is_ringed", [True, False])
def test_the_keyboard_stays_on_its_step_when_the_rows_are_made_anew(
    qtbot: QtBot, *, is_ringed: bool
) -> None:
    box = SlotBox(slot(card(), card(step="mask")), NAMES)
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    if is_ringed:
        box.rows["mask"].take_focus()
    else:
        box.rows["mask"].setFocus()

    box.show_slot(slot(card(step="cleanse"), card(), card(step="mask")), NAMES)

    qtbot.waitUntil(box.rows["mask"].hasFocus)
    assert box.rows["mask"].is_ringed is is_ringed


NOVEMBER = Phase(is_on=False, first=date(2026, 11, 1), until=date(2026, 12, 1))
OCTOBER = Phase(is_on=True, first=date(2026, 10, 1), until=date(2026, 11, 1))
DECEMBER = Phase(is_on=True, first=date(2026, 12, 1), until=date(2027, 1, 1))
BAR = PhaseBar("lotion", "Refining lotion", OCTOBER, NOVEMBER, DECEMBER, 21)


def test_the_bar_has_its_stretches_by_their_days() -> None:
    before, running, ahead = parts_of(BAR)

    assert before.left == 0
    assert ahead.right == pytest.approx(1)
    assert (before.right - before.left) / (running.right - running.left) == pytest.approx(31 / 30)
    assert ahead.is_ahead
    assert running.left < today_at(BAR) < running.right


def test_a_first_phase_has_nothing_before_it(qtbot: QtBot) -> None:
    shown = PhaseCard(BAR)
    qtbot.addWidget(shown)
    shown.resize(340, 100)
    shown.show_bar(BAR._replace(before=None))
    shown.grab()

    assert len(parts_of(BAR._replace(before=None))) == 2
    assert shown.aside.text() == "day 21 of 30, off"


def test_the_streak_keeps_its_room_until_it_is_known(qtbot: QtBot) -> None:
    streak = StreakCard()
    qtbot.addWidget(streak)
    before = streak.sizeHint().height()

    streak.show_streak(StreakView(current=17, best=41))

    assert (streak.figure.text(), streak.aside.text()) == ("17 days", "best 41")
    streak.show_streak(StreakView(current=0, best=0))
    assert streak.aside.text() == "grows with each finished day"
    assert streak.sizeHint().height() == before


def test_the_next_card_says_what_will_appear_while_it_is_empty(qtbot: QtBot) -> None:
    coming = NextCard()
    qtbot.addWidget(coming)

    coming.show_coming((), TODAY)
    assert "appear here" in words(coming)
    coming.show_coming((Coming("lotion", "Refining lotion", date(2026, 12, 1), "back"),), TODAY)
    qtbot.waitUntil(lambda: "appear here" not in words(coming))
    assert "Refining lotion is back" in words(coming)
    assert "Tue 1 Dec" in words(coming)


def words(widget: NextCard) -> str:
    return " ".join(text.text() for text in widget.findChildren(Text))


def test_a_name_that_looks_like_html_is_a_name(qtbot: QtBot) -> None:
    text = Text("<b>Bold</b>")
    qtbot.addWidget(text)

    assert text.textFormat() == Qt.TextFormat.PlainText


def test_a_panel_that_needs_a_reason_waits_for_one(qtbot: QtBot) -> None:
    panel = Panel("Skip it?")
    qtbot.addWidget(panel)
    panel.ask(skip_asking(), skip_reasons(), needs_reason=True)
    given: list[str] = []
    panel.confirmed.connect(given.append)
    field = panel.stops()[0]

    QTest.keyClick(field, Qt.Key.Key_Return)
    assert given == []
    QTest.keyClicks(field, "  No time ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert given == ["No time"]


def test_a_panel_can_be_left(qtbot: QtBot) -> None:
    panel = Panel("Use it?")
    qtbot.addWidget(panel)
    panel.confirm(anyway_asking())

    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_a_panel_can_offer_two_ways(qtbot: QtBot) -> None:
    panel = Panel("Cleanse comes before.")
    qtbot.addWidget(panel)
    panel.offer(before_asking("Clay mask"))
    both, alone = panel.stops()

    with qtbot.waitSignal(panel.confirmed):
        QTest.mouseClick(both, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.declined):
        QTest.mouseClick(alone, Qt.MouseButton.LeftButton)


def test_a_toast_goes_by_itself_and_can_be_pressed(qtbot: QtBot) -> None:
    window = Text("")
    window.resize(600, 300)
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window, 0)

    toast.say("Ticked Cleanse", "undo", "Undo")
    assert toast.geometry().bottom() < 300
    with qtbot.waitSignal(toast.pressed) as pressed:
        QTest.mouseClick(toast._link, Qt.MouseButton.LeftButton)
    assert pressed.args == ["undo"]
    assert not toast.isVisible()
    toast.say("A line " * 30)
    assert toast.width() <= 600
    toast._timer.timeout.emit()
    assert not toast.isVisible()


def test_a_step_of_a_quota_says_which_turn_it_is(qtbot: QtBot) -> None:
    row = StepRow(card(quota=Quota(2, 2)), NAMES)
    qtbot.addWidget(row)

    assert row.line == "second of two this week"
