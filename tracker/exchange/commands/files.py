"""What do the commands do that take a whole routine in or out: export, import, preset?"""

from collections.abc import Mapping
from typing import Final

from tracker.actions.becoming import Wishes
from tracker.actions.present import today
from tracker.actions.set_up import begun, set_up
from tracker.exchange.answers import as_json
from tracker.exchange.asked import Asked
from tracker.exchange.commands.place import Answer, Command, Place
from tracker.exchange.deed_answers import export_answer, import_answer
from tracker.exchange.incoming import back_up_before, foreseen_document, read_own_document, take_in
from tracker.exchange.look_answers import routine_answer
from tracker.exchange.outgoing import write_out
from tracker.exchange.preset import load_preset
from tracker.words.left_out import left_out_line
from tracker.words.report import export_text, import_text, routine_text


def _export(asked: Asked, place: Place) -> Answer:
    with place.store().reading() as reading:
        counts = write_out(reading.diary(), asked.file, is_table=asked.is_table)
    if asked.as_json:
        return Answer(as_json(export_answer(asked.file, counts)))
    return Answer(export_text(asked.file, counts))


def _import(asked: Asked, place: Place) -> Answer:
    if asked.foreign is not None:
        from tracker.exchange.commands.foreign import import_foreign  # noqa: PLC0415, no other way

        return import_foreign(asked, asked.foreign, place)
    document = read_own_document(asked.file)
    store = place.store()
    with store.reading() as reading:
        report, left_out = foreseen_document(reading, place.clock, document)
    beside = ""
    if report.added and not asked.dry_run:
        beside = back_up_before(place.backups())
        take_in(store, place.clock, document, Wishes())
    if asked.as_json:
        answer = import_answer(report, left_out, dry_run=asked.dry_run)
        return Answer(as_json(answer), beside=beside)
    lines = [left_out_line(*note) for note in left_out]
    return Answer(import_text(report, lines, dry_run=asked.dry_run), beside=beside)


def _preset(asked: Asked, place: Place) -> Answer:
    store = place.store()
    with store.reading() as reading:
        present = today(reading, place.clock)
    diary = load_preset(asked.preset, asked.start or present, asked.choice)
    if asked.start is None:
        diary = begun(diary, present, place.clock.now())
    set_up(store, diary, asked.preset)
    with store.reading() as reading:
        routine = reading.routine()
    whole_on = max(present, *(step.start for step in diary.steps))
    if asked.as_json:
        return Answer(as_json(routine_answer(routine, whole_on)))
    return Answer(routine_text(routine, whole_on))


COMMANDS: Final[Mapping[str, Command]] = {
    "export": _export,
    "import": _import,
    "routine preset": _preset,
}
