"""What do the commands show that only look: stats, routine show, doctor?"""

from collections.abc import Mapping
from typing import Final

from tracker.actions.stats import stats
from tracker.exchange.answers import as_json
from tracker.exchange.asked import Asked
from tracker.exchange.commands.place import Answer, Command, Place, today_of
from tracker.exchange.look_answers import doctor_answer, routine_answer, stats_answer
from tracker.words.doctor import doctor_text
from tracker.words.figures import stats_text
from tracker.words.report import routine_text


def _stats(asked: Asked, place: Place) -> Answer:
    with place.looking() as reading:
        found = stats(reading, today_of(asked, place, reading), asked.range_name)
    return Answer(as_json(stats_answer(found)) if asked.as_json else stats_text(found))


def _show(asked: Asked, place: Place) -> Answer:
    with place.looking() as reading:
        routine, today = reading.routine(), today_of(asked, place, reading)
    if asked.as_json:
        return Answer(as_json(routine_answer(routine, today)))
    return Answer(routine_text(routine, today))


def _doctor(asked: Asked, place: Place) -> Answer:
    if asked.salvages:
        from tracker.exchange.commands.salvage import salvage  # noqa: PLC0415, seldom wanted

        return salvage(asked, place)
    checks = place.checks()
    text = as_json(doctor_answer(checks)) if asked.as_json else doctor_text(checks)
    return Answer(text, all(check.ok for check in checks))


COMMANDS: Final[Mapping[str, Command]] = {
    "stats": _stats,
    "routine show": _show,
    "doctor": _doctor,
}
