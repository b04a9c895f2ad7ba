"""Does a reminder say what is to be done, and no more than others may read?"""

from datetime import date

import pytest

from tracker.actions.ports import Note
from tracker.domain.errors import Refused
from tracker.domain.reminder import Mention, Reminder, ReminderKind, Turning
from tracker.domain.routine import Slot
from tracker.words.reminders import refused_note, reminder_note, spoken_button

DAY = date(2026, 11, 30)
CLAY, ALOE = Mention("clay", "Clay mask"), Mention("aloe", "Aloe mask")
BUTTONS = (("done", "Done"), ("snooze", "Snooze 1 h"), ("skip", "Skip"))


def reminder(*mentions: Mention, slot: Slot = "evening", kind: ReminderKind = "mask") -> Reminder:
    return Reminder(DAY, slot, kind, mentions)


@pytest.mark.parametrize(
    ("told", "title", "body"),
    [
        (reminder(CLAY), "Routine: 1 step for this evening", "Clay mask"),
        (reminder(CLAY, ALOE), "Routine: 2 steps for this evening", "Clay mask · Aloe mask"),
        (reminder(CLAY, slot="morning"), "Routine: 1 step for this morning", "Clay mask"),
    ],
)
def test_steps_are_counted_and_named_only_where_that_is_wanted(
    told: Reminder, title: str, body: str
) -> None:
    assert reminder_note(told, is_named=False) == Note(told.key, title, "", BUTTONS)
    assert reminder_note(told, is_named=True) == Note(told.key, title, body, BUTTONS)


@pytest.mark.parametrize(
    ("turning", "line"),
    [
        ("month_off", "Lotion: month off begins tomorrow"),
        ("month_on", "Lotion: month on begins tomorrow"),
        ("phase_off", "Lotion: off phase begins tomorrow"),
        ("phase_on", "Lotion: on phase begins tomorrow"),
    ],
)
def test_a_turn_of_a_phase_wants_no_answer(turning: Turning, line: str) -> None:
    told = reminder(Mention("lotion", "Lotion", turning), kind="phase")

    assert reminder_note(told, is_named=True) == Note(
        told.key, "Routine: 1 change from tomorrow", line
    )
    assert reminder_note(told, is_named=False).body == ""


def test_a_name_cannot_break_out_of_its_line() -> None:
    told = reminder(Mention("clay", "Clay\n\0{name} \ud800mask"))

    body = reminder_note(told, is_named=True).body

    assert body == "Clay �{name} �mask"


def test_a_refusal_says_why_and_names_nothing_where_that_is_not_wanted() -> None:
    back = date(2026, 12, 2)
    refused = Refused("displaced_by:lotion", name="Clay mask", step="clay", until=back, today=DAY)
    names = {"clay": "Clay mask", "lotion": "Refining lotion"}

    named = refused_note(reminder(CLAY), refused, names, is_named=True)
    other = refused_note(reminder(CLAY), refused, names, is_named=False)

    assert named == Note(
        reminder(CLAY).key,
        "Routine: nothing was logged",
        "Gives way to Refining lotion: Clay mask rests until Wednesday 2 December.",
    )
    assert other.body == "Gives way to another step: This step rests until Wednesday 2 December."


def test_a_button_says_aloud_what_it_is_for() -> None:
    named = reminder_note(reminder(CLAY), is_named=True)

    assert spoken_button("Done", named) == "Done (Clay mask)"
    assert (
        spoken_button("Done", named._replace(body="")) == "Done (Routine: 1 step for this evening)"
    )
