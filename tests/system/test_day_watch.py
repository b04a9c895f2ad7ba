"""Is a new hour noticed, however it came?"""

from datetime import UTC, datetime, timedelta, timezone

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.still_clock import StillClock
from tracker.system.day_watch import DayWatch, to_next_hour

EVENING = datetime(2026, 11, 21, 21, 59, 59, tzinfo=UTC)


def test_it_aims_just_behind_the_full_hour() -> None:
    assert to_next_hour(EVENING) == 1050
    assert to_next_hour(EVENING + timedelta(seconds=1)) == 3_600_050


def test_an_hour_that_turned_is_told_once(qtbot: QtBot) -> None:
    del qtbot
    parent, clock, told = QObject(), StillClock(EVENING), []
    watch = DayWatch(clock, parent)
    watch.turned.connect(lambda: told.append(clock.moment))

    for step in (timedelta(), timedelta(seconds=1), timedelta(minutes=5), timedelta(days=-400)):
        clock.moment += step
        watch.look()

    assert len(told) == 2


def test_a_coarse_timer_looks_within_the_minute(qtbot: QtBot) -> None:
    del qtbot
    parent = QObject()
    watch = DayWatch(StillClock(), parent)

    assert watch._timer.interval() * 1.05 <= 60_000


def test_another_zone_is_another_hour_and_the_same_hour_there_is_not(qtbot: QtBot) -> None:
    del qtbot
    parent, clock, told = QObject(), StillClock(EVENING), []
    watch = DayWatch(clock, parent)
    watch.turned.connect(lambda: told.append(clock.moment))

    clock.moment = EVENING.astimezone(timezone(timedelta(hours=9)))
    watch.look()
    assert len(told) == 1
    clock.moment = clock.moment.replace(tzinfo=UTC)
    watch.look()
    assert len(told) == 1


def test_it_looks_by_itself(qtbot: QtBot) -> None:
    parent, clock = QObject(), StillClock(EVENING)
    clock.moment += timedelta(seconds=0.999)
    watch = DayWatch(clock, parent)
    clock.moment += timedelta(hours=9)

    with qtbot.waitSignals([watch.looked, watch.turned]):
        pass
