"""What does each setting mean, what can it be, and what follows from what it is?"""

from datetime import date, time, timedelta
from typing import Final

from tracker.actions.views.settings import SettingsView
from tracker.domain.day import WEEKDAYS
from tracker.words.backups import size_words
from tracker.words.dates import clock_time, weekday_day, weekday_name, weekday_short
from tracker.words.language import _

_MONDAY: Final = date(2026, 11, 23)


def section_title(section: str) -> str:
    """The title of a card of settings."""
    titles = {
        "days": _("Days and weeks"),
        "reminders": _("Reminders"),
        "streaks": _("Streaks"),
        "look": _("Look and language"),
        "data": _("Your data"),
    }
    return titles.get(section, section)


def opening() -> str:
    """Under the page's heading."""
    return _("Each change holds at once. Undo takes it back.")


def setting_title(key: str) -> str:
    """The name of a setting."""
    titles = {
        "day_starts_at": _("The day begins at"),
        "week_start": _("The week begins on"),
        "morning_at": _("Morning"),
        "evening_at": _("Evening"),
        "reminders": _("Remind me"),
        "reminder_names": _("Name the steps in reminders"),
        "forgive_slip": _("Forgive one slip"),
        "day_threshold": _("A day counts with"),
        "theme": _("Theme"),
        "language": _("Language"),
    }
    return titles.get(key, key)


def option_label(key: str, code: str) -> str:
    """One of the values that a setting can have, in short."""
    if key == "day_starts_at":
        return hour_label(int(code))
    if key == "week_start":
        return weekday_short(_day_called(code))
    labels = {
        "on": _("On"),
        "off": _("Off"),
        "all": _("All turns"),
        "most": _("80 %"),
        "half": _("Half"),
        "system": _("As the system"),
        "light": _("Light"),
        "dark": _("Dark"),
    }
    return labels.get(code, code)


def spoken_option(key: str, label: str) -> str:
    """The same for a screen reader, with the setting's name."""
    return _("{setting}: {value}").format(setting=setting_title(key), value=label)


def effect(key: str, view: SettingsView) -> str:
    """What follows from a setting as it is now."""
    effects = {
        "day_starts_at": _day_start(view),
        "week_start": _week_start(view),
        "morning_at": _morning(view),
        "evening_at": _evening(view),
        "reminders": _reminders(view),
        "reminder_names": _reminder_names(view),
        "forgive_slip": _forgiven(view),
        "day_threshold": _threshold(view),
        "theme": _theme(view),
        "language": _("Names of steps stay as they are: they are yours."),
    }
    return effects[key]


def hour_label(hour: int) -> str:
    """An hour as a time of day."""
    return clock_time(time(hour))


def _day_start(view: SettingsView) -> str:
    if view.day_starts_at == 0:
        said = _("The day changes at midnight. What you tick after it belongs to the new day.")
    else:
        said = _("Until {time}, what you tick belongs to the evening before.").format(
            time=hour_label(view.day_starts_at)
        )
    return f"{said} {_closed_hours(view)}" if view.closed_hours else said


def _closed_hours(view: SettingsView) -> str:
    waiting = _("Hours from {time} on can be chosen once they have passed.")
    return waiting.format(time=hour_label(min(view.closed_hours)))


def _week_start(view: SettingsView) -> str:
    coming = view.week_next
    if coming is None or coming.begins is None:
        return _("A mask twice a week is counted from {weekday} on.").format(
            weekday=weekday_name(_day_called(view.week_start))
        )
    return _(
        "From {day} on, weeks begin on {weekday}. This week and those before stay as they were."
    ).format(
        day=weekday_day(coming.begins, view.today),
        weekday=weekday_name(_day_called(coming.weekday)),
    )


def _morning(view: SettingsView) -> str:
    if not view.reminders:
        return _("When you usually do the morning's steps. Reminders are off.")
    return _("Reminders about the morning's steps come at {time}.").format(time=view.morning_at)


def _evening(view: SettingsView) -> str:
    if not view.reminders:
        return _("When you usually do the evening's steps. Reminders are off.")
    return _("Reminders about the evening's steps come at {time}.").format(time=view.evening_at)


def _reminders(view: SettingsView) -> str:
    if not view.reminders:
        return _("Nothing is announced. Today shows what is due all the same.")
    return _("You are told on mask days, and on the evening before a month on or off begins.")


def _reminder_names(view: SettingsView) -> str:
    if view.reminder_names:
        return _("A reminder names the step, also where others can read it: on a locked screen.")
    return _("A reminder only counts. Nobody reads on a locked screen which step it is about.")


def _forgiven(view: SettingsView) -> str:
    if view.forgive_slip:
        return _("One missed turn in seven leaves a step's streak. It still counts as missed.")
    return _("A missed turn ends a step's streak. A rest, a pause or a skip never does.")


def _threshold(view: SettingsView) -> str:
    said = {
        "all": _("A day adds to the streak when none of its turns was missed."),
        "most": _("A day adds to the streak when 80 % of its turns were done."),
        "half": _("A day adds to the streak when half of its turns were done."),
    }
    return said.get(view.day_threshold, "")


def _theme(view: SettingsView) -> str:
    if view.theme == "system":
        return _("Light or dark, as the system is, also when that changes.")
    return _("It stays like this, whatever the system does.")


def _day_called(weekday: str) -> date:
    """Some day of that weekday."""
    names: tuple[str, ...] = WEEKDAYS
    return _MONDAY + timedelta(days=names.index(weekday))


def folder_title() -> str:
    """Over the path of the data folder."""
    return _("Everything is kept in this folder")


def file_line(size: int) -> str:
    """How large the file is; `size` in bytes."""
    return _("One file of {size}. Nothing leaves this machine unless you export it.").format(
        size=size_words(size)
    )


def backups_label() -> str:
    """The button that leads to the backups."""
    return _("Backups…")


def show_folder() -> str:
    """The button that opens the folder."""
    return _("Show the folder")


def sync_warning(program: str) -> str:
    """The folder lies where another program copies files between machines."""
    return _(
        "This folder is synchronised by {program}: two machines would overwrite each other. Keep"
        " your data elsewhere, and carry them with export and import."
    ).format(program=program)
