"""What does `why` say of a step, and what is said of a deed that the rules refused?"""

from collections.abc import Mapping
from typing import Final

from tracker.actions.deed import refused_row
from tracker.actions.find import find_step
from tracker.actions.present import today
from tracker.actions.views.why import why_by, why_view
from tracker.domain.errors import Refused
from tracker.exchange.answers import as_json, why_answer
from tracker.exchange.asked import Asked
from tracker.exchange.commands.place import Answer, Command, Place, today_of
from tracker.words.errors import error_line
from tracker.words.table import plain
from tracker.words.why import why_of


def _why(asked: Asked, place: Place) -> Answer:
    with place.looking() as reading:
        present = today_of(asked, place, reading)
        step = find_step(reading.routine(), asked.step)
        found = why_view(reading, step.id, asked.day or present, present)
    sentence = why_of(found, present)
    return Answer(as_json(why_answer(found, sentence)) if asked.as_json else plain(sentence))


def refusal_line(refused: Refused, place: Place) -> str:
    """The sentence that `why` and the window have for it, where a step rests."""
    row = refused_row(refused)
    if row is None:
        return error_line(refused)
    with place.looking() as reading:
        present = today(reading, place.clock)
        return plain(why_of(why_by(reading, row, present), present))


COMMANDS: Final[Mapping[str, Command]] = {"why": _why}
