"""Do the forms beside the month suppose what stands in them, say it, and agree to nothing wrong?"""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.still_clock import SATURDAY, StillClock
from tracker.actions.known_pauses import known_pauses
from tracker.actions.pause import Wish, ended, pause, paused
from tracker.actions.set_up import set_up
from tracker.actions.shift import shifted
from tracker.actions.supposed import Supposing
from tracker.actions.tick import tick
from tracker.domain.day import LAST_DAY, Day
from tracker.domain.phases import phase_of
from tracker.domain.routine import Pause, Price, Routine, Step, Treatment, Version
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.exchange.preset import load_preset
from tracker.store.store import SqlStore, open_store
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Occasion
from tracker.ui.held import Act
from tracker.ui.pages.calendar.forms.pause import PauseForm
from tracker.ui.pages.calendar.forms.resume import ResumeForm
from tracker.ui.pages.calendar.forms.shift import ShiftForm
from tracker.ui.pages.calendar.forms.treatment import TreatmentForm
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.field import Field
from tracker.ui.widgets.options import Options
from tracker.ui.widgets.scroll import Scroll

TODAY = SATURDAY.date()
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


class Heard(NamedTuple):
    """What a form told."""

    supposed: list[Supposing | None]
    agreed: list[Act]
    left: list[None]

    @property
    def values(self) -> dict[str, object] | None:
        """What was supposed last, by the names of its values."""
        last = self.supposed[-1]
        assert last is None or isinstance(last, partial)
        return None if last is None else last.keywords


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """The routine for oily skin since 1 October: in November the lotion has its month off."""
    with closing(open_store(tmp_path, StillClock())) as opened:
        set_up(opened, load_preset("oily", date(2026, 10, 1), "toner"), "oily")
        yield opened


def routine_of(store: SqlStore) -> Routine:
    with store.reading() as reading:
        return reading.routine()


def occasion(store: SqlStore, day: Day = TODAY) -> Occasion:
    with store.reading() as reading:
        pauses = known_pauses(reading, TODAY)
    return Occasion(routine_of(store), day, TODAY, StillClock(), pauses)


def begun(qtbot: QtBot, form: Form) -> Heard:
    """A form that is open, and listened to."""
    qtbot.addWidget(form)
    form.resize(300, 800)
    form.show()
    heard = Heard([], [], [])
    form.supposed.connect(heard.supposed.append)
    form.agreed.connect(heard.agreed.append)
    form.left.connect(lambda: heard.left.append(None))
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.begin()
    return heard


def said(form: Form) -> str:
    return form.effect.said.text() if form.effect.isVisible() else ""


def faults(form: Form) -> list[str]:
    shown = [field.fault for field in form.findChildren(Field) if field.fault.isVisible()]
    return [fault.text() for fault in shown]


def write(field: DayField, text: str) -> None:
    field.setFocus()
    field.edit.selectAll()
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, KEY.Key_Tab)


def choose(choice: Options, code: str) -> None:
    QTest.mouseClick(choice.row(code), LEFT)


def button(form: Form, label: str) -> Button:
    return next(one for one in form.findChildren(Button) if one.label == label)


def suppose(store: SqlStore, heard: Heard) -> Routine:
    """The routine as it would be by what was supposed last."""
    supposing = heard.supposed[-1]
    assert supposing is not None
    with store.reading() as reading:
        return supposing(reading, TODAY)


# --- what all of them do ---

MAKERS: list[Callable[[Occasion], Form]] = [PauseForm, TreatmentForm, ShiftForm]


@pytest.mark.parametrize("make", MAKERS)
def test_esc_and_cancel_leave_without_a_deed(
    qtbot: QtBot, store: SqlStore, make: Callable[[Occasion], Form]
) -> None:
    form = make(occasion(store))
    heard = begun(qtbot, form)

    QTest.keyClick(form.focusWidget(), KEY.Key_Escape)
    QTest.mouseClick(form.leave, LEFT)

    assert len(heard.left) == 2
    assert not heard.agreed


