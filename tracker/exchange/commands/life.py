"""What do the commands do that fit the routine to a life: pause, resume, shift, treat?"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final, NamedTuple

from tracker.actions.change import Change
from tracker.actions.find import find_step, find_treatment
from tracker.actions.pause import Wish, pause, paused, resume, resumed
from tracker.actions.ports import Reading, Store
from tracker.actions.present import today
from tracker.actions.shift import planned_turn, shift, shifted, soonest_turn
from tracker.actions.supposed import Supposing
from tracker.actions.treat import series, treat, treated, untreat, untreated
from tracker.actions.views.difference import differences
from tracker.domain.day import Day
from tracker.domain.routine import Routine, StepId, Treatment
from tracker.exchange.answers import as_json
from tracker.exchange.asked import Asked
from tracker.exchange.commands.compared import compared_days
from tracker.exchange.commands.place import Answer, Command, Place
from tracker.exchange.life_answers import done_answer, dry_answer
from tracker.exchange.life_asked import LifeAsked
from tracker.words.changes import change_line, nothing_changed
from tracker.words.life import differences_text


class Deed(NamedTuple):
    """What is to be done: from which day on it matters, how things would be, and the action."""

    first: Day
    suppose: Supposing
    act: Callable[[Store], Change | None]


Meant = Callable[[Asked, LifeAsked, Reading, Place, Day], Deed]


def _pause(asked: Asked, life: LifeAsked, reading: Reading, place: Place, present: Day) -> Deed:
    del asked
    steps = _steps(life, reading.routine())
    wish = Wish(life.first or present, life.last, steps, life.reason)
    return Deed(
        wish.begins,
        lambda look, day: paused(look, day, wish),
        lambda store: pause(store, place.clock, wish),
    )


def _resume(asked: Asked, life: LifeAsked, reading: Reading, place: Place, present: Day) -> Deed:
    steps = _steps(life, reading.routine())
    first = asked.day or present
    return Deed(
        first,
        lambda look, day: resumed(look, day, steps, first),
        lambda store: resume(store, place.clock, steps, first),
    )


def _shift(asked: Asked, life: LifeAsked, reading: Reading, place: Place, present: Day) -> Deed:
    step = find_step(reading.routine(), asked.step).id
    if life.by is not None:
        turn = planned_turn(reading, present, step) + timedelta(days=life.by)
    else:
        turn = life.turn or soonest_turn(reading, present, step)
    return Deed(
        present,
        lambda look, day: shifted(look, day, step, turn),
        lambda store: shift(store, place.clock, step, turn),
    )


def _treat(asked: Asked, life: LifeAsked, reading: Reading, place: Place, present: Day) -> Deed:
    day = asked.day or present
    if life.removes:
        known = find_treatment(reading.routine(), life.name, day)
        return Deed(
            day,
            lambda look, on: untreated(look, on, known),
            lambda store: untreat(store, place.clock, known),
        )
    steps = _steps(life, reading.routine())
    kept = (steps, life.clinic, life.price, asked.note)
    wanted = series(Treatment(day, life.name, life.rest_days, *kept), life.series, life.every)
    return Deed(
        day,
        lambda look, on: treated(look, on, wanted),
        lambda store: treat(store, place.clock, wanted),
    )


def _steps(life: LifeAsked, routine: Routine) -> tuple[StepId, ...] | None:
    """The ids of the steps that are meant, each once; None for all."""
    if life.steps is None:
        return None
    return tuple(dict.fromkeys(find_step(routine, text).id for text in life.steps))


def _command(meant: Meant) -> Command:
    """The command that does what is meant, or only shows what it would change."""

    def run(asked: Asked, place: Place) -> Answer:
        life = asked.life or LifeAsked()
        with place.looking() as reading:
            present = today(reading, place.clock)
            deed = meant(asked, life, reading, place, present)
            if asked.dry_run:
                return _would(asked, deed, reading, present)
        change = deed.act(place.store())
        return _did(asked, place, change, present)

    return run


def _would(asked: Asked, deed: Deed, reading: Reading, present: Day) -> Answer:
    """What would change in the days that are compared."""
    routine = deed.suppose(reading, present)
    compared = compared_days(routine, deed.first, present)
    found = differences(reading, routine, compared.first, compared.last, present)
    if asked.as_json:
        return Answer(as_json(dry_answer(found, compared.first, compared.last)))
    return Answer(differences_text(found, routine, present, compared.cut_after))


def _did(asked: Asked, place: Place, change: Change | None, present: Day) -> Answer:
    """What was done, in one line."""
    if asked.as_json:
        with place.looking() as reading:
            return Answer(as_json(done_answer(change, reading.routine(), present)))
    return Answer(nothing_changed() if change is None else change_line(change, present))


COMMANDS: Final[Mapping[str, Command]] = {
    "routine pause": _command(_pause),
    "routine resume": _command(_resume),
    "routine shift": _command(_shift),
    "routine treat": _command(_treat),
}
