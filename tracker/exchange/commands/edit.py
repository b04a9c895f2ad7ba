"""What do the commands do that change the routine as a whole, or print it: set, diff, card?"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from tracker.actions.follow import Followed, follow, followed
from tracker.actions.ports import Everything
from tracker.actions.present import today
from tracker.actions.views.difference import differences
from tracker.actions.views.edits import edits_between
from tracker.actions.views.warnings import warnings_of
from tracker.domain.day import Day
from tracker.domain.errors import BadInput, TrackerError
from tracker.domain.routine import Routine
from tracker.exchange.answers import as_json
from tracker.exchange.asked import Asked
from tracker.exchange.card import card_page
from tracker.exchange.commands.compared import compared_days
from tracker.exchange.commands.place import Answer, Command, Place, today_of
from tracker.exchange.edit_answers import edits_answer, notes_answer, warnings_answer
from tracker.exchange.edit_asked import EditAsked
from tracker.exchange.files import read_file, write_file
from tracker.exchange.life_answers import done_answer, dry_answer
from tracker.exchange.note import Note
from tracker.exchange.routine_file import read_routine
from tracker.words.changes import change_line, nothing_changed
from tracker.words.edits import edit_line, nothing_differs
from tracker.words.left_out import left_out_line
from tracker.words.life import differences_text
from tracker.words.report import card_text
from tracker.words.table import plain
from tracker.words.warnings import warning_line


class _File(NamedTuple):
    """What a file says, and what of it was left out."""

    wanted: Followed
    notes: tuple[Note, ...]

    def lines(self) -> list[str]:
        """What was left out, and why."""
        return [plain(left_out_line(*note)) for note in self.notes]


def _read(asked: Asked, edit: EditAsked, reading: Everything) -> _File:
    try:
        diary, notes = read_routine(read_file(asked.file), reading.diary())
    except TrackerError as error:
        error.facts["file"] = asked.file
        raise
    return _File(Followed(diary.steps, diary.groups, edit.only), notes)


def _set(asked: Asked, place: Place) -> Answer:
    edit, store = asked.edit or EditAsked(), place.store()
    with store.reading() as reading:
        present, file = today(reading, place.clock), _read(asked, edit, reading)
        before = reading.routine()
    begins = edit.begins or present
    if begins < present and not edit.rewrites:
        raise BadInput("from_is_past", day=begins, today=present)
    if asked.dry_run:
        return _diff(asked, place)
    change = follow(store, place.clock, file.wanted, begins, rewrites=edit.rewrites)
    with store.reading() as reading:
        routine = reading.routine()
        warnings = warnings_of(reading, routine, present, begins)
    names = routine.names()
    if asked.as_json:
        answer = done_answer(change, routine, present)
        answer["edits"] = edits_answer(before, routine)
        answer["warnings"] = warnings_answer(warnings, names, present)
        return Answer(as_json({**answer, "left_out": notes_answer(file.notes)}))
    if change is None:
        return Answer("\n".join([nothing_changed(), *file.lines()]))
    told = [plain(warning_line(one, names, present)) for one in warnings]
    return Answer("\n".join([change_line(change, present), *told, *file.lines()]))


def _diff(asked: Asked, place: Place) -> Answer:
    edit = asked.edit or EditAsked()
    with place.store().reading() as reading:
        present, file = today_of(asked, place, reading), _read(asked, edit, reading)
        begins = edit.begins or present
        after = followed(reading, present, file.wanted, begins, rewrites=True)
        return _would(asked, file, reading, after, (begins, present))


def _would(
    asked: Asked, file: _File, reading: Everything, after: Routine, days: tuple[Day, Day]
) -> Answer:
    """What would be another one, from the first day of it or of the routine, and what to know."""
    begins, present = days
    before = reading.routine()
    compared = compared_days(after, begins, present)
    found = differences(reading, after, compared.first, compared.last, present)
    warnings = warnings_of(reading, after, present, begins)
    names = before.names() | after.names()
    if asked.as_json:
        answer = dry_answer(found, compared.first, compared.last)
        answer["edits"] = edits_answer(before, after)
        answer["warnings"] = warnings_answer(warnings, names, present)
        return Answer(as_json({**answer, "left_out": notes_answer(file.notes)}))
    edits = edits_between(before, after)
    parts = [
        "\n".join(plain(edit_line(one, names, present)) for one in edits) or nothing_differs(),
        differences_text(found, after, present, compared.cut_after) if edits else "",
        "\n".join(plain(warning_line(one, names, present)) for one in warnings),
        "\n".join(file.lines()),
    ]
    return Answer("\n\n".join(filter(None, parts)))


def _card(asked: Asked, place: Place) -> Answer:
    with place.looking() as reading:
        page = card_page(reading.routine(), today_of(asked, place, reading))
    write_file(asked.file, page)
    return Answer(as_json({"file": asked.file}) if asked.as_json else card_text(asked.file))


COMMANDS: Final[Mapping[str, Command]] = {
    "routine set": _set,
    "routine diff": _diff,
    "routine card": _card,
}