@pytest.mark.parametrize("make", MAKERS)
def test_the_keyboard_begins_at_the_first_field(
    qtbot: QtBot, store: SqlStore, make: Callable[[Occasion], Form]
) -> None:
    form = make(occasion(store))
    begun(qtbot, form)

    at = form.focusWidget()
    assert at is not None
    shown = [one for one in form.findChildren(Field) if one.isVisible()]
    assert shown[0].isAncestorOf(at)


@pytest.mark.parametrize("make", MAKERS)
def test_tab_goes_down_the_form_and_ends_at_its_buttons(
    qtbot: QtBot, store: SqlStore, make: Callable[[Occasion], Form]
) -> None:
    form = make(occasion(store))
    begun(qtbot, form)
    seen: list[QWidget] = []

    while (at := form.focusWidget()) not in seen:
        seen.append(at)
        QTest.keyClick(at, KEY.Key_Tab)

    places = [(one.mapTo(form, QPoint()).y(), one.mapTo(form, QPoint()).x()) for one in seen]
    assert places == sorted(places)
    assert seen[-2:] == [form.agree, form.leave]
    assert seen[0] is not form.agree


def test_what_is_wrong_is_scrolled_to(qtbot: QtBot, store: SqlStore) -> None:
    form = TreatmentForm(occasion(store))
    qtbot.addWidget(form)
    page = Scroll()
    qtbot.addWidget(page)
    page.column.addWidget(form)
    page.resize(400, 300)
    page.show()
    form.begin()
    choose(form.kind, "other")
    page.ensureWidgetVisible(form.agree)

    QTest.mouseClick(form.agree, LEFT)

    assert not form.name.visibleRegion().isEmpty()


@pytest.mark.parametrize("width", [250, 560])
@pytest.mark.parametrize("make", MAKERS)
def test_nothing_is_wider_than_the_form(
    qtbot: QtBot, store: SqlStore, make: Callable[[Occasion], Form], width: int
) -> None:
    form = make(occasion(store))
    begun(qtbot, form)

    assert form.minimumSizeHint().width() <= 250
    form.resize(width, form.heightForWidth(width))
    for button in form.findChildren(Button):
        assert button.width() >= button.sizeHint().width()


def test_enter_agrees_once_and_again_where_it_did_not_work(qtbot: QtBot, store: SqlStore) -> None:
    form = PauseForm(occasion(store))
    heard = begun(qtbot, form)

    QTest.keyClick(form.begins.edit, KEY.Key_Return)
    QTest.keyClick(form.steps.how_many.rows[0], KEY.Key_Return)
    QTest.mouseClick(form.agree, LEFT)
    assert len(heard.agreed) == 1

    form.show_fault("The disk is full.")
    assert form.fault.isVisible()
    assert said(form) == ""
    QTest.mouseClick(form.agree, LEFT)
    assert len(heard.agreed) == 2


def test_what_becomes_of_the_plan_is_said_and_spoken(qtbot: QtBot, store: SqlStore) -> None:
    form = PauseForm(occasion(store, date(2026, 11, 3)))
    begun(qtbot, form)

    form.show_effect("22 missed steps become paused.")

    assert form.effect.effect.isVisible()
    assert form.agree.accessibleDescription() == (
        "7 days: 3 to 9 November. What you ticked or skipped stays as it is."
        " 22 missed steps become paused."
    )
    write(form.begins, "no day")
    assert form.agree.accessibleDescription() == ""


# --- pause ---


def test_a_pause_is_supposed_from_the_selected_day_for_a_week(
    qtbot: QtBot, store: SqlStore
) -> None:
    form = PauseForm(occasion(store, date(2026, 11, 28)))
    heard = begun(qtbot, form)

    assert heard.values == {"wish": Wish(date(2026, 11, 28), date(2026, 12, 4))}
    assert said(form) == "7 days: 28 November to 4 December."
    assert suppose(store, heard).pauses == (Pause(date(2026, 11, 28), date(2026, 12, 4)),)


