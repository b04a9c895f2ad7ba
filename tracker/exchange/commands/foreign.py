"""What does import do with a file of another program?"""

from tracker.actions.becoming import LEFT, NEW, Becoming, Wishes
from tracker.actions.bring_in import bring_in, brought_in
from tracker.actions.find import find_step
from tracker.actions.ports import Everything
from tracker.actions.present import today
from tracker.domain.foreign import Foreign
from tracker.exchange.answers import as_json
from tracker.exchange.asked import Asked
from tracker.exchange.commands.place import Answer, Place
from tracker.exchange.foreign.reading import read_foreign
from tracker.exchange.foreign_answers import brought_answer
from tracker.exchange.foreign_asked import ForeignAsked
from tracker.exchange.incoming import back_up_before
from tracker.words.foreign import brought_text


def import_foreign(asked: Asked, how: ForeignAsked, place: Place) -> Answer:
    """Take the file in, or only report what that would do."""
    foreign = read_foreign(asked.file, how.read_as)
    store = place.store()
    with store.reading() as reading:
        wishes = _wishes(how, foreign, reading)
        present = today(reading, place.clock)
        brought = brought_in(reading, present, foreign, wishes)
    beside = ""
    if brought.added and not asked.dry_run:
        beside = back_up_before(place.backups())
        brought = bring_in(store, place.clock, foreign, wishes).brought
    if asked.as_json:
        return Answer(as_json(brought_answer(brought, dry_run=asked.dry_run)), beside=beside)
    return Answer(brought_text(brought, present, dry_run=asked.dry_run), beside=beside)


def _wishes(how: ForeignAsked, foreign: Foreign, reading: Everything) -> Wishes:
    """What is wished of the habits; they are known by their keys, whatever their case."""
    keys = {habit.key.casefold(): habit.key for habit in foreign.habits}

    def key(text: str) -> str:
        return keys.get(text.strip().casefold(), text)

    routine = reading.routine()
    fates = {key(habit): NEW for habit in how.new}
    fates |= {key(habit): LEFT for habit in how.left}
    for habit, step in how.steps:
        fates[key(habit)] = Becoming("step", find_step(routine, step).id)
    return Wishes(fates, how.only, how.takes_ratings)
