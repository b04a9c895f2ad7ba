"""What was just done, undone or done again?"""

from datetime import date

from tracker.actions.change import Change
from tracker.domain.day import Day
from tracker.words.dates import weekday_day
from tracker.words.edited import edit_deed
from tracker.words.language import _, ngettext
from tracker.words.life import life_deed
from tracker.words.table import plain


def change_line(change: Change, today: Day | None = None) -> str:
    """A change as one line: "Ticked Clay mask", "Undone: Ticked Clay mask".

    Where `today` is given, what was logged for another day names that day.
    """
    deed = plain(life_deed(change, today) or edit_deed(change, today) or _deed(change))
    day = _day(change.facts.get("day"))
    if today is not None and day is not None and day != today:
        deed = _("{deed} on {day}").format(deed=deed, day=weekday_day(day, today))
    if change.direction == "undone":
        return _("Undone: {deed}").format(deed=deed)
    if change.direction == "redone":
        return _("Done again: {deed}").format(deed=deed)
    return deed


def nothing_changed() -> str:
    """What is said when it was so already."""
    return _("It is so already. Nothing was changed.")


def nothing_to_undo() -> str:
    """What is said when there is no action to take back."""
    return _("There is nothing to undo.")


def nothing_to_redo() -> str:
    """What is said when nothing was taken back."""
    return _("There is nothing to redo.")


def _deed(change: Change) -> str:
    count = change.facts.get("count", "")
    if change.verb == "tick_all" and count.isdecimal() and count != "1":
        return ngettext("Ticked {count} step", "Ticked {count} steps", int(count)).format(
            count=count
        )
    sentences = {
        "tick": _("Ticked {name}"),
        "tick_all": _("Ticked {name}"),
        "untick": _("Unticked {name}"),
        "skip": _("Skipped {name}"),
        "unskip": _("Took back the skip of {name}"),
        "rate": _("Rated the skin"),
        "note": _("Wrote the note"),
        "set_up": _("Set up the routine"),
        "merge": _("Imported a file"),
        "demo": _("Filled the demo"),
        "set_setting": _setting(change.facts.get("key", "")),
        "step_up": _("{name} three times a week from next week on"),
        "stay": _("{name} stays at twice a week"),
        "elsewhere": _("Changed by another window or command"),
    }
    sentence = sentences.get(change.verb, _("Changed your records"))
    return sentence.format(name=change.facts.get("name", change.facts.get("step", "")))


def _setting(key: str) -> str:
    """Which setting was changed."""
    sentences = {
        "day_starts_at": _("Changed when the day begins"),
        "week_start": _("Changed when the week begins"),
        "morning_at": _("Changed the morning's time"),
        "evening_at": _("Changed the evening's time"),
        "reminders": _("Changed the reminders"),
        "reminder_names": _("Changed what reminders name"),
        "forgive_slip": _("Changed whether a slip is forgiven"),
        "day_threshold": _("Changed when a day counts"),
        "theme": _("Changed the theme"),
        "language": _("Changed the language"),
    }
    return sentences.get(key, _("Changed a setting"))


def _day(text: str | None) -> Day | None:
    """The day that a fact holds, as the actions write it."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return None