def test_a_pause_can_be_open_of_some_steps_and_with_a_reason(qtbot: QtBot, store: SqlStore) -> None:
    form = PauseForm(occasion(store))
    heard = begun(qtbot, form)

    choose(form.open_end, "open")
    choose(form.steps.how_many, "some")
    assert heard.supposed[-1] is None
    assert faults(form) == []
    choose(form.steps.list, "clay-mask")
    told = len(heard.supposed)
    QTest.mouseClick(button(form, "Illness"), LEFT)
    QTest.mouseClick(form.agree, LEFT)

    assert said(form) == (
        "From Saturday 21 November until you end it. What you ticked or skipped stays as it is."
    )
    assert heard.values == {"wish": Wish(TODAY, None, ("clay-mask",))}
    assert len(heard.supposed) == told, "a reason changes no plan"
    assert heard.agreed[0](store) is not None
    assert routine_of(store).pauses == (Pause(TODAY, None, ("clay-mask",), "Illness"),)


def test_some_steps_are_at_least_one(qtbot: QtBot, store: SqlStore) -> None:
    form = PauseForm(occasion(store))
    heard = begun(qtbot, form)

    choose(form.steps.how_many, "some")
    QTest.mouseClick(form.agree, LEFT)

    assert faults(form) == ["Choose at least one step."]
    assert not heard.agreed


def test_a_pause_that_is_none_says_why_and_supposes_nothing(qtbot: QtBot, store: SqlStore) -> None:
    form = PauseForm(occasion(store))
    heard = begun(qtbot, form)

    write(form.ends, "3 Nov")
    assert faults(form) == ["This is before the first day. Choose that day or a later one."]
    assert heard.supposed[-1] is None
    write(form.ends, "soon")
    assert faults(form) == ["This is no day. Type it like 3 Nov, or as 2026-11-03."]
    QTest.mouseClick(form.agree, LEFT)
    assert not heard.agreed
    assert form.ends.edit.hasFocus()
    write(form.ends, "22 Nov")
    assert (faults(form), heard.values) == ([], {"wish": Wish(TODAY, date(2026, 11, 22))})


def test_the_last_day_moves_along_with_the_first(qtbot: QtBot, store: SqlStore) -> None:
    form = PauseForm(occasion(store))
    heard = begun(qtbot, form)

    write(form.ends, "23 Nov")
    write(form.begins, "1 Dec")
    assert heard.values == {"wish": Wish(date(2026, 12, 1), date(2026, 12, 3))}
    write(form.begins, LAST_DAY.isoformat())
    assert heard.values == {"wish": Wish(LAST_DAY, LAST_DAY)}


# --- resume ---


def test_a_pause_ends_today_or_on_another_day(qtbot: QtBot, store: SqlStore) -> None:
    pause(store, StillClock(), Wish(date(2026, 11, 18)))
    form = ResumeForm(occasion(store))
    heard = begun(qtbot, form)

    assert heard.values == {"pauses": (Pause(date(2026, 11, 18), None),), "day": TODAY}
    assert said(form) == (
        "Steps are asked for again from Saturday 21 November. 18 to 20 November stays paused."
    )
    write(form.day, "25 Nov")
    assert suppose(store, heard).pauses == (Pause(date(2026, 11, 18), date(2026, 11, 24)),)
    QTest.mouseClick(form.agree, LEFT)
    heard.agreed[0](store)
    assert routine_of(store).pauses == (Pause(date(2026, 11, 18), date(2026, 11, 24)),)


