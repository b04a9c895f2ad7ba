"""What does the person of the demo do on a day, and when?

They go by the rules: each evening is asked of the course, with what was logged until then.
"""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Final, NamedTuple, TypeAlias

from tracker.actions.demo.happenings import PLAIN, Happenings
from tracker.domain.course import Course, reach
from tracker.domain.day import Day
from tracker.domain.diary import Diary
from tracker.domain.log import Deed, Entry, Log
from tracker.domain.routine import SLOTS, Slot, Step, StepId
from tracker.domain.rule.base import Standing
from tracker.domain.settings import day_starts_at

_USUAL: Final[Mapping[Slot, float]] = {"morning": 0.97, "evening": 0.95}
"""How surely the slot is kept, on a weekday."""
_WEEKEND: Final = 0.09
"""How much less surely on a Saturday or Sunday, and on a Friday evening."""
_WEARY: Final = 0.65
"""The share that is left in a fortnight in which all is too much."""
_AT: Final[Mapping[Slot, tuple[int, int]]] = {"morning": (460, 12), "evening": (1310, 35)}
"""The usual minute of the day, 7:40 and 21:50, and by how many it is usually missed."""
_LATER: Final[Mapping[Slot, int]] = {"morning": 75, "evening": 60}
"""Minutes by which all is later at the weekend."""
_SEEN: Final = 6
"""A course sees as many times the days that the rules look back; all of them would take long."""

Answer: TypeAlias = tuple[Deed, str | None, bool]
"""What is logged, with what reason, and whether the rules had refused it."""
TICK: Final[Answer] = ("tick", None, False)


class Reasons(NamedTuple):
    """Why a step is skipped, why one is used in its phase off, and why another gives way to it."""

    irritated: str
    travelling: str
    skips: tuple[str, ...]
    anyway: tuple[str, ...]
    instead: str


