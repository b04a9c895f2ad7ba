"""What does a reminder say, on the desktop and inside the window?"""

from collections.abc import Mapping

from tracker.actions.ports import Note
from tracker.domain.errors import Refused
from tracker.domain.reminder import Mention, Reminder
from tracker.domain.routine import StepId
from tracker.words.errors import error_line
from tracker.words.language import _, ngettext
from tracker.words.table import plain


def reminder_note(reminder: Reminder, *, is_named: bool) -> Note:
    """The note of a reminder; where it is not to name a step, it only counts them.

    What begins by itself wants no answer, so a phase has no buttons.
    """
    body = " · ".join(map(_mention, reminder.mentions)) if is_named else ""
    buttons = _buttons() if reminder.kind == "mask" else ()
    return Note(reminder.key, _title(reminder), plain(body), buttons)


def refused_note(
    reminder: Reminder, refused: Refused, names: Mapping[StepId, str], *, is_named: bool
) -> Note:
    """The note that says why what was pressed on a reminder did not happen."""
    if not is_named:
        refused = Refused(refused.code, **refused.facts | {"name": None, "step": None})
        names = dict.fromkeys(names, _("another step"))
    return Note(reminder.key, _("Routine: nothing was logged"), error_line(refused, names))


def skipped_by_note() -> str:
    """The reason that is kept with a step that was skipped from a reminder."""
    return _("Not today")


def open_label() -> str:
    """What a press on the note itself does."""
    return _("Open")


def spoken_button(label: str, note: Note) -> str:
    """A note's button for a screen reader: "Done (Clay mask)"."""
    return _("{action} ({name})").format(action=label, name=note.body or note.title)


def _buttons() -> tuple[tuple[str, str], ...]:
    return (("done", _("Done")), ("snooze", _("Snooze 1 h")), ("skip", _("Skip")))


def _title(reminder: Reminder) -> str:
    count = len(reminder.mentions)
    if reminder.kind == "phase":
        line = ngettext(
            "Routine: {count} change from tomorrow", "Routine: {count} changes from tomorrow", count
        )
    elif reminder.slot == "morning":
        line = ngettext(
            "Routine: {count} step for this morning",
            "Routine: {count} steps for this morning",
            count,
        )
    else:
        line = ngettext(
            "Routine: {count} step for this evening",
            "Routine: {count} steps for this evening",
            count,
        )
    return line.format(count=count)


def _mention(mention: Mention) -> str:
    turnings = {
        "month_on": _("{name}: month on begins tomorrow"),
        "month_off": _("{name}: month off begins tomorrow"),
        "phase_on": _("{name}: on phase begins tomorrow"),
        "phase_off": _("{name}: off phase begins tomorrow"),
    }
    return turnings.get(mention.turning or "", "{name}").format(name=mention.name)