def test_a_pause_is_taken_out(qtbot: QtBot, store: SqlStore) -> None:
    pause(store, StillClock(), Wish(date(2026, 12, 1), date(2026, 12, 9), reason="Holiday"))
    form = ResumeForm(occasion(store))
    heard = begun(qtbot, form)

    choose(form.how, "take-out")
    assert form.agree.label == "Remove the pause"
    assert suppose(store, heard).pauses == ()
    QTest.mouseClick(form.agree, LEFT)
    heard.agreed[0](store)
    assert routine_of(store).pauses == ()


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("1 Dec", "The pause begins on Tuesday 1 December. Choose a later day, or take the pause"),
        ("11 Dec", "The pause ends by itself on Wednesday 9 December. Choose a day up to then."),
        ("never", "This is no day."),
    ],
)
def test_a_pause_can_only_end_within_its_days(
    qtbot: QtBot, store: SqlStore, typed: str, fault: str
) -> None:
    pause(store, StillClock(), Wish(date(2026, 12, 1), date(2026, 12, 9)))
    form = ResumeForm(occasion(store))
    heard = begun(qtbot, form)

    write(form.day, typed)

    assert faults(form)[0].startswith(fault)
    assert heard.supposed[-1] is None


def test_the_pause_of_the_selected_day_comes_first_and_another_can_be_chosen(
    qtbot: QtBot, store: SqlStore
) -> None:
    for first, last in (((11, 19), (11, 30)), ((11, 3), (11, 5)), ((12, 9), (12, 9))):
        wish = Wish(date(2026, *first), date(2026, *last), ("clay-mask",), f"{first}")
        pause(store, StillClock(), wish)
    form = ResumeForm(occasion(store, date(2026, 11, 4)))
    heard = begun(qtbot, form)

    assert [one.whole.begins.day for one in form._pauses] == [3, 19, 9]
    assert form.how.chosen == ["take-out"], "it is over"
    choose(form.which, "1")
    assert heard.values == {"pauses": form.known.parts, "day": TODAY}
    assert form.pause.begins == date(2026, 11, 19)
    choose(form.which, "2")
    assert form.how.chosen == ["take-out"], "it has a single day"


def test_no_other_pause_ends_than_the_chosen_one(qtbot: QtBot, store: SqlStore) -> None:
    irritation = Wish(date(2026, 11, 12), None, ("pore-serum",), "Irritation")
    pause(store, StillClock(), irritation)
    pause(store, StillClock(), Wish(date(2026, 11, 16), date(2026, 11, 25), reason="Holiday"))
    form = ResumeForm(
        occasion(store), Pause(date(2026, 11, 16), date(2026, 11, 25), None, "Holiday")
    )
    heard = begun(qtbot, form)

    assert form.pause.reason == "Holiday"
    assert set(suppose(store, heard).pauses) == {
        Pause(*irritation),
        Pause(date(2026, 11, 16), date(2026, 11, 20), None, "Holiday"),
    }


def test_a_pause_in_parts_is_one_to_the_person(qtbot: QtBot, store: SqlStore) -> None:
    tick(store, StillClock(), "toner", date(2026, 11, 18))
    pause(store, StillClock(), Wish(date(2026, 11, 18), reason="Illness"))
    kept = routine_of(store).pauses
    assert len(kept) > 1
    form = ResumeForm(occasion(store), kept[-1])
    heard = begun(qtbot, form)

    assert [row.label for row in form.which.rows] == ["Illness: all steps"]
    choose(form.how, "take-out")
    assert suppose(store, heard).pauses == ()


# --- shift ---