class DemoPerson:
    """Steadier in the morning than in the evening, and weaker at weekends."""

    def __init__(
        self, diary: Diary, happened: Happenings, reasons: Reasons, now: datetime, chance: Random
    ) -> None:
        self.entries: list[Entry] = []
        self._routine = diary.routine()
        self._steps = self._routine.ordered()
        self._groups = [group.priority for group in diary.groups]
        self._happened = happened
        self._reasons = reasons
        self._now = now
        self._chance = chance
        self._day_starts_at = day_starts_at(diary.settings)
        self._window = timedelta(days=_SEEN * reach(self._routine))
        self._days: dict[Deed, dict[StepId, list[Day]]] = {"tick": {}, "skip": {}}
        self._left: set[StepId] = set()
        self._beyond: set[StepId] = set()

    def live(self, day: Day) -> None:
        """A day that is over; they come in their order."""
        self._left.clear()
        self._beyond.clear()
        if day not in self._happened.lapses:
            for slot in SLOTS:
                self._go_through(slot, day, is_kept=self._keeps(slot, day))

    def begin(self, today: Day) -> None:
        """This morning, done by half."""
        standings = self._course(today).standings(today)
        due = [step for step in self._of("morning", today) if standings[step.id].state == "due"]
        at = self._starts("morning", today)
        for step in due[: (len(due) + 1) // 2]:
            self._log(step, today, at, TICK)
            at += self._takes(step)

    def _keeps(self, slot: Slot, day: Day) -> bool:
        """Whether the slot is kept; what belongs to a slip always is."""
        share = _USUAL[slot] - (_WEEKEND if _is_weekend(slot, day) else 0)
        share *= _WEARY if day in self._happened.weary else 1
        return self._mood(day) > 1 - share or day in self._happened.slips

    def _mood(self, day: Day) -> float:
        """How willing they are, from 0 to 1; always wholly, of late."""
        mood = self._chance.random()
        return 1 if day >= self._happened.steady_from else mood

    def _go_through(self, slot: Slot, day: Day, *, is_kept: bool) -> None:
        """All steps of the slot; where it is not kept, mostly none, else the plainest."""
        if not is_kept and self._chance.random() < 0.6:
            return
        at = self._starts(slot, day)
        course = self._course(day)
        for step in self._of(slot, day):
            answer = self._answer(step, day, course) if is_kept or step.kind in PLAIN else None
            if answer is not None:
                self._log(step, day, at, answer)
                at += self._takes(step)
                course = self._course(day) if self._mates(step) else course

    def _answer(self, step: Step, day: Day, course: Course) -> Answer | None:
        """What is logged of the step; None for nothing."""
        standing = course.standings(day)[step.id]
        if not standing.is_asked:
            return self._against(step, day, standing)
        if standing.state == "optional":
            return TICK if 0.9 < self._mood(day) < 1 else None
        if self._beyond & self._mates(step):
            return ("skip", self._reasons.instead, False)
        if step.kind in PLAIN:
            return TICK if self._mood(day) > 0.015 else None
        if day in self._happened.trips and not _comes_in_phases(step, day):
            return ("skip", self._reasons.travelling, False)
        return self._willing(step, self._mood(day))

    def _willing(self, step: Step, mood: float) -> Answer | None:
        """What a mood from 0 to 1 makes of a step that is due at home."""
        if mood < 0.012:
            return ("skip", self._reasons.irritated, False)
        if mood < 0.02:
            return ("skip", self._chance.choice(self._reasons.skips), False)
        if mood < (0.14 if self._carries_over(step) else 0.025):
            self._left.add(step.id)
            return None
        return TICK

    def _against(self, step: Step, day: Day, standing: Standing) -> Answer | None:
        """A step that rests: swapped in for one that was left, or used in its phase off."""
        reason = standing.reason or ""
        if reason in ("month_off", "phase_off") and day in self._happened.slips:
            self._beyond.add(step.id)
            return ("tick", self._chance.choice(self._reasons.anyway), True)
        if reason.removeprefix("displaced_by:") in self._left and not self._taken(step, day):
            return TICK
        return None

    def _taken(self, step: Step, day: Day) -> bool:
        """Whether another of its group was used that day."""
        uses = self._days["tick"]
        return any(uses[mate][-1] == day for mate in self._mates(step) if mate in uses)

    def _carries_over(self, step: Step) -> bool:
        return any(version.rule.carries_over for version in step.schedule)

    def _mates(self, step: Step) -> set[StepId]:
        """All steps of its group."""
        return {mate for group in self._groups if step.id in group for mate in group}

    def _of(self, slot: Slot, day: Day) -> list[Step]:
        return [step for step in self._steps if step.slot == slot and step.exists_on(day)]

    def _course(self, day: Day) -> Course:
        """The rules on `day`, with as much of what was as they can see."""
        since = day - self._window
        ticks, skips = (
            {step: days[bisect_left(days, since) :] for step, days in self._days[deed].items()}
            for deed in ("tick", "skip")
        )
        first = self.entries[0].day if self.entries else day
        known = Log.of_days(ticks, skips, since if since > first else None)
        pauses = [one for one in self._routine.pauses if one.ends is None or one.ends >= since]
        treated = [one for one in self._routine.treatments if one.day >= since]
        seen = self._routine._replace(pauses=tuple(pauses), treatments=tuple(treated))
        return Course(seen, known, day)

    def _log(self, step: Step, day: Day, at: datetime, answer: Answer) -> None:
        do, reason, anyway = answer
        moment = min(at, self._now)
        offset = moment.utcoffset() or timedelta()
        minutes = int(offset.total_seconds() // 60)
        utc = moment.astimezone(UTC)
        self._days[do].setdefault(step.id, []).append(day)
        self.entries.append(Entry(day, step.id, do, utc, minutes, None, reason, anyway))

    def _starts(self, slot: Slot, day: Day) -> datetime:
        """When the slot is begun; an evening that grows late ends before the day does."""
        usual, spread = _AT[slot]
        later = _LATER[slot] if _is_weekend(slot, day) else 0
        minute = round(usual + later + self._chance.gauss(0, spread + later / 3))
        begins = self._day_starts_at * 60
        kept = max(begins, min(minute, begins + 23 * 60))
        midnight = datetime.combine(day, time(), self._now.tzinfo)
        return midnight + timedelta(minutes=kept, seconds=self._chance.randint(0, 59))

    def _takes(self, step: Step) -> timedelta:
        """How long the step takes."""
        least, most = (600, 900) if step.kind == "mask" else (40, 150)
        return timedelta(seconds=self._chance.randint(least, most))


def _comes_in_phases(step: Step, day: Day) -> bool:
    """Whether it is one that the person wants to know about; it travels with them."""
    version = step.version_on(day)
    return version is not None and version.rule.phase(day) is not None


def _is_weekend(slot: Slot, day: Day) -> bool:
    """Saturday and Sunday mornings, Friday and Saturday evenings."""
    return day.weekday() in ((5, 6) if slot == "morning" else (4, 5))
