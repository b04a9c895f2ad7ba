"""Is what follows from each setting said with its present value?"""

from datetime import date

import pytest

from tracker.actions.views.settings import SettingsView
from tracker.domain.routine import WeekStart
from tracker.words.settings import effect, file_line, option_label, spoken_option, sync_warning

VIEW = SettingsView(
    today=date(2026, 11, 21),
    day_starts_at=4,
    closed_hours=frozenset(),
    week_start="mon",
    week_next=None,
    morning_at="07:30",
    evening_at="21:00",
    reminders=True,
    reminder_names=False,
    forgive_slip=False,
    day_threshold="all",
    theme="system",
    language="system",
)
SUNDAYS = WeekStart("sun", date(2026, 11, 23))


@pytest.mark.parametrize(
    ("key", "view", "said"),
    [
        ("day_starts_at", VIEW, "Until 04:00, what you tick belongs to the evening before."),
        ("day_starts_at", VIEW._replace(day_starts_at=0), "The day changes at midnight."),
        ("day_starts_at", VIEW._replace(closed_hours=frozenset((5, 6))), "Hours from 05:00 on"),
        ("week_start", VIEW, "A mask twice a week is counted from Monday on."),
        ("week_start", VIEW._replace(week_start="sat"), "from Saturday on."),
        (
            "week_start",
            VIEW._replace(week_next=SUNDAYS),
            "From Monday 23 November on, weeks begin on Sunday. This week and those before stay",
        ),
        ("morning_at", VIEW, "come at 07:30."),
        ("morning_at", VIEW._replace(reminders=False), "Reminders are off."),
        ("evening_at", VIEW._replace(evening_at="20:15"), "come at 20:15."),
        ("evening_at", VIEW._replace(reminders=False), "Reminders are off."),
        ("reminders", VIEW, "You are told on mask days"),
        ("reminders", VIEW._replace(reminders=False), "Nothing is announced."),
        ("reminder_names", VIEW, "Nobody reads on a locked screen which step"),
        ("reminder_names", VIEW._replace(reminder_names=True), "on a locked screen."),
        ("forgive_slip", VIEW, "A missed turn ends a step's streak."),
        ("forgive_slip", VIEW._replace(forgive_slip=True), "One missed turn in seven"),
        ("day_threshold", VIEW, "none of its turns was missed."),
        ("day_threshold", VIEW._replace(day_threshold="most"), "80 %"),
        ("day_threshold", VIEW._replace(day_threshold="half"), "half of its turns"),
        ("theme", VIEW, "Light or dark, as the system is"),
        ("theme", VIEW._replace(theme="dark"), "whatever the system does"),
        ("language", VIEW, "Names of steps stay as they are"),
    ],
)
def test_what_follows_is_said(key: str, view: SettingsView, said: str) -> None:
    assert said in effect(key, view)


@pytest.mark.parametrize(
    ("key", "code", "label"),
    [
        ("day_starts_at", "4", "04:00"),
        ("week_start", "sun", "Sun"),
        ("day_threshold", "half", "Half"),
    ],
)
def test_a_value_is_said_in_short(key: str, code: str, label: str) -> None:
    assert option_label(key, code) == label


def test_a_value_is_spoken_with_its_setting() -> None:
    assert spoken_option("week_start", "Sun") == "The week begins on: Sun"


@pytest.mark.parametrize(
    ("size", "said"),
    [(12, "1 kB"), (156_000, "156 kB"), (2_340_000, "2.3 MB")],
)
def test_a_size_is_read_easily(size: int, said: str) -> None:
    assert file_line(size).startswith(f"One file of {said}.")


def test_a_folder_that_is_copied_about_is_warned_of() -> None:
    assert "synchronised by Dropbox" in sync_warning("Dropbox")