def test_the_phase_turns_today_tomorrow_or_later_than_planned(
    qtbot: QtBot, store: SqlStore
) -> None:
    form = ShiftForm(occasion(store))
    heard = begun(qtbot, form)
    choices = [(row.label, row.about.text()) for row in form.when.rows]

    assert form.title.text() == "Shift Refining lotion"
    assert form.line.text() == (
        "Off since Sunday 1 November; on from Tuesday 1 December as planned."
    )
    assert choices == [
        ("Begin the month on today", "On from Saturday 21 November"),
        ("Begin the month on tomorrow", "On from Sunday 22 November"),
        ("Stay off one more week", "On from Tuesday 8 December"),
        ("Stay off two more weeks", "On from Tuesday 15 December"),
        ("On another day…", ""),
    ]
    turns = [heard.values]
    for row in form.when.rows[2:0:-1]:
        QTest.keyClick(row, KEY.Key_Up)
        turns.append(heard.values)
    assert [value and value["turn"] for value in turns] == [
        date(2026, 12, 8),
        date(2026, 11, 22),
        TODAY,
    ]


def test_a_shift_to_a_day_of_ones_own_is_agreed_to(qtbot: QtBot, store: SqlStore) -> None:
    form = ShiftForm(occasion(store, date(2026, 12, 20)), "refining-lotion")
    heard = begun(qtbot, form)

    assert form.when.chosen == ["other"], "the selected day is none of the others"
    assert heard.values == {"step_id": "refining-lotion", "turn": date(2026, 12, 20)}
    QTest.keyClick(form.when.row("other"), KEY.Key_Return)
    heard.agreed[0](store)

    phase = phase_of(routine_of(store).step("refining-lotion"), TODAY)
    assert phase is not None
    assert phase.until == date(2026, 12, 20)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("20 Nov", "Choose Saturday 21 November or a later day: what is past stays as it was."),
        ("1 Dec", "The phase turns on that day anyway. Choose another one."),
        ("later", "This is no day. Type it like 3 Nov, or as 2026-11-03."),
    ],
)
def test_a_phase_turns_on_no_such_day(
    qtbot: QtBot, store: SqlStore, typed: str, fault: str
) -> None:
    form = ShiftForm(occasion(store))
    heard = begun(qtbot, form)

    choose(form.when, "other")
    write(form.day, typed)

    assert faults(form) == [fault]
    assert heard.supposed[-1] is None


def test_one_of_several_steps_is_shifted(qtbot: QtBot, store: SqlStore) -> None:
    start = date(2026, 10, 1)
    cycle = Cycle(Daily(), Lengths("weeks", 3, 2), start)
    peel = Step("peel", "Peel", "exfoliant", "evening", start, (Version(start, cycle),))
    with store.writing("test") as work:
        work.put(peel)
    form = ShiftForm(occasion(store), "peel")
    heard = begun(qtbot, form)

    assert form.title.text() == "Shift a phase"
    assert form.when.rows[0].label == "Begin the 2 weeks off today"
    choose(form.which, "refining-lotion")
    assert heard.values == {"step_id": "refining-lotion", "turn": date(2026, 12, 8)}
    assert said(form).startswith("Refining lotion is on from Tuesday 8 December, instead of")


# --- treatment ---


def test_a_treatment_is_entered_with_what_rests_and_for_how_long(
    qtbot: QtBot, store: SqlStore
) -> None:
    form = TreatmentForm(occasion(store))
    heard = begun(qtbot, form)
    assert heard.supposed == [None], "only the clinic knows how long"
    assert faults(form) == []

    QTest.keyClicks(form.rest.edit, "5")

    rested = ("toner", "clay-mask", "refining-lotion")
    entered = Treatment(TODAY, "Salicylic peel with carbon laser", 5, rested)
    assert suppose(store, heard).treatments == (entered,)
    assert said(form) == ("On Saturday 21 November. 3 steps rest on that day and the 5 days after.")
    QTest.keyClick(form.rest.edit, KEY.Key_Return)
    heard.agreed[0](store)
    assert routine_of(store).treatments == (entered,)


