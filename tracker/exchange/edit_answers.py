"""What do set and diff answer as JSON, besides what a change answers?"""

from collections.abc import Iterable, Mapping

from tracker.actions.views.edits import Edit
from tracker.actions.views.warnings import RoutineWarning
from tracker.domain.day import Day
from tracker.domain.routine import StepId
from tracker.exchange.answers import Item, iso
from tracker.exchange.note import Note
from tracker.words.edits import edit_line
from tracker.words.left_out import left_out_line
from tracker.words.warnings import warning_line


def edits_answer(edits: Iterable[Edit], names: Mapping[StepId, str]) -> list[Item]:
    """Each edit, in codes and in words."""
    return [
        {
            "edit": edit.code,
            "step": edit.step,
            "day": iso(edit.day),
            "sentence": edit_line(edit, names),
        }
        for edit in edits
    ]


def warnings_answer(
    warnings: Iterable[RoutineWarning], names: Mapping[StepId, str], today: Day
) -> list[Item]:
    """Each warning, in codes and in words."""
    return [
        {
            "warning": one.code,
            "step": one.step,
            "reason": one.reason,
            "sentence": warning_line(one, names, today),
        }
        for one in warnings
    ]


def notes_answer(notes: Iterable[Note]) -> list[Item]:
    """What was left out and why."""
    return [
        {"where": note.where, "code": note.code, "sentence": left_out_line(*note)} for note in notes
    ]
