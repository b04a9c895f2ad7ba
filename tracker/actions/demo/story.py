"""How is a routine filled with months that somebody might have lived?"""

from collections.abc import Mapping
from datetime import datetime
from random import Random
from typing import Final, NamedTuple

from tracker.actions.demo.happenings import REST_DAYS, Happenings, happenings, strong_steps
from tracker.actions.demo.person import DemoPerson, Reasons
from tracker.actions.demo.shelf import stocked
from tracker.actions.demo.skin import Notes, Skin
from tracker.domain.day import ONE_DAY, Day, add_months, day_of
from tracker.domain.diary import Diary
from tracker.domain.log import Rating
from tracker.domain.product import Question
from tracker.domain.routine import Kind, Pause, Price, Routine, Treatment
from tracker.domain.settings import day_starts_at

MONTHS: Final = 14
"""As many months does the demo tell of."""


class DemoWords(NamedTuple):
    """What a person reads in the demo, in the language in use.

    `products` names what is on the shelf by kind, where it is not called as the step is.
    """

    reasons: Reasons
    notes: Notes
    products: Mapping[Kind, str]
    brand: str
    holiday: str
    peel: str
    clinic: str


def first_day(today: Day, months: int = MONTHS) -> Day:
    """The day on which a routine begins of which `months` and twenty days more are told.

    The twenty days are those of a phase under way.
    """
    return add_months(today - 20 * ONE_DAY, -months)


def demo(base: Diary, now: datetime, words: DemoWords, seed: int = 2) -> Diary:
    """`base`, a routine of at least one step and nothing logged, with all its days lived to `now`.

    From its first step's start to this morning, which is done by half. `now` is aware, in local
    time. The same arguments make the same diary.
    """
    chance = Random(seed)
    today = day_of(now, day_starts_at(base.settings))
    first = min(step.start for step in base.steps)
    happened = happenings(base.routine(), first, today, chance)
    planned = _with_plans(base, happened, words)
    person = DemoPerson(planned, happened, words.reasons, now, chance)
    skin = Skin(planned.routine(), happened, words.notes, chance)
    ratings: list[Rating] = []
    for number in range((today - first).days):
        day = first + number * ONE_DAY
        person.live(day)
        ratings += skin.rated(day)
    person.begin(today)
    lived = planned._replace(log=tuple(person.entries), ratings=tuple(ratings))
    return stocked(lived, words.products, words.brand)


def _with_plans(base: Diary, happened: Happenings, words: DemoWords) -> Diary:
    """With the holidays, the peels and a question."""
    strong = strong_steps(base.routine())
    pauses = (Pause(one.first, one.last, strong, words.holiday) for one in happened.holidays)
    price = Price("180.00", "USD")
    peels = (
        Treatment(day, words.peel, REST_DAYS, strong, words.clinic, price) for day in happened.peels
    )
    return base._replace(
        pauses=(*base.pauses, *pauses),
        treatments=(*base.treatments, *peels),
        questions=(*base.questions, *_questions(base.routine())),
    )


def _questions(routine: Routine) -> list[Question]:
    """Does what is used in phases help the pores?"""
    return [
        Question(step.id, "pores", "down", step.start)
        for step in routine.steps
        if step.schedule[0].rule.phase(step.start) is not None
    ]