def test_a_series_in_own_words_with_all_there_is_to_remember(qtbot: QtBot, store: SqlStore) -> None:
    form = TreatmentForm(occasion(store, date(2026, 12, 1)))
    heard = begun(qtbot, form)

    choose(form.kind, "other")
    form.name.setText("Peel")
    choose(form.often, "series")
    QTest.keyClicks(form.rest.edit, "1")
    for row in form.steps.rows:
        row.setChecked(True)
    form.clinic.setText("At the bridge")
    form.price.amount.setText("1 140,50")
    form.price.currency.setText("eur")
    form.note.setText("bring the cream")
    QTest.mouseClick(form.agree, LEFT)
    heard.agreed[0](store)

    first = Treatment(
        date(2026, 12, 1), "Peel", 1, None, "At the bridge", Price("1140.50", "EUR"),
        "bring the cream",
    )  # fmt: skip
    gap = timedelta(days=28)
    days = [first.day + number * gap for number in range(3)]
    assert routine_of(store).treatments == tuple(first._replace(day=day) for day in days)
    assert said(form).startswith("3 times: 1 Dec, 29 Dec and 26 Jan 2027.")


def test_a_treatment_lacks_nothing_that_it_needs(qtbot: QtBot, store: SqlStore) -> None:
    form = TreatmentForm(occasion(store))
    heard = begun(qtbot, form)

    choose(form.kind, "other")
    for row in form.steps.rows:
        row.setChecked(False)
    QTest.mouseClick(form.agree, LEFT)

    assert faults(form) == [
        "Write what it is called, so that you find it again.",
        "Type the number of days that the clinic told you, from 0 to 366.",
        "Choose at least one step.",
    ]
    assert form.name.hasFocus()
    assert not heard.agreed


@pytest.mark.parametrize(
    ("amount", "currency", "fault"),
    [
        ("free", "EUR", "This is no amount. Type it in figures, like 140 or 140.50."),
        ("140", "Euro", "Type the currency as three letters, like USD or EUR."),
        ("140", "", "Type the currency as three letters, like USD or EUR."),
        ("140", "EUR", ""),
        ("", "", ""),
    ],
)
def test_a_price_is_an_amount_and_a_currency(
    qtbot: QtBot, store: SqlStore, amount: str, currency: str, fault: str
) -> None:
    form = TreatmentForm(occasion(store))
    heard = begun(qtbot, form)
    QTest.keyClicks(form.rest.edit, "0")

    form.price.amount.setText(amount)
    form.price.currency.setText("1" if currency == "Euro" else currency)
    form.price.settled.emit()

    assert form.price_field.fault.text() == fault
    assert (heard.supposed[-1] is None) is bool(fault)


def test_a_series_keeps_within_all_days(qtbot: QtBot, store: SqlStore) -> None:
    form = TreatmentForm(occasion(store, LAST_DAY - timedelta(days=30)))
    heard = begun(qtbot, form)
    QTest.keyClicks(form.rest.edit, "0")

    choose(form.often, "series")
    assert faults(form) == [
        "The last one would be after the year 2999. Choose fewer, or an earlier day."
    ]
    form.times.edit.setText("2")
    assert faults(form) == []
    form.weeks.edit.setText("0")
    assert faults(form) == ["Type a whole number from 1 to 52."]
    assert heard.supposed[-1] is None


def test_the_currency_is_the_one_of_the_last_treatment(qtbot: QtBot, store: SqlStore) -> None:
    with store.writing("test") as work:
        work.put(Treatment(TODAY, "Peel", 0, price=Price("140.00", "CHF")))
    form = TreatmentForm(occasion(store))
    qtbot.addWidget(form)

    assert form.price.currency.text() == "CHF"


def test_each_supposing_is_the_action_itself(qtbot: QtBot, store: SqlStore) -> None:
    pause(store, StillClock(), Wish(date(2026, 11, 18)))
    functions = []
    for form in (
        PauseForm(occasion(store)),
        ResumeForm(occasion(store)),
        ShiftForm(occasion(store)),
    ):
        last = begun(qtbot, form).supposed[-1]
        assert isinstance(last, partial)
        functions.append(last.func)

    assert functions == [paused, ended, shifted]
