"""Is what a form supposes weighed before it is shown, and what it asks for done once?"""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.still_clock import SATURDAY, StillClock
from tracker.actions.change import Change
from tracker.actions.known_pauses import known_pauses
from tracker.actions.pause import Wish, pause
from tracker.actions.ports import Store
from tracker.actions.set_up import set_up
from tracker.actions.shift import shift
from tracker.actions.tick import tick
from tracker.domain.errors import Unavailable
from tracker.domain.routine import Routine
from tracker.exchange.preset import load_preset
from tracker.store.store import open_store
from tracker.ui.desk import Desk
from tracker.ui.forms.asking import Asking
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Occasion
from tracker.ui.pages.calendar.forms.opening import form_for
from tracker.ui.pages.calendar.forms.pause import PauseForm
from tracker.ui.pages.calendar.forms.resume import ResumeForm
from tracker.ui.pages.calendar.forms.shift import ShiftForm
from tracker.ui.pages.calendar.forms.treatment import TreatmentForm

TODAY = SATURDAY.date()
CLOCK = StillClock()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The routine for oily skin since 1 October, of which 3 November alone was done."""
    with closing(open_store(tmp_path, CLOCK)) as store:
        set_up(store, load_preset("oily", date(2026, 10, 1), "toner"), "oily")
        tick(store, CLOCK, "toner", date(2026, 11, 3))
    return tmp_path


@pytest.fixture
def desk(place: Path, qtbot: QtBot) -> Iterator[Desk]:
    del qtbot
    desk = Desk(lambda: open_store(place, CLOCK), CLOCK)
    yield desk
    desk.close()


def routine_of(place: Path) -> Routine:
    with closing(open_store(place, CLOCK)) as store, store.reading() as reading:
        return reading.routine()


def opened(qtbot: QtBot, desk: Desk, form: Form | None) -> tuple[Form, Asking]:
    assert form is not None
    qtbot.addWidget(form)
    form.show()
    asking = Asking(form, desk)
    with qtbot.waitSignal(asking.supposed):
        form.begin()
    return form, asking


def occasion(place: Path, day: date = TODAY) -> Occasion:
    with closing(open_store(place, CLOCK)) as store, store.reading() as reading:
        pauses = known_pauses(reading, TODAY)
    return Occasion(routine_of(place), day, TODAY, CLOCK, pauses)


def test_a_holiday_entered_afterwards_says_what_it_turns_into_paused(
    qtbot: QtBot, place: Path, desk: Desk
) -> None:
    form, asking = opened(qtbot, desk, form_for("pause", occasion(place, date(2026, 11, 3))))

    # Six steps a day and two masks, but for what was ticked.
    assert form.effect.effect.text() == "3 November to 9 November: 43 missed steps become paused."
    with qtbot.waitSignal(asking.ended):
        form.agree.click()
    pauses = routine_of(place).pauses
    assert {one.begins for one in pauses} == {date(2026, 11, 3), date(2026, 11, 4)}
    assert all(one.ends == date(2026, 11, 9) for one in pauses)


def test_what_cannot_be_is_said_in_the_form_and_not_shown(
    qtbot: QtBot, place: Path, desk: Desk
) -> None:
    form, asking = opened(qtbot, desk, form_for("pause", occasion(place, date(2026, 11, 3))))
    assert isinstance(form, PauseForm)
    shown: list[object] = []
    asking.supposed.connect(shown.append)

    form.steps.how_many.choose(["some"])
    form.steps.list.choose(["toner"])
    form.ends.show_day(date(2026, 11, 3))
    with qtbot.waitSignal(asking.supposed):
        form.refresh()

    assert shown == [None]
    assert form.fault.text().startswith("Something is logged on each of those days")
    form.ends.show_day(date(2026, 11, 4))
    with qtbot.waitSignal(asking.supposed):
        form.refresh()
    assert shown[-1] is not None
    assert not form.fault.isVisible()


def test_only_what_was_supposed_last_is_shown(qtbot: QtBot, place: Path, desk: Desk) -> None:
    form, asking = opened(qtbot, desk, form_for("pause", occasion(place)))
    assert isinstance(form, PauseForm)
    shown: list[object] = []
    asking.supposed.connect(shown.append)

    for day in (23, 24, 25):
        form.begins.show_day(date(2026, 11, day))
        form.refresh()
    qtbot.waitUntil(lambda: bool(shown))

    assert len(shown) == 1
    assert shown[0] is asking._supposing


def test_what_is_weighed_after_the_form_was_left_is_told_to_nobody(
    qtbot: QtBot, place: Path, desk: Desk
) -> None:
    form, asking = opened(qtbot, desk, form_for("pause", occasion(place)))
    assert isinstance(form, PauseForm)
    shown: list[object] = []
    asking.supposed.connect(shown.append)

    form.begins.show_day(date(2026, 11, 23))
    form.refresh()
    form.leave.click()
    looked: list[bool] = []
    desk.read(lambda _reading: True, looked.append)
    qtbot.waitUntil(lambda: looked == [True])

    assert not shown


def test_what_was_not_written_stays_in_the_form(qtbot: QtBot, place: Path, desk: Desk) -> None:
    form, asking = opened(qtbot, desk, form_for("pause", occasion(place)))
    ends: list[None] = []
    asking.ended.connect(lambda: ends.append(None))

    def full(store: Store) -> Change | None:
        raise Unavailable("not_written", path=str(store))

    with qtbot.waitSignal(desk.failed):
        form.agreed.emit(full)
    assert form.fault.isVisible()
    assert form.effect.isVisible() is False

    with qtbot.waitSignal(asking.ended):
        form.agree.click()
    assert ends == [None]
    assert len(routine_of(place).pauses) == 1


def test_another_failure_is_not_the_forms(qtbot: QtBot, place: Path, desk: Desk) -> None:
    form, _asking = opened(qtbot, desk, form_for("pause", occasion(place)))

    desk.failed.emit(Unavailable("not_written", path="elsewhere"))

    assert not form.fault.isVisible()


def test_what_moves_nothing_ends_the_form_too(qtbot: QtBot, place: Path, desk: Desk) -> None:
    form, asking = opened(qtbot, desk, form_for("pause", occasion(place)))

    with qtbot.waitSignal(asking.ended):
        form.agreed.emit(lambda _store: None)


def test_two_more_weeks_are_weighed_and_done(qtbot: QtBot, place: Path, desk: Desk) -> None:
    form, asking = opened(qtbot, desk, form_for("shift:refining-lotion", occasion(place)))
    assert isinstance(form, ShiftForm)

    form.when.choose(["2026-12-15"])
    with qtbot.waitSignal(asking.supposed):
        form.refresh()
    assert "to come rest" in form.effect.effect.text()
    with qtbot.waitSignal(asking.ended):
        form.agree.click()

    with closing(open_store(place, CLOCK)) as store:
        assert shift(store, CLOCK, "refining-lotion", date(2026, 12, 15)) is None, "it is so"


def test_each_wish_has_its_form_where_there_is_something_to_ask(place: Path) -> None:
    here = occasion(place)
    nowhere = here._replace(routine=Routine())

    wanted = ("pause", "treatment", "shift:refining-lotion")
    assert [type(form_for(one, here)) for one in wanted] == [PauseForm, TreatmentForm, ShiftForm]
    assert form_for("resume", here) is None
    assert [form_for(one, nowhere) for one in ("resume", *wanted)] == [None] * 4
    with closing(open_store(place, CLOCK)) as store:
        pause(store, CLOCK, Wish(TODAY))
    assert isinstance(form_for("resume", occasion(place)), ResumeForm)
