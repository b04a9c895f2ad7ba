"""How does the skin do in the demo, and how does its owner rate it?

Slowly better; a bit better again while a step that is used in phases is on, with a lag of about
two weeks; red for some days after a peel; and never the same two days running.
"""

from math import exp
from random import Random
from typing import Final, NamedTuple

from tracker.actions.demo.happenings import Happenings, is_off
from tracker.domain.day import Day
from tracker.domain.log import Rating
from tracker.domain.routine import Routine

_SLOWLY: Final = 200
"""Days in which two thirds of what can get better do."""
_LAG: Final = 14
"""Days in which two thirds of a phase's effect come or go."""
_KEPT: Final = 0.5
"""The share of a day's mood that is left on the next."""


class Notes(NamedTuple):
    """What is noted: now and then, on a holiday's first day, after a peel, when all is too much."""

    plain: tuple[str, ...]
    holiday: str
    peel: str
    weary: str


class Skin:
    """The skin, a day after the other."""

    def __init__(
        self, routine: Routine, happened: Happenings, notes: Notes, chance: Random
    ) -> None:
        self._phased = [
            step for step in routine.steps if step.schedule[-1].rule.phase(step.start) is not None
        ]
        self._happened = happened
        self._notes = self._dated(notes)
        self._plain = notes.plain
        self._chance = chance
        self._age = 0
        self._lotion = 0.0
        self._mood = 0.0

    def rated(self, day: Day) -> list[Rating]:
        """The day's rating, where there is one; to be asked of every day in turn."""
        self._age += 1
        is_on = bool(self._phased) and not any(is_off(step, day) for step in self._phased)
        self._lotion += (is_on - self._lotion) / _LAG
        self._mood = self._mood * _KEPT + self._chance.gauss(0, 0.6)
        note = self._note(day)
        is_rated = self._chance.random() < (0.3 if day in self._happened.lapses else 0.88)
        return [self._rating(day, note)] if is_rated or note is not None else []

    def _rating(self, day: Day, note: str | None) -> Rating:
        better = 1 - exp(-self._age / _SLOWLY)
        sore = self._sore(day)
        overall = 4.6 + 2.0 * better + 1.0 * self._lotion - 1.6 * sore + self._mood
        mark = max(1, min(10, round(overall)))
        if self._chance.random() > 0.85:
            return Rating(day, mark, note=note)
        return Rating(
            day,
            mark,
            oiliness=self._facet(3.1 - 1.1 * better - 0.5 * self._lotion),
            pores=self._facet(3.3 - 0.8 * better - 0.8 * self._lotion),
            breakouts=self._facet(2.1 - 1.2 * better - 0.3 * self._lotion),
            redness=self._facet(0.9 - 0.3 * better + 0.4 * self._lotion + 2.4 * sore),
            dryness=self._facet(0.7 + 0.6 * self._lotion + 1.2 * sore + _cold(day)),
            note=note,
        )

    def _facet(self, mark: float) -> int:
        return max(0, min(4, round(mark - 0.3 * self._mood + self._chance.gauss(0, 0.4))))

    def _sore(self, day: Day) -> float:
        """1 on the day after a peel, then less by the day."""
        since = [(day - peel).days for peel in self._happened.peels]
        return max((exp((1 - days) / 2.5) for days in since if days > 0), default=0.0)

    def _note(self, day: Day) -> str | None:
        if day in self._notes:
            return self._notes[day]
        return self._chance.choice(self._plain) if self._chance.random() < 0.035 else None

    def _dated(self, notes: Notes) -> dict[Day, str]:
        """The notes that belong to a day."""
        found = {one.first: notes.holiday for one in self._happened.holidays}
        found.update((peel, notes.peel) for peel in self._happened.peels)
        weary = sorted(self._happened.weary)
        found.update((day, notes.weary) for day in weary[7::14])
        return found


def _cold(day: Day) -> float:
    """How dry the air of the season is."""
    return 0.5 if day.month in (12, 1, 2) else 0.0
