"""What do the commands do that log something, or take it back?"""

from collections.abc import Callable, Mapping
from typing import Final

from tracker.actions.change import Change
from tracker.actions.find import find_step
from tracker.actions.plan_rows import plan_rows
from tracker.actions.present import today
from tracker.actions.rate import rate
from tracker.actions.skip import skip
from tracker.actions.tick import tick, untick
from tracker.actions.undo import redo, undo
from tracker.domain.errors import BadInput
from tracker.domain.log import Rating
from tracker.exchange.answers import as_json, plan_answer
from tracker.exchange.asked import Asked
from tracker.exchange.commands.place import Answer, Command, Place
from tracker.exchange.deed_answers import change_answer, rating_answer
from tracker.words.changes import change_line, nothing_changed, nothing_to_redo, nothing_to_undo
from tracker.words.report import rating_text


def _tick(asked: Asked, place: Place) -> Answer:
    store, step = place.store(), _step(asked, place)
    change = tick(store, place.clock, step, asked.day, anyway=asked.anyway, reason=asked.reason)
    return _logged(asked, place, change)


def _untick(asked: Asked, place: Place) -> Answer:
    change = untick(place.store(), place.clock, _step(asked, place), asked.day)
    return _logged(asked, place, change)


def _skip(asked: Asked, place: Place) -> Answer:
    change = skip(place.store(), place.clock, _step(asked, place), asked.reason, asked.day)
    return _logged(asked, place, change)


def _step(asked: Asked, place: Place) -> str:
    """The id of the step that is meant."""
    with place.looking() as reading:
        return find_step(reading.routine(), asked.step).id


def _logged(asked: Asked, place: Place, change: Change | None) -> Answer:
    """The plan of the day that was logged, or one line that says what was done."""
    with place.looking() as reading:
        present = today(reading, place.clock)
        if asked.as_json:
            day = asked.day or present
            return Answer(as_json(plan_answer(present, plan_rows(reading, day, day, present))))
    return Answer(nothing_changed() if change is None else change_line(change, present))


def _rate(asked: Asked, place: Place) -> Answer:
    if not asked.marks and asked.note is None:
        raise BadInput("nothing_to_rate")
    rate(place.store(), place.clock, asked.marks, asked.note, asked.day)
    with place.looking() as reading:
        day = asked.day or today(reading, place.clock)
        rating = reading.rating(day) or Rating(day)
    return Answer(as_json(rating_answer(rating)) if asked.as_json else rating_text(rating))


def _undo(asked: Asked, place: Place) -> Answer:
    return _turned(asked, undo(place.store()), nothing_to_undo)


def _redo(asked: Asked, place: Place) -> Answer:
    return _turned(asked, redo(place.store()), nothing_to_redo)


def _turned(asked: Asked, change: Change | None, nothing: Callable[[], str]) -> Answer:
    if asked.as_json:
        return Answer(as_json(change_answer(change)))
    return Answer(nothing() if change is None else change_line(change))


COMMANDS: Final[Mapping[str, Command]] = {
    "tick": _tick,
    "untick": _untick,
    "skip": _skip,
    "rate": _rate,
    "undo": _undo,
    "redo": _redo,
}
