"""What do set and diff answer as JSON, besides what a change answers?"""

from collections.abc import Iterable, Mapping

from tracker.actions.views.edits import edits_between
from tracker.actions.views.warnings import RoutineWarning
from tracker.domain.day import Day
from tracker.domain.routine import Routine, StepId
from tracker.exchange.answers import Item, iso
from tracker.exchange.edit_values import edit_value
from tracker.exchange.note import Note
from tracker.words.edits import edit_line
from tracker.words.left_out import left_out_line
from tracker.words.warnings import warning_line


def edits_answer(before: Routine, after: Routine) -> list[Item]:
    """Each edit that makes `after` of `before`, in codes, in values and in words."""
    names = before.names() | after.names()
    return [
        {
            "edit": edit.code,
            "step": edit.step,
            "day": iso(edit.day),
            "before": edit_value(edit, before),
            "after": edit_value(edit, after),
            "sentence": edit_line(edit, names),
        }
        for edit in edits_between(before, after)
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
